"""Whatever happens between two builds, the second gives what a clean one gives, or refuses as that does."""

from __future__ import annotations

import locale
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.incremental.project import Outcome, Project, Tree, tree
from tests.incremental.steps import HISTORIES, OF_WORDS, STEPS, Step

CLEAN: dict[str, tuple[Outcome, Tree]] = {}
"""How a build from nothing ends, and what it leaves, by what is written."""


@contextmanager
def own_surroundings() -> Iterator[None]:
    """Whatever is set in the block, time zone and locale are afterwards what they were before."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name in ("TZ", "LC_ALL", "LANG"):
                patch.setenv(name, os.environ.get(name, "C" if name != "TZ" else "UTC"))
            patch.setenv("INTERTITLE_CORES", "1")
            yield
    finally:
        time.tzset()
        locale.setlocale(locale.LC_ALL, before)


def clean(project: Project) -> tuple[Outcome, Tree]:
    """From nothing, into a folder of its own, on one core."""
    state = project.state()
    if state not in CLEAN:
        output = project.home.parent / "clean" / project.output.name
        with own_surroundings():
            # A refused build leaves its place as it was.
            _remove(output)
            ended = project.build(output, anew=True)
        CLEAN[state] = (_said(ended, output), tree(output))
    return CLEAN[state]


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _said(ended: Outcome, output: Path) -> Outcome:
    return Outcome(ended.status, ended.said.replace(str(output), "SITE"))


def holds(project: Project) -> None:
    """The next build gives the bytes of a clean one, or refuses as that does and leaves the last site."""
    before = tree(project.output)
    ended = _said(project.build(), project.output)
    expected, site = clean(project)
    assert ended == expected
    assert tree(project.output) == (site if ended.status == 0 else before)
    left = {one.name for one in project.home.iterdir() if one.name.startswith(".")}
    assert left == set()


def lives(home: Path, steps: list[Step]) -> None:
    """A project is built, and again after each step."""
    project = Project.written(home)
    with own_surroundings():
        holds(project)
        for step in steps:
            step.take(project)
            holds(project)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One place for all histories: the same words at the same place are the same archive."""
    return tmp_path_factory.mktemp("histories") / "project"


@pytest.mark.parametrize("name", ["C", "C.UTF-8"])
def test_other_tests_have_the_locale_that_was_there_before(home: Path, name: str) -> None:
    """In that of "C", what commands print would be read as ASCII by all tests that follow."""
    before = locale.setlocale(locale.LC_ALL)
    with own_surroundings():
        Step("set_locale", (name,)).take(Project(home))
    assert locale.setlocale(locale.LC_ALL) == before


slowly = settings(
    max_examples=max(1, HISTORIES // 2),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


@given(steps=st.lists(STEPS, min_size=2, max_size=8))
@slowly
def test_after_any_history_a_build_gives_what_a_clean_one_gives(home: Path, steps: list[Step]) -> None:
    lives(home, steps)


@given(steps=st.lists(OF_WORDS, min_size=2, max_size=8))
@slowly
def test_after_any_edits_of_words_a_build_gives_what_a_clean_one_gives(home: Path, steps: list[Step]) -> None:
    lives(home, steps)


PINNED = {
    "a file of the site became a link to its double": [
        Step("change_output", (1, "link")),
        Step("add_page", ("people", "ines-varga", "Ines Varga", "Fog over [[odile]].")),
    ],
}
"""What random histories have found, as short as it could be told."""


@pytest.mark.parametrize("found", PINNED)
def test_what_was_found_once_holds(home: Path, found: str) -> None:
    lives(home, PINNED[found])
