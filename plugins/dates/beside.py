"""Dates beside another: last summer, the next day, that year, on Friday, tomorrow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, Precision
from plugins.dates.counting import NO_MOMENT, NOTHING_TOLD, counted, is_behind_its_scene, unit_of
from plugins.dates.course import Anchor
from plugins.dates.extents import Extent, between
from plugins.dates.periods import Period, around, beside, moved
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved, unresolved
from plugins.dates.words import HOLIDAYS, MONTHS, SEASONS, WEEKDAYS


def deictic(one: Circumstances) -> Resolved:
    """Last, this or next, seen from where the words are spoken."""
    which = one.phrase.get("which")
    if which == "next" and unit_of(one.phrase).days == 1 and not one.phrase.get("weekday"):
        return anaphoric(one)
    moment = one.course.moment()
    if moment is None:
        return unresolved(one.phrase, NO_MOMENT)
    step = {"before last": -2, "last": -1, "this past": -1, "next": 1, "this coming": 1}.get(which, 0)
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
    """A day of the week: beside the moment of the words where that is a day, else it stays words."""
    moment = one.course.moment()
    phrase = one.phrase
    if moment is None or moment.precision is not Precision.DAY or one.modifiers.kinds or phrase.get("any"):
        return unresolved(phrase, "the text does not tell which of them")
    extent = _weekday(
        WEEKDAYS[phrase.get("weekday")], moment, 1 if one.status is DateStatus.ANNOUNCED else -1
    )
    return counted(phrase, moment, extent)


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
        extent = _part(Precision.DAY, feast.first[0], anchor, step, feast.first[1])
        return replace(extent, about=feast.about) if extent and feast.first == feast.last else None
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
        found = [one for one in found if one.last < anchor.first][step:][:1]
    elif step > 0:
        found = [one for one in found if one.first > anchor.last][:1]
    else:
        found = [one for one in found if one.year == year]
    return Extent(found[0]) if found else None


def _week(is_weekend: bool, anchor: Anchor, step: int) -> Extent | None:
    """A week from Sunday to Sunday, since some begin it with the one and some end it with the other."""
    if anchor.precision is not Precision.DAY:
        return None
    monday = moved(anchor.first, days=7 * step - anchor.first.weekday())
    if is_weekend:
        return between(moved(monday, days=4), moved(monday, days=6), Precision.DAY)
    return between(moved(monday, days=-1), moved(monday, days=6), Precision.DAY)


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
    "of year": of_year,
    "season beside": season_beside,
    "weekday": weekday,
    "day word": day_word,
}
"""The functions of this module by what a rule makes."""
