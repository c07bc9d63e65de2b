"""The measurement of builds says what was measured, what it is beside others', and what changed in a site."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks.builds import PARTS, SIZES, asked_for
from benchmarks.builds_changes import CHANGES, RENAMED, Outcome, outcome_of, pages_with, site_files
from benchmarks.builds_figures import figures_of_change, figures_of_growth, figures_of_stages, power
from benchmarks.builds_report import HUGO, OURS, PELICAN, Aim, Figure, as_json, as_table
from benchmarks.builds_sites import Run, Workplace
from benchmarks.made_archive import FILM, made_archive, write_archive
from benchmarks.process_tree import tree_taken_by
from benchmarks.search_processes import CommandFailed, Taken
from tests.building import invoke

CLOCK = Figure("clock", "s", {OURS: 2.0, PELICAN: 4.0, HUGO: 1.0}, (Aim(0.5, PELICAN), Aim(1.3, HUGO)))
MEMORY = Figure("memory", "MB", {OURS: 601.0}, (Aim(600), Aim(1.0, HUGO)))


def run(wall: float, memory: int = 100, **told: object) -> Run:
    return Run(Taken(wall, wall, memory), 3, 300, told)


def test_the_table_has_a_line_for_each_figure_with_ratios_aims_and_verdicts() -> None:
    head, clock, memory, remark = as_table("10 pages", [CLOCK, MEMORY], ["A remark."]).splitlines()
    assert head.split() == ["10", "pages", "ours", "Pelican", "Hugo", "÷", "Pelican", "÷", "Hugo", "aims"]
    assert clock.split()[2:7] == ["2.00", "4.00", "1.00", "0.500", "2.000"]
    assert clock.endswith("≤ 0.5 of Pelican: reached; ≤ 1.3 of Hugo: MISSED")
    assert memory.split()[2:5] == ["601.00", "–", "–"]
    assert memory.endswith("≤ 600 MB: MISSED; ≤ 1 of Hugo: not compared")
    assert remark == "  A remark."


def test_programs_get_the_same_figures() -> None:
    told = json.loads(as_json({"10 pages": [CLOCK]}, ["A remark."]))
    [clock] = told["figures"]["10 pages"]
    assert clock["ratios"] == {PELICAN: 0.5, HUGO: 2.0}
    assert [one["reached"] for one in clock["aims"]] == [True, False]
    assert told["remarks"] == ["A remark."]


def test_growth_is_the_power_between_the_ends_and_of_each_step() -> None:
    assert power((100, 10_000), (1.0, 100.0)) == pytest.approx(1.0)
    assert power((100, 1_000), (1.0, 100.0)) == pytest.approx(2.0)
    by_size = {size: {OURS: [run(seconds)]} for size, seconds in ((100, 1.0), (1_000, 10.0), (10_000, 1e3))}
    figures = {one.name: one for one in figures_of_growth(by_size)}
    assert figures["clock, 100 to 10,000 pages"].values[OURS] == pytest.approx(1.5)
    assert figures["clock, 100 to 10,000 pages"].reached(Aim(1.1)) is False
    assert figures["clock, 1,000 to 10,000 pages"].values[OURS] == pytest.approx(2.0)
    assert figures_of_growth({100: by_size[100]}) == []


def test_stages_are_told_the_longest_first_and_no_trifles() -> None:
    stages = [{"name": name, "seconds": seconds} for name, seconds in (("a", 1.0), ("b", 9.0), ("c", 0.001))]
    told = figures_of_stages([run(10.0, stages=stages)])
    assert [one.name for one in told] == ["stage b", "stage a"]
    assert figures_of_stages([run(10.0)]) == []


def test_a_change_is_held_to_the_whole_builds_of_others() -> None:
    whole = {OURS: [run(100.0)], PELICAN: [run(40.0)], HUGO: [run(8.0)]}
    clock, *_, stale = figures_of_change("one page's words edited", [run(1.0)], Outcome(3, 0, 2), whole)
    assert [clock.reached(aim) for aim in clock.aims] == [True, True]
    assert (stale.values[OURS], stale.reached(stale.aims[0])) == (2, False)


def test_what_a_build_changed_is_counted_and_held_against_a_clean_one() -> None:
    before = {"a.html": b"1", "b.html": b"1", "c.html": b"1", "d.json": b"1"}
    after = {"a.html": b"2", "b.html": b"2", "c.html": b"1", "d.json": b"2", "e.html": b"1"}
    clean = {**after, "c.html": b"2", "f.html": b"1"}
    assert outcome_of(before, after, clean, frozenset({"a.html"})) == Outcome(3, 2, 2)
    assert outcome_of(before, after, after, frozenset()) == Outcome(3, 0, 0)


def test_each_change_changes_records_and_only_the_one_that_changes_nothing_does_not(tmp_path: Path) -> None:
    write_archive(made_archive(24), tmp_path)
    for change in CHANGES:
        before = site_files(tmp_path)
        words = change.make(tmp_path)
        after = site_files(tmp_path)
        different = [name for name in after if after[name] != before.get(name)]
        assert len(different) == (0 if change.name == "no change" else 1), change.name
        assert (RENAMED in words) == (change.name == "one person renamed")


def test_pages_are_found_by_the_words_that_they_show(tmp_path: Path) -> None:
    for name, text in (("a.html", "Ines Varga"), ("b.html", "Ines"), ("c.txt", "Ines Varga")):
        (tmp_path / name).write_text(text, "utf-8")
    assert pages_with(tmp_path, frozenset({"Ines Varga", "Lotte"})) == {"a.html"}
    assert pages_with(tmp_path, frozenset()) == frozenset()


def test_memory_is_that_of_all_processes_of_a_command(tmp_path: Path) -> None:
    """Each of the two holds 60 MB of its own."""
    held = "b = b'x' * 60_000_000; import time; time.sleep(1.5)"
    both = f"import os; os.fork(); {held}"
    together = tree_taken_by([sys.executable, "-c", both], tmp_path, 2)
    alone = tree_taken_by([sys.executable, "-c", held], tmp_path, 2)
    assert alone.memory > 60_000_000
    if Path("/proc/self/smaps_rollup").is_file():
        assert together.memory > alone.memory + 50_000_000


def test_a_command_that_fails_says_what_it_wrote(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="ended with 3:\nthe reason"):
        tree_taken_by([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"], tmp_path, 1)


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        (("", "", "everyone", False, "text"), "it is some of pages, everything, changes"),
        (("", "10", "", False, "text"), "20 at least"),
        (("", "", "", False, "xml"), "it is text, json"),
        (("nowhere.gz", "", "", False, "text"), "nowhere.gz is no file"),
        (("", "", "", False, "text", "0"), "a number from 1 on"),
    ],
)
def test_a_wrong_option_is_told(options: tuple[str, str, str, bool, str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        asked_for(*options)


def test_without_options_all_is_measured_once() -> None:
    asked = asked_for("", "", "", False, "text")
    assert (tuple(asked["sizes"]), tuple(asked["only"]), asked["rounds"]) == (SIZES, PARTS, 1)


def test_a_fault_in_the_call_is_one_line_and_status_2() -> None:
    assert invoke("bench", "builds", "--sizes", "few")[0] == 2
    assert invoke("bench", "search", "--rounds", "2") == (2, "", "--rounds is for builds alone\n")


def test_pages_alone_are_all_pages_of_the_archive_and_nothing_for_programs(tmp_path: Path) -> None:
    """What the other generators make, and no less: a page for each record, with its prose."""
    place = Workplace(tmp_path)
    archive = made_archive(24)
    place.prepare(archive, ())
    place.bare_pages(1)
    made = {
        file.relative_to(tmp_path / "bare-site").as_posix() for file in (tmp_path / "bare-site").rglob("*")
    }
    for page in archive.pages:
        folder = "" if page.named.folder == "pages" else f"{page.named.folder}/"
        assert f"{folder}{page.named.id}.html" in made
    assert [name for name in made if name.startswith(("cite/", "data/", "previews/", "search/"))] == []
    shown = (tmp_path / "bare-site" / "films" / f"{FILM}.html").read_text("utf-8")
    (film,) = (page for page in archive.pages if page.named.id == FILM)
    assert film.prose.split("[[", 1)[0].split("\n")[0].strip()[:40] in shown
