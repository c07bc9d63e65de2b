"""The tables of ``words.toml``: what the words of dates mean, and the patterns that find them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))

MONTHS: dict[str, int] = {
    name.casefold(): number
    for table in (_TABLE["months"], _TABLE["short_months"])
    for name, number in table.items()
}
SEASONS: dict[str, int] = _TABLE["seasons"]
WEEKDAYS: dict[str, int] = {name.casefold(): number for name, number in _TABLE["weekdays"].items()}
CARDINALS: dict[str, int] = _TABLE["cardinals"]
ORDINALS: dict[str, int] = _TABLE["ordinals"]
DECADES: dict[str, int] = _TABLE["decades"]
YEARLY: frozenset[str] = frozenset(_TABLE["yearly"]["words"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time in days and months; ``clock`` for those that are shorter than a day."""

    name: str
    days: int
    months: int
    clock: bool = False


UNITS: dict[str, Unit] = {name: Unit(name, **row) for name, row in _TABLE["units"].items()}


@dataclass(frozen=True, slots=True)
class Count:
    """How many: ``most`` is None where words give no upper limit (``several``)."""

    least: float
    most: float | None
    about: bool = False

    @property
    def is_exact(self) -> bool:
        return self.least == self.most


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast: the days between which it lies, as month and day; ``about`` where people mean its season.

    ``easter`` is how many days it lies behind Easter Sunday, None for other feasts. A day of 0 stands for a
    month.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    about: bool = False
    easter: int | None = None


def _holiday(row: dict[str, Any]) -> Holiday:
    about = row.get("about", False)
    if "month" in row:
        day = (row["month"], row.get("day", 0))
        return Holiday(day, day, about)
    if "easter" in row:
        # Near enough to tell the year; the day is that of the calendar of that year.
        near = date(2003, 4, 8) + timedelta(days=row["easter"])
        return Holiday((near.month, near.day), (near.month, near.day), about, row["easter"])
    return Holiday((row["from"][0], row["from"][1]), (row["to"][0], row["to"][1]))


HOLIDAYS: dict[str, Holiday] = {name.casefold(): _holiday(row) for name, row in _TABLE["holidays"].items()}

_VAGUE: dict[str, Count] = {
    words: Count(row["least"], row.get("most"), row.get("about", False))
    for row in _TABLE["vague"]
    for words in row["words"]
}

SEVERAL = Count(2, None)
"""What a plural without a number says: ``years ago``."""


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first.

    Words that begin alike stand together, so that most are passed over with their first letter.

    >>> one_of(["may", "march", "june"])
    '(?:march|may)|(?:june)'
    """
    together: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        together.setdefault(word[:1].casefold(), []).append(re.escape(word).replace(r"\ ", " "))
    return "|".join(f"(?:{'|'.join(group)})" for group in together.values())


_TENS = one_of(word for word, number in CARDINALS.items() if number >= 20)
_ONES = one_of(word for word, number in CARDINALS.items() if number < 10)
_CARDINAL = rf"(?:(?:{_TENS})-(?:{_ONES})|{one_of(CARDINALS)}|[0-9]{{1,3}})"
_HALF = r"(?: and a half)?"
_ORDINAL_WORDS = rf"(?:(?:twenty|thirty)-)?(?:{one_of(ORDINALS)})"
_FULL_MONTHS = "|".join((*_TABLE["months"], *(name.upper() for name in _TABLE["months"])))
_PLAIN_MONTHS = "|".join(
    name.lower() for name in _TABLE["months"] if name not in {"March", "May", "August", "April", "June"}
)
"""Months that mean nothing else without their capital, nor are anybody's name."""
_SHORT_MONTHS = "|".join((*_TABLE["short_months"], *(name.upper() for name in _TABLE["short_months"])))
_WEEKDAYS = "|".join((*_TABLE["weekdays"], *(name.upper() for name in _TABLE["weekdays"])))

_TEENS = one_of(word for word, number in CARDINALS.items() if 9 < number < 20)
_TWO_DIGITS = rf"(?:(?:{_TENS})-(?:{_ONES}))"
_HUNDREDS = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_SPOKEN = (
    rf"(?:(?:{one_of(_HUNDREDS)})[ -]"
    rf"(?:hundred|(?:oh|aught|o[’'])[ -](?:{_ONES})|{_TWO_DIGITS}|{_TENS}|{_TEENS})"
    rf"|two thousand(?:(?: and)? (?:{_TEENS}|{_ONES}))?)"
)

