"""A value as the stretch in which it lies: “about two hours” holds 125 minutes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import inf

from plugins.claims.values.words import NO_REST, Rest

ABOUT = r"(?:about|around|some|roughly|approximately|approx\.?|circa|ca?\.|~|≈|more or less)"
NEARLY = r"(?:almost|nearly|just under|just short of|close to|not quite|a little under|slightly under)"
LESS = r"(?:less than|under|below|up to|at most|no more than|not more than|fewer than)"
PAST = r"(?:just over|just past|a little over|a little more than|slightly over|slightly more than)"
MORE = r"(?:more than|over|above|upwards of|at least|no less than|not less than)"

HEDGE = rf"(?:(?P<about>{ABOUT})|(?P<nearly>{NEARLY})|(?P<past>{PAST})|(?P<less>{LESS})|(?P<more>{MORE}))"
"""A pattern for what softens the number behind it."""

TO = r"(?:\s*(?:–|—|\bto\b|\bor\b)\s*|(?<=[0-9])\s*-\s*(?=[0-9]))"
"""A pattern for what stands between the two ends of a range; a hyphen does so between digits only."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something between two bounds of one unit, both included; an open one is infinite.

    ``said`` tells it in words, for a reason. ``rest`` is what its value says besides.
    """

    unit: str
    low: float
    high: float
    said: str = field(compare=False, default="")
    rest: Rest = NO_REST

    @property
    def key(self) -> object:
        """Two values with the same key say the same."""
        return self.unit, self.low, self.high, self.rest

    def lies_in(self, other: Quantity) -> bool:
        return other.low <= self.low and self.high <= other.high

    def meets(self, other: Quantity) -> bool:
        """Whether some number lies in both; where both are stretches, touching at one end is not enough."""
        first, last = max(self.low, other.low), min(self.high, other.high)
        return first < last or (first == last and (self.low == self.high or other.low == other.high))


def hedge_of(match: re.Match[str]) -> str | None:
    """The hedge that a match of a pattern with HEDGE in it has: about, nearly, past, less, more, or None."""
    found = match.groupdict()
    return next((name for name in ("about", "nearly", "past", "less", "more") if found[name]), None)


def bounds(hedge: str | None, low: float, high: float, least: float) -> tuple[float, float]:
    """The bounds of a number behind a hedge; ``least`` is how much “about” leaves open at the least.

    A number whose writing leaves something open comes as the stretch from low to high.
    """
    middle, wide = (low + high) / 2, max(least, (high - low) / 2)
    by_hedge = {
        "about": (middle - wide, middle + wide),
        "nearly": (middle - wide, middle),
        "past": (middle, middle + wide),
        "less": (0.0, middle),
        "more": (middle, inf),
    }
    return by_hedge.get(hedge or "", (low, high))
