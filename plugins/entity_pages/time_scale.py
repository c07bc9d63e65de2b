"""A scale of years on which a year is as wide as what happened in it: long silences are folded away.

A film is talked of for a decade, made in two years, and its director was born forty years before. On an even
scale the making would be a line; here each year has room for its own events, and the axis says which it is.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.entity_pages.drawn_dates import DrawnDate, Shape

CROWDING = 0.75
"""How a year grows with its events: at 1 a busy year would take all the room, at 0 each year had the same."""

QUIET = 0.4
"""The room of a year without an event, in those of a year with one."""

FOLDED = 2
"""Years without an event from which on they are folded into one step of the scale."""


@dataclass(frozen=True, slots=True)
class Step:
    """One year, or several that are folded into one: from ``year`` on, ``count`` of them, at ``start``."""

    year: int
    count: int
    start: float
    width: float

    @property
    def is_folded(self) -> bool:
        return self.count > 1


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Where times stand along ``length`` units. Steps are in order and leave no gap."""

    steps: tuple[Step, ...]
    length: float

    def at(self, time: float) -> float:
        """The place of a time, in years; of one outside the scale, its end."""
        place = max(0, bisect_right(self.steps, time, key=lambda one: float(one.year)) - 1)
        step = self.steps[place]
        share = min(max((time - step.year) / step.count, 0.0), 1.0)
        return step.start + share * step.width


def time_scale(dates: Iterable[DrawnDate], length: float) -> TimeScale | None:
    """The scale on which all these dates have a place; None for no dates."""
    counts = _events_by_year(dates)
    if not counts:
        return None
    runs = _runs(counts)
    weights = [_weight(counts, year, count) for year, count in runs]
    unit, start = length / sum(weights), 0.0
    steps = []
    for (year, count), weight in zip(runs, weights, strict=True):
        steps.append(Step(year, count, start, weight * unit))
        start += weight * unit
    return TimeScale(tuple(steps), length)


def _events_by_year(dates: Iterable[DrawnDate]) -> Counter[int]:
    """How much each year has to hold, in halves: of what spans several, the first and the last hold one."""
    counts: Counter[int] = Counter()
    for one in dates:
        last = math.ceil(one.last) - 1
        first = last if one.shape is Shape.UNTIL else math.floor(one.first)
        counts[first] += 1
        counts[max(first, last)] += 1
    return counts


def _runs(counts: Counter[int]) -> list[tuple[int, int]]:
    """Years in order, each with how many it stands for: those between two events may be folded."""
    runs: list[tuple[int, int]] = []
    before: int | None = None
    for year in sorted(counts):
        empty = year - before - 1 if before is not None else 0
        if empty >= FOLDED:
            runs.append((year - empty, empty))
        else:
            runs += [(year - back, 1) for back in range(empty, 0, -1)]
        runs.append((year, 1))
        before = year
    return runs


def _weight(counts: Counter[int], year: int, count: int) -> float:
    return QUIET if count > 1 or not counts[year] else (counts[year] / 2) ** CROWDING
