"""Dates beside another: last summer, the next day, that year, on Friday, tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, Precision
from plugins.dates.counting import NO_MOMENT, NOTHING_TOLD, count_of, counted, is_behind_its_scene, unit_of
from plugins.dates.course import COVER_DATE, TEXT, Anchor, Course
from plugins.dates.extents import Extent, between
from plugins.dates.periods import BeyondCalendar, Period, around, beside, day_of, easter, moved
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved, unresolved
from plugins.dates.words import HOLIDAYS, MONTHS, SEASONS, WEEKDAYS, read_weekday


def deictic(one: Circumstances) -> Resolved:
    """Last, this or next, seen from where the words are spoken."""
    which = one.phrase.get("which")
    if which == "next" and unit_of(one.phrase).days == 1 and not one.phrase.get("weekday"):
        return anaphoric(one)
    moment = one.course.moment()
    if moment is None:
        return unresolved(one.phrase, NO_MOMENT)
    step = {"before last": -2, "last": -1, "this past": -1, "next": 1, "this coming": 1, "after next": 2}.get(
        which, 0
    )
    extent = named_beside(one.phrase, moment, step)
    if extent is None:
        return unresolved(one.phrase, f"{moment.written} is too long a time to count this from")
    return counted(one.phrase, moment, extent, moves=step >= 0)


def anaphoric(one: Circumstances) -> Resolved:
    """The next, the same or the one before, seen from where the story stands."""
    anchor = one.course.told()
    which = one.phrase.get("which")
    if anchor is None:
        return unresolved(one.phrase, NOTHING_TOLD)
    step = {"previous": -1, "preceding": -1, "before": -1, "same": 0, "very same": 0, "that": 0}.get(which, 1)
    if is_behind_its_scene(one, anchor, step):
        return unresolved(one.phrase, NOTHING_TOLD)
    extent = named_beside(one.phrase, anchor, step)
    if extent is None:
        return unresolved(one.phrase, f"{anchor.written} is too long a time to count this from")
    return counted(one.phrase, anchor, extent, moves=step >= 0)


def same(one: Circumstances) -> Resolved:
    """Earlier or later in a time that is told: that time, since no more is said."""
    anchor = one.course.moment() if one.phrase.get("which") == "this" else one.course.told()
    if anchor is None:
        return unresolved(one.phrase, NOTHING_TOLD)
    extent = named_beside(one.phrase, anchor, 0)
    if extent is None:
        return unresolved(one.phrase, f"{anchor.written} is too long a time to count this from")
    return counted(one.phrase, anchor, extent)


def time_told(one: Circumstances) -> Resolved:
    """The year or month that is told, or of what is to come that of the plan: “at the end of the year”."""
    phrase, course = one.phrase, one.course
    is_ahead = one.status is DateStatus.ANNOUNCED
    anchor = (course.planned or course.promised or course.moment()) if is_ahead else course.told()
    anchor = anchor or course.moment()
    if anchor is None:
        return unresolved(phrase, NOTHING_TOLD)
    extent = named_beside(phrase, anchor, 0)
    if extent is None:
        return unresolved(phrase, f"{anchor.written} is too long a time to count this from")
    return counted(phrase, anchor, extent)


def of_year(one: Circumstances) -> Resolved:
    """A season or month of a year that is told before it or counted: “the spring of that year”."""
    phrase, course = one.phrase, one.course
    which = phrase.get("which")
    anchor = course.moment() if which in {"last", "next", "this"} else course.told()
    if anchor is None or anchor.precision.rank > Precision.YEAR.rank:
        return unresolved(phrase, NOTHING_TOLD)
    steps = {"last": -1, "the previous": -1, "next": 1, "the next": 1, "the following": 1}
    year = anchor.first.year + steps.get(which, 0)
    name = phrase.get("fullmonth")
    precision = Precision.MONTH if name else Precision.SEASON
    return counted(
        phrase, anchor, Extent(Period(precision, year, MONTHS.get(name) or SEASONS[phrase.get("season")]))
    )


def season_beside(one: Circumstances) -> Resolved | None:
    """A season of a year that its sentence has told: “three years ago, in a hard winter”; else scenery."""
    before = one.course.before
    if before is None or before.precision is not Precision.YEAR:
        return None
    season = Period(Precision.SEASON, before.first.year, SEASONS[one.phrase.get("season")])
    return counted(one.phrase, before, Extent(season, about=before.written.endswith("~")), moves=False)


def weekday(one: Circumstances) -> Resolved:
    """A day of the week: beside the moment of the words where that is a day, else it stays words.

    So does one of a story that stands elsewhere: “At Venice in 1967 it was booed on the Tuesday”.
    """
    moment, phrase = one.course.moment(), one.phrase
    is_ahead = one.status is DateStatus.ANNOUNCED or one.tenses.is_verbless or one.tenses.is_scheduled
    ends = one.modifiers.bound() in {"by", "until"}
    is_ahead = is_ahead or (ends and not one.tenses.is_over)
    is_bound = bool(one.modifiers.kinds - {"since"}) and not is_ahead
    if moment is None or moment.precision is not Precision.DAY or is_bound or phrase.get("any"):
        return unresolved(phrase, "the text does not tell which of them")
    if not is_ahead and is_elsewhere(one.course, moment):
        return unresolved(phrase, "the story stands elsewhere, and the text does not tell which of them")
    extent = _weekday(WEEKDAYS[phrase.get("weekday")], moment, 1 if is_ahead else -1)
    if not is_ahead and moment.kind == TEXT and WEEKDAYS[phrase.get("weekday")] == moment.first.weekday():
        # What the paper of a Wednesday says was said on Wednesday was said that day.
        extent = Extent(moment.period)
    if extent is not None and phrase.get("on"):
        extent = Extent(beside(extent.first, 7 if phrase.get("on") == "week" else 14))
    return counted(phrase, moment, extent)


def is_elsewhere(course: Course, moment: Anchor) -> bool:
    """Whether what was told last lies more than a month before the moment of the words."""
    told = course.line_before or course.line or course.far_behind()
    return told is not None and (moment.first - told.last).days > COVER_DATE


def day_of_month(one: Circumstances) -> Resolved | None:
    """A day of the month that is told before it, the nearest by its number: “By the 30th we have to be out”.

    None where neither an entry nor the story stands in a month, since much else is numbered so.
    """
    phrase, course = one.phrase, one.course
    is_ahead = one.status is DateStatus.ANNOUNCED or one.heads or one.tenses.is_scheduled
    anchor = course.last_entry if one.heads else course.told_here() or course.own
    if anchor is None or anchor.precision.rank > Precision.MONTH.rank:
        return None
    day, weekday = int(phrase.get("day")), read_weekday(phrase.get("anyweekday") or phrase.get("weekday"))
    from_own = anchor is course.own
    found: list[tuple[int, Period]] = []
    for months in range(-2, 4):
        begin = moved(anchor.first.replace(day=1), months=months)
        try:
            one_day = day_of(begin.year, begin.month, day)
        except BeyondCalendar:
            continue
        away = (one_day - anchor.first).days
        fits = weekday is None or one_day.weekday() == weekday
        side = away >= 0 if is_ahead or not from_own else away <= 0
        if anchor.precision is Precision.MONTH:
            side = one_day.month == anchor.first.month
        if fits and side:
            found.append((abs(away), around(one_day, Precision.DAY)))
    return counted(phrase, anchor, Extent(min(found, key=lambda each: each[0])[1])) if found else None


def weekday_head(one: Circumstances) -> Resolved | None:
    """The next such day after the entry before; None where it heads none."""
    entry = one.course.entry
    if not one.heads or entry is None or entry.precision is not Precision.DAY:
        return None
    return counted(one.phrase, entry, _weekday(WEEKDAYS[one.phrase.get("weekday")], entry, 1))


def seasons_ago(one: Circumstances) -> Resolved:
    """The last but so many of the winters that were over when the words are spoken."""
    phrase, moment, count = one.phrase, one.course.moment(), count_of(one)
    if moment is None:
        return unresolved(phrase, NO_MOMENT)
    if not count.is_exact or not 1 <= count.least <= MOST_SEASONS:
        return unresolved(phrase, "so many are not counted one by one")
    found = named_beside(phrase, moment, -1)
    steps = int(count.least) - 1
    if found is not None:
        found = replace(found, first=replace(found.first, year=found.first.year - steps))
    return counted(phrase, moment, found, moves=False)


def new_year(one: Circumstances) -> Resolved:
    """The year that is to begin, seen from where the words are spoken or the story stands."""
    course, phrase = one.course, one.phrase
    is_ahead = one.status is DateStatus.ANNOUNCED or one.tenses.is_present
    anchor = course.planned or course.moment() if is_ahead else course.line_before or course.line
    anchor = anchor or course.told() or course.moment()
    if anchor is None or anchor.precision.rank > Precision.YEAR.rank:
        return unresolved(phrase, NO_MOMENT)
    return counted(phrase, anchor, Extent(beside(around(anchor.last, Precision.YEAR), 1)))


MOST_SEASONS = 6
"""Winters that people count one by one."""

_DAY_WORDS = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}


def day_word(one: Circumstances) -> Resolved | None:
    """Today, yesterday, tomorrow. “Today” is a day only where the passage is set on one."""
    phrase, course = one.phrase, one.course
    word, moment = phrase.get("word"), course.moment()
    is_day = moment is not None and moment.precision is Precision.DAY
    if word == "today" and not (is_day and course.scene is not None and course.in_scene):
        return None
    if word == "tonight" and moment is not None and not is_day and moment.precision is not Precision.CENTURY:
        # Of a programme that is dated by its month, tonight is in that month.
        return counted(phrase, moment, Extent(moment.period))
    if moment is None or not is_day:
        return unresolved(phrase, NO_MOMENT)
    return counted(phrase, moment, Extent(beside(moment.period, _DAY_WORDS[word])))


def named_beside(phrase: Phrase, anchor: Anchor, step: int) -> Extent | None:
    """The unit, month, season or weekday that a phrase names: before an anchor, about it or after it.

    None where the anchor is longer than what is named.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    if phrase.get("weekday"):
        return _weekday(WEEKDAYS[phrase.get("weekday")], anchor, step)
    if phrase.get("holiday"):
        feast = HOLIDAYS[phrase.get("holiday")]
        extent = _part(
            Precision.DAY if feast.first[1] else Precision.MONTH, feast.first[0], anchor, step, feast.first[1]
        )
        if extent is None or feast.first != feast.last:
            return None
        if feast.easter is not None:
            day = moved(easter(extent.first.year), days=feast.easter)
            extent = Extent(around(day, Precision.DAY))
        return replace(extent, about=feast.about)
    name = phrase.get("fullmonth")
    part = MONTHS.get(name) or SEASONS.get(phrase.get("season"), 0)
    if part:
        return _part(Precision.MONTH if name else Precision.SEASON, part, anchor, step)
    unit = unit_of(phrase)
    if unit.name in {"week", "weekend", "fortnight"}:
        return _week(unit.name == "weekend", anchor, step)
    if unit.days:
        # Last night is the night of the day before.
        at_night = unit.name == "night" and step < 0
        steps = (
            -1 if at_night else 0 if unit.name in {"morning", "afternoon", "evening"} and not step else step
        )
        return Extent(beside(anchor.period, steps)) if anchor.precision is Precision.DAY else None
    precision = {1: Precision.MONTH, 3: Precision.SEASON, 12: Precision.YEAR}.get(unit.months)
    precision = precision or (Precision.DECADE if unit.months == 120 else Precision.CENTURY)
    if anchor.precision.rank > precision.rank:
        return None
    return Extent(beside(around(anchor.first, precision), step))


