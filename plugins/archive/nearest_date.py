"""The date that somebody probably meant who wrote no EDTF: ``12/25/2013``, ``summer 2013``, ``c. 1921``.

Only for messages: nothing is ever read in this way without being asked.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Callable, Iterator
from functools import lru_cache

from plugins.archive.edtf import Edtf, UnreadableDate

ADVICE = (
    "write it like 2012-06-21, 2013-10, 2013, 2013-21 for spring (22 summer, 23 autumn, 24 winter), "
    "2013? where it is not sure, 2013~ for about 2013"
)
"""The forms that nearly every date has."""

LONGEST = 60
"""Letters. Longer texts are sentences."""

_MONTHS = {
    word: number
    for number, words in enumerate(
        ("jan", "feb", "mar mär", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"),
        1,
    )
    for word in words.split()
}
"""The first letters of the months, in English and German."""

_SEASONS = {
    **{"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    **{"frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23},
}
_SEASON = "|".join(_SEASONS)
_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_UNKNOWN = re.compile(
    r"[?\-–—.]*|n\.?/?[ad]\.?|s\.?d\.?|unknown|unbekannt|undated|not known|none|tb[ac]|unclear|no date"
)

_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_BRACKETED = re.compile(r"\A\(([^()]*)\)\Z")
_WEEKDAY = (
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    "(?:mon|diens|donners|frei|sams|sonn)tag"
)
_YEAR = r"(?P<year>\d{4})"


def date_fault(
    written: str, otherwise: str = ADVICE, rest: str = "into the text below the second ---"
) -> str:
    """The message for a text that is no date. ``rest`` is where other words than the date belong.

    >>> date_fault("12/25/2013")
    "'12/25/2013' is no date that can be read; did you mean '2013-12-25'?"
    >>> date_fault("unknown")
    "'unknown' is no date that can be read; leave the key out where no source tells"
    >>> date_fault("1931-02-30")
    "'1931-02-30' is no day: February 1931 has 28 days; write the right day, or 1931-02 where nobody knows it"
    """
    if _UNKNOWN.fullmatch(written.strip().lower()):
        return f"{written!r} is no date that can be read; leave the key out where no source tells"
    meant = nearest_dates(written)
    told = f"did you mean {' or '.join(map(_shown, meant))}?" if meant else otherwise
    if not meant and (part := _date_in(written)):
        told = f"write {part} alone; the other words belong {rest}"
    has_day = any(len(one) > len("1931-02") for one in meant)
    # Where the year comes first, so does the month; elsewhere a number too high for a month is the day.
    of_years = any(_YEARS.fullmatch(one) for one in meant)
    is_of_day = not of_years and not (has_day and not written[:4].isdecimal())
    if (found := _impossible(written)) is not None and is_of_day:
        reason, advice = found
        return f"{written!r} is no day: {reason}; {told if has_day else advice}"
    season = int(meant[0][5:7]) if meant and re.fullmatch(r"\d{4}-2[1-4]\W?", meant[0]) else 0
    stands = f" ({season} stands for {_NAMES[season]})" if season else ""
    return f"{written!r} is no date that can be read; {told}{stands}"


_YEARS = re.compile(r"\d{4}/\d{4}")
"""A time from one year to another."""


def _shown(date: str) -> str:
    """A date in a message, with the quotation marks that brackets need."""
    return f'"{date}" (with the quotation marks)' if date.startswith("[") else repr(date)


def _date_in(written: str) -> str:
    """The date in a text with other words, where it has one year; empty for none."""
    words = written.replace("(", " ").replace(")", " ").split()
    if len(re.findall(r"\d{4}", written)) != 1 or len(written) > LONGEST:
        return ""
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length]).strip(",;:.")
            found = (part,) if is_date(part) else nearest_dates(part)
            if len(found) == 1 and re.search(r"\d{4}", part):
                return found[0]
    return ""


def is_impossible(written: str) -> bool:
    """Whether a text is a day that never was: ``June 31, 1931``. A month that never was may be a year.

    >>> is_impossible("31 June 1931"), is_impossible("3 June 1931"), is_impossible("1938-39")
    (True, False, False)
    """
    return len(re.findall(r"\w+", written)) > len(("year", "month")) and _impossible(written) is not None


def _impossible(written: str) -> tuple[str, str] | None:
    """Which part of a day never was, and what to write for it; None for any other text."""
    text = " ".join(written.lower().replace(",", " ").split())
    for pattern in _DAYS:
        if (found := pattern.fullmatch(text)) is None:
            continue
        told = found.groupdict()
        named = told["month"] if told["month"].isdecimal() else str(_MONTHS[told["month"][:3]])
        year, month, day = int(told["year"]), int(named), int(told.get("day") or 1)
        if not 1 <= month <= 12:
            advice = f"write the right month, or {year:04} where nobody knows it" if year else ADVICE
            return f"there is no month {told['month']}", advice
        last = monthrange(year, month)[1] if year else 31
        if not 1 <= day <= last:
            few = f"{month_name[month]} {year if month == 2 else ''}".strip()
            reason = f"{few} has {last} days" if day else f"there is no day {told['day']}"
            return reason, f"write the right day, or {year:04}-{month:02} where nobody knows it"
    return None


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
    return tuple(
        dict.fromkeys(one for one in _readings(_BRACKETED.sub(r"\1", text.strip(".;\"'”“ "))) if is_date(one))
    )


def is_date(text: str) -> bool:
    """Whether a text is EDTF."""
    try:
        Edtf.parse(text)
    except UnreadableDate:
        return False
    return True


def _readings(text: str) -> Iterator[str]:
    """Everything that a text may stand for, whether there is such a day or not."""
    yield from _one(text)
    if any(map(is_date, _one(text))):
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
        if (found := pattern.fullmatch(text)) and any(map(is_date, told := [*make(found)])):
            return tuple(told)
    return tuple(
        form.format(one)
        for pattern, form in _AROUND
        if (found := pattern.fullmatch(text))
        for one in _plain(found["rest"])
    )


def _plain(text: str) -> list[str]:
    """The dates that a part of a text may stand for."""
    return [one for one in (text, *_one(text)) if is_date(one)]


def _named(found: re.Match[str]) -> Iterator[str]:
    """A month by its name, with a day and a year as far as they are there."""
    told = found.groupdict()
    month = _MONTHS[told["month"][:3]]
    year = told.get("year") or "XXXX"
    yield f"{year}-{month:02}" + (f"-{int(told['day']):02}" if told.get("day") else "")


def _years(found: re.Match[str]) -> Iterator[str]:
    """Two years, of which the second lacks its century: 1948-49. What may be a month is none."""
    century, first, last = found.groups()
    if int(last) > max(int(first), 12):
        yield f"{century}{first}/{century}{last}"


def _numbers(found: re.Match[str]) -> Iterator[str]:
    """A day in numbers, the year first. A month that is none may be the day; a day that never was is none."""
    year, *rest = (int(one) for one in re.findall(r"\d+", found[0])[:3])
    orders = (
        "-".join([f"{year:04}", *(f"{one:02}" for one in order)]) for order in (rest, rest[::-1], rest[:1])
    )
    yield from [one for one in orders if is_date(one)][:1]


def _year_last(found: re.Match[str]) -> Iterator[str]:
    """A day or month in numbers before the year: with dots the day comes first, else nobody knows."""
    *rest, year = (int(one) for one in re.findall(r"\d+", found[0]))
    yield from _in_orders(year, rest, is_known="." in found[0])


def _in_orders(year: int, rest: list[int], *, is_known: bool) -> Iterator[str]:
    for order in [rest[::-1]] if is_known else [rest, rest[::-1]]:
        yield "-".join([f"{year:04}", *(f"{one:02}" for one in order)])


def _of_two_digits(found: re.Match[str]) -> Iterator[str]:
    """A day with the last two digits of its year, in either century of films where nobody knows which."""
    *rest, year = (int(one) for one in re.findall(r"\d+", found[0]))
    for century in (2000, 1900) if year < _BOTH else (1900,):
        yield from _in_orders(century + year, rest, is_known="." in found[0])


_BOTH = 40
"""The last two digits of a year below which nobody knows the century."""

_DAYS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?",
        r"(?P<day>\d{1,2})[-/. ] ?(?P<month>\d{1,2})[-/. ] ?(?P<year>\d{4})",
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[. ] ?(?:of )?{_MONTH} {_YEAR}",
        rf"{_MONTH} {_DAY} {_YEAR}",
    )
)
"""How people write a day, for what cannot be one."""

_Make = Callable[[re.Match[str]], Iterator[str]]

_FORMS: tuple[tuple[re.Pattern[str], _Make], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"{_YEAR}", lambda found: iter([found[0]])),
        (r"(\d\d)(\d\d)[-/](\d\d)", _years),
        (r"\d{4}[-/. ]\d{1,2}(?:[-/. ]\d{1,2})?(?:[t ]\d\d:\d\d.*)?", _numbers),
        (r"(?:\d{1,2}[-/. ] ?)?\d{1,2}[-/. ] ?\d{4}", _year_last),
        (r"\d{1,2}[-/. ] ?\d{1,2}[-/. ] ?\d\d", _of_two_digits),
        (rf"(?:{_DAY} (?:of )?)?{_MONTH} (?:of )?{_YEAR}", _named),
        (rf"{_MONTH} {_DAY}(?: {_YEAR})?", _named),
        (rf"{_DAY}[. ] ?{_MONTH}(?: {_YEAR})?", _named),
        (rf"{_YEAR}[- ]{_MONTH}(?:[- ]{_DAY})?", _named),
        (rf"{_DAY}-{_MONTH}-{_YEAR}", _named),
        (
            rf"(?:the |im )?({_SEASON})(?: of)? (\d{{4}})",
            lambda found: iter([f"{found[2]}-{_SEASONS[found[1]]}"]),
        ),
        # A winter has the year in which it begins.
        (r"(?:the |im )?winter(?: of)? (\d{4})[-/](?:\d\d){1,2}", lambda found: iter([f"{found[1]}-24"])),
        (
            rf"(\d{{4}})[- ]({_SEASON})",
            lambda found: iter([f"{found[1]}-{_SEASONS[found[2]]}"]),
        ),
        (
            r"(?:the )?(?:early |mid[- ]|late )?(\d{3})0(?:['’]?s|er)(?: jahre)?",
            lambda found: iter([f"{found[1]}X"]),
        ),
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
        (r"(?:c|ca|circa|um|etwa|gegen|about|around|approx|approximately|roughly)[. ]\s*(?P<rest>.+)", "{}~"),
        (r"~ ?(?P<rest>.+)", "{}~"),
        (r"(?P<rest>.+?) ?(?:\(\?\)|\?| \(?(?:approx|circa)\.?\)?)", "{}?"),
        (rf"(?:{_WEEKDAY})[. ] ?(?P<rest>.+)", "{{}}"),
        (r"(?P<rest>.+?) \((?:probably|perhaps|maybe|possibly)\)", "{}?"),
        (r"(?:probably|perhaps|maybe|possibly|likely) (?P<rest>.+)", "{}?"),
        (r"(?:before|vor|by|until|not later than) (?P<rest>.+)", "[..{}]"),
        (r"(?:after|nach|not before) (?P<rest>.+)", "[{}..]"),
        (r"(?:since|from) (?P<rest>.+)", "{}/.."),
        (r"(?:early|mid|late|the end of|end of|in|on|the)[- ](?P<rest>.+)", "{}"),
    )
)
"""Words and signs around a date, and what EDTF has for them."""

_FROM_TO = tuple(
    re.compile(rf"(?:from |between )?(?P<first>.+?){between}(?P<last>.+)")
    for between in (" (?:to|until|till|and) ", " - ?", " ?[-/]")
)
"""Two dates with a time between them, by what stands there."""

_EITHER = re.compile(r"(?:either )?(.+) or (.+)")
