"""The forms in which a sentence says who plays whom: the table of ``cast.toml``, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plugins.credits.passage import PART, PERSON
from plugins.credits.patterns import Pattern, read_table


@dataclass(frozen=True, eq=False)
class CastForm:
    """One form; each field is a key of ``cast.toml``, explained there."""

    reason: str
    pattern: Pattern
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

    @cached_property
    def signs(self) -> frozenset[str]:
        """What a sentence must name to have it: a part, a person or both.

        Where a pronoun may stand for the performer, the sentence need name nobody.
        """
        groups = self.pattern.groups
        if "part" not in groups or "it" in groups:
            return frozenset({PERSON})
        return frozenset({PART}) if "they" in groups else frozenset({PERSON, PART})


_TABLE = read_table("cast")

FORMS = tuple(CastForm(**form) for form in _TABLE.forms)

GAPPED = _TABLE.patterns["gapped"]
GAPPED_SAID = _TABLE.patterns["gapped-said"]
HEDGES = _TABLE.patterns["hedges"]
SPOKEN_PART = _TABLE.patterns["spoken"]
NOT_PLAYED = _TABLE.patterns["not-played"]
