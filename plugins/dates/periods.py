"""Days, months, seasons, years, decades and centuries as values to count with."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.archive.date_expression import Precision
from plugins.archive.edtf import EARLIEST, LATEST, Edtf

UNTOLD = 0
"""Stands for the year of a day or month of which the text does not tell the year."""

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

_FIRST_MONTHS = {SPRING: 3, SUMMER: 6, AUTUMN: 9, WINTER: 12}
"""The month that a season begins with. A winter is named by the year of its December."""

_PLAIN = re.compile(r"([0-9]{2}XX|[0-9]{3}X|[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class BeyondCalendar(ValueError):
    """A day before the year 1 or after 9999, or one that no month has."""


@dataclass(frozen=True, slots=True)
class Period:
    """One time that a calendar has a name for. ``year`` is the first of a decade or century, or UNTOLD.

    ``part`` is a month (1 to 12) or a season (21 to 24), and 0 where a whole year or more is meant.

        >>> str(Period(Precision.MONTH, 2012, 6)), str(Period(Precision.DAY, UNTOLD, 11, 20))
        ('2012-06', 'XXXX-11-20')
    """

    precision: Precision
    year: int
    part: int = 0
    day: int = 0

    @property
    def first(self) -> date:
        """The day it begins with.

        Raises:
            BeyondCalendar: there is none.
        """
        return day_of(self.year, _FIRST_MONTHS.get(self.part, self.part) or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The day it ends with.

        Raises:
            BeyondCalendar: there is none.
        """
        match self.precision:
            case Precision.DAY:
                return self.first
            case Precision.MONTH | Precision.SEASON:
                months = 1 if self.precision is Precision.MONTH else 3
                first = self.first
                month = first.year * 12 + first.month - 1 + months - 1
                return day_of(month // 12, month % 12 + 1, monthrange_of(month // 12, month % 12 + 1))
            case Precision.YEAR:
                years = 1
            case Precision.DECADE:
                years = 10
            case Precision.CENTURY:
                years = 100
        return day_of(self.year + years - 1, 12, 31)

    @property
    def is_told(self) -> bool:
        """Whether its year is known."""
        return self.year != UNTOLD

    @property
    def is_month_or_day(self) -> bool:
        """Whether it is one of these, of a year that is known."""
        return self.is_told and self.precision in {Precision.DAY, Precision.MONTH}

    def __str__(self) -> str:
        """As EDTF writes it."""
        match self.precision:
            case Precision.DECADE:
                return f"{self.year // 10:03}X"
            case Precision.CENTURY:
                return f"{self.year // 100:02}XX"
        year = f"{self.year:04}" if self.is_told else "XXXX"
        parts = [year, *(f"{one:02}" for one in (self.part, self.day) if one)]
        return "-".join(parts)


def day_of(year: int, month: int, day: int) -> date:
    """A day of the calendar.

    Raises:
        BeyondCalendar: it has none such.
    """
    try:
        return date(year, month, day)
    except ValueError as fault:
        raise BeyondCalendar(f"{year}-{month}-{day}") from fault


def monthrange_of(year: int, month: int) -> int:
    """How many days a month has."""
    return monthrange(year, month)[1] if 1 <= year <= 9999 else 31


def around(day: date, precision: Precision) -> Period:
    """The period of that length that holds a day.

    >>> str(around(date(2011, 1, 5), Precision.SEASON)), str(around(date(2011, 1, 5), Precision.DECADE))
    ('2010-24', '201X')
    """
    match precision:
        case Precision.DAY:
            return Period(precision, day.year, day.month, day.day)
        case Precision.MONTH:
            return Period(precision, day.year, day.month)
        case Precision.SEASON:
            months = day.year * 12 + day.month - 1 - 2
            return Period(precision, months // 12 if day.month > 2 else day.year - 1, season_of(day.month))
        case Precision.YEAR:
            return Period(precision, day.year)
        case Precision.DECADE:
            return Period(precision, day.year // 10 * 10)
    return Period(precision, day.year // 100 * 100)


def season_of(month: int) -> int:
    """The season of a month, as EDTF numbers it.

    >>> season_of(2), season_of(3), season_of(11)
    (24, 21, 23)
    """
    return SPRING + (month - 3) % 12 // 3


def moved(day: date, days: int = 0, months: int = 0) -> date:
    """A day so many days and months on; a month that is too short is left at its end.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    month = day.year * 12 + day.month - 1 + months
    year, in_year = divmod(month, 12)
    there = day_of(year, in_year + 1, min(day.day, monthrange_of(year, in_year + 1)))
    try:
        return there + timedelta(days=days)
    except OverflowError as fault:
        raise BeyondCalendar(f"{day} and {days} days") from fault


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the anonymous rule of 1876.

    >>> easter(1998), easter(2000)
    (datetime.date(1998, 4, 12), datetime.date(2000, 4, 23))

    Raises:
        BeyondCalendar: the calendar has no such year.
    """
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return day_of(year, month, day + 1)


def beside(period: Period, steps: int) -> Period:
    """The period of the same kind so many after it, or before it where ``steps`` are negative.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    day = period.first if steps <= 0 else period.last
    size = {Precision.MONTH: 1, Precision.SEASON: 3, Precision.YEAR: 12}
    size |= {Precision.DECADE: 120, Precision.CENTURY: 1200}
    if period.precision is Precision.DAY:
        return around(moved(day, days=steps), Precision.DAY)
    return around(
        moved(day_of(day.year, day.month, 1), months=steps * size[period.precision]), period.precision
    )


def period_of(edtf: Edtf) -> Period | None:
    """The one period that a date names, its marks of doubt left aside; None for several and for open ones."""
    match = _PLAIN.fullmatch(re.sub("[?~%]", "", edtf.written))
    if match is None:
        return None
    year, part, day = match.groups()
    if year == "0000":
        return None
    if year.endswith("XX"):
        return Period(Precision.CENTURY, int(year[:2]) * 100)
    if year.endswith("X"):
        return Period(Precision.DECADE, int(year[:3]) * 10)
    if day:
        return Period(Precision.DAY, int(year), int(part), int(day))
    if part:
        return Period(Precision.SEASON if int(part) > 12 else Precision.MONTH, int(year), int(part))
    return Period(Precision.YEAR, int(year))


def ends_of(edtf: Edtf) -> tuple[date, date] | None:
    """The first and the last day that a date allows; None where an end is open or the year is not told.

    A winter ends with February, which the bounds of ``Edtf`` leave out.
    """
    period = period_of(edtf)
    try:
        if period is not None:
            return period.first, period.last
        if "XXXX" in edtf.written or edtf.first == EARLIEST or edtf.last == LATEST:
            return None
        return day_of(*edtf.first), day_of(*edtf.last)
    except BeyondCalendar:
        return None
