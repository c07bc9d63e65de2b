"""The forms in which a sentence says who plays whom: the table of ``cast.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.credits.patterns import read_table


@dataclass(frozen=True, slots=True)
class CastForm:
    """One form; each field is a key of ``cast.toml``, explained there."""

    reason: str
    pattern: re.Pattern[str]
    alone: bool = False
    dotted: bool = False
    hedged: bool = False
    owning: bool = False

    @property
    def has_part(self) -> bool:
        """Whether it names a part in any case."""
        return "part" in self.pattern.groupindex and "it" not in self.pattern.groupindex


_TABLE = read_table("cast")

FORMS = tuple(CastForm(**form) for form in _TABLE.forms)

GAPPED = _TABLE.patterns["gapped"]
HEDGES = _TABLE.patterns["hedges"]
NOT_PLAYED = _TABLE.patterns["not-played"]
