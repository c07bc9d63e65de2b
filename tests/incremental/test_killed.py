"""A build that is killed leaves the last site or the new one, whole, and the next build is right."""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.building import ROOT
from tests.incremental.project import Outcome, Project, Tree, tree

KILLS = int(os.environ.get("INTERTITLE_KILLS", "6"))
"""How many builds are killed; the long run has a hundred and more."""

CHANGES = frozenset(
    {
        *(
            "os.link",
            "os.mkdir",
            "os.remove",
            "os.rename",
            "os.rmdir",
            "os.symlink",
            "os.truncate",
            "os.chmod",
        ),
        *("shutil.copyfile", "shutil.copystat", "shutil.rmtree", "tempfile.mkdtemp", "tempfile.mkstemp"),
        *("sqlite3.connect", "ctypes.dlsym", "os.utime"),
    }
)
"""What Python tells its audit hooks right before something may change on the disk."""

WORDS = ("Fog comes in.", "Fog goes out, and [[odile]] with it.")
"""Of a page, before an edit and after it: the links of other pages change too."""

needs_forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


class Edited:
    """A project that has been built with one of two states of a page, and the clean sites of both.

    Where words alone are edited, a build goes a shorter way.
    """

    def __init__(self, home: Path, words_alone: bool) -> None:
        self.project = Project.written(home)
        self.words_alone = words_alone
        self.state = 0
        self.clean: list[Tree] = []
        for number in (1, 0):
            self.edit(number)
            assert self.project.build(home.parent / f"clean-{number}", anew=True) == Outcome(0)
            self.clean.insert(0, tree(home.parent / f"clean-{number}"))
        assert self.clean[0] != self.clean[1]
        assert self.project.build() == Outcome(0)

    def edit(self, number: int) -> None:
        write(self.project, number)
        if not self.words_alone:
            write_picture(self.project, number)
        self.state = number

    def is_whole(self) -> bool:
        """Whether the site is the one before the edit or the one after it."""
        return tree(self.project.output) in self.clean

    def comes_right(self) -> None:
        """The next build gives what a clean one gives, and nothing is left of the killed one."""
        assert self.project.build() == Outcome(0)
        assert tree(self.project.output) == self.clean[self.state]
        assert list(left_in(self.project)) == []


def left_in(project: Project) -> Iterator[str]:
    yield from (one.name for one in project.home.iterdir() if one.name.startswith("."))
    yield from (one.name for one in project.cache.rglob("*") if ".new" in one.name or "journal" in one.name)


@pytest.fixture(params=[False, True], ids=["words and pictures", "words alone"])
def edited(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Edited:
    monkeypatch.setenv("INTERTITLE_CORES", "1")
    return Edited(tmp_path / "project", request.param)


def kill_before(number: int) -> None:
    """End this process right before the change on the disk of that number, counted from 0."""
    count = itertools.count()

    def hook(event: str, given: tuple[Any, ...]) -> None:
        writes = event == "open" and isinstance(given[2], int) and given[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and next(count) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def is_killed_at(project: Project, number: int) -> bool:
    """Build in a process that is killed at a change on the disk; False if it came to its end before."""
    with warnings.catch_warnings():
        # Pytest's other processes have threads; this one ends without asking for anything of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        process = os.fork()
    if process == 0:
        try:
            kill_before(number)
            project.build()
        finally:
            os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


@needs_forks
def test_a_build_that_is_killed_before_any_change_on_the_disk_leaves_a_whole_site(edited: Edited) -> None:
    """The long run kills before each of them, others before some."""
    changes = count_of_changes(edited)
    step = max(1, -(-changes // KILLS))
    for number in range(step // 3, changes, step):
        edited.edit(1 - edited.state)
        is_killed_at(edited.project, number)
        assert edited.is_whole(), f"killed before change {number} of {changes}"
        edited.comes_right()


def count_of_changes(edited: Edited) -> int:
    """How many changes on the disk a build has, in twenties rounded up."""
    number = 20
    edited.edit(1 - edited.state)
    while is_killed_at(edited.project, number):
        edited.comes_right()
        edited.edit(1 - edited.state)
        number += 20
    return number


def command(project: Project) -> list[str]:
    asked = ["build", "--content", project.content, "--output", project.output]
    return [sys.executable, "-m", "invoke", *map(str, asked)]


def run(project: Project, until: float | None = None) -> float:
    """Seconds that a build took; its whole group of processes is killed after ``until`` of them."""
    environment = {**os.environ, "INTERTITLE_CACHE": str(project.cache), "INTERTITLE_CORES": "2"}
    began = time.monotonic()
    with subprocess.Popen(
        command(project), cwd=ROOT, env=environment, start_new_session=True, stdout=subprocess.DEVNULL
    ) as process:
        try:
            process.wait(until)
        except subprocess.TimeoutExpired:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return time.monotonic() - began


@needs_forks
def test_a_command_that_is_killed_at_any_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    """With all of its processes, on two cores; every second edit is one of words alone."""
    project = Project.written(tmp_path / "project")
    sites, took = [], []
    for number in range(4):
        write_state(project, number)
        took.append(run(project))
        sites.append(tree(project.output))
    chance = random.Random(17)  # noqa: S311 moments, not secrets
    for number in range(KILLS):
        state = number % 4
        write_state(project, state)
        # The first build of all has taken longer than those of an edit.
        run(project, until=1.2 * took[3 if state % 2 else 2] * chance.random())
        assert tree(project.output) in sites, f"killed in build {number}"
        run(project)
        assert tree(project.output) == sites[state]
        assert list(left_in(project)) == []


def write_state(project: Project, state: int) -> None:
    """One of four, of which every second differs from the one before in words alone."""
    write(project, state % 2)
    write_picture(project, state // 2)


def write_picture(project: Project, number: int) -> None:
    picture = project.content / "images" / "lamp.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(bytes([number]) * 99)


def write(project: Project, number: int) -> None:
    page = project.content / "people" / "ines-varga.md"
    head = page.read_text("utf-8").rpartition("---\n")[0]
    page.write_text(f"{head}---\n{WORDS[number]}\n", "utf-8")


def test_two_builds_at_once_end_well_one_after_the_other(tmp_path: Path) -> None:
    project = Project.written(tmp_path / "project")
    environment = {**os.environ, "INTERTITLE_CACHE": str(project.cache)}
    started = [
        subprocess.Popen(
            command(project),
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    ended = [(*process.communicate(), process.returncode) for process in started]
    assert [status for _, _, status in ended] == [0, 0], ended
    waited = [said for _, said, _ in ended if said]
    assert waited == [f"Another build of {project.output} is running; waiting for it ...\n"]
    told = sorted(said.split(":")[0] for said, _, _ in ended)
    assert told[0].startswith("Built ")
    assert told[1] == "Nothing has changed"
    assert [one.name for one in project.home.iterdir() if one.name.startswith(".")] == []
