"""Dates of the calendar: what their words come to, each at the precision that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, DerivationStep, Precision
from plugins.dates.course import Anchor
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.periods import UNTOLD, BeyondCalendar, Period, around, day_of, moved
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved, stated, unresolved
from plugins.dates.words import (
    DECADES,
    HOLIDAYS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    YEARLY,
    read_count,
    read_ordinal,
)
from plugins.dates.yearless import Placed, of_year, seen_from, told_after

PIVOT = 20
"""The last two-digit year that an undated text is taken to mean of our century: ’12, but ’21 is of the last."""


def calendar(one: Circumstances) -> Resolved | None:
    """A day, month, season or year; None where the calendar has no such day."""
    phrase = one.phrase
    year, century = year_of(phrase, one.course.published)
    period = _period(phrase, year)
    if period is None or not _exists(period):
        return None
    if phrase.get("season2"):
        last = Period(Precision.SEASON, year, SEASONS[phrase.get("season2")])
        return stated(phrase, Extent(period, last, Shape.ONE_OF))
    weekday = WEEKDAYS.get(phrase.get("weekday"))
    if period.is_told:
        off = period.precision is Precision.DAY and weekday is not None and period.first.weekday() != weekday
        doubt = (
            (DerivationStep("the weekday is another one’s: the day is in doubt", phrase.rule, phrase.span),)
            if off
            else ()
        )
        return stated(phrase, Extent(period, doubt=off), *century, *doubt)
    return without_year(one, period, weekday)


def without_year(one: Circumstances, period: Period, weekday: int | None = None) -> Resolved:
    """A day, month or season whose year the text may tell elsewhere; a season without one stays words."""
    placed = _placed(one, period, weekday)
    if placed is not None:
        extent = Extent(placed.period, is_of_year=placed.is_doubtful)
        resolved = stated(one.phrase, extent, *placed.steps)
        return replace(resolved, moves=not one.tenses.is_earlier)
    if period.precision is Precision.SEASON:
        return unresolved(one.phrase, "the text does not tell of which year")
    open_year = DerivationStep("the text does not tell the year", one.phrase.rule, one.phrase.span)
    return stated(one.phrase, Extent(period), open_year)


def _placed(one: Circumstances, period: Period, weekday: int | None) -> Placed | None:
    course = one.course
    named = one.year_named
    if named is not None:
        return of_year(period, named.year, named.span, named.words)
    if one.status is DateStatus.ANNOUNCED and course.planned is not None and weekday is None:
        placed = told_after(period, course.planned, None, is_near=True)
        if placed is not None:
            return placed
    latest = course.published.last if course.published else None
    if one.status is not DateStatus.ANNOUNCED and weekday is None:
        told = course.before or course.story or (None if one.sets_scene else course.far_behind())
        if course.is_lost or (told is not None and told.precision.rank > Precision.YEAR.rank):
            return None
        if told is not None:
            is_near = course.before is not None
            placed = told_after(period, told, latest, back=one.tenses.is_earlier, is_near=is_near)
            if placed is not None:
                return placed
        if one.sets_scene and course.scene is not None:
            placed = told_after(period, course.scene, latest)
            if placed is not None:
                return placed
    return seen_from(period, course.moments(), one.status, weekday)


def year_of(phrase: Phrase, published: Anchor | None) -> tuple[int, tuple[DerivationStep, ...]]:
    """The year that a phrase gives, UNTOLD where it gives none, and how two digits became four."""
    if phrase.get("year"):
        return int(phrase.get("year")), ()
    digits = phrase.get("yy").lstrip("’'‘")
    if not digits:
        return UNTOLD, ()
    return century_for(int(digits), published, phrase)


def century_for(
    digits: int, published: Anchor | None, phrase: Phrase
) -> tuple[int, tuple[DerivationStep, ...]]:
    """The year that ends with two digits: the last before a dated text, else one of PIVOT's hundred years."""
    if published is not None:
        latest = published.last.year
        year = latest - (latest - digits) % 100
        step = DerivationStep(f"the last such year before {published.written}: {year}", phrase.rule)
    else:
        year = 2000 + digits if digits <= PIVOT else 1900 + digits
        step = DerivationStep(f"the century of films: {year}", phrase.rule, phrase.span)
    return year, (step,)


