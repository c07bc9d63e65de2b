"""The timeline as a drawing: a lane for each phase, along a scale of years, and behind it what has no date.

Only places and words are made here; the theme draws them. The same layout serves a wide drawing, in which
time runs to the right and marks have names, and a tall one for telephones, in which it runs down.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.archive.entity import Event
from plugins.entity_pages.drawn_dates import drawn_date
from plugins.entity_pages.time_scale import Step, TimeScale, time_scale
from plugins.entity_pages.timeline_rows import Format, lane_marks
from plugins.entity_pages.timeline_views import Lane, Tick, TimelineDrawing

WIDE = Format(length=750, row=20, gap=16, undated=240, has_names=True)
TALL = Format(length=860, row=11, gap=9, undated=56, has_names=False)

YEAR_LABEL = 34.0
"""The room that a year's number needs beside the next."""

MONTHS_FROM = 132.0
"""The length of a year from which on its months are told apart: eleven units a month."""

Phase = tuple[str, str, Sequence[Event]]
"""A phase, its label, and its events."""


def draw_timeline(phases: Sequence[Phase], form: Format) -> TimelineDrawing | None:
    """The drawing of some phases in their order; None where no event has a date that tells its year."""
    dates = {one.id: drawn_date(one.date) for _, _, events in phases for one in events}
    scale = time_scale([one for one in dates.values() if one], form.length)
    if scale is None:
        return None
    lanes: list[Lane] = []
    start = 0.0
    for phase, label, events in phases:
        marks = lane_marks([(one, dates[one.id]) for one in events], scale, form)
        size = max(mark.across for mark in marks) + form.row / 2
        placed = tuple(replace(mark, across=mark.across + start) for mark in marks)
        lanes.append(Lane(phase, label, start, size, placed))
        start += size + form.gap
    undated = form.undated if None in dates.values() else 0
    return TimelineDrawing(form.length, undated, start - form.gap, tuple(lanes), tuple(_ticks(scale)))


def _ticks(scale: TimeScale) -> Iterator[Tick]:
    """The years, with a number where there is room for it, and the months of long ones."""
    numbered = _numbered(scale)
    for step in scale.steps:
        if step.is_folded:
            yield Tick(step.start + step.width / 2, is_fold=True)
            continue
        yield Tick(step.start, str(step.year) if step in numbered else "")
        if step.width >= MONTHS_FROM:
            yield from (Tick(step.start + step.width * month / 12) for month in range(1, 12))


def _numbered(scale: TimeScale) -> set[Step]:
    """The years that show their number, those first that are wider, since more happened in them."""
    found: set[Step] = set()
    years = [step for step in scale.steps if not step.is_folded]
    for step in sorted(years, key=lambda one: (-one.width, one.year)):
        has_room = step.start + YEAR_LABEL <= scale.length
        if has_room and all(abs(step.start - other.start) >= YEAR_LABEL for other in found):
            found.add(step)
    return found
