"""Dates as contributors write them, in EDTF or printed, with a year or without, as the days they allow."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from plugins.archive.edtf import EARLIEST, LATEST, Day, Edtf, UnreadableDate
from plugins.claims.values.quantity import ABOUT, TO
from plugins.claims.values.words import NO_REST, Rest, rest_of, words_of

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = {month[:3]: number for number, month in enumerate(_MONTHS, 1)} | {"sept": 9}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
"""Seasons with their first and last month, as EDTF has them. A winter lies in two years and is not read."""

_PARTS = {"early": 0, "beginning of": 0, "start of": 0, "mid": 1, "middle of": 1, "late": 2, "end of": 2}
"""Thirds of a month, a season, a year or a decade."""

_WORDS_TOO = frozenset({"may", "march", "mar"})
"""Months that are other words without a capital, unless a day or a year stands beside them."""

_ANY_YEAR = 4
"""A leap year that stands for a year which is not told; February keeps its last day in it."""

_MONTH = rf"(?:{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_YEAR = r"(?:1[89]|20)[0-9]{2}(?![0-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])"
_OF = r"(?:\s*,?\s+(?:of\s+)?)"

_ONE = (
    rf"(?:(?P<{{n}}day>{_DAY})\s+(?:of\s+)?(?P<{{n}}month>{_MONTH})(?:{_OF}(?P<{{n}}year>{_YEAR}))?"
    rf"|(?P<{{n}}month2>{_MONTH})\s+(?P<{{n}}day2>{_DAY})(?:{_OF}(?P<{{n}}year2>{_YEAR}))?"
    rf"|(?:(?P<{{n}}part>{'|'.join(_PARTS)})[\s-]+(?:the\s+)?)?"
    rf"(?:(?P<{{n}}month3>{_MONTH})(?:{_OF}(?P<{{n}}year3>{_YEAR}))?"
    rf"|(?P<{{n}}season>{'|'.join(_SEASONS)})(?:{_OF}(?P<{{n}}year4>{_YEAR}))?"
    rf"|(?:the\s+)?(?P<{{n}}decade>(?:1[89]|20)[0-9]0)[’']?s\b"
    rf"|(?P<{{n}}year5>{_YEAR})))"
)
_DATE = re.compile(
    rf"(?<![\w-])(?:(?P<about>{ABOUT})\s+|(?P<before>before|until|by|not later than|no later than)\s+"
    rf"|(?P<after>after|since|from|not before)\s+|between\s+)?"
    rf"(?:(?P<from>{_DAY})(?:{TO}|\s+and\s+)(?=[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}))?"
    rf"{_ONE.replace('{n}', 'a_')}(?:(?:{TO}|\s+and\s+)(?={_MONTH}|[0-9]|early|mid|late|{'|'.join(_SEASONS)})"
    rf"{_ONE.replace('{n}', 'b_')})?(?!\w)",
    re.IGNORECASE,
)
_EDTF = re.compile(r"(?<![\w-])(?:\[[^\]]+\]|[0-9X]{4}[0-9X?~%/.-]*[0-9X?~%])(?![\w-])")

_DOUBTED_YEAR = re.compile(r"[?~%]?[0-9]{4}[?~%]-|[?~%][0-9]{4}-")
"""A date whose year is an inference of its own (``2013?-11-20``): its day holds, in whatever year."""

_SAYS_NOTHING = words_of("day date year month season about")


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days that a date allows. Without a year, they are those of any year.

    ``said`` is the date as it was written; ``rest`` is what its value says besides.
    """

    first: Day
    last: Day
    has_year: bool
    said: str = field(compare=False, default="")
    rest: Rest = NO_REST

    @property
    def key(self) -> object:
        """Two values with the same key say the same."""
        return "date", self.first, self.last, self.has_year, self.rest

    def lies_in(self, other: DateRange) -> bool:
        """Whether each of its days is one of the other's; a date with a year may lie in one without."""
        if self.has_year == other.has_year:
            return other.first <= self.first and self.last <= other.last
        return self.has_year and _in_one_year(self) and _without_year(self).lies_in(other)

    def meets(self, other: DateRange) -> bool:
        """Whether some day may be meant by both."""
        if self.has_year == other.has_year:
            return max(self.first, other.first) <= min(self.last, other.last)
        dated, undated = (self, other) if self.has_year else (other, self)
        return not _in_one_year(dated) or _without_year(dated).meets(undated)


def read_date(value: str, about: bool = False) -> DateRange | None:
    """The first date that a value names, in EDTF or printed; None where it names none.

    ``about`` is true of a value whose source only approximates it.

        >>> sorted(read_date("18 December, New York").rest.limit)
        ['new', 'york']
        >>> read_date("12 October 2013").lies_in(read_date("autumn 2013"))
        True
        >>> read_date("2013-10-12").lies_in(read_date("October"))
        True
    """
    return _read_edtf(value, about) or _read_printed(value, about)


