"""What tells the runs of a sorted list apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from plugins.search_index.bits import shared_beginning


def separator(before: str, after: str) -> str:
    """The shortest beginning of ``after`` that sorts behind ``before``, which sorts before ``after``.

    >>> separator("andrew", "androids")
    'andro'
    """
    return after[: shared_beginning(before, after) + 1]


def separators(runs: Sequence[Sequence[str]]) -> list[str]:
    """For each run of a sorted list what tells that a string is not in an earlier one; "" for the first."""
    if not runs:
        return []
    return ["", *(separator(one[-1], other[0]) for one, other in pairwise(runs))]
