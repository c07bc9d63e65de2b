"""The date that somebody probably meant who wrote no EDTF: ``12/25/2013``, ``summer 2013``, ``c. 1921``.

Only for messages: nothing is ever read in this way without being asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from plugins.archive.edtf import Edtf, UnreadableDate

ADVICE = (
    "write 2012-06-21, 2013-10, 2013, 2013-21 for spring (22 summer, 23 autumn, 24 winter), 2013? or 2013~"
)
"""The forms that nearly every date has."""

LONGEST = 60
"""Letters. Longer texts are sentences."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_UNKNOWN = re.compile(
    r"[?\-–—.]*|n\.?/?[ad]\.?|s\.?d\.?|unknown|undated|not known|none|tb[ac]|unclear|no date"
)

_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"


def date_fault(written: str, otherwise: str = ADVICE) -> str:
    """The message for a text that is no date.

    >>> date_fault("12/25/2013")
    "'12/25/2013' is no EDTF date; did you mean '2013-12-25'?"
    >>> date_fault("unknown")
    "'unknown' is no EDTF date; leave the key out where no source tells"
    """
    if _UNKNOWN.fullmatch(written.strip().lower()):
        return f"{written!r} is no EDTF date; leave the key out where no source tells"
    meant = " or ".join(map(repr, nearest_dates(written)))
    return f"{written!r} is no EDTF date; {f'did you mean {meant}?' if meant else otherwise}"


def nearest_dates(written: str) -> tuple[str, ...]:
    """The dates in EDTF that may be meant, the likeliest first; several where nothing tells which.

    >>> nearest_dates("10/12/2013")
    ('2013-10-12', '2013-12-10')
    >>> [nearest_dates(one)[0] for one in ("summer 2013", "c. 1921", "1920s", "May to July 1921")]
    ['2013-22', '1921~', '192X', '1921-05/1921-07']
    """
    if len(written) > LONGEST:
        return ()
    text = " ".join(written.lower().replace("–", "-").replace("—", "-").replace(",", " ").split())
    return tuple(dict.fromkeys(one for one in _readings(text.strip(".")) if _is_date(one)))


def _is_date(text: str) -> bool:
    try:
        Edtf.parse(text)
    except UnreadableDate:
        return False
    return True


def _readings(text: str) -> Iterator[str]:
    """Everything that a text may stand for, whether there is such a day or not."""
    yield from _one(text)
    if any(map(_is_date, _one(text))):
        return
    for pattern in _FROM_TO:
        if found := pattern.fullmatch(text):
            for last in _plain(found["last"]):
                firsts = [*_plain(found["first"]), *_plain(f"{found['first']} {last[:4]}")]
                yield from (f"{first}/{last}" for first in firsts)
    if found := _EITHER.fullmatch(text):
        yield from (f"[{one},{two}]" for one in _plain(found[1]) for two in _plain(found[2]))


@lru_cache(maxsize=4096)
def _one(text: str) -> tuple[str, ...]:
    """What a text without an end of its own may stand for. Kept, as signs are taken off in any order."""
    for pattern, make in _FORMS:
        if (found := pattern.fullmatch(text)) and any(map(_is_date, told := [*make(found)])):
            return tuple(told)
    return tuple(
        form.format(one)
        for pattern, form in _AROUND
        if (found := pattern.fullmatch(text))
        for one in _plain(found["rest"])
    )


def _plain(text: str) -> list[str]:
    """The dates that a part of a text may stand for."""
    return [one for one in (text, *_one(text)) if _is_date(one)]


def _named(found: re.Match[str]) -> Iterator[str]:
    """A month by its name, with a day and a year as far as they are there."""
    told = found.groupdict()
    month = _MONTHS.index(told["month"][:3]) + 1
    year = told.get("year") or "XXXX"
    yield f"{year}-{month:02}" + (f"-{int(told['day']):02}" if told.get("day") else "")


