"""How many times requests had to wait for others: the rounds of a search, from when each began and ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

TOLERANCE = 1.0
"""Milliseconds by which the clocks of a page and of its workers may differ."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request in milliseconds of one clock: when the page asked for it, and when it had the answer.

    ``began`` is when it was asked for, not when it went out: what waits for a free connection waits for no
    other answer.
    """

    name: str
    began: float
    ended: float


def rounds_of(requests: Iterable[Request]) -> list[int]:
    """The round of each request, in the order in which they began.

    A request is one round after the latest round of those that had ended when it began: it may have
    waited for them, and for none that was still running. This takes chance for need where the page was
    idle, so it is only meant for a slow network, where what needs no answer begins before any has come.
    """
    placed: list[tuple[Request, int]] = []
    for one in sorted(requests, key=lambda request: (request.began, request.ended)):
        ended = [number for other, number in placed if other.ended <= one.began + TOLERANCE]
        placed.append((one, max(ended, default=0) + 1))
    return [number for _, number in placed]


def count_rounds(requests: Iterable[Request]) -> int:
    """How many rounds there were; 0 without requests."""
    return max(rounds_of(requests), default=0)
