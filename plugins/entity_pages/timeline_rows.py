"""The marks of one lane of the timeline's drawing, in rows, so that no two of them lie on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from plugins.archive.entity import Event
from plugins.entity_pages.drawn_dates import DrawnDate, Shape
from plugins.entity_pages.time_scale import TimeScale
from plugins.entity_pages.timeline_views import Mark

DOT = 10.0
"""The thickness of a mark, and the least length of one."""

FADE = 46.0
"""How far a date with an open end is drawn."""

LETTER = 6.3
"""The width of a letter of a name, on an average; the theme sets names at 13 units."""

LONGEST_NAME = 40
"""Letters of a name that are drawn beside a mark; the list has all of it."""

LONGEST_UNDATED = 32
"""The same behind the scale, where there is less room."""

MOST_ROWS = 14
"""Rows of a lane up to which its marks have names, and as many without a date behind it.

More than these are drawn without names."""


@dataclass(frozen=True, slots=True)
class Format:
    """The measures of a drawing.

    ``row`` is the distance between two rows of a lane, ``gap`` that between two lanes. ``undated``
    is the room behind the scale for what has no date.
    """

    length: float
    row: float
    gap: float
    undated: float
    has_names: bool


def lane_marks(
    events: Sequence[tuple[Event, DrawnDate | None]],
    scale: TimeScale,
    form: Format,
) -> tuple[Mark, ...]:
    """The marks of some events, those on the scale first; ``across`` is counted from the lane's beginning.

    The order of events does not matter.
    """
    drawn = [(_mark(one, date, scale), one.name) for one, date in events if date]
    drawn.sort(key=lambda pair: (pair[0].start, pair[0].end, pair[0].event))
    named = [_named(mark, name, scale.length) if form.has_names else mark for mark, name in drawn]
    rows = list(_rows(named))
    if form.has_names and max(rows, default=0) >= MOST_ROWS:
        named = [mark for mark, _ in drawn]
        rows = list(_rows(named))
    undated = sorted((one for one, date in events if date is None), key=lambda one: one.id)
    behind = form if len(undated) <= MOST_ROWS else replace(form, has_names=False)
    return (
        *(replace(mark, across=(row + 0.5) * form.row) for mark, row in zip(named, rows, strict=True)),
        *(_undated(one, place, scale, behind) for place, one in enumerate(undated)),
    )


def _mark(event: Event, date: DrawnDate, scale: TimeScale) -> Mark:
    return Mark(event.id, *_ends(date, scale), 0, date.shape.value, event.status)


def _ends(date: DrawnDate, scale: TimeScale) -> tuple[float, float]:
    """Where a mark begins and ends on the scale; none is shorter than a dot."""
    start, end = scale.at(date.first), scale.at(date.last)
    if date.shape is Shape.UNTIL:
        return max(end - FADE, 0.0), max(end, DOT)
    if date.shape is Shape.SINCE:
        return min(start, scale.length - DOT), min(start + FADE, scale.length)
    if end - start >= DOT:
        return start, end
    middle = min(max((start + end) / 2, DOT / 2), scale.length - DOT / 2)
    return middle - DOT / 2, middle + DOT / 2


def _named(mark: Mark, name: str, length: float) -> Mark:
    """A mark with its name behind it, or before it where the drawing would end."""
    shown = shortened(name, LONGEST_NAME)
    if mark.end + DOT / 2 + width_of(shown) <= length or mark.start < length / 2:
        return replace(mark, name=shown, name_at=mark.end + DOT / 2)
    return replace(mark, name=shown, name_at=mark.start - DOT / 2, ends_there=True)


def _rows(marks: Sequence[Mark]) -> Iterator[int]:
    """For each mark, the first row in which it has room behind those before it."""
    ends: list[float] = []
    for mark in marks:
        start, end = _room(mark)
        row = next((row for row, until in enumerate(ends) if until <= start), len(ends))
        ends[row : row + 1] = [end]
        yield row


def _room(mark: Mark) -> tuple[float, float]:
    """What a mark takes up along the scale, with its name and some air."""
    name = width_of(mark.name)
    if mark.ends_there:
        return mark.name_at - name, mark.end + DOT / 2
    return mark.start, (mark.name_at + name if mark.name else mark.end) + DOT / 2


def _undated(event: Event, place: int, scale: TimeScale, form: Format) -> Mark:
    """An event without a date behind the end of the scale: below the one before, or else beside it."""
    start = scale.length + form.gap
    columns = 1 if form.has_names else max(int((form.undated - form.gap) // form.row), 1)
    start, row = start + (place % columns) * form.row, place // columns
    across = (row + 0.5) * form.row
    mark = Mark(event.id, start, start + DOT, across, "undated", event.status)
    if not form.has_names:
        return mark
    return replace(mark, name=shortened(event.name, LONGEST_UNDATED), name_at=start + 1.5 * DOT)


def width_of(name: str) -> float:
    """How wide a name is drawn, about; letters of East Asian scripts take the room of two.

    >>> width_of("東京") == width_of("Oslo")
    True
    """
    return LETTER * sum(2 if east_asian_width(letter) in "WF" else 1 for letter in name)


def shortened(name: str, longest: int) -> str:
    """A name with room for at most so many Latin letters, cut between two words where it has any.

    >>> shortened("The train scene is shot on Stage 6", 20)
    'The train scene is…'
    """
    if width_of(name) <= longest * LETTER:
        return name
    head = name[: longest - 1]
    while width_of(head) > (longest - 1) * LETTER:
        head = head[:-1]
    words = head.rpartition(" ")[0] or head
    return words.rstrip(" ,;:–—-") + "…"
