"""Pieces of a month or a year that the calendar tells: the first week, the second half, the last Thursday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, Precision
from plugins.dates.absolute import calendar, period_in, placed_year, year_of
from plugins.dates.counting import counted
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.periods import Period, around, day_of, moved
from plugins.dates.resolved import Circumstances, Resolved, stated, unresolved
from plugins.dates.words import WEEKDAYS, read_count, read_ordinal

_PIECES = {"half": (2, 6), "quarter": (4, 3), "third": (3, 4)}
"""How many of a piece a year has, and how many months each."""


def piece(one: Circumstances) -> Resolved | None:
    """A week, a half, a day or a weekday of a month or a year, as far as the calendar tells them."""
    phrase = one.phrase
    nth, what = read_ordinal(phrase.get("nth")), phrase.get("piece")
    year, _ = year_of(phrase, one.course.own)
    whole = period_in(phrase, year)
    if whole is None or nth is None:
        return None
    if not whole.is_told:
        placed = placed_year(one, whole, None)
        if placed is None:
            return unresolved(phrase, "the text does not tell of which year")
        inferred = placed.steps
        whole = placed.period
    else:
        inferred = ()
    extent = _piece(whole, nth, what, counted=read_count(phrase.get("count")) is not None)
    return None if extent is None else stated(phrase, extent, *inferred)


def piece_of_year(one: Circumstances) -> Resolved:
    """A half or a quarter of the year that is spoken of: the year told before, or that of the text."""
    phrase, course = one.phrase, one.course
    which = phrase.get("which")
    is_ahead = one.status is DateStatus.ANNOUNCED
    anchor = course.planned or course.promised if is_ahead else course.told()
    if which in {"this", "next", "last"} or anchor is None:
        anchor = course.moment()
    nth = read_ordinal(phrase.get("nth"))
    if anchor is None or nth is None or anchor.precision.rank > Precision.YEAR.rank:
        return unresolved(phrase, "the text does not tell of which year")
    steps = {"last": -1, "the previous": -1, "next": 1, "the next": 1, "the following": 1}
    year = Period(Precision.YEAR, anchor.first.year + steps.get(which, 0))
    extent = _piece(year, nth, phrase.get("piece"), counted=False)
    return counted(phrase, anchor, extent) if extent else unresolved(phrase, "no year has so many")


def _piece(whole: Period, nth: int, what: str, *, counted: bool) -> Extent | None:
    is_month = whole.precision is Precision.MONTH
    if counted or what in {"days", "weeks", "months"} or (what == "weekend" and not is_month):
        return Extent(whole)
    if what in WEEKDAYS and is_month:
        return _nth_day(whole, nth, WEEKDAYS[what])
    if what == "day":
        day = moved(whole.last if nth < 0 else whole.first, days=max(nth - 1, 0))
        return Extent(around(day, Precision.DAY)) if day <= whole.last else None
    if what == "week" and is_month:
        first = whole.last.day - 6 if nth < 0 else 7 * nth - 6
        if not 1 <= nth <= 4 and nth >= 0:
            return None
        begin = day_of(whole.year, whole.part, first)
        return between(begin, moved(begin, days=6), Precision.DAY)
    if what in _PIECES and not is_month:
        pieces, months = _PIECES[what]
        place = pieces if nth < 0 else nth
        if place > pieces:
            return None
        begin = day_of(whole.year, (place - 1) * months + 1, 1)
        last = around(moved(begin, months=months - 1), Precision.MONTH)
        return Extent(around(begin, Precision.MONTH), last, Shape.LASTING)
    return Extent(whole)


def _nth_day(whole: Period, nth: int, weekday: int) -> Extent | None:
    """The first, second or last Thursday of a month."""
    fitting = [
        day
        for offset in range(whole.last.day)
        if (day := moved(whole.first, days=offset)).weekday() == weekday
    ]
    if nth > len(fitting):
        return None
    return Extent(around(fitting[nth - 1 if nth > 0 else nth], Precision.DAY))


def week_of(one: Circumstances) -> Resolved | None:
    """The week or weekend about a day."""
    resolved = calendar(one)
    if resolved is None or resolved.extent is None:
        return resolved
    return replace(resolved, extent=replace(resolved.extent, about=True))


PIECES: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "piece": piece,
    "piece of year": piece_of_year,
    "week of": week_of,
}
"""The functions of this module by what a rule makes."""
