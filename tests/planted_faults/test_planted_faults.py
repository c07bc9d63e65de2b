"""Forty mistakes in one archive are forty lines, each at its place, each with what to do next."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building import ROOT, invoke
from tests.making import write_archive

HERE = Path(__file__).parent

PLANTED = 40


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return (HERE / "faults.txt").read_text("utf-8").splitlines()


@pytest.fixture(scope="module")
def said() -> list[str]:
    status, said, complained = invoke("check", "--content", HERE / "content")
    assert (status, complained) == (1, "")
    return said.splitlines()


@pytest.fixture(scope="module")
def told(said: list[str]) -> list[str]:
    """The faults, without the line below them."""
    return said[:-1]


def test_each_fault_is_one_line_at_its_place(told: list[str], expected: list[str]) -> None:
    places = [f"{place} {rest.split()[0]}" for place, _, rest in (one.partition(": ") for one in told)]
    assert places == expected
    assert len(told) == PLANTED


def test_below_them_stands_what_may_still_come(said: list[str]) -> None:
    """Of a file that cannot be read nobody knows all faults."""
    told = "7 files could not be read: they may have more faults, which are told when those above are mended."
    assert said[-1] == told


def test_each_line_says_what_to_do_next(told: list[str]) -> None:
    """Behind a semicolon stands what to write, or what was probably meant."""
    assert [one for one in told if "; " not in one or not one.rpartition("; ")[2]] == []


def test_no_line_needs_knowledge_of_programs(told: list[str]) -> None:
    words = (
        "yaml",
        "mapping",
        "scalar",
        "token",
        "parse",
        "stream",
        "python",
        "pelican",
        "traceback",
        "none of its",
    )
    said = [one.partition(": ")[2].partition(" ")[2].lower() for one in told]
    assert [one for one in said if any(word in one.split() for word in words)] == []


def test_programs_are_told_the_same(told: list[str]) -> None:
    """As JSON and as annotations of a workflow, in the same order."""
    _, as_json, _ = invoke("check", "--content", HERE / "content", "--format", "json")
    lines = ["{path}:{line}:{col}: {code} {message}".format(**one) for one in json.loads(as_json)]
    assert lines == told
    _, as_github, _ = invoke("check", "--content", HERE / "content", "--format", "github")
    heads = [one.split("::")[1] for one in as_github.splitlines()]
    faults = json.loads(as_json)
    assert heads == ["error file={path},line={line},col={col},title={code}".format(**one) for one in faults]


def test_an_archive_without_fault_is_one_line(tmp_path: Path) -> None:
    status, said, complained = invoke("check", "--content", write_archive(tmp_path))
    assert (status, len(said.splitlines()), complained) == (0, 1, "")


def test_files_are_named_as_the_call_names_their_folder() -> None:
    _, said, _ = invoke("check", "--content", "tests/planted_faults/../planted_faults/content")
    paths = {one.partition(":")[0].rpartition("/content/")[0] for one in said.splitlines()[:-1]}
    assert paths == {"tests/planted_faults/../planted_faults"}


def test_whoever_reads_the_first_lines_alone_is_not_bothered() -> None:
    command = [sys.executable, "-m", "invoke", "check", "--content", str(HERE / "content")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as done:
        assert done.stdout is not None
        assert done.stderr is not None
        done.stdout.close()
        assert done.stderr.read() == b""
    assert done.returncode == 1
