"""What a date looks like in a drawing: a dot, a bar for what lasted, a paler one for an unknown day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plugins.archive.edtf import EARLIEST, LATEST, Day, Edtf


class Shape(StrEnum):
    """How a date is drawn."""

    DAY = "day"
    LASTING = "lasting"
    WITHIN = "within"
    ABOUT = "about"
    UNTIL = "until"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class DrawnDate:
    """A stretch of time in years since the year 0, half open: the middle of 2013 is 2013.5.

    Months and days are taken as equally long, since a drawing is no calendar. Of a date with an open end
    both are the end that is known: the drawing lets it fade.
    """

    first: float
    last: float
    shape: Shape


def drawn_date(date: Edtf | None) -> DrawnDate | None:
    """How a date is drawn; None where there is no date, or none that tells its year.

    A day is a dot. What lasted from a time to a time is a bar. A year in which something happened on a day
    that nobody tells is a paler bar, and what is about or in doubt has no sharp ends.

        >>> drawn_date(Edtf.parse("2012-07/2012-09"))
        DrawnDate(first=2012.5, last=2012.75, shape=<Shape.LASTING: 'lasting'>)
        >>> drawn_date(Edtf.parse("[..2009]"))
        DrawnDate(first=2010.0, last=2010.0, shape=<Shape.UNTIL: 'until'>)
        >>> drawn_date(Edtf.parse("XXXX-11-20")) is None
        True
    """
    if date is None or "XXXX" in date.written:
        return None
    if date.first == EARLIEST:
        return DrawnDate(_end(date.last), _end(date.last), Shape.UNTIL)
    if date.last == LATEST:
        return DrawnDate(_start(date.first), _start(date.first), Shape.SINCE)
    return DrawnDate(_start(date.first), _end(date.last), _shape(date))


def _shape(date: Edtf) -> Shape:
    if date.approximate or date.uncertain:
        return Shape.ABOUT
    if "/" in date.written:
        return Shape.LASTING
    return Shape.DAY if date.first == date.last else Shape.WITHIN


def _start(day: Day) -> float:
    year, month, in_month = day
    return year + (month - 1) / 12 + (in_month - 1) / 372


def _end(day: Day) -> float:
    """The end of a day; of the last one of a month, the end of that month."""
    year, month, in_month = day
    is_last = in_month >= 28 and (in_month >= 30 or month == 2)
    return year + month / 12 if is_last else year + (month - 1) / 12 + in_month / 372
