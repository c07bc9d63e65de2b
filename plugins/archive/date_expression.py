"""Dates that a text speaks of: the words, what day or time they come to, and how that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from plugins.archive.edtf import Edtf
from plugins.archive.span import Span


class Precision(StrEnum):
    """How long a time a date names, from the shortest to the longest."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"

    @property
    def rank(self) -> int:
        """Grows with the length of the time."""
        return list(Precision).index(self)


class DateStatus(StrEnum):
    """How the text has it: as something still to come, as a fact, or as something that was called off."""

    ANNOUNCED = "announced"
    HAPPENED = "happened"
    CANCELLED = "cancelled"


class DateBasis(StrEnum):
    """How a date is known: the words give it whole, they count from another, or a part is concluded."""

    STATED = "stated"
    RELATIVE = "relative"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class DerivationStep:
    """One step from words to a date. ``rule`` names the rule that took it.

    ``span`` holds the words that it rests on, None where it rests on a record. They stand in the same text,
    or in that of ``source`` where it names another; ``says`` never holds words of another text.
    """

    says: str
    rule: str
    span: Span | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a text that say when. ``quote`` is what stands at ``span``, ``sentence`` holds it.

    ``edtf`` is None where the words come to no date that the text supports: they stay words. A date is
    never more precise than the text.
    """

    source: str
    span: Span
    quote: str
    sentence: Span
    edtf: Edtf | None
    basis: DateBasis
    status: DateStatus
    derivation: tuple[DerivationStep, ...]
    maker: str

    @property
    def precision(self) -> Precision | None:
        """That of the date's longest part, so that a bound has the precision of its end."""
        if self.edtf is None:
            return None
        parts = re.findall(r"[0-9X]{4}(?:-[0-9X]{2})*", re.sub("[?~%]", "", self.edtf.written))
        return max(map(_precision_of, parts), key=lambda one: one.rank)


def _precision_of(part: str) -> Precision:
    """The precision of one plain date."""
    year, *rest = part.split("-")
    if not rest:
        return {0: Precision.YEAR, 1: Precision.DECADE}.get(year.count("X"), Precision.CENTURY)
    if rest[0] in {"21", "22", "23", "24"}:
        return Precision.SEASON
    return Precision.DAY if len(rest) > 1 else Precision.MONTH