def _period(phrase: Phrase, year: int) -> Period | None:
    month = phrase.get("month") or phrase.get("fullmonth")
    number = int(phrase.get("mm") or 0) or MONTHS.get(month, 0)
    day = phrase.get("day") or phrase.get("dd")
    nth = int(day) if day else (read_ordinal(phrase.get("dayword")) or 0) if phrase.get("dayword") else 0
    if number:
        return Period(Precision.DAY if nth else Precision.MONTH, year, number, nth)
    if phrase.get("season"):
        end = phrase.get("yyend")
        if end and int(end[-2:]) != (year + 1) % 100:
            return None
        return Period(Precision.SEASON, year, SEASONS[phrase.get("season")])
    return Period(Precision.YEAR, year) if year else None


def _exists(period: Period) -> bool:
    """Whether the calendar has it, in a leap year if no year is told."""
    try:
        return bool(replace(period, year=period.year if period.is_told else 2000).first)
    except BeyondCalendar:
        return False


def numbers(one: Circumstances) -> Resolved | None:
    """A date in numbers, where only one of them can be the month; else it is refused."""
    phrase = one.phrase
    first, second, year = int(phrase.get("one")), int(phrase.get("two")), int(phrase.get("year"))
    if first != second and (first > 12) == (second > 12):
        return None
    period = Period(Precision.DAY, year, min(first, second), max(first, second))
    return stated(phrase, Extent(period)) if _exists(period) and period.part else None


def days(one: Circumstances) -> Resolved | None:
    """Two days of a month: from one to the other, both, or one of them."""
    phrase = one.phrase
    year, _ = year_of(phrase, None)
    month = MONTHS[phrase.get("month")]
    first = Period(Precision.DAY, year, month, int(phrase.get("day")))
    last = replace(first, day=int(phrase.get("day2")))
    if not _exists(first) or not _exists(last) or last.day <= first.day:
        return None
    join = phrase.get("join")
    shape = {"or": Shape.EITHER, "and": Shape.BOTH, "&": Shape.BOTH}.get(join, Shape.LASTING)
    if phrase.span and phrase.held["whole"].casefold().startswith("between"):
        shape = Shape.ONE_OF
    if year:
        return stated(phrase, Extent(first, last, shape))
    placed = _placed(one, first, None)
    if placed is None:
        return unresolved(phrase, "the text does not tell the year")
    last = replace(last, year=placed.period.year)
    return stated(phrase, Extent(placed.period, last, shape), *placed.steps)


def years(one: Circumstances) -> Resolved | None:
    """From one year to another; None where the second is not the later."""
    first = int(one.phrase.get("year"))
    end = one.phrase.get("yyend")
    last = int(one.phrase.get("year2") or f"{first // 100}{end}")
    if last <= first:
        return None
    return stated(
        one.phrase, Extent(Period(Precision.YEAR, first), Period(Precision.YEAR, last), Shape.LASTING)
    )


def year(one: Circumstances) -> Resolved:
    """A year by itself."""
    return stated(one.phrase, Extent(Period(Precision.YEAR, int(one.phrase.get("year")))))


def decade(one: Circumstances) -> Resolved | None:
    """Ten years, in words or digits; None for a decade in words that nothing says is one."""
    phrase = one.phrase
    if phrase.get("decadeyear"):
        first = int(phrase.get("decadeyear"))
        is_century = first % 100 == 0 and first < 2000
        return stated(phrase, Extent(Period(Precision.CENTURY if is_century else Precision.DECADE, first)))
    if phrase.get("nineteen"):
        return stated(phrase, Extent(Period(Precision.DECADE, 1900 + DECADES[phrase.get("decade")])))
    is_bare = bool(phrase.get("decade")) and not phrase.held["whole"].casefold().startswith("the ")
    if is_bare and one.modifiers.part() is None:
        return None
    digits = phrase.get("yydecade")
    tens = int(digits) if digits else DECADES[phrase.get("decade")]
    first, steps = century_for(tens, one.course.published, phrase)
    return stated(phrase, Extent(Period(Precision.DECADE, first)), *steps)


