"""When two values of one property differ. What the difference means is told by ``plugins.claims``."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archive.properties import PROPERTIES

COMPARABLE = frozenset(name for name, one in PROPERTIES.items() if not one.several)
"""Properties of which a subject has one value at a time, so that two settled values are a difference.
Others, such as awards or collaborators, may have many values and no quarrel."""

DISPUTING = ("asserted", "announced")
"""Statuses of which two different values differ. An approximation, an opinion or a retracted value
stands beside a fact without disputing it, and an announcement beside what happened."""


def differ(values: Iterable[tuple[str, str]]) -> bool:
    """Whether distinct (value, status) pairs of one property hold two that dispute each other."""
    statuses = [status for _, status in values]
    return any(statuses.count(status) > 1 for status in DISPUTING)
