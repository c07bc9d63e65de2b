"""Two dates that make one: from the one to the other, both, or one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.archive.date_expression import Precision
from plugins.archive.span import Span
from plugins.dates.extents import Extent, Shape
from plugins.dates.periods import BeyondCalendar
from plugins.dates.phrases import Phrase

_BETWEEN = re.compile(
    r"(?:,)?\s*(?P<join>to|through|thru|until|till|–|—|-|and|&|or|and on to|up to)\s*"
    r"(?:(?:in |the |into |about |around )*"
    r"(?:early|late|mid|the beginning of|the end of|the start of)?(?: |-)?(?:the )?)?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?P<word>from|between)\s+(?:about |around |the |early |late |mid-?|sometime in |in )*$", re.I
)

_ENDS = frozenset({"to", "through", "thru", "until", "till", "up to", "and on to"})

JOINABLE = frozenset({"calendar", "year", "decade", "feast"})
"""What a rule makes that may be an end of a stretch."""


def joint(text: str, first: Span, last: Span) -> str | None:
    """The word that joins two dates with nothing else between them, None for other words."""
    match = _BETWEEN.fullmatch(text, first.end, last.start)
    return match["join"].casefold() if match else None


def ends_a_stretch(text: str, one: Phrase, other: Phrase) -> bool:
    """Whether “through” or “until” before a date joins it to the one before, and is no bound of its own."""
    return {one.makes, other.makes} <= JOINABLE and joint(text, one.span, other.span) in _ENDS


def with_shared_year(text: str, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Phrases with the year that the next one gives for both: ``June and July 2012``."""
    found = list(phrases)
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], found[place + 1]
        lacks = one.makes == "calendar" and not {"year", "yy"} & one.held.keys()
        is_list = text[one.span.end : other.span.start].strip() == "," and place + 2 < len(found)
        if lacks and other.makes == "calendar" and (is_list or joint(text, one.span, other.span)):
            shared = {name: other.held[name] for name in ("year", "yy") if name in other.held}
            found[place] = replace(one, held={**one.held, **shared})
    return found


def join(
    text: str, sentence: Span, first: tuple[Phrase, Extent], last: tuple[Phrase, Extent]
) -> Extent | None:
    """The two as one, None where they are two dates after all.

    ``and`` joins months and days of which only the second has its year; years that it joins stay two.
    """
    (one, early), (other, late) = first, last
    word = joint(text, one.span, other.span)
    if word is None or not {one.makes, other.makes} <= JOINABLE or {early.shape, late.shape} != {Shape.ONE}:
        return None
    if not early.first.is_told or not late.first.is_told:
        return None
    before = _FROM.search(text, sentence.start, one.span.start)
    opening = before["word"].casefold() if before else ""
    try:
        if early.first.first >= late.first.first:
            return None
    except BeyondCalendar:
        return None
    same = early.first.precision is late.first.precision
    about = early.about or late.about
    if word == "or" and same:
        return Extent(early.first, late.first, Shape.EITHER, about)
    if word in {"and", "&"}:
        if opening == "between":
            return Extent(early.first, late.first, Shape.ONE_OF)
        shares = same and early.first.precision.rank < Precision.YEAR.rank and _lacks_year(one)
        return Extent(early.first, late.first, Shape.BOTH, about) if shares else None
    if word == "or" or opening == "between":
        return None
    if not same:
        return None
    return Extent(early.first, late.first, Shape.LASTING, about)


def _lacks_year(phrase: Phrase) -> bool:
    return not re.search(r"[0-9]{4}|[’'][0-9]{2}", phrase.held["whole"])
