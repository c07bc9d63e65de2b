"""Where one file ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.search_index.bits import Numbers

PATIENCE = 1.5
"""How many times its size a shard may grow while it waits for a place where nothing is cut in two."""


def cuts(
    sizes: Sequence[int] | Numbers, least: int, most: int, bound: Numbers | None = None
) -> list[tuple[int, int]]:
    """Runs of neighbours, as (first, end): about ``least`` each, larger where there would be over ``most``.

    ``bound`` tells for each neighbour but the first how much would be cut in two before it; a run then goes
    on to a place with 0, if it finds one before it is PATIENCE times its size.
    """
    sizes = np.asarray(sizes, dtype=np.int64)
    told = sizes.tolist()
    cut_before = [0] * len(told) if bound is None else np.asarray(bound).tolist()
    # Runs are larger than their goal by what they wait for, so the first goal is a small one.
    goal = max(least, int(sizes.sum()) * 4 // (most * 5))
    while len(runs := _runs(told, goal, cut_before)) > most:
        goal = max(goal + 1, goal * len(runs) // most)
    return runs


def _runs(sizes: list[int], goal: int, bound: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    first = filled = 0
    for at, size in enumerate(sizes):
        full = filled >= goal or (filled and filled + size > goal * PATIENCE)
        if full and (not bound[at] or filled >= goal * PATIENCE):
            runs.append((first, at))
            first, filled = at, 0
        filled += size
    if sizes:
        runs.append((first, len(sizes)))
    return runs


def crossings(back: Numbers) -> Numbers:
    """For each of some neighbours how many links to one before it or another lie across the cut before it.

    ``back`` tells for each how many places back its link leads, 0 where it has none.
    """
    here = np.arange(len(back))
    change = np.zeros(len(back) + 1, dtype=np.int64)
    linked = back > 0
    np.add.at(change, (here - back + 1)[linked], 1)
    np.add.at(change, (here + 1)[linked], -1)
    return np.cumsum(change)[:-1]
