"""Decades, centuries, and the turn of one."""

from __future__ import annotations

from collections.abc import Callable

from plugins.archive.date_expression import DerivationStep, Precision
from plugins.dates.absolute import century_for
from plugins.dates.extents import Extent, Shape
from plugins.dates.periods import Period
from plugins.dates.resolved import Circumstances, Resolved, stated
from plugins.dates.words import DECADES


def decade(one: Circumstances) -> Resolved | None:
    """Ten years, in words or digits; None for a decade in words that nothing says is one."""
    phrase = one.phrase
    if phrase.get("decadeyear"):
        first = int(phrase.get("decadeyear"))
        is_century = first % 100 == 0 and first < 2000
        return stated(phrase, Extent(Period(Precision.CENTURY if is_century else Precision.DECADE, first)))
    if phrase.get("nineteen"):
        return stated(phrase, Extent(Period(Precision.DECADE, 1900 + DECADES[phrase.get("decade")])))
    is_bare = bool(phrase.get("decade")) and not phrase.held["whole"].casefold().startswith("the ")
    if is_bare and one.modifiers.part() is None:
        return None
    digits = phrase.get("yydecade")
    tens = int(digits) if digits else DECADES[phrase.get("decade")]
    first, steps = century_for(tens, one.course.own, phrase)
    return stated(phrase, Extent(Period(Precision.DECADE, first)), *steps)


_CENTURIES = (
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)


def _century(words: str) -> int:
    """The first year of a century by its number in words or digits, as EDTF counts it."""
    number = 15 + _CENTURIES.index(words) if words in _CENTURIES else int(words[:2])
    return (number - 1) * 100


def century(one: Circumstances) -> Resolved:
    """A hundred years."""
    return stated(one.phrase, Extent(Period(Precision.CENTURY, _century(one.phrase.get("nthcentury")))))


def turn(one: Circumstances) -> Resolved:
    """The years about a century's first; which century is left open where the words do not say."""
    phrase = one.phrase
    if phrase.get("what") == "millennium":
        return stated(phrase, Extent(Period(Precision.YEAR, 2000), about=True))
    if phrase.get("nthcentury"):
        first = _century(phrase.get("nthcentury"))
        return stated(phrase, Extent(Period(Precision.YEAR, first), about=True))
    published = one.course.own
    if published is not None and published.last.year < 1990:
        step = DerivationStep(f"the last one before {published.written}: 1900", phrase.rule)
        return stated(phrase, Extent(Period(Precision.YEAR, 1900), about=True), step)
    either = Extent(Period(Precision.YEAR, 1900), Period(Precision.YEAR, 2000), Shape.EITHER, about=True)
    step = DerivationStep("the words do not say of which century", phrase.rule, phrase.span)
    return stated(phrase, either, step)


LONG_TIMES: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "decade": decade,
    "century": century,
    "turn": turn,
}
"""The functions of this module by what a rule makes."""
