"""The making of a film as strokes along its time."""

from __future__ import annotations

import re
from itertools import count

from plugins.archive.edtf import Edtf
from plugins.archive.entity import Event
from plugins.entity_pages.making_drawing import FEWEST, HEIGHT, STROKES, draw_making

_NUMBERS = count()


def event(date: str | None, status: str = "happened", phase: str = "shooting") -> Event:
    edtf = Edtf.parse(date) if date else None
    return Event(
        *(f"e{next(_NUMBERS)}", "Something", edtf, status, phase, "stated", None),
        *((), (), (), None, "It is told.", ()),
    )


def strokes(path: str) -> list[tuple[float, float]]:
    """Where each stroke stands, and how tall it is."""
    return [(float(x), float(tall)) for x, tall in re.findall(r"M([\d.]+) [\d.]+v([\d.]+)", path)]


BUSY = [event("1961"), event("1962-05-03"), event("1962-05-04"), event("1963")]


def test_a_time_of_which_more_is_known_is_drawn_taller() -> None:
    drawing = draw_making(BUSY)
    assert drawing is not None
    tall = dict(strokes(drawing.happened))
    place = max(tall, key=lambda at: tall[at])
    assert [tick.label for tick in drawing.ticks if tick.at <= place][-1] == "1962"
    assert max(tall.values()) <= HEIGHT


def test_what_was_only_announced_is_drawn_behind_what_happened() -> None:
    drawing = draw_making([*BUSY, event("1963-09", "announced"), event("1963-10", "cancelled")])
    assert drawing is not None
    happened, whole = dict(strokes(drawing.happened)), dict(strokes(drawing.planned))
    assert all(whole[at] >= tall for at, tall in happened.items())
    assert sum(whole.values()) > sum(happened.values())


def test_without_plans_there_is_one_row_of_strokes() -> None:
    drawing = draw_making(BUSY)
    assert drawing is not None
    assert drawing.planned == ""
    assert len(strokes(drawing.happened)) <= STROKES


def test_it_runs_from_the_first_year_to_the_last_and_leaves_out_what_was_before() -> None:
    drawing = draw_making([*BUSY, event("1920", phase="background"), event(None)])
    assert drawing is not None
    assert (drawing.first, drawing.last) == (1961, 1963)


def test_of_too_few_dates_nothing_is_drawn() -> None:
    assert draw_making(BUSY[: FEWEST - 1]) is None
    assert draw_making([event(None), event("XXXX-05")]) is None


def test_the_order_of_events_does_not_matter() -> None:
    assert draw_making(BUSY) == draw_making(BUSY[::-1])
