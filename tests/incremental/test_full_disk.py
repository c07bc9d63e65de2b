"""A disk that is full stops a build with a word and nothing else; a cache that is full stops none."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.incremental.store import Store
from tests.incremental.project import Outcome, Project, tree

Disk = Callable[[], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small file system of its own, which only the system's own user can make."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not mounted or mounted.returncode:
        pytest.skip("needs a disk that can be filled: only root may mount one")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def filled(disk: Path, left: int) -> Iterator[None]:
    """While the block runs, a disk has room for so many bytes and no more."""
    filler = disk / "filler"
    told = os.statvfs(disk)
    filler.write_bytes(b"x" * max(0, told.f_bavail * told.f_frsize - left))
    try:
        yield
    finally:
        filler.unlink()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.written(tmp_path / "project")


def edit(project: Project, words: str) -> None:
    page = project.content / "people" / "ines-varga.md"
    page.write_text(page.read_text("utf-8") + f"\n{words}\n", "utf-8")


@pytest.mark.parametrize("left", [0, 4_096, 40_000, 200_000, 500_000])
def test_a_full_disk_stops_a_build_and_the_last_site_stays(project: Project, disk: Path, left: int) -> None:
    """Site and cache lie on the same disk."""
    output = disk / "site"
    project.settings["CACHE_PATH"] = str(disk / "cache")
    assert project.build(output) == Outcome(0)
    before = tree(output)
    edit(project, "Fog comes in.")
    # Another basis: no page can be taken over, so all of them take room.
    project.settings["SITENAME"] = "Tin"
    with filled(disk, left):
        ended = project.build(output)
        assert ended.status in {1, 2}
        assert "No space left on device" in ended.said
        assert "the last good site stays" in ended.said
        assert "Traceback" not in ended.said
        assert tree(output) == before
        assert sorted(one.name for one in disk.iterdir()) == ["cache", "filler", "site"]
    assert project.build(output) == Outcome(0)
    assert project.build(project.home / "clean", anew=True) == Outcome(0)
    assert tree(output) == tree(project.home / "clean")


@pytest.mark.parametrize("left", [0, 4_096, 20_000])
def test_a_cache_on_a_full_disk_stops_no_build(project: Project, disk: Path, left: int) -> None:
    project.settings["CACHE_PATH"] = str(disk / "cache")
    for words in ("Fog comes in.", "Fog goes out."):
        edit(project, words)
        with filled(disk, left):
            assert project.build() == Outcome(0)
        assert project.build(project.home / "clean", anew=True) == Outcome(0)
        assert tree(project.output) == tree(project.home / "clean")
    assert project.build() == Outcome(0)
    assert tree(project.output) == tree(project.home / "clean")


def test_a_store_on_a_full_disk_holds_what_it_can_or_nothing(disk: Path) -> None:
    store = Store(disk / "sites" / "one.db")
    store.update({"site": b"small"})
    with filled(disk, 0):
        store.update({"files": bytes(100_000)})
        assert store.get("files") is None
        assert store.get("site") in {b"small", None}
    store.update({"files": bytes(100_000)})
    assert store.get("files") == bytes(100_000)


def test_a_folder_that_cannot_be_written_is_named_and_nothing_changes(project: Project, disk: Path) -> None:
    """A disk that can only be read stops the system's own user too."""
    assert project.build(disk / "site") == Outcome(0)
    before = tree(disk)
    edit(project, "Fog comes in.")
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    ended = project.build(disk / "site")
    assert ended.status == 2
    assert ended.said == (
        f"nothing can be written into {disk} (Read-only file system); the last good site stays"
    )
    assert project.build(disk / "other" / "site").status == 2
    assert tree(disk) == before
