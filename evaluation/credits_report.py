"""What was measured of credits, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from evaluation.credits import OfCredits, ReadCredits

LISTS = {"missed": "missed", "wrong": "wrong credits of the film", "traps": "traps taken"}
"""The lists of a measurement, by attribute, with their titles."""

TITLES = {
    "with_records": "With the names of our records",
    "without_records": "With the names that discovery finds, and empty content",
}


def credits_as_text(measured: OfCredits) -> str:
    """The report on both measurements."""
    lines: list[str] = []
    if measured.absent:
        lines += [f"Not at hand, so that all in them is missed: {', '.join(measured.absent)}", ""]
    for attribute, title in TITLES.items():
        lines += [title, "", *_lines(getattr(measured, attribute)), ""]
    return "\n".join(lines).rstrip()


def credits_as_json(measured: OfCredits) -> str:
    """The same as JSON; a share of none is null."""
    data: dict[str, Any] = {"digest": measured.digest, "absent": measured.absent}
    for attribute in TITLES:
        one: ReadCredits = getattr(measured, attribute)
        counts = {
            name: {"part": ratio.part, "whole": ratio.whole, "share": ratio.share}
            for name, ratio in one.counts.items()
        }
        data[attribute] = {"counts": counts, **{name: list(getattr(one, name)) for name in LISTS}}
    return json.dumps({"credits": data}, ensure_ascii=False, indent=1)


def _lines(one: ReadCredits) -> Iterator[str]:
    for name, ratio in one.counts.items():
        yield f"  {name:44}{ratio}"
    for attribute, title in LISTS.items():
        found: tuple[str, ...] = getattr(one, attribute)
        if found:
            yield f"  {title} ({len(found)})"
            yield from (f"    {line}" for line in found)