def _read_edtf(value: str, about: bool) -> DateRange | None:
    match = _EDTF.search(value)
    if match is None:
        return None
    try:
        read = Edtf.parse(match[0])
    except UnreadableDate:
        return None
    first, last = read.first, read.last
    if _DOUBTED_YEAR.match(match[0]) and _in_one_year(read):
        first, last = (_ANY_YEAR, *first[1:]), (_ANY_YEAR, *last[1:])
        return DateRange(first, last, False, match[0], rest_of(value, match, _SAYS_NOTHING))
    if about or read.approximate or read.uncertain:
        first, last = _widened(first, last)
    return DateRange(first, last, True, match[0], rest_of(value, match, _SAYS_NOTHING))


def _read_printed(value: str, about: bool) -> DateRange | None:
    for match in _DATE.finditer(value):
        ends = [end for name in ("a_", "b_") if (end := _days(match, name))]
        if ends:
            first, last, has_year = _from_to(match, *ends[0], *ends[-1])
            first, last = _opened(
                match, *(_widened(first, last) if about or match["about"] else (first, last))
            )
            if first <= last:
                return DateRange(
                    first, last, has_year, match[0].strip(), rest_of(value, match, _SAYS_NOTHING)
                )
    return None


def _from_to(
    match: re.Match[str], first: Day, _: Day, first_dated: bool, __: Day, last: Day, last_dated: bool
) -> tuple[Day, Day, bool]:
    """The first and last day of a stretch; “12 to 20 October 2013” tells its month and year once."""
    if last_dated and not first_dated:
        first = (last[0], *first[1:])
    if match["from"]:
        first = (*first[:2], int(re.sub(r"\D", "", match["from"])))
    return first, last, first_dated or last_dated


def _opened(match: re.Match[str], first: Day, last: Day) -> tuple[Day, Day]:
    """The same days, or all before or after them where the words say so."""
    if match["before"]:
        return EARLIEST, _moved(first, -1) if match["before"].casefold() == "before" else last
    if match["after"]:
        return _moved(last, 1) if match["after"].casefold() == "after" else first, LATEST
    return first, last


def _days(match: re.Match[str], name: str) -> tuple[Day, Day, bool] | None:
    """The first and last day of one printed date, and whether it has a year."""
    part = {
        key.removeprefix(name): text
        for key, text in match.groupdict().items()
        if key.startswith(name) and text
    }
    if not part:
        return None
    year = next((int(part[key]) for key in ("year", "year2", "year3", "year4", "year5") if key in part), None)
    in_year = year or _ANY_YEAR
    if decade := part.get("decade"):
        return *_third(part, (int(decade), 1, 1), (int(decade) + 9, 12, 31)), True
    if season := part.get("season"):
        begins, ends = _SEASONS[season.casefold()]
        return *_third(part, (in_year, begins, 1), _last_day(in_year, ends)), year is not None
    month = _number(next((part[key] for key in ("month", "month2", "month3") if key in part), ""))
    if part.get("month3") in _WORDS_TOO and year is None:
        return None
    day = part.get("day") or part.get("day2")
    if day and month:
        number = int(re.sub(r"\D", "", day))
        if number > _last_day(in_year, month)[2]:
            return None
        return (in_year, month, number), (in_year, month, number), year is not None
    if month:
        return *_third(part, (in_year, month, 1), _last_day(in_year, month)), year is not None
    return *_third(part, (in_year, 1, 1), (in_year, 12, 31)), True


def _number(month: str) -> int:
    return _SHORT.get(month.casefold().rstrip(".")[:3], 0) if month else 0


def _last_day(year: int, month: int) -> Day:
    following = date(year + month // 12, month % 12 + 1, 1)
    last = following - timedelta(days=1)
    return (last.year, last.month, last.day)


def _third(part: dict[str, str], first: Day, last: Day) -> tuple[Day, Day]:
    """The beginning, middle or end of a stretch of days, where a date names one."""
    named = part.get("part")
    if named is None:
        return first, last
    third = _PARTS[" ".join(named.casefold().split())]
    begins, days = date(*first), (date(*last) - date(*first)).days + 1
    return _day(begins + timedelta(days * third // 3)), _day(begins + timedelta(days * (third + 1) // 3 - 1))


def _widened(first: Day, last: Day) -> tuple[Day, Day]:
    """A date in doubt allows as many days again on either side: of a year a year, of a month a month.

    Of a day it allows three, for nobody says “about” of tomorrow. An open end stays where it is.
    """
    if EARLIEST in (first, last) or LATEST in (first, last):
        return first, last
    wide = max((date(*last) - date(*first)).days + 1, 3)
    return _moved(first, -wide), _moved(last, wide)


def _moved(day: Day, days: int) -> Day:
    try:
        return _day(date(*day) + timedelta(days))
    except (OverflowError, ValueError):
        return day


def _day(one: date) -> Day:
    return (one.year, one.month, one.day)


def _in_one_year(one: DateRange | Edtf) -> bool:
    return one.first[0] == one.last[0]


def _without_year(one: DateRange) -> DateRange:
    return DateRange((_ANY_YEAR, *one.first[1:]), (_ANY_YEAR, *one.last[1:]), False)
