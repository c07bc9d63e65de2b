"""Dates that are so long before or after another: ago, later, in three days, a week before the premiere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateStatus, Precision
from plugins.dates.by_milestone import rough
from plugins.dates.counting import (
    NO_MOMENT,
    NOTHING_TOLD,
    count_of,
    counted,
    is_behind_its_scene,
    unit_of,
)
from plugins.dates.course import STORY, Anchor, anchor_of
from plugins.dates.extents import Extent, Shape, between
from plugins.dates.milestones import Known
from plugins.dates.periods import around
from plugins.dates.resolved import Circumstances, Resolved, unresolved
from plugins.dates.shifting import coarser, go, precision_of, shifted
from plugins.dates.words import Count, Unit

FORWARD = frozenset(
    {"later", "after", "afterward", "afterwards", "thereafter", "hence", "on", "from now", "following", ""}
)

SPOKEN = frozenset({"hence", "from now"})
"""Ways of counting that start where the words are spoken, and not where the story stands."""


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
    if is_behind_its_scene(one, anchor, sign):
        return unresolved(phrase, NOTHING_TOLD)
    until = course.moment() if one.status is DateStatus.HAPPENED else None
    return counted(phrase, anchor, shifted(anchor, count_of(one), unit, sign, until), moves=sign > 0)


def ahead(one: Circumstances) -> Resolved | None:
    """So long after the words are spoken, where they speak of what is to come; else a length of time."""
    phrase, moment = one.phrase, one.course.moment()
    unit = unit_of(phrase)
    if not one.tenses.looks_ahead or one.tenses.plans_in_past or (unit.clock and unit.name != "hour"):
        return None
    if moment is None:
        return unresolved(phrase, NO_MOMENT)
    extent = shifted(moment, count_of(one), unit, 1)
    if phrase.held["whole"].casefold().startswith("within") and extent is not None:
        extent = between(moment.first, extent.first.last, coarser(precision_of(unit), moment.precision))
    return counted(phrase, moment, extent)


def event(one: Circumstances) -> Resolved | None:
    """So long before or after something that its sentence gives no date for.

    Where it is a milestone that is dated elsewhere, it is counted from there. What was over, in a passage
    with a scene, before something that had begun by then: a bound, at a precision coarser than the unit.
    """
    phrase, scene = one.phrase, one.course.scene if one.course.in_scene else None
    unit = unit_of(phrase)
    if unit.clock:
        return None
    if one.known is not None and (counted_from := _from_milestone(one, one.known)) is not None:
        return counted_from
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


def _from_milestone(one: Circumstances, known: Known) -> Resolved | None:
    """So long before or after a milestone; words where texts contradict each other.

    None where all that is known is a bound, or the count is too fine for it.
    """
    if known.extent is None:
        return unresolved(one.phrase, known.steps[0].says)
    anchor = anchor_of(STORY, known.extent.edtf)
    if anchor and one.status is DateStatus.HAPPENED and one.tenses.is_over and one.course.is_ahead(anchor):
        # What was so long before a shoot that is still to come was before another one.
        return None
    resolved = from_date(one, anchor) if anchor else None
    extent = rough(resolved.extent, is_about=known.extent.about) if resolved else None
    if resolved is None or extent is None:
        return None
    return replace(resolved, extent=extent, steps=(*known.steps, *resolved.steps[1:]))


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
    """A stretch of some units that is over by a moment: known to the month, for longer units to the year."""
    precision = Precision.MONTH if unit.days else Precision.YEAR
    return Extent(around(moment.last, coarser(precision, moment.precision)), shape=Shape.NOT_AFTER)


COUNTED: dict[str, Callable[[Circumstances], Resolved | None]] = {
    "ago": ago,
    "apart": apart,
    "ahead": ahead,
    "event": event,
}
"""The functions of this module by what a rule makes."""
