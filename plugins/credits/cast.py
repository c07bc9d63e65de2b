"""The forms in which a sentence says who plays whom: the table of ``cast.toml``, read once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.credits.jobs import NOUN
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
    near: bool = False
    called: str = ""
    mode: str = ""
    status: str = ""
    planned: bool = False
    beside: bool = False

    @property
    def has_part(self) -> bool:
        """Whether it names a part in any case."""
        return "part" in self.pattern.groupindex and "it" not in self.pattern.groupindex

    @property
    def has_pronoun(self) -> bool:
        """Whether a pronoun may stand in it for the performer, so that its sentence need name nobody."""
        return "they" in self.pattern.groupindex


_TABLE = read_table("cast", noun=NOUN)

FORMS = tuple(CastForm(**form) for form in _TABLE.forms)

GAPPED = _TABLE.patterns["gapped"]
GAPPED_SAID = _TABLE.patterns["gapped-said"]
HEDGES = _TABLE.patterns["hedges"]
SPOKEN_PART = _TABLE.patterns["spoken"]
NOT_PLAYED = _TABLE.patterns["not-played"]
