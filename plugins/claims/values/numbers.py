"""Numbers and ages: exact ones, round ones, and decades of a life."""

from __future__ import annotations

import re
from math import inf

from plugins.claims.values.numerals import NUMERAL, WORDS, number_of
from plugins.claims.values.quantity import HEDGE, TO, Quantity, bounds, hedge_of
from plugins.claims.values.words import rest_of, words_of

_DECADES = {
    **{word: number for word, number in WORDS.items() if 20 <= number < 100},
    **{str(number): number for number in range(20, 100, 10)},
}
_DECADE = re.compile(
    r"(?:\b(?P<before>early|mid|late)[\s-]+(?:in\s+)?)?(?:\b(?:his|her|their|the)\s+)?"
    r"(?:(?P<part>early|mid|late)[\s-]+)?"
    r"\b(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|[2-9]0[’']?s)\b",
    re.IGNORECASE,
)
_ISH = re.compile(rf"\b(?P<count>{'|'.join(WORDS)}|[0-9]+)(?P<ish>[\s-]?ish|[\s-]something)\b", re.IGNORECASE)
_TEENS = re.compile(r"\b(?:teenager|teens|teenage|adolescent)\b", re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?<![\w.])(?:{HEDGE}\s*)?(?:between\s+(?P<between>{NUMERAL})\s+and\s+|(?P<from>{NUMERAL}){TO})?"
    rf"(?P<count>{NUMERAL})(?![\w.])(?P<so>\s+or so)?",
    re.IGNORECASE,
)

_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
"""The years of a decade that its beginning, middle and end may mean."""

_STEPS = (1_000_000, 500_000, 100_000, 50_000, 10_000, 5_000, 1_000, 500, 100, 50, 10, 5)
"""What people round to."""

_SAYS_NOTHING = words_of("old years year aged age his her their he she")
"""Words that stand beside an age and limit it to nothing."""


def read_number(value: str, about: bool = False) -> Quantity | None:
    """The first number that a value names; None where it names none.

    >>> read_number("about forty").said, read_number("in his fifties").said, read_number("fortyish").said
    ('35 to 45', '50 to 59', '35 to 45')
    """
    found = _decade(value) or _ish(value) or _teens(value) or _number(value, about)
    if found is None:
        return None
    low, high, match = found
    return Quantity("", low, high, _said(low, high), rest_of(value, match, _SAYS_NOTHING))


_Found = tuple[float, float, re.Match[str]]


def _decade(value: str) -> _Found | None:
    match = _DECADE.search(value)
    if match is None:
        return None
    word = match["decade"].casefold().replace("’", "").replace("'", "")
    first = _DECADES[word.replace("ies", "y") if word[0].isalpha() else word.rstrip("s")]
    low, high = _PARTS.get((match["part"] or match["before"] or "").casefold(), (0, 9))
    return first + low, first + high, match


def _ish(value: str) -> _Found | None:
    match = _ISH.search(value)
    if match is None:
        return None
    middle = number_of(match["count"])
    if "something" in match["ish"].casefold():
        return middle, middle + 9, match
    return middle - _round(middle), middle + _round(middle), match


def _teens(value: str) -> _Found | None:
    match = _TEENS.search(value)
    return (13, 19, match) if match else None


def _number(value: str, about: bool) -> _Found | None:
    # A bare article is a number before a unit only.
    matches = (one for one in _NUMBER.finditer(value) if one["count"].casefold() not in {"a", "an"})
    match = next(matches, None)
    if match is None:
        return None
    high = number_of(match["count"])
    first = match["from"] or match["between"]
    hedge = hedge_of(match) or ("about" if about or match["so"] else None)
    return *bounds(hedge, number_of(first) if first else high, high, _round(high)), match


def _round(number: float) -> float:
    """What “about” leaves open: half of the roundest step up to a quarter of the number, at least 1."""
    steps = (step for step in _STEPS if step <= number / 4 and number % step == 0)
    return max(next(steps, 0) / 2, 1.0)


def _said(low: float, high: float) -> str:
    if low == high:
        return f"{low:g}"
    if high == inf:
        return f"more than {low:g}"
    return f"{low:g} to {high:g}" if low else f"less than {high:g}"
