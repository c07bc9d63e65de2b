"""Dates that are counted from another: ago, later, in three days, last summer, the next day."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateBasis, DateStatus, DerivationStep, Precision
from plugins.dates.course import SCENE, TEXT, Anchor
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.periods import Period, around, beside, moved
from plugins.dates.phrases import Phrase
from plugins.dates.resolved import Circumstances, Resolved, unresolved
from plugins.dates.shifting import coarser, go, precision_of, shifted, stretch
from plugins.dates.words import HOLIDAYS, MONTHS, SEASONS, SEVERAL, UNITS, WEEKDAYS, Count, Unit, read_count

NO_MOMENT = "the text has no date that this could be counted from"
NOTHING_TOLD = "no date is told before it that this could be counted from"

FORWARD = frozenset(
    {"later", "after", "afterward", "afterwards", "thereafter", "hence", "on", "from now", "following", ""}
)
SPOKEN = frozenset({"hence", "from now"})
"""Ways of counting that start where the words are spoken, and not where the story stands."""


def counted(phrase: Phrase, anchor: Anchor, extent: Extent | None, *, moves: bool = True) -> Resolved:
    """A date counted from an anchor."""
    said = " ".join(phrase.held["whole"].split())
    step = DerivationStep(f"“{said}” from there", phrase.rule, phrase.span)
    return Resolved(
        extent, DateBasis.RELATIVE, (anchor.step(phrase.rule), step), moves and extent is not None
    )


def unit_of(phrase: Phrase) -> Unit:
    """The unit that a phrase counts in; a year for what has none."""
    return UNITS[phrase.get("unit") or phrase.get("longunit") or "year"]


def count_of(one: Circumstances) -> Count:
    """How many units, with the words that make it more, less or about.

    A plural without a number is several, a single unit one.
    """
    phrase, kinds = one.phrase, one.modifiers.kinds
    said = phrase.get("count")
    is_plural = phrase.held["whole"].casefold().split()[0].endswith("s")
    count = read_count(said) if said else (SEVERAL if is_plural else Count(1, 1))
    count = count or SEVERAL
    if phrase.get("half"):
        count = Count(count.least + 0.5, None if count.most is None else count.most + 0.5, count.about)
    if (more := phrase.get("or")) and count.most is not None:
        extra = {"two": 1.0, "three": 2.0, "more": None, "so": 0.0}[more.removeprefix("or ")]
        most = None if extra is None else count.most + extra
        count = Count(count.least, most, count.about or extra == 0)
    rough = phrase.get("rough")
    if "more" in kinds or rough in {"more than", "over", "at least"}:
        return Count(count.least, None)
    if count.most is not None and ("less" in kinds or rough in {"less than", "under"}):
        return Count(0, count.most)
    return replace(count, about=count.about or bool(rough) or "about" in kinds)


def ago(one: Circumstances) -> Resolved | None:
    """So long before the words were spoken; None for minutes and hours."""
    unit = unit_of(one.phrase)
    moment = one.course.moment()
    if unit.clock:
        return None
    if moment is None:
        return unresolved(one.phrase, NO_MOMENT)
    count, very = count_of(one), one.phrase.get("very")
    extent = shifted(moment, count, unit, -1)
    if very and count.is_exact:
        precision = Precision.DAY if very == "today" else Precision.MONTH
        extent = Extent(around(go(moment.first, -count.least, unit), coarser(precision, moment.precision)))
    return counted(one.phrase, moment, extent, moves=False)


def apart(one: Circumstances) -> Resolved | None:
    """So long before or after what was told last; hours only where a day is told."""
    phrase, course = one.phrase, one.course
    unit, way = unit_of(phrase), phrase.get("way")
    anchor = course.moment() if way in SPOKEN else course.told() if way else course.before or course.story
    if unit.clock and (unit.name != "hour" or anchor is None or anchor.precision is not Precision.DAY):
        return None
    if anchor is None:
        return unresolved(phrase, NO_MOMENT if way in SPOKEN else NOTHING_TOLD)
    sign = 1 if way in FORWARD else -1
    if _is_behind_its_scene(one, anchor, sign):
        return unresolved(phrase, NOTHING_TOLD)
    until = course.moment() if one.status is DateStatus.HAPPENED else None
    return counted(phrase, anchor, shifted(anchor, count_of(one), unit, sign, until), moves=sign > 0)


def _is_behind_its_scene(one: Circumstances, anchor: Anchor, sign: int) -> bool:
    """Whether something past is to be later than the scene in which it is told: then it counts from elsewhere."""
    return sign > 0 and anchor.kind == SCENE and one.tenses.is_over and not one.tenses.looks_ahead


def ahead(one: Circumstances) -> Resolved | None:
    """So long after the words are spoken, where they speak of what is to come; else a length of time."""
    phrase, moment = one.phrase, one.course.moment()
    unit = unit_of(phrase)
    if not one.tenses.looks_ahead or (unit.clock and unit.name != "hour"):
        return None
    if moment is None:
        return unresolved(phrase, NO_MOMENT)
    extent = shifted(moment, count_of(one), unit, 1)
    if phrase.held["whole"].casefold().startswith("within") and extent is not None:
        extent = between(moment.first, extent.first.last, coarser(precision_of(unit), moment.precision))
    return counted(phrase, moment, extent)


def event(one: Circumstances) -> Resolved | None:
    """So long before or after something that the text gives no date for.

    What was over, in a passage with a scene, before something that had begun by then: a bound, at a
    precision coarser than the unit.
    """
    phrase, scene = one.phrase, one.course.scene if one.course.in_scene else None
    unit = unit_of(phrase)
    if unit.clock:
        return None
    before = phrase.get("way") in {"before", "prior to"}
    if not (before and one.tenses.is_over and scene is not None):
        return unresolved(phrase, "the text gives no date for what this is counted from")
    said = phrase.held["whole"].casefold()
    if said.startswith("for "):
        extent: Extent | None = over_by(scene, unit)
    else:
        count = count_of(one)
        extent = shifted(scene, Count(count.least, None), unit, -1)
    return counted(phrase, scene, extent, moves=False)


def from_date(one: Circumstances, anchor: Anchor) -> Resolved | None:
    """So long before or after a date that stands behind the words: “two days before 3 May 2004”.

    Days and weeks beside an event of which only the year is told are of that year, and no more is known.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    phrase, unit = one.phrase, unit_of(one.phrase)
    if unit.clock:
        return None
    if unit.days and anchor.precision.rank >= Precision.YEAR.rank:
        return counted(phrase, anchor, Extent(anchor.period))
    count, way = count_of(one), phrase.get("way")
    if way == "of" and count.most is not None:
        ends = (shifted(anchor, count, unit, -1), shifted(anchor, count, unit, 1))
        if ends[0] is None or ends[1] is None:
            return None
        grain = coarser(precision_of(unit), anchor.precision)
        return counted(phrase, anchor, between(ends[0].first.first, ends[1].first.last, grain))
    return counted(phrase, anchor, shifted(anchor, count, unit, -1 if way in {"before", "prior to"} else 1))


