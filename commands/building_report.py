"""What a build says when it is done, to people and to programs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.incremental.built_site import BuiltSite
from plugins.incremental.progress import Timings

REFUSED = "Nothing was changed: the last good site stays."

_STAGES, _PAGES = 4, 3
"""How many stages and pages are named to people."""

_WORTH = 0.1
"""Seconds from which on it is worth naming something."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many pages there are, how many of them were made and kept, how many are gone, and what took long.

    ``stages`` has the seconds of each stage, ``slowest`` those of the pages that took longest.
    """

    pages: int = 0
    made: int = 0
    kept: int = 0
    removed: int = 0
    seconds: float = 0.0
    stages: tuple[tuple[str, float], ...] = ()
    slowest: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, built: BuiltSite, last: BuiltSite | None, timings: Timings) -> Report:
        """A page counts as made whose bytes are new."""
        new = {name: stamp for name, stamp in built.outputs.items() if name.endswith(".html")}
        old = {name: stamp for name, stamp in last.outputs.items() if name.endswith(".html")} if last else {}
        kept = sum(old.get(name) == stamp for name, stamp in new.items())
        stages = tuple(sorted(timings.stages.items(), key=lambda one: -one[1]))
        slowest = tuple(timings.slowest())
        return cls(
            len(new), len(new) - kept, kept, len(old.keys() - new.keys()), stages=stages, slowest=slowest
        )


def printed(report: Report, edition: str) -> list[str]:
    """The lines for people. Where a whole build gave the same pages, something else may be new."""
    if report.made or report.removed or report.stages:
        counted = {"kept": report.kept, "gone": report.removed}
        more = "".join(f", {count} {what}" for what, count in counted.items() if count)
        told = f"Built {report.pages} pages, {edition} edition: {report.made} made{more}"
    else:
        told = f"Nothing has changed: {report.pages} pages, {edition} edition"
    lines = [f"{told}, in {report.seconds:.1f} s."]
    longest = [f"{name} {seconds:.1f} s" for name, seconds in report.stages[:_STAGES] if seconds >= _WORTH]
    if longest:
        lines.append(f"Longest: {', '.join(longest)}.")
    slow = [f"{page} {seconds:.1f} s" for page, seconds in report.slowest[:_PAGES] if seconds >= _WORTH]
    if slow:
        lines.append(f"Slowest pages: {', '.join(slow)}.")
    return lines


def write_timings(report: Report, file: Path) -> None:
    """The figures as JSON."""
    told: dict[str, Any] = {
        "pages": report.pages,
        "made": report.made,
        "kept": report.kept,
        "removed": report.removed,
        "seconds": round(report.seconds, 3),
        "stages": [{"name": name, "seconds": round(seconds, 3)} for name, seconds in report.stages],
        "slowest": [{"page": page, "seconds": round(seconds, 4)} for page, seconds in report.slowest],
    }
    file.write_text(json.dumps(told, indent=1) + "\n", "utf-8")
