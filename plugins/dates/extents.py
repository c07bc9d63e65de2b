"""What the words of a date come to, before it is written: one time, one of several, or a stretch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from plugins.archive.date_expression import Precision
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.dates.periods import BeyondCalendar, Period, around, beside


class Shape(Enum):
    """How the ends of an extent are meant; each value is the EDTF of it."""

    ONE = "{first}"
    ONE_OF = "[{first}..{last}]"
    EITHER = "[{first},{last}]"
    BOTH = "{{{first},{last}}}"
    LASTING = "{first}/{last}"
    NOT_AFTER = "[..{first}]"
    NOT_BEFORE = "[{first}..]"
    SINCE = "{first}/.."
    UNTIL = "../{first}"


BOUNDS = frozenset({Shape.ONE_OF, Shape.NOT_AFTER, Shape.NOT_BEFORE})
"""Shapes whose ends are days, months or years without a mark: python-edtf reads no others there."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A period, or two that bound one.

    ``about`` and ``doubt`` are EDTF's ``~`` and ``?``; ``is_sharp`` says that they do not hold of the last
    end: a stretch that is counted back from a date is about where it begins. ``is_of_year`` says that of a
    month or day only the year is in doubt.
    """

    first: Period
    last: Period | None = None
    shape: Shape = Shape.ONE
    about: bool = False
    doubt: bool = False
    is_sharp: bool = False
    is_of_year: bool = False

    @property
    def written(self) -> str:
        """As EDTF writes it.

        Raises:
            BeyondCalendar: an end of it is no day of the calendar.
        """
        if self.is_of_year and self.shape is Shape.ONE and not self.about and self.first.is_month_or_day:
            return str(self.first).replace("-", "?-", 1)
        first, last = self.first, self.last or self.first
        if self.shape in BOUNDS:
            at_end = self.shape is Shape.NOT_AFTER
            first, last = _calendar_end(first, at_end=at_end), _calendar_end(last, at_end=True)
            if self.last is not None and first.precision is not last.precision:
                coarser = max(first.precision, last.precision, key=lambda one: one.rank)
                first, last = around(first.first, coarser), around(last.last, coarser)
            if self.shape is Shape.ONE_OF and first == last:
                return f"{first}{self._mark}"
        if self.shape in {Shape.SINCE, Shape.UNTIL} and first.precision.rank > Precision.YEAR.rank:
            return replace(
                self, first=_calendar_end(first, at_end=self.shape is Shape.UNTIL), about=True
            ).written
        mark = "" if self.shape in BOUNDS or not first.is_told else self._mark
        return self.shape.value.format(first=f"{first}{mark}", last=f"{last}{'' if self.is_sharp else mark}")

    @property
    def _mark(self) -> str:
        doubt = self.doubt or self.is_of_year
        return "%" if self.about and doubt else "~" if self.about else "?" if doubt else ""

    @property
    def edtf(self) -> Edtf | None:
        """The date, or None where the calendar or EDTF has no such."""
        try:
            return Edtf.parse(self.written)
        except (UnreadableDate, BeyondCalendar):
            return None


def _calendar_end(period: Period, *, at_end: bool) -> Period:
    """A season as its first or last month, a decade or century as its first or last year."""
    if period.precision is Precision.SEASON:
        return around(period.last if at_end else period.first, Precision.MONTH)
    if period.precision.rank > Precision.YEAR.rank:
        return around(period.last if at_end else period.first, Precision.YEAR)
    return period


def between(first: date, last: date, precision: Precision, *, about: bool = False) -> Extent:
    """One unknown time from one day to another, at a precision: one period where both are in the same.

    >>> between(date(2010, 11, 3), date(2011, 2, 1), Precision.YEAR).written
    '[2010..2011]'
    """
    early, late = around(first, precision), around(last, precision)
    if early == late:
        return Extent(early, about=about)
    return Extent(early, late, Shape.ONE_OF, about)


def part_of(extent: Extent, part: str) -> Extent:
    """The beginning or the end of a period, about: the month of a year or a season, the year of a decade.

    A month has no part that EDTF could write, so it stays whole.
    """
    period = extent.first
    finer = {
        Precision.SEASON: Precision.MONTH,
        Precision.YEAR: Precision.MONTH,
        Precision.DECADE: Precision.YEAR,
        Precision.CENTURY: Precision.DECADE,
    }.get(period.precision)
    if extent.shape is not Shape.ONE or finer is None or not period.is_told:
        return extent
    day = period.first if part == "beginning" else period.last
    return replace(extent, first=around(day, finer), about=True)


def bounded(extent: Extent, bound: str) -> Extent:
    """An extent with a word of bounds before it.

    ``by``, ``before``, ``after``, ``not before``, ``since`` and ``until``; other shapes than a single
    time, and times without a year, are left as they are.
    """
    period = extent.first
    if extent.shape is not Shape.ONE or not period.is_told:
        return extent
    match bound:
        case "by":
            return replace(extent, shape=Shape.NOT_AFTER)
        case "before":
            return replace(
                extent, first=beside(_calendar_end(period, at_end=False), -1), shape=Shape.NOT_AFTER
            )
        case "after":
            return replace(
                extent, first=beside(_calendar_end(period, at_end=True), 1), shape=Shape.NOT_BEFORE
            )
        case "not before":
            return replace(extent, shape=Shape.NOT_BEFORE)
        case "since":
            return replace(extent, shape=Shape.SINCE)
        case "until":
            return replace(extent, shape=Shape.UNTIL)
    return extent


def same_time(one: Extent, other: Extent) -> Extent | None:
    """The shorter of two single times of which one holds the other; None where neither does.

    Raises:
        BeyondCalendar: one of them is no time of the calendar.
    """
    if {one.shape, other.shape} != {Shape.ONE} or not (one.first.is_told and other.first.is_told):
        return None
    short, long = sorted((one, other), key=lambda each: each.first.precision.rank)
    inside = long.first.first <= short.first.first and short.first.last <= long.first.last
    return short if inside else None
