"""The table says what was measured, what it is beside Pagefind's, and whether that is what is aimed at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.search import PARTS, SIZES, asked_for
from benchmarks.search_browser import Asked
from benchmarks.search_figures import (
    figures_of_builds,
    figures_of_bytes,
    figures_of_time,
    figures_of_warm,
    percentile,
)
from benchmarks.search_peers import PACKAGES, PINNED, Built
from benchmarks.search_processes import CommandFailed, Taken, taken_by
from benchmarks.search_report import OURS, PAGEFIND, TITLES, Figure, as_json, as_table
from tests.building import invoke

COLD = Figure("cold query, median", "bytes", {OURS: 61_000, PAGEFIND: 244_000, "lunr": 13_000_000}, 0.25)
WARM = Figure("warm query, median", "ms", {OURS: 2.0, PAGEFIND: 4.0}, 0.2)
ROUNDS = Figure("first results", "rounds", {OURS: 3}, 3, of_ours=True)
ALONE = Figure("cold query, median", "bytes", {OURS: 61_000}, 0.25)


def asked(body: int, first: float = 100.0) -> Asked:
    return Asked(body, 300, 7, 4, 5, 3, first, 2 * first, 12)


def test_the_table_has_a_line_for_each_figure_with_ratio_aim_and_verdict() -> None:
    assert as_table(10_000, [COLD, WARM, ROUNDS], ["Measured without MiniSearch: gone."]) == (
        "10,000 pages                                          ours    Pagefind  MiniSearch        lunr"
        "  ours ÷ Pf  aim\n"
        "  cold query, median, bytes                         61,000     244,000           –  13,000,000"
        "      0.250  ≤ 0.25: reached\n"
        "  warm query, median, ms                              2.00        4.00           –           –"
        "      0.500  ≤ 0.2: MISSED\n"
        "  first results, rounds                                  3           –           –           –"
        "             ≤ 3 rounds: reached\n"
        "  Measured without MiniSearch: gone."
    )


def test_an_aim_at_a_ratio_needs_pagefind() -> None:
    assert (ALONE.ratio, ALONE.reached) == (None, None)
    assert as_table(10, [ALONE]).endswith("≤ 0.25: not compared")


def test_programs_get_the_same_figures() -> None:
    told = json.loads(as_json({10_000: [COLD, ROUNDS]}, ["A remark."]))
    cold, rounds = told["pages"]["10000"]
    assert cold["values"] == {OURS: 61_000, PAGEFIND: 244_000, "lunr": 13_000_000}
    assert (cold["ratio"], cold["aim"], cold["reached"]) == (0.25, 0.25, True)
    assert (rounds["ratio"], rounds["aim of"], rounds["reached"]) == (None, OURS, True)
    assert told["remarks"] == ["A remark."]


def test_small_archives_are_aimed_lower() -> None:
    measured = {OURS: [asked(100), asked(300), asked(200)], PAGEFIND: [asked(1_000)]}
    small, large = (figures_of_bytes(measured, measured, measured, pages)[0] for pages in SIZES)
    assert small.values == {OURS: 200, PAGEFIND: 1_000}
    assert (small.aim, large.aim) == (0.3, 0.25)


def test_first_results_are_measured_apart_from_all_ten() -> None:
    measured = {OURS: [asked(1, first=200)], PAGEFIND: [asked(1, first=500)]}
    ratios = {(one.name, one.unit): one for one in figures_of_time(measured, measured, measured)}
    assert ratios["first results, script included", "rounds"].values[OURS] == 3
    assert ratios["all ten, script included", "rounds"].values[OURS] == 4
    assert ratios["cold, first results, 50 ms a request", "ms"].ratio == 0.4
    assert ratios["cold, all ten, 50 ms a request", "ms"].values == {OURS: 400, PAGEFIND: 1_000}


def test_warm_times_are_told_by_their_middle_and_their_slow_end() -> None:
    median, slow = figures_of_warm({OURS: [float(one) for one in range(1, 101)]})
    assert (median.values[OURS], slow.values[OURS]) == (50.5, 96)


def test_a_percentile_of_few_values_is_the_last() -> None:
    assert percentile([3.0, 1.0, 2.0]) == 3.0


def test_a_changed_page_is_compared_with_a_whole_build(tmp_path: Path) -> None:
    built = {
        OURS: Built(tmp_path, Taken(9.0, 8.0, 50_000_000)),
        PAGEFIND: Built(tmp_path, Taken(5.0, 4.0, 100_000_000)),
    }
    figures = {one.name: one for one in figures_of_builds(built, Taken(1.5, 1.0, 40_000_000))}
    assert figures["build, processor"].ratio == 2
    assert figures["one changed page, processor"].ratio == 0.25
    assert figures["one changed page ÷ our whole build"].values == {OURS: 0.125}
    assert figures["memory at most"].ratio == 0.5


def test_files_and_bytes_of_an_index_are_those_on_disk(tmp_path: Path) -> None:
    (tmp_path / "fragment").mkdir()
    (tmp_path / "fragment" / "one").write_bytes(b"12345")
    (tmp_path / "entry").write_bytes(b"123")
    built = Built(tmp_path, Taken(0, 0, 0))
    assert (built.files, built.size) == (2, 8)


def test_a_command_is_measured_whole_and_its_failure_is_told(tmp_path: Path) -> None:
    taken = taken_by(["sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"], tmp_path)
    assert 0 < taken.cpu <= taken.wall + 0.05
    assert taken.memory > 100_000
    with pytest.raises(CommandFailed, match=r"(?s)ended with 3:.*no index"):
        taken_by(["sh", "-c", "echo no index; exit 3"], tmp_path)


def test_options_are_read_as_they_are_typed(tmp_path: Path) -> None:
    films = tmp_path / "films.jsonl.gz"
    films.touch()
    asked = asked_for(str(films), "500,2000", "disk,warm", True, "json")
    assert asked == {
        "films": films,
        "sizes": [500, 2000],
        "only": ["disk", "warm"],
        "peers": False,
        "form": "json",
    }
    usual = asked_for("", "", "", False, "text")
    assert (tuple(usual["sizes"]), tuple(usual["only"]), usual["peers"]) == (SIZES, PARTS, True)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("", "many", "", False, "text"), "--sizes is 'many'"),
        (("", "0", "", False, "text"), "--sizes is '0'"),
        (("", "", "disk,colour", False, "text"), "--only is 'colour'"),
        (("", "", "", False, "github"), "--format is 'github'"),
        (("no/films.gz", "", "", False, "text"), "no/films.gz is no file"),
    ],
)
def test_an_option_that_there_is_not_is_refused(options: tuple[str, str, str, bool, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        asked_for(*options)


def test_the_command_refuses_what_it_cannot_measure() -> None:
    status, said, complained = invoke("bench", "search", "--sizes", "many")
    assert (status, said) == (2, "")
    assert "--sizes is 'many'" in complained


def test_every_search_has_its_page_to_be_measured_on() -> None:
    for name in TITLES:
        page = (PINNED / f"{name}.html").read_text("utf-8")
        assert "const load = " in page
        assert "async function search(query, onFirst)" in page


def test_the_pins_name_no_registry() -> None:
    whole = "".join((PINNED / name).read_text("utf-8") for name in PACKAGES)
    assert '"integrity": "sha512-' in whole
    assert "http" not in whole
