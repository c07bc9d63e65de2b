"""Counting from one time to another, without becoming more precise than what is counted."""

from __future__ import annotations

from datetime import date

from plugins.archive.date_expression import Precision
from plugins.dates.course import Anchor
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.periods import around, moved
from plugins.dates.words import Count, Unit

HALF_DAY = 12
"""Hours from which a count of them may end on another day."""

ROUND = 10
"""Years from which multiples of five are round figures, and so about."""


def precision_of(unit: Unit) -> Precision:
    """The precision that a count of units has: weeks are counted to the day."""
    if unit.months >= 12:
        return Precision.YEAR
    return Precision.MONTH if unit.months else Precision.DAY


def coarser(one: Precision, other: Precision) -> Precision:
    """The longer of two."""
    return max(one, other, key=lambda each: each.rank)


def go(day: date, number: float, unit: Unit) -> date:
    """A day so many units on, back for a negative number.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    if unit.clock:
        return moved(day, days=round(number / 24))
    if unit.days:
        return moved(day, days=round(number * unit.days))
    return moved(day, months=round(number * unit.months))


def shifted(
    anchor: Anchor, count: Count, unit: Unit, sign: int, until: Anchor | None = None
) -> Extent | None:
    """The time so long after an anchor, or before it where ``sign`` is -1.

    The result has the precision of the unit or of the anchor, whichever is the coarser, and is about
    where the unit is coarser than the anchor or the number is round. A count without an upper limit
    gives a bound; what happened lies before ``until``. None where nothing bounds it.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    if anchor.precision is Precision.CENTURY and unit.months < 1200:
        return None
    if unit.clock and count.least < HALF_DAY:
        return Extent(anchor.period)
    grain = coarser(precision_of(unit), anchor.precision)
    if count.most is None:
        return _bounded(anchor, count.least, unit, sign, until)
    near, far = sorted((sign * count.least, sign * count.most))
    return between(
        go(anchor.first, near, unit),
        go(anchor.last, far, unit),
        grain,
        about=count.about or _is_rough(anchor, count, unit),
    )


def _is_rough(anchor: Anchor, count: Count, unit: Unit) -> bool:
    if not count.is_exact:
        return False
    return (
        _is_round(count, unit)
        or unit.days >= 7
        or unit.clock
        or precision_of(unit).rank > anchor.precision.rank
    )


def _is_round(count: Count, unit: Unit) -> bool:
    years = count.least * unit.months / 12
    return years >= ROUND and years % 5 == 0


def _bounded(anchor: Anchor, least: float, unit: Unit, sign: int, until: Anchor | None) -> Extent | None:
    grain = coarser(precision_of(unit), anchor.precision)
    if unit.days >= 7:
        grain = coarser(Precision.MONTH, grain)
    if sign < 0:
        return Extent(around(go(anchor.last, -least, unit), grain), shape=Shape.NOT_AFTER)
    if anchor.precision.rank > max(Precision.YEAR.rank, precision_of(unit).rank):
        # So many years after a decade: no year bounds that from below.
        if until is None:
            return None
        return Extent(around(until.last, until.precision), shape=Shape.NOT_AFTER)
    first = around(go(anchor.first, least, unit), grain)
    if until is None:
        return Extent(first, shape=Shape.NOT_BEFORE)
    last = around(until.last, grain)
    return Extent(first, last if last.first > first.first else first, Shape.ONE_OF)


def stretch(anchor: Anchor, count: Count, unit: Unit, sign: int) -> Extent:
    """The time from an anchor on, or up to it where ``sign`` is -1; open at the other end without a limit.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    grain = coarser(precision_of(unit), anchor.precision)
    here = around(anchor.first, grain)
    if anchor.precision.rank > precision_of(unit).rank and anchor.precision.rank >= Precision.YEAR.rank:
        # Some weeks of a year that is told: in that year, about.
        return Extent(here, about=True)
    if count.most is None or unit.clock:
        return Extent(here, shape=Shape.SINCE if sign > 0 else Shape.UNTIL)
    there = around(go(anchor.first if sign < 0 else anchor.last, sign * count.most, unit), grain)
    first, last = (here, there) if sign > 0 else (there, here)
    rough = count.about or not count.is_exact or _is_rough(anchor, count, unit)
    return Extent(first, last, Shape.LASTING, about=rough, is_sharp=sign < 0)
