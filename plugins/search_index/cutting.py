"""Where one file ends and the next begins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import count

import numpy as np
from numpy.typing import NDArray

from plugins.search_index.bits import Numbers

PATIENCE = 1.5
"""How many times its size a shard may grow while it waits for a place where nothing is cut in two."""

STEPS = 32
"""Steps of a shard's size to each doubling, where files have to grow: an edit that adds a few bytes seldom
moves the size, and with it where all files end."""

Run = tuple[int, int]
"""Neighbours: the first, and the one behind the last."""


def cuts(sizes: Sequence[int] | Numbers, least: int, most: int, bound: Numbers | None = None) -> list[Run]:
    """Runs of neighbours: about ``least`` each, larger where there would be over ``most``.

    ``bound`` tells for each neighbour but the first how much would be cut in two before it; a run then goes
    on to a place with 0, if it finds one before it is PATIENCE times its size.
    """
    told = np.asarray(sizes, dtype=np.int64)
    begins = [0, *np.cumsum(told).tolist()]
    # Runs are larger than their goal by what they wait for, so the first goal is a small one.
    small = begins[-1] * 4 // (most * 5)
    goals = (round(least * 2 ** (step / STEPS)) for step in count())
    free = _next_free(np.zeros(len(told), dtype=bool) if bound is None else np.asarray(bound) != 0)
    tried = (_runs(begins, free, goal) for goal in goals if goal >= small)
    return next(runs for runs in tried if len(runs) <= most)


def _next_free(bound: NDArray[np.bool_]) -> list[int]:
    """For each place the next one, itself among them, that may be cut without harm; the end at last."""
    places = np.where(bound, len(bound), np.arange(len(bound)))
    return [*np.minimum.accumulate(places[::-1])[::-1].tolist(), len(bound)]


def _runs(begins: list[int], free: list[int], goal: int) -> list[Run]:
    """Runs of about the same size; ``begins`` tells where each neighbour begins, and where the last ends."""
    runs: list[Run] = []
    first, last = 0, len(begins) - 1
    while first < last:
        reached = begins[first] + goal
        patient = begins[first] + goal * PATIENCE
        # It is full when it has reached its size, or when the next one would be far too much.
        full = min(bisect_left(begins, reached), bisect_right(begins, patient) - 1)
        full = min(max(full, first + 1), last)
        end = min(free[full], max(full, bisect_left(begins, patient)), last)
        runs.append((first, end))
        first = end
    return runs


def crossings(back: Numbers) -> Numbers:
    """For each of some neighbours how many links to one before it or another lie across the cut before it.

    ``back`` tells for each how many places back its link leads, 0 where it has none.
    """
    here = np.arange(len(back))
    linked = back > 0
    opened = np.bincount((here - back + 1)[linked], minlength=len(back) + 1)
    closed = np.bincount((here + 1)[linked], minlength=len(back) + 1)
    return np.cumsum(opened - closed)[:-1]
