"""Counts that add up over texts, and the shares and F1 that are read off them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many of so many. The share of none is None: nothing was asked, or nothing was answered.

    >>> str(Ratio(3, 4)), str(Ratio(0, 0))
    ('0.750  (3 of 4)', '    –  (0 of 0)')
    """

    part: int = 0
    whole: int = 0

    @property
    def share(self) -> float | None:
        return self.part / self.whole if self.whole else None

    @property
    def rest(self) -> Ratio:
        """So many that are not."""
        return Ratio(self.whole - self.part, self.whole)

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(self.part + other.part, self.whole + other.whole)

    def __str__(self) -> str:
        return f"{as_share(self.share)}  ({self.part} of {self.whole})"


Tally = Mapping[str, Ratio]
"""The counts of one measurement, by what was counted, in the order in which they are shown."""


def add_up(tallies: Iterable[Tally]) -> Tally:
    """The counts of several texts as if they were one: large texts weigh more than small ones."""
    total: dict[str, Ratio] = {}
    for tally in tallies:
        for name, ratio in tally.items():
            total[name] = total.get(name, Ratio()) + ratio
    return total


def f1(precision: Ratio, recall: Ratio) -> float | None:
    """The harmonic mean of both shares: 0 where either is, None where one has no share.

    >>> f1(Ratio(1, 1), Ratio(1, 3))
    0.5
    """
    if precision.share is None or recall.share is None:
        return None
    both = precision.share + recall.share
    return 2 * precision.share * recall.share / both if both else 0.0


def mean(shares: Iterable[float | None]) -> float | None:
    """The mean of the shares that there are."""
    known = [one for one in shares if one is not None]
    return sum(known) / len(known) if known else None


def as_share(share: float | None) -> str:
    """A share in five columns, a dash for none."""
    return "    –" if share is None else f"{share:.3f}"