def _numbers(found: re.Match[str]) -> Iterator[str]:
    """A day in numbers, the year first. A month that is none may be the day; a day that never was is none."""
    year, *rest = (int(one) for one in re.findall(r"\d+", found[0])[:3])
    orders = (
        "-".join([f"{year:04}", *(f"{one:02}" for one in order)]) for order in (rest, rest[::-1], rest[:1])
    )
    yield from [one for one in orders if _is_date(one)][:1]


def _year_last(found: re.Match[str]) -> Iterator[str]:
    """A day or month in numbers before the year: with dots the day comes first, else nobody knows."""
    *rest, year = (int(one) for one in re.findall(r"\d+", found[0]))
    orders = [rest[::-1]] if "." in found[0] else [rest, rest[::-1]]
    for order in orders:
        yield "-".join([f"{year:04}", *(f"{one:02}" for one in order)])


_Make = Callable[[re.Match[str]], Iterator[str]]

_FORMS: tuple[tuple[re.Pattern[str], _Make], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"{_YEAR}", lambda found: iter([found[0]])),
        (r"\d{4}[-/. ]\d{1,2}(?:[-/. ]\d{1,2})?(?:[t ]\d\d:\d\d.*)?", _numbers),
        (r"(?:\d{1,2}[-/. ] ?)?\d{1,2}[-/. ] ?\d{4}", _year_last),
        (rf"(?:{_DAY} (?:of )?)?{_MONTH} (?:of )?{_YEAR}", _named),
        (rf"{_MONTH} {_DAY}(?: {_YEAR})?", _named),
        (rf"{_DAY}[. ] ?{_MONTH}(?: {_YEAR})?", _named),
        (rf"{_YEAR}[- ]{_MONTH}(?:[- ]{_DAY})?", _named),
        (rf"{_DAY}-{_MONTH}-{_YEAR}", _named),
        (
            r"(?:the )?(spring|summer|autumn|fall|winter)(?: of)? (\d{4})",
            lambda found: iter([f"{found[2]}-{_SEASONS[found[1]]}"]),
        ),
        (
            r"(\d{4})[- ](spring|summer|autumn|fall|winter)",
            lambda found: iter([f"{found[1]}-{_SEASONS[found[2]]}"]),
        ),
        (r"(?:the )?(?:early |mid[- ]|late )?(\d{3})0['’]?s", lambda found: iter([f"{found[1]}X"])),
        (
            r"(?:the )?(\d{1,2})(?:st|nd|rd|th) century",
            lambda found: iter([f"{int(found[1]) - 1:02}XX"]),
        ),
    )
)
"""What people write in the place of one date."""

_AROUND: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?:c|ca|circa|about|around|approx|approximately|roughly)[. ]\s*(?P<rest>.+)", "{}~"),
        (r"~ ?(?P<rest>.+)", "{}~"),
        (r"(?P<rest>.+?) ?(?:\(\?\)|\?| \(?(?:approx|circa)\.?\)?)", "{}?"),
        (r"(?:probably|perhaps|maybe|possibly|likely) (?P<rest>.+)", "{}?"),
        (r"(?:before|by|until|not later than) (?P<rest>.+)", "[..{}]"),
        (r"(?:after|not before) (?P<rest>.+)", "[{}..]"),
        (r"(?:since|from) (?P<rest>.+)", "{}/.."),
        (r"(?:early|mid|late|the end of|end of|in|on)[- ](?P<rest>.+)", "{}"),
    )
)
"""Words and signs around a date, and what EDTF has for them."""

_FROM_TO = tuple(
    re.compile(rf"(?:from |between )?(?P<first>.+?){between}(?P<last>.+)")
    for between in (" (?:to|until|till|and) ", " - ?", " ?[-/]")
)
"""Two dates with a time between them, by what stands there."""

_EITHER = re.compile(r"(?:either )?(.+) or (.+)")
