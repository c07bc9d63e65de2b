"""When two values of one property differ. What the difference means is for people to judge."""

from __future__ import annotations

from collections.abc import Iterable

COMPARABLE = frozenset(
    [
        "running-time",
        "release",
        "release-date",
        "release-year",
        "year",
        "premiere",
        "budget",
        "screenplay",
        "director",
        "age",
        "age-at-publication",
        "marital-status",
        "naming",
        "setting-time",
        "setting-place",
        "born",
        "died",
    ]
)
"""Properties of which a subject has one value at a time, so that two settled values are a difference.
Others, such as awards or collaborators, may have many values and no quarrel."""

DISPUTING = ("asserted", "announced")
"""Statuses of which two different values differ. An approximation, an opinion or a retracted value
stands beside a fact without disputing it, and an announcement beside what happened."""


def differ(values: Iterable[tuple[str, str]]) -> bool:
    """Whether distinct (value, status) pairs of one property hold two that dispute each other."""
    statuses = [status for _, status in values]
    return any(statuses.count(status) > 1 for status in DISPUTING)