def over_by(moment: Anchor, unit: Unit) -> Extent:
    """A stretch of some units that is over by a moment: known to the month for days and weeks, else to the year."""
    precision = Precision.MONTH if unit.days else Precision.YEAR
    return Extent(around(moment.last, coarser(precision, moment.precision)), shape=Shape.NOT_AFTER)


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
    if _is_behind_its_scene(one, anchor, step):
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


def weekday(one: Circumstances) -> Resolved:
    """A day of the week by itself: beside the moment of the words where that is a day, else it stays words."""
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


def next_or_last(one: Circumstances) -> Resolved | None:
    """A stretch that begins or ends where the words are spoken or the story stands; the first of another.

    ``For the first weeks``, told in the past, is over by the moment of the words.
    """
    phrase, course = one.phrase, one.course
    which, unit = phrase.get("which"), unit_of(phrase)
    if which == "first":
        moment = course.moment()
        if moment is None or moment.kind == TEXT or not one.tenses.is_over:
            return unresolved(phrase, "the text does not tell when it began")
        return counted(phrase, moment, over_by(moment, unit), moves=False)
    is_ahead = which in {"next", "following", "coming", "ensuing"}
    anchor = (course.told() or course.moment()) if is_ahead else course.moment()
    if anchor is None:
        return unresolved(phrase, NO_MOMENT)
    count = count_of(one) if phrase.get("count") else SEVERAL if _is_plural(phrase) else Count(1, 1)
    return counted(phrase, anchor, stretch(anchor, count, unit, 1 if is_ahead else -1), moves=False)


def _is_plural(phrase: Phrase) -> bool:
    return re.search(r"s$", phrase.held["whole"]) is not None


def season_beside(one: Circumstances) -> Resolved | None:
    """A season of a year that the same sentence has told: “three years ago, over a long winter”; else scenery."""
    before = one.course.before
    if before is None or before.precision is not Precision.YEAR:
        return None
    season = Period(Precision.SEASON, before.first.year, SEASONS[one.phrase.get("season")])
    return counted(one.phrase, before, Extent(season, about=before.written.endswith("~")), moves=False)


def of_year(one: Circumstances) -> Resolved:
    """A season or month of a year that is told before it or counted from the words: “the spring of that year”."""
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


def lasting(one: Circumstances) -> Resolved | None:
    """A length of time, where the sentence tells when it began, or that it goes on; else no date."""
    phrase, course = one.phrase, one.course
    if not phrase.get("count"):
        return None
    unit, count = unit_of(phrase), count_of(one)
    moment = course.moment()
    if one.tenses.lasts and moment is not None:
        return counted(phrase, moment, stretch(moment, count, unit, -1), moves=False)
    if course.before is not None:
        return counted(phrase, course.before, stretch(course.before, count, unit, 1), moves=False)
    return None


RELATIVE: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "ago": ago,
    "apart": apart,
    "ahead": ahead,
    "event": event,
    "deictic": deictic,
    "anaphoric": anaphoric,
    "same": same,
    "weekday": weekday,
    "day word": day_word,
    "of year": of_year,
    "season beside": season_beside,
    "stretch": next_or_last,
    "lasting": lasting,
}
"""The functions of this module by what a rule makes."""
