"""The making of the film as one drawing: a stroke for each stretch of time, as tall as what is known of it.

It is drawn as a recorder draws a voice, on the scale of the timeline, where a year is as wide as what
happened in it. What was before the film is left to the timeline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.archive.entity import Event
from plugins.entity_pages.drawn_dates import DrawnDate, drawn_date
from plugins.entity_pages.time_scale import TimeScale, time_scale
from plugins.entity_pages.timeline_views import Tick

LENGTH, HEIGHT = 1000.0, 150.0
"""Of the drawing, in its own units; the page sets the size."""

STROKES = 100
"""Few enough to stay apart on a telephone."""

BEFORE = "background"
"""The phase of what had been before anybody thought of the film."""

FEWEST = 4
"""Events with a date below which a drawing would only show how little is known."""

SOFTENED = 0.8
"""The power of what is known that a stroke is tall: at 1 a day of which much is told would hide the rest."""

REACH = 1.5
"""Strokes on either side in which a day is heard, less and less."""

YEAR_LABEL = 70.0
"""The room of a year's number."""


@dataclass(frozen=True, slots=True)
class MakingDrawing:
    """``happened`` and ``planned`` are paths of strokes about the middle.

    The second are those of all events together, and empty where nothing was only announced or called off.
    ``first`` and ``last`` are the years at the ends.
    """

    happened: str
    planned: str
    ticks: tuple[Tick, ...]
    first: int
    last: int


def draw_making(events: Iterable[Event]) -> MakingDrawing | None:
    """The drawing of some events; None where too few of them have a date that tells its year."""
    dated = [(one, date) for one in events if one.phase != BEFORE and (date := drawn_date(one.date))]
    scale = time_scale([date for _, date in dated], LENGTH) if len(dated) >= FEWEST else None
    if scale is None:
        return None
    happened = _loudness([date for one, date in dated if one.status == "happened"], scale)
    whole = _loudness([date for _, date in dated], scale)
    most = max(whole)
    planned = whole if whole != happened else []
    return MakingDrawing(
        _strokes(happened, most),
        _strokes(planned, most),
        tuple(_years(scale)),
        scale.steps[0].year,
        scale.steps[-1].year + scale.steps[-1].count - 1,
    )


def _loudness(dates: Sequence[DrawnDate], scale: TimeScale) -> list[float]:
    """How much is known of each stroke's stretch of time: each event counts as one, spread over its time."""
    heard = [0.0] * STROKES
    width = LENGTH / STROKES
    for date in dates:
        start, end = scale.at(date.first) / width, scale.at(date.last) / width
        shares = [_share(place + 0.5, start, end) for place in range(STROKES)]
        whole = sum(shares)
        for place, share in enumerate(shares):
            heard[place] += share / whole
    return heard


def _share(place: float, start: float, end: float) -> float:
    """1 within a stretch, and less and less to either side of it."""
    away = max(start - place, place - end, 0.0)
    return max(1.0 - away / (REACH + 0.5), 0.0)


def _strokes(heard: Sequence[float], most: float) -> str:
    """A stroke for each value, about the middle; none for silence. Twice as much is not twice as tall."""
    width, middle = LENGTH / STROKES, HEIGHT / 2
    drawn = []
    for place, loud in enumerate(heard):
        if loud:
            half = 2 + (loud / most) ** SOFTENED * (middle - 5)
            drawn.append(f"M{width * (place + 0.5):g} {middle - half:.0f}v{2 * half:.0f}")
    return "".join(drawn)


def _years(scale: TimeScale) -> Iterator[Tick]:
    """The years that have room for their number, in order."""
    free = 0.0
    for step in scale.steps:
        if not step.is_folded and step.start >= free and step.start + YEAR_LABEL <= LENGTH:
            yield Tick(step.start, str(step.year))
            free = step.start + YEAR_LABEL
