"""What a build says when it is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands.building_report import Report, printed, write_timings
from plugins.incremental.built_site import BuiltSite, Inputs, OutputStamp
from plugins.incremental.progress import Timings


def built(**pages: int) -> BuiltSite:
    """A site with these pages, each with its version, and a style sheet that is no page."""
    outputs: dict[str, OutputStamp] = {f"{name}.html": (version, 0, 0) for name, version in pages.items()}
    return BuiltSite(1, "basis", Inputs(), {**outputs, "style.css": (len(pages), 0, 0)})


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.pages, report.made, report.kept, report.removed


def test_a_page_whose_file_is_another_was_made() -> None:
    assert counts(Report.of(built(a=1, b=2, new=1), built(a=1, b=1, gone=1), Timings())) == (3, 2, 1, 1)


def test_without_a_last_site_every_page_was_made() -> None:
    assert counts(Report.of(built(a=1, b=1), None, Timings())) == (2, 2, 0, 0)


def test_stages_and_pages_come_with_the_longest_first() -> None:
    timings = Timings({"short": 0.1, "long": 2.0}, {"a.html": 0.1, "b.html": 0.3})
    report = Report.of(built(a=1), None, timings)
    assert report.stages == (("long", 2.0), ("short", 0.1))
    assert report.slowest == (("b.html", 0.3), ("a.html", 0.1))


@pytest.mark.parametrize(
    ("report", "told"),
    [
        (Report(9, kept=9), "Nothing has changed: 9 pages, public edition, in 0.0 s."),
        (
            Report(9, kept=9, stages=(("claims", 0.01),)),
            "Built 9 pages, public edition: 0 made, 9 kept, in 0.0 s.",
        ),
        (Report(9, made=9, seconds=1.25), "Built 9 pages, public edition: 9 made, in 1.2 s."),
        (Report(9, made=2, kept=7, seconds=1), "Built 9 pages, public edition: 2 made, 7 kept, in 1.0 s."),
        (Report(8, kept=8, removed=1), "Built 8 pages, public edition: 0 made, 8 kept, 1 gone, in 0.0 s."),
    ],
)
def test_people_are_told_what_was_made_kept_and_removed(report: Report, told: str) -> None:
    assert printed(report, "public") == [told]


def test_only_what_took_long_is_named() -> None:
    stages = tuple((f"stage {number}", 1.0 - number / 10) for number in range(10))
    report = Report(1, made=1, stages=stages, slowest=(("a.html", 0.5), ("b.html", 0.01)))
    assert printed(report, "public")[1:] == [
        "Longest: stage 0 1.0 s, stage 1 0.9 s, stage 2 0.8 s, stage 3 0.7 s.",
        "Slowest pages: a.html 0.5 s.",
    ]


def test_the_figures_can_be_read_by_a_program(tmp_path: Path) -> None:
    report = Report(3, 1, 2, 1, 1.23456, (("pages", 0.98765),), (("a.html", 0.123456),))
    write_timings(report, tmp_path / "timings.json")
    assert json.loads((tmp_path / "timings.json").read_text("utf-8")) == {
        **{"pages": 3, "made": 1, "kept": 2, "removed": 1, "seconds": 1.235},
        "stages": [{"name": "pages", "seconds": 0.988}],
        "slowest": [{"page": "a.html", "seconds": 0.1235}],
    }