_CENTURIES = (
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
)


def _century(words: str) -> int:
    """The first year of a century by its number in words or digits, as EDTF counts it."""
    number = 15 + _CENTURIES.index(words) if words in _CENTURIES else int(words[:2])
    return (number - 1) * 100


def century(one: Circumstances) -> Resolved:
    """A hundred years."""
    return stated(one.phrase, Extent(Period(Precision.CENTURY, _century(one.phrase.get("nthcentury")))))


def turn(one: Circumstances) -> Resolved:
    """The years about a century's first; which century is left open where the words do not say."""
    phrase = one.phrase
    if phrase.get("what") == "millennium":
        return stated(phrase, Extent(Period(Precision.YEAR, 2000), about=True))
    if phrase.get("nthcentury"):
        first = _century(phrase.get("nthcentury"))
        return stated(phrase, Extent(Period(Precision.YEAR, first), about=True))
    published = one.course.published
    if published is not None and published.last.year < 1990:
        step = DerivationStep(f"the last one before {published.written}: 1900", phrase.rule)
        return stated(phrase, Extent(Period(Precision.YEAR, 1900), about=True), step)
    either = Extent(Period(Precision.YEAR, 1900), Period(Precision.YEAR, 2000), Shape.EITHER, about=True)
    step = DerivationStep("the words do not say of which century", phrase.rule, phrase.span)
    return stated(phrase, either, step)


def feast(one: Circumstances) -> Resolved | None:
    """A feast: its day, about its day, or the days between which it moves."""
    phrase = one.phrase
    known = HOLIDAYS[phrase.get("holiday") if phrase.get("holiday") in HOLIDAYS else _with_stop(phrase)]
    year, century = year_of(phrase, one.course.published)
    if known.first != known.last:
        if not year:
            return unresolved(phrase, "the text does not tell of which year")
        return stated(phrase, between(day_of(year, *known.first), day_of(year, *known.last), Precision.MONTH))
    period = Period(Precision.DAY, year, *known.first)
    if year:
        return stated(phrase, Extent(period, about=known.about), *century)
    resolved = without_year(one, period)
    if resolved.extent is None:
        return resolved
    return replace(resolved, extent=replace(resolved.extent, about=known.about))


def _with_stop(phrase: Phrase) -> str:
    """The name of a feast that begins with an abbreviation, as the table has it."""
    said = phrase.get("holiday")
    return next(name for name in HOLIDAYS if name.replace(".", "") == said.replace(".", ""))


_PIECES = {"half": (2, 6), "quarter": (4, 3), "third": (3, 4)}
"""How many of a piece a year has, and how many months each."""


def piece(one: Circumstances) -> Resolved | None:
    """A week, a half, a day or a weekday of a month or a year, as far as the calendar tells them."""
    phrase = one.phrase
    nth, what = read_ordinal(phrase.get("nth")), phrase.get("piece")
    year, _ = year_of(phrase, one.course.published)
    whole = _period(phrase, year)
    if whole is None or nth is None:
        return None
    if not whole.is_told:
        placed = _placed(one, whole, None)
        if placed is None:
            return unresolved(phrase, "the text does not tell of which year")
        inferred = placed.steps
        whole = placed.period
    else:
        inferred = ()
    extent = _piece(whole, nth, what, read_count(phrase.get("count")) is not None)
    return None if extent is None else stated(phrase, extent, *inferred)


def _piece(whole: Period, nth: int, what: str, counted: bool) -> Extent | None:
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
        return between(begin, moved(begin, months=months - 1), Precision.MONTH)
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


def is_yearly(event: str) -> bool:
    """Whether an event comes once a year, by its last word."""
    return any(event.casefold().endswith(word) for word in YEARLY)


ABSOLUTE: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "calendar": calendar,
    "numbers": numbers,
    "days": days,
    "years": years,
    "year": year,
    "decade": decade,
    "century": century,
    "turn": turn,
    "feast": feast,
    "piece": piece,
    "week of": week_of,
}
"""The functions of this module by what a rule makes."""
