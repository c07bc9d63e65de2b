"""Work that is done here; ``spread`` of the workers does the same on all cores."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

Doing = Callable[..., list[Any]]
"""Gives what some work makes of each item, in their order."""


def in_turn(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    """One item after the other."""
    return [work(item) for item in items]
