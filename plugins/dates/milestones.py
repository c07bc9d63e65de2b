"""When the milestones of works were, as far as the texts of an archive and its records tell together.

A text that dates the end of a script dates, for all texts, what they count from that end. Statements that
cannot both be true cancel each other: nobody can say from here which text is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Protocol

from plugins.archive.date_expression import DateStatus, DerivationStep, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.span import Span
from plugins.dates.extents import Extent, Shape
from plugins.dates.periods import around, moved, period_of
from plugins.dates.phases import PUBLIC, Aspect, Milestone

RULE = "date of a milestone"

_SLACK = {
    Precision.DAY: 3,
    Precision.MONTH: 31,
    Precision.SEASON: 31,
    Precision.YEAR: 365,
    Precision.DECADE: 3652,
    Precision.CENTURY: 36525,
}
"""Days by which a date may be off that is only about: its own length, of a season a month, of a day some."""


@dataclass(frozen=True, slots=True)
class Dating:
    """A date that a text gives to a milestone. ``span`` holds the words of the date."""

    milestone: Milestone
    extent: Extent
    status: DateStatus
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Known:
    """When a milestone was. ``extent`` is None where what is told of it does not fit together.

    ``steps`` say where it is told.
    """

    extent: Extent | None
    status: DateStatus
    steps: tuple[DerivationStep, ...]


class KnowsMilestones(Protocol):
    """Whatever can tell one text when milestones were."""

    def known(self, milestone: Milestone, source: str, *, by_record: bool = True) -> Known | None:
        """When a milestone was, for the reader of ``source``; None where nobody tells."""
        ...


class Milestones:
    """What is known of milestones by those who read one text. ``years`` are those of works, by id."""

    def __init__(self, datings: Iterable[Dating] = (), years: Mapping[str, Edtf] | None = None) -> None:
        by_milestone: dict[Milestone, list[Dating]] = defaultdict(list)
        for one in sorted(datings, key=lambda each: (each.source, each.span)):
            by_milestone[one.milestone].append(one)
        self._datings = by_milestone
        self._years = dict(years or {})
        self._muddled = {(one.work, one.phase) for one in by_milestone if not self._is_in_order(one)}

    def known(self, milestone: Milestone, source: str, *, by_record: bool = True) -> Known | None:
        """When a milestone was, for the reader of ``source``; None where nobody tells.

        What is told of a whole phase tells of its ends, about, and the ends tell of the whole. A record's
        year is asked last, and only where ``by_record``.
        """
        if self._datings.keys() & self._aspects(milestone):
            if (milestone.work, milestone.phase) in self._muddled:
                return Known(None, DateStatus.HAPPENED, (_step(f"texts date {milestone} differently"),))
            return self._told(milestone, source)
        return self._by_year(milestone) if by_record else None

    def _told(self, milestone: Milestone, source: str) -> Known | None:
        found = self._fold(milestone, source)
        if found is not None:
            return found
        if milestone.aspect is Aspect.WHOLE:
            return self._whole_of_ends(milestone, source)
        if milestone.aspect is Aspect.DRAFTED:
            finished = self._fold(replace(milestone, aspect=Aspect.FINISHED), source)
            return _about(finished, milestone) if finished else None
        whole = self._fold(replace(milestone, aspect=Aspect.WHOLE), source)
        if whole is None:
            return self._whole_of_ends(milestone, source)
        if whole.extent is None:
            return whole
        extent = whole.extent
        if extent.shape is Shape.LASTING and extent.last is not None:
            at_end = milestone.aspect is Aspect.FINISHED
            about = extent.about and not (at_end and extent.is_sharp)
            end = Extent(extent.last if at_end else extent.first, about=about)
            return replace(whole, extent=end, steps=(*whole.steps, _step(f"{milestone}: {end.written}")))
        return _about(whole, milestone)

    def _whole_of_ends(self, milestone: Milestone, source: str) -> Known | None:
        """The stretch between the ends of a phase that are both told; open where only one is."""
        begun, finished = (
            self._fold(replace(milestone, aspect=one), source) for one in (Aspect.BEGUN, Aspect.FINISHED)
        )
        one = begun or finished
        if one is None or one.extent is None:
            return one
        if begun and finished and begun.extent and finished.extent:
            steps = (*begun.steps, *finished.steps)
            first, last = begun.extent.first, finished.extent.last or finished.extent.first
            about = begun.extent.about or finished.extent.about
            status = begun.status if begun.status is finished.status else DateStatus.ANNOUNCED
            if first == last:
                return Known(Extent(first, about=about), status, steps)
            return Known(Extent(first, last, Shape.LASTING, about=about), status, steps)
        shape = Shape.NOT_BEFORE if begun else Shape.NOT_AFTER
        return replace(one, extent=open_ended(one.extent, shape))

    def _fold(self, milestone: Milestone, source: str) -> Known | None:
        """The most precise of the dates that are told, if all that is told allows it.

        What happened counts, and only where nothing did what was announced.
        """
        told = self._counting(milestone)
        if not told:
            return None
        best = min(told, key=lambda one: (_length(one.extent), one.extent.about, one.source != source))
        here = best.source == source
        where = "in the same text" if here else f"in {best.source}"
        step = DerivationStep(
            f"{milestone}, {where}: {best.extent.written}", RULE, best.span, None if here else best.source
        )
        return Known(best.extent, best.status, (step,))

    def _counting(self, milestone: Milestone) -> list[Dating]:
        told = self._datings.get(milestone, [])
        happened = [one for one in told if one.status is DateStatus.HAPPENED]
        return happened or told

    def _is_in_order(self, milestone: Milestone) -> bool:
        """Whether all that is told of a phase can be true: of each of its aspects, and of these in a row."""
        days: dict[Aspect, tuple[date, date]] = {}
        for aspect in Aspect:
            told = [_days(one.extent) for one in self._counting(replace(milestone, aspect=aspect))]
            if told:
                days[aspect] = max(first for first, _ in told), min(last for _, last in told)
                if days[aspect][0] > days[aspect][1]:
                    return False
        return all(early[0] <= late[1] for early, late in combinations(days.values(), 2))

    def _by_year(self, milestone: Milestone) -> Known | None:
        year = self._years.get(milestone.work)
        period = period_of(year) if year else None
        if year is None or period is None:
            return None
        says = f"the record of {milestone.work} gives the year {year.written}"
        if milestone.phase in PUBLIC:
            return Known(Extent(period, about=True), DateStatus.HAPPENED, (_step(says),))
        steps = (_step(says), _step(f"{milestone} was not after it"))
        about = Extent(period, about=year.approximate, doubt=year.uncertain)
        return Known(open_ended(about, Shape.NOT_AFTER), DateStatus.HAPPENED, steps)

    @staticmethod
    def _aspects(milestone: Milestone) -> set[Milestone]:
        return {replace(milestone, aspect=one) for one in Aspect}


def _about(known: Known, milestone: Milestone) -> Known:
    """What is known of something near a milestone, as the milestone's own: about."""
    extent = replace(known.extent, about=True) if known.extent else None
    return replace(known, extent=extent, steps=(*known.steps, _step(f"{milestone}: about then")))


def open_ended(extent: Extent, shape: Shape) -> Extent:
    """A bound by a time: not before its first day, or not after its last; a time that is about leaves more.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    first, last = _days(extent)
    period = extent.first if shape in {Shape.NOT_BEFORE, Shape.SINCE} else extent.last or extent.first
    day = first if shape in {Shape.NOT_BEFORE, Shape.SINCE} else last
    precision = Precision.MONTH if period.precision is Precision.SEASON else period.precision
    return Extent(around(day, precision), shape=shape)


def _days(extent: Extent) -> tuple[date, date]:
    """The first and the last day that a time allows, wider where it is only about.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    first, last = extent.first, extent.last or extent.first
    if not extent.about:
        return first.first, last.last
    slack = 0 if extent.is_sharp else _SLACK[last.precision]
    return moved(first.first, days=-_SLACK[first.precision]), moved(last.last, days=slack)


def _length(extent: Extent) -> int:
    """How many days a time leaves open, however rough it is."""
    return ((extent.last or extent.first).last - extent.first.first).days


def _step(says: str, span: Span | None = None) -> DerivationStep:
    return DerivationStep(says, RULE, span)
