"""How long something lasts, as minutes between two bounds: as exact as it is written, and no more."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import inf

from plugins.claims.values.numerals import NUMERAL, PART, number_of, part_of
from plugins.claims.values.quantity import HEDGE, TO, Quantity, bounds, hedge_of
from plugins.claims.values.words import rest_of, words_of

_UNITS = {
    "minute": (1, r"minutes?|mins?\b\.?|m\b|['′’](?!\w)"),
    "hour": (60, r"hours?|hrs?\b\.?|h(?![a-z])"),
    "day": (1_440, r"days?"),
    "week": (10_080, r"weeks?"),
    "month": (43_830, r"months?"),
    "year": (525_960, r"years?|yrs?\b\.?"),
}
"""Units with their minutes (of a month and a year the mean) and how they are written."""

_HOURS_IN = (30, 15, 6)
"""A length in hours is rounded to one of these, in minutes: “two hours” to the half hour, “an hour and a
quarter” to the quarter, “2.1 hours” to the tenth."""

_ROUND = (30, 15, 10, 5)
"""An “about” before minutes leaves open half of the roundest of these that the number is a multiple of."""

_LEAST = 2.0
"""Minutes that an “about” leaves open at the least: nobody says it of a length known to the minute."""

_SAYS_NOTHING = words_of("long length runs running time run lasts lasting duration film finished each")
"""Words that stand beside a length and limit it to nothing."""

_UNIT = "|".join(f"(?:{written})" for _, written in _UNITS.values())
_COUNT = rf"(?:{PART}(?:\s+of)?(?:\s+an?)?|{NUMERAL}(?:\s+and\s+{PART}|[½¼¾])?)"
_PIECE = rf"{_COUNT}[\s-]*(?:{_UNIT})"
_CLOCK = r"(?:[0-9]{1,2}:[0-5][0-9]|[0-9]+\s*h\s*[0-5][0-9](?![0-9]))"
_LENGTH = rf"(?:{_CLOCK}|{_PIECE}(?:(?:,|\s+and|,\s+and)?\s*{_PIECE})*(?:\s+and\s+{PART})?)"
_DURATION = re.compile(
    rf"(?<!\w)(?:{HEDGE}\s*)?(?:between\s+(?P<between>{_COUNT})\s+and\s+|(?P<from>{_COUNT}){TO})?"
    rf"(?P<length>{_LENGTH})(?!\w)(?P<so>\s+or so)?",
    re.IGNORECASE,
)
_BARE = re.compile(r"[0-9]{1,4}")
"""A number alone: of a film, minutes."""

_NAMED_UNIT = "|".join(f"(?P<{name}>{written})" for name, (_, written) in _UNITS.items())
_ONE = re.compile(rf"(?P<count>{_COUNT})[\s-]*(?:{_NAMED_UNIT})", re.IGNORECASE)
_AND_A_PART = re.compile(rf"\s+and\s+({PART})$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Length:
    """Minutes, what the writing leaves open on either side, and the largest and smallest unit named."""

    minutes: float
    open: float
    largest: str
    last: str


def read_duration(value: str, about: bool = False) -> Quantity | None:
    """The first length that a value names; None where it names none.

    ``about`` is true of a value whose source only approximates it.

        >>> read_duration("about two hours").said, read_duration("2h 5m").said
        ('105 to 135 minutes', '125 minutes')
        >>> read_duration("more than a year").said
        'more than a year'
    """
    match = _DURATION.search(f"{value} minutes" if _BARE.fullmatch(value) else value)
    length = _length_of(match["length"]) if match else None
    if match is None or length is None:
        return None
    if first := match["from"] or match["between"]:
        low, high = _count(first) * _UNITS[length.last][0], length.minutes
    else:
        low, high = length.minutes - length.open, length.minutes + length.open
    hedge = hedge_of(match) or ("about" if about or match["so"] else None)
    low, high = bounds(hedge, low, high, _least(length))
    said = _said(low, high, length, match[0].strip())
    return Quantity("minutes", low, high, said, rest_of(value, match, _SAYS_NOTHING))


def _length_of(written: str) -> _Length | None:
    if re.fullmatch(_CLOCK, written.strip(), re.IGNORECASE):
        hours, minutes = re.findall("[0-9]+", written)
        return _Length(int(hours) * 60 + int(minutes), 0, "hour", "minute")
    total, units = 0.0, []
    for piece in _ONE.finditer(written):
        units.append(next(name for name in _UNITS if piece[name]))
        total += _count(piece["count"]) * _UNITS[units[-1]][0]
    if not units:
        return None
    if more := _AND_A_PART.search(written):
        total += part_of(more[1]) * _UNITS[units[-1]][0]
    return _Length(total, _open(total, units[-1]), units[0], units[-1])


def _count(written: str) -> float:
    """The number before a unit; in “half an hour” and “a quarter of an hour” the article is none."""
    written = written.strip()
    if part := re.match(PART, written, re.IGNORECASE):
        return part_of(part[0])
    whole = re.match(NUMERAL, written, re.IGNORECASE)
    if whole is None:
        return 0.0
    rest = re.search(PART, written[whole.end() :], re.IGNORECASE)
    return number_of(whole[0]) + (part_of(rest[0]) if rest else 0.0)


def _open(minutes: float, last: str) -> float:
    """What a length leaves open on either side; nothing where it is given in minutes."""
    if last == "minute":
        return 0.0
    if last == "hour":
        return next((step for step in _HOURS_IN if minutes % step == 0), 1) / 2
    return _UNITS[last][0] / 2


def _least(length: _Length) -> float:
    """What “about” leaves open."""
    if length.open:
        return length.open
    return max(next((step for step in _ROUND if length.minutes % step == 0), 1) / 2, _LEAST)


def _said(low: float, high: float, length: _Length, written: str) -> str:
    """The bounds in minutes; of what lasts for days and years its own words."""
    if length.largest not in {"minute", "hour"}:
        return written
    if low == high:
        return f"{low:g} minutes"
    if high == inf:
        return f"more than {low:g} minutes"
    return f"{low:g} to {high:g} minutes" if low else f"less than {high:g} minutes"
