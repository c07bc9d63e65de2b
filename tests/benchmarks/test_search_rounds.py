"""A request is in a later round when an answer had come before it began, and in the same round otherwise."""

from __future__ import annotations

import pytest

from benchmarks.search_rounds import Request, count_rounds, rounds_of


def timeline(*spans: tuple[float, float]) -> list[Request]:
    return [Request(f"file-{number}.js", *span) for number, span in enumerate(spans)]


TIMELINES = {
    "nothing was asked for": ([], []),
    "one file": ([(0, 50)], [1]),
    "all at once": ([(0, 50), (1, 52), (2, 60)], [1, 1, 1]),
    "one after another": ([(0, 50), (52, 102), (104, 154)], [1, 2, 3]),
    "a script, a manifest, two lists, three records": (
        [(0, 50), (60, 110), (112, 163), (112, 170), (172, 222), (172, 223), (172, 224)],
        [1, 2, 3, 3, 4, 4, 4],
    ),
    "asked for at once, but sent when a connection was free": (
        [(0, 50), (0, 50), (0, 50), (0, 101), (0, 102)],
        [1, 1, 1, 1, 1],
    ),
    "the next begins while a slow one is still on its way": ([(0, 50), (0, 300), (52, 102)], [1, 1, 2]),
    "after a slow one of the first round": ([(0, 50), (0, 130), (52, 102), (132, 190)], [1, 1, 2, 3]),
    "clocks of two workers that differ a little": ([(0, 50.4), (50, 100)], [1, 2]),
}


@pytest.mark.parametrize(("spans", "rounds"), TIMELINES.values(), ids=TIMELINES)
def test_rounds_of_a_timeline(spans: list[tuple[float, float]], rounds: list[int]) -> None:
    assert rounds_of(timeline(*spans)) == rounds
    assert count_rounds(timeline(*spans)) == max(rounds, default=0)


def test_the_order_in_which_requests_are_listed_does_not_matter() -> None:
    listed = timeline((0, 50), (60, 110), (112, 163))
    assert rounds_of(reversed(listed)) == rounds_of(listed)
