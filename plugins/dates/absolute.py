"""Dates of the calendar: a day, month, season, year or feast, each at the precision that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, DerivationStep, Precision
from plugins.dates.course import Anchor, Course
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.periods import UNTOLD, BeyondCalendar, Period, around, day_of, easter, moved
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved, stated, unresolved
from plugins.dates.words import (
    HOLIDAYS,
    MONTHS,
    SEASONS,
    YEARLY,
    Holiday,
    read_ordinal,
    read_weekday,
    read_year,
)
from plugins.dates.yearless import Placed, of_year, seen_from, told_after

PIVOT = 20
"""The last two-digit year that is of our century in a text without a date: ’12, but ’21 is of the last."""


def calendar(one: Circumstances) -> Resolved | None:
    """A day, month, season or year; None where the calendar has no such day."""
    phrase = one.phrase
    year, century = year_of(phrase, one.course.own)
    period = period_in(phrase, year)
    if period is None or not _exists(period):
        return None
    if phrase.get("season2"):
        last = Period(Precision.SEASON, year, SEASONS[phrase.get("season2")])
        return stated(phrase, Extent(period, last, Shape.ONE_OF))
    weekday = read_weekday(phrase.get("anyweekday"))
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
    placed = placed_year(one, period, weekday)
    if placed is not None:
        extent = Extent(placed.period, is_of_year=placed.is_doubtful)
        resolved = stated(one.phrase, extent, *placed.steps)
        return replace(resolved, moves=not one.tenses.is_earlier, from_text=placed.from_text)
    if period.precision is Precision.SEASON:
        return unresolved(one.phrase, "the text does not tell of which year")
    open_year = DerivationStep("the text does not tell the year", one.phrase.rule, one.phrase.span)
    return stated(one.phrase, Extent(period), open_year)


def placed_year(one: Circumstances, period: Period, weekday: int | None) -> Placed | None:
    course = one.course
    named = one.year_named
    if named is not None:
        return of_year(period, named.year, named.span, named.words)
    if one.heads and course.last_entry is not None:
        entry = told_after(period, course.last_entry, None, is_sure=True, weekday=weekday)
        if entry is not None:
            return entry
    if one.status is DateStatus.ANNOUNCED and course.planned is not None and weekday is None:
        placed = told_after(period, course.planned, None, is_sure=True)
        if placed is not None:
            return placed
    is_plan = one.status is DateStatus.CANCELLED or (
        one.status is DateStatus.ANNOUNCED and one.tenses.plans_in_past
    )
    either = one.tenses.is_verbless or is_plan
    own = seen_from(period, course.moments(), one.status, weekday, either=either)
    if one.status is DateStatus.ANNOUNCED and one.tenses.names_date and course.promised is not None:
        # Another date for the same: the nearest to the one that is promised.
        return seen_from(period, (course.promised,), one.status, weekday, either=True)
    if weekday is not None or one.tenses.lasts_until_now:
        return own
    told = _story(one)
    if told is None and course.entry is not None and one.tenses.has_no_verb:
        # “3 May: option signed. First draft, 12 November.”
        latest = course.published.last if course.published else None
        entry = told_after(period, course.entry, latest, is_sure=True)
        if entry is not None and not course.is_own(course.entry):
            return entry
    if one.status is DateStatus.ANNOUNCED:
        is_old_plan = one.tenses.plans_in_past and told is not None and course.is_long_past(told)
        return (told_after(period, told, None, is_sure=True) if is_old_plan and told else None) or own
    if course.is_lost or (told is not None and told.precision.rank > Precision.YEAR.rank):
        return None
    latest = course.own.last if course.own else None
    if told is not None:
        is_sure = _goes_on(course, told)
        # By December it had run for weeks: that is after what was told, for all its past perfect.
        is_back = one.tenses.is_earlier and one.modifiers.bound() not in {"by", "until"}
        placed = told_after(period, told, latest, back=is_back, is_sure=is_sure)
        if placed is not None:
            agrees = own is not None and own.period == placed.period
            return replace(placed, is_doubtful=placed.is_doubtful and not agrees)
    if one.sets_scene and course.scene is not None:
        placed = told_after(period, course.scene, latest)
        if placed is not None:
            return placed
    return own


def _story(one: Circumstances) -> Anchor | None:
    """The date from which the story goes on; what somebody is quoted with does not go on from elsewhere."""
    course = one.course
    spoken = course.quoted if one.is_quoted else None
    return (
        course.line_before
        or spoken
        or course.line
        or (None if one.sets_scene or one.is_quoted else course.far_behind())
    )


def _goes_on(course: Course, told: Anchor) -> bool:
    """Whether nobody would look for another year than that of the story.

    In the same sentence; in the same paragraph where the story is long past, so that it is not told from
    today; in the next one where the story stands in a month or on a day.
    """
    if course.line_before is not None:
        return True
    is_old = course.own is None or course.is_long_past(told)
    return is_old and (told in (course.line, course.quoted) or told.precision.rank < Precision.YEAR.rank)


def year_of(phrase: Phrase, published: Anchor | None) -> tuple[int, tuple[DerivationStep, ...]]:
    """The year that a phrase gives, UNTOLD where it gives none, and how two digits became four."""
    if phrase.get("year"):
        return int(phrase.get("year")), ()
    spoken = read_year(phrase.get("spoken") or phrase.get("twodigits"))
    if spoken is not None and spoken > 99:
        return spoken, ()
    digits = phrase.get("yy").lstrip("’'‘") or phrase.get("lasttwo") or spoken
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


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def period_in(phrase: Phrase, year: int) -> Period | None:
    month = phrase.get("month") or phrase.get("fullmonth")
    number = int(phrase.get("mm") or 0) or MONTHS.get(month, 0)
    if phrase.get("roman"):
        number = _ROMAN.index(phrase.get("roman")) + 1
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
    if one.status is DateStatus.HAPPENED and one.tenses.is_present and not one.tenses.is_over:
        # Nobody sets a scene on several days: “From 6 to 29 December the house shows all of Varga”.
        one = replace(one, status=DateStatus.ANNOUNCED)
    placed = placed_year(one, first, None)
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


def feast(one: Circumstances) -> Resolved | None:
    """A feast: its day, about its day, its month, or the days between which it moves."""
    phrase = one.phrase
    known = HOLIDAYS[phrase.get("holiday") if phrase.get("holiday") in HOLIDAYS else _with_stop(phrase)]
    year, century = year_of(phrase, one.course.own)
    if year and phrase.get("issue"):
        return stated(phrase, Extent(Period(Precision.MONTH, year, known.first[0])))
    if year:
        return stated(phrase, _feast_in(known, year), *century)
    precision = Precision.DAY if known.first[1] else Precision.MONTH
    placed = placed_year(one, Period(precision, UNTOLD, *known.first), None)
    moves = known.easter is not None or known.first != known.last
    if placed is None and moves:
        return unresolved(phrase, "the text does not tell of which year")
    if placed is None:
        return without_year(one, Period(precision, UNTOLD, *known.first))
    extent = replace(_feast_in(known, placed.period.year), is_of_year=placed.is_doubtful)
    resolved = stated(phrase, extent, *placed.steps)
    return replace(resolved, moves=not one.tenses.is_earlier, from_text=placed.from_text)


def _feast_in(known: Holiday, year: int) -> Extent:
    """When a feast is in a year.

    Raises:
        BeyondCalendar: the calendar has no such year.
    """
    if known.easter is not None:
        day = moved(easter(year), days=known.easter)
        return Extent(around(day, Precision.DAY), about=known.about)
    if known.first != known.last:
        return between(day_of(year, *known.first), day_of(year, *known.last), Precision.MONTH)
    precision = Precision.DAY if known.first[1] else Precision.MONTH
    return Extent(Period(precision, year, *known.first), about=known.about)


def _with_stop(phrase: Phrase) -> str:
    """The name of a feast that begins with an abbreviation, as the table has it."""
    said = phrase.get("holiday")
    return next(name for name in HOLIDAYS if name.replace(".", "") == said.replace(".", ""))


def is_yearly(event: str) -> bool:
    """Whether an event comes once a year, by its last word."""
    return any(event.casefold().endswith(word) for word in YEARLY)


CALENDAR: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "calendar": calendar,
    "numbers": numbers,
    "days": days,
    "years": years,
    "year": year,
    "feast": feast,
}
"""The functions of this module by what a rule makes."""