WORDS: dict[str, str] = {
    "fullmonth": rf"(?-i:{_FULL_MONTHS}|{_PLAIN_MONTHS})",
    "month": rf"(?:(?-i:{_FULL_MONTHS}|{_PLAIN_MONTHS})|(?-i:{_SHORT_MONTHS})\b\.?)",
    "season": one_of(SEASONS),
    "weekday": rf"(?-i:{_WEEKDAYS})",
    "anyweekday": (
        rf"(?-i:(?:{_WEEKDAYS})"
        r"|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUES?|WED|THUR?S?|FRI|SAT|SUN)\b\.?)"
    ),
    "holiday": one_of(_TABLE["holidays"]).replace("’", "[’']"),
    "year": r"(?:1[5-9][0-9]{2}|20[0-9]{2})",
    "yy": r"[’'‘][0-9]{2}",
    "spoken": _SPOKEN,
    "twodigits": _TWO_DIGITS,
    "day": r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])",
    "th": r"(?:st|nd|rd|th)",
    "dayword": rf"{_ORDINAL_WORDS}",
    "decade": one_of(DECADES),
    "unit": one_of(UNITS),
    "longunit": "day|night|weekend|week|fortnight|month|year|decade|century",
    "vague": one_of(_VAGUE),
    "count": (
        rf"(?:{_CARDINAL}{_HALF}(?:(?: or | to |-to-|-or-|–|-){_CARDINAL}{_HALF})?"
        rf"|half an?|a half|another|an?(?: whole| full)?(?: half)?|{one_of(_VAGUE)})"
        r"(?: (?:more|full|whole|long|short|solid))?"
    ),
    "yearly": one_of(YEARLY),
    "rough": (
        r"(?:(?:about|around|some|roughly|approximately|almost|nearly"
        r"|more than|over|at least|less than|under) )?"
    ),
    "nth": rf"(?:{_ORDINAL_WORDS}|[1-5][0-9]?(?:st|nd|rd|th)|last|final)",
}
"""The patterns that ``phrases.toml`` names, for a search without regard to capitals.

A month has its capital unless nobody could take it for a verb or a name.
"""


def read_count(words: str) -> Count | None:
    """How many the words of the pattern ``count`` mean; None for other words.

    >>> read_count("two or three"), read_count("a couple of")
    (Count(least=2.0, most=3.0, about=False), Count(least=2, most=2, about=True))
    >>> read_count("fifty-one").least
    51.0
    """
    said = " ".join(words.casefold().split())
    if said in _VAGUE:
        return _VAGUE[said]
    said = re.sub(r" (?:more|full|whole|long|short|solid)$", "", said)
    if said in _VAGUE:
        return _VAGUE[said]
    if said in {"a", "an", "another"}:
        return Count(1, 1)
    if "half" in said and "and a half" not in said:
        return Count(0.5, 0.5)
    numbers = [_number(one) for one in re.split(r" or | to |-to-|-or-|–|(?<=[0-9])-(?=[0-9])", said)]
    known = [one for one in numbers if one is not None]
    if not known or len(known) < len(numbers):
        return None
    return Count(min(known), max(known))


def _number(words: str) -> float | None:
    half = 0.5 if words.endswith(" and a half") else 0.0
    words = words.removesuffix(" and a half")
    if words in {"a", "an"}:
        return 1 + half
    if words.isdecimal():
        return int(words) + half
    parts = [CARDINALS.get(part) for part in words.split("-")]
    known = [part for part in parts if part is not None]
    return float(sum(known)) + half if known and len(known) == len(parts) else None


def read_weekday(words: str) -> int | None:
    """The number of a day of the week, shortened or not; None for other words.

    >>> read_weekday("Tuesday"), read_weekday("thurs"), read_weekday("")
    (1, 3, None)
    """
    return next(
        (number for name, number in WEEKDAYS.items() if words and name.startswith(words[:3].casefold())), None
    )


def is_feast(words: str) -> bool:
    """Whether words are the name of a feast and nothing else."""
    return words.casefold().replace("'", "’") in HOLIDAYS


def read_year(words: str) -> int | None:
    """The year that is said in words; of its last two digits alone, these; None for other words.

    >>> read_year("nineteen sixty-two"), read_year("two thousand and four"), read_year("sixty-two")
    (1962, 2004, 62)
    """
    said = words.casefold().replace("-", " ").replace("o’ ", "oh ").split()
    numbers = [CARDINALS[one] for one in said if one in CARDINALS]
    if said[:2] == ["two", "thousand"]:
        return 2000 + sum(numbers[1:])
    if said and said[0] in _HUNDREDS and len(said) > 1:
        return _HUNDREDS[said[0]] + sum(numbers[1:])
    return sum(numbers) if numbers else None


def read_ordinal(words: str) -> int | None:
    """Which the words of the pattern ``nth`` or ``dayword`` mean; -1 for the last, None for other words.

    >>> read_ordinal("twenty-first"), read_ordinal("3rd"), read_ordinal("last")
    (21, 3, -1)
    """
    said = words.casefold()
    if said in {"last", "final"}:
        return -1
    if match := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)?", said):
        return int(match[1])
    tens, _, ones = said.rpartition("-")
    number = ORDINALS.get(ones)
    return None if number is None else number + CARDINALS.get(tens, 0)