def _part(precision: Precision, part: int, anchor: Anchor, step: int, day: int = 0) -> Extent | None:
    """The last June that was over, the one of this year, or the next that begins."""
    if anchor.precision.rank > Precision.YEAR.rank:
        return None
    year = anchor.first.year
    found = [Period(precision, year + more, part, day) for more in (-3, -2, -1, 0, 1, 2) if year + more > 0]
    if step < 0:
        # The winter before 2011 is the one that ends in it.
        is_year = anchor.precision is Precision.YEAR
        found = [one for one in found if (one.first if is_year else one.last) < anchor.first][step:][:1]
    elif step > 0:
        found = [one for one in found if one.first > anchor.last][:1]
    else:
        found = [one for one in found if one.year == year]
    return Extent(found[0]) if found else None


def _week(is_weekend: bool, anchor: Anchor, step: int) -> Extent | None:
    """A week from Monday to Sunday, as in the standard that EDTF is part of."""
    if anchor.precision is not Precision.DAY:
        return None
    monday = moved(anchor.first, days=7 * step - anchor.first.weekday())
    if is_weekend:
        return between(moved(monday, days=4), moved(monday, days=6), Precision.DAY)
    return between(monday, moved(monday, days=6), Precision.DAY)


def _weekday(weekday: int, anchor: Anchor, step: int) -> Extent | None:
    """The last such day before a day, the next after it, or the one within its next six."""
    if anchor.precision is not Precision.DAY:
        return None
    away = (weekday - anchor.first.weekday()) % 7
    days = {-2: away - 14, -1: away - 7, 0: away, 1: away or 7}[step]
    return Extent(around(moved(anchor.first, days=days), Precision.DAY))


BESIDE: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "deictic": deictic,
    "anaphoric": anaphoric,
    "same": same,
    "time told": time_told,
    "of year": of_year,
    "season beside": season_beside,
    "weekday": weekday,
    "weekday head": weekday_head,
    "day of month": day_of_month,
    "seasons ago": seasons_ago,
    "new year": new_year,
    "day word": day_word,
}
"""The functions of this module by what a rule makes."""
