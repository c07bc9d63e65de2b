"""Built sites for the tests: each edition is built once in a run, by the command that a reader types."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from plugins.incremental.collector import pass_over_what_is_held
from tests.building import ROOT, Refused, build
from tests.chromium import HEADLESS, find_chromium, find_driver

LIBRARY = "INTERTITLE_LIBRARY"
"""The environment variable that names the folder of originals; without it their tests are skipped."""

UNRECORDED = Path(__file__).parent / "unrecorded_texts"
"""Texts about *The Salt Ferry*, which nobody made."""

SECOND = ROOT / "examples" / "nosferatu" / "content"
"""The records of the second archive."""

PATIENCE = 300.0
"""Seconds that one test process waits for another's build; a build takes some seconds."""


def pytest_collection_finish() -> None:
    """Thousands of tests stay to the end of a run: the collector of garbage need not look at them again."""
    gc.collect()
    pass_over_what_is_held()


@pytest.fixture(scope="session", autouse=True)
def _own_results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Builds of the tests keep their results among the tests' own files, and leave the cores to the tests.

    Where tests run on all cores, a fork of a test's process costs more than it gains. Tests of what is spread
    over cores say how many.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INTERTITLE_CACHE", str(tmp_path_factory.mktemp("results")))
        if "PYTEST_XDIST_WORKER" in os.environ:
            patch.setenv("INTERTITLE_CORES", "1")
        yield


class Workbench:
    """A folder shared by all processes of one test run, in which each site is built once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def site(self, name: str, *options: str) -> Path:
        """The folder of the site called ``name``; whoever comes first builds it, the others wait.

        Fails with the build's own output when it was refused, in every test that asks for it.
        """
        place, done, refusal = (self.folder / f"{name}{end}" for end in ("", ".done", ".refused"))
        try:
            (self.folder / f"{name}.building").mkdir()
        except FileExistsError:
            self._wait(done, refusal)
        else:
            try:
                build(place, *options)
            except Refused as fault:
                refusal.write_text(str(fault), "utf-8")
            finally:
                done.touch()
        if refusal.exists():
            pytest.fail(refusal.read_text("utf-8"), pytrace=False)
        return place

    def _wait(self, done: Path, refusal: Path) -> None:
        until = time.monotonic() + PATIENCE
        while not done.exists():
            if time.monotonic() > until:
                refusal.write_text(f"no build after {PATIENCE:.0f} seconds", "utf-8")
                done.touch()
            time.sleep(0.05)


@pytest.fixture(scope="session")
def workbench(tmp_path_factory: pytest.TempPathFactory) -> Workbench:
    base = tmp_path_factory.getbasetemp()
    # Under pytest-xdist each process has a folder of its own inside the run's.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    folder.mkdir(exist_ok=True)
    return Workbench(folder)


@pytest.fixture(scope="session")
def library() -> Path:
    """The folder of originals that the machine has; skips where it has none."""
    named = os.environ.get(LIBRARY)
    if not named:
        pytest.skip(f"needs the originals: name their folder in {LIBRARY}")
    return Path(named)


@pytest.fixture(scope="session")
def built_site(workbench: Workbench) -> Path:
    """The public edition as `make build` makes it: in a fresh clone, no originals but the archive's own."""
    return workbench.site("public")


@pytest.fixture(scope="session")
def unrecorded_site(workbench: Workbench) -> Path:
    """The public edition of three texts about another film, of which nobody has recorded anything."""
    content = workbench.folder / "no-records"
    content.mkdir(exist_ok=True)
    return workbench.site("unrecorded", "--content", str(content), "--library", str(UNRECORDED))


@pytest.fixture(scope="session")
def second_site(workbench: Workbench) -> Path:
    """The public edition of the second archive, of another film and with settings of its own."""
    return workbench.site("second", "--content", str(SECOND))


@pytest.fixture(scope="session")
def public_with_library(workbench: Workbench, library: Path) -> Path:
    """The public edition of a maintainer who has the originals."""
    return workbench.site("public-with-library", "--library", str(library))


@pytest.fixture(scope="session")
def private_site(workbench: Workbench, library: Path) -> Path:
    """The private edition of a reader who owns the originals."""
    return workbench.site("private", "--edition", "private", "--library", str(library))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; skips where there is none, but not where CI is set.

    There is one for all tests of a process: a second Playwright would not start beside the first.
    """
    found = find_chromium() if find_driver() else None
    if found is None:
        refuse = pytest.fail if os.environ.get("CI") else pytest.skip
        refuse("needs Chromium and a driver that starts: `make browser` says what is missing")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=list(HEADLESS))
        yield started
        started.close()
