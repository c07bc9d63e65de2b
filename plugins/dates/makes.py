"""What resolves a phrase, by what its rule in ``phrases.toml`` makes."""

from __future__ import annotations

from collections.abc import Callable

from plugins.dates.absolute import CALENDAR
from plugins.dates.beside import BESIDE
from plugins.dates.by_milestone import BY_MILESTONE
from plugins.dates.long_times import LONG_TIMES
from plugins.dates.pieces import PIECES
from plugins.dates.relative import COUNTED
from plugins.dates.resolved import Circumstances, Resolved
from plugins.dates.stretches import STRETCHES

Make = Callable[[Circumstances], Resolved | None]
"""What a phrase comes to; None where it says when nothing was."""

ABSOLUTE: dict[str, Make] = {**CALENDAR, **LONG_TIMES, **PIECES}
"""Dates that the calendar gives, though their year may stand elsewhere."""

RELATIVE: dict[str, Make] = {**COUNTED, **BESIDE, **STRETCHES, **BY_MILESTONE}
"""Dates that are counted from another."""

MAKES: dict[str, Make] = {**ABSOLUTE, **RELATIVE}
