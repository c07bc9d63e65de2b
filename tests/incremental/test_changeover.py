"""A new site takes the place of the old one whole, or not at all."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from plugins.archive.errors import SettingFault
from plugins.incremental import changeover
from plugins.incremental.changeover import MARK, again, beside


def fill(folder: Path, words: str) -> None:
    with beside(folder) as new:
        (new / "index.html").write_text(words, "utf-8")


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A site that was built before."""
    fill(tmp_path / "output", "old")
    return tmp_path / "output"


def test_a_new_site_replaces_the_old_one_and_leaves_nothing_beside_it(output: Path) -> None:
    (output / "gone.html").touch()
    fill(output, "new")
    assert sorted(one.name for one in output.iterdir()) == [MARK, "index.html"]
    assert [one.name for one in output.parent.iterdir()] == ["output"]


@pytest.mark.parametrize("exception", [ValueError, KeyboardInterrupt, SystemExit])
def test_after_an_exception_the_old_site_is_untouched(output: Path, exception: type[BaseException]) -> None:
    def stumble() -> None:
        with beside(output) as new:
            (new / "index.html").write_text("half", "utf-8")
            raise exception

    with pytest.raises(exception):
        stumble()
    assert (output / "index.html").read_text("utf-8") == "old"
    assert [one.name for one in output.parent.iterdir()] == ["output"]


def test_the_old_site_stands_while_the_new_one_is_made(output: Path) -> None:
    with beside(output) as new:
        assert new.parent == output.parent
        assert (output / "index.html").read_text("utf-8") == "old"


def test_a_folder_that_no_build_of_ours_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear", "utf-8")
    with pytest.raises(SettingFault) as fault:
        fill(tmp_path, "new")
    assert str(fault.value) == (
        f"{tmp_path} holds something that no build of ours made, and a build would replace it; "
        "name another folder, or empty this one"
    )
    assert [one.name for one in tmp_path.iterdir()] == ["letters.txt"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(SettingFault, match=r"file is a file; name a folder for the site$"):
        fill(file, "new")
    with pytest.raises(
        SettingFault, match=r"file cannot be a folder, a file stands in its way; name another$"
    ):
        fill(file / "site", "new")


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    """A pipe, a device: a site in its place would take it from all other programs."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(SettingFault, match=r"pipe is a file; name a folder for the site$"):
        fill(pipe, "new")
    assert pipe.is_fifo()


def test_an_empty_folder_and_one_that_is_not_there_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "deep/er"):
        fill(tmp_path / name, "new")
        assert (tmp_path / name / "index.html").read_text("utf-8") == "new"


def test_when_the_change_fails_the_old_site_comes_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if target == output and self.parent == output.parent:
            raise OSError("no room")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(changeover, "_exchanged", lambda *_: False)
    with pytest.raises(OSError, match="no room"):
        fill(output, "new")
    assert (output / "index.html").read_text("utf-8") == "old"


@pytest.mark.skipif(
    not sys.platform.startswith(("linux", "darwin")), reason="two names can be exchanged there"
)
def test_there_is_a_whole_site_at_any_moment(output: Path) -> None:
    """Whoever reads it while two hundred sites take each other's place finds one of them, and no gap."""
    missed: list[OSError] = []
    words: set[str] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                words.add((output / "index.html").read_text("utf-8"))
            except OSError as fault:
                missed.append(fault)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(200):
            fill(output, f"site {number}")
    finally:
        done.set()
        reader.join()
    assert missed == []
    assert len(words) > 1
    assert words <= {"old", *(f"site {number}" for number in range(200))}


def test_where_names_cannot_be_exchanged_the_new_site_takes_its_place_too(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changeover, "_exchanged", lambda *_: False)
    fill(output, "new")
    assert (output / "index.html").read_text("utf-8") == "new"
    assert [one.name for one in output.parent.iterdir()] == ["output"]


def test_what_killed_builds_have_left_is_removed_and_nothing_else(output: Path) -> None:
    """Not what another site's builds have beside it, nor what a link leads to."""
    for name in (".output-abc12345", ".output-private-def45678", ".another-abc12345", "output-old"):
        (output.parent / name / "people").mkdir(parents=True)
    (output.parent / ".output-link").symlink_to(output.parent / "output-old")
    (output.parent / ".output-notes").write_text("mine", "utf-8")
    fill(output, "new")
    assert sorted(one.name for one in output.parent.iterdir()) == [
        *(".another-abc12345", ".output-link", ".output-notes", ".output-private-def45678"),
        *("output", "output-old"),
    ]


@pytest.mark.parametrize("name", ["[a]*", "a b", "ö", "output.2"])
def test_a_sites_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    (tmp_path / f".{name}-abc12345").mkdir()
    fill(tmp_path / name, "old")
    fill(tmp_path / name, "new")
    assert [one.name for one in tmp_path.iterdir()] == [name]


def test_a_site_can_be_begun_with_all_files_of_the_last_one(output: Path) -> None:
    """But for some, which are made anew and change only the new site."""
    (output / "people").mkdir()
    (output / "people" / "odile.html").write_text("Odile", "utf-8")
    mark = (output / MARK).stat().st_ino
    with again(output, but=["index.html"]) as new:
        assert not (new / "index.html").exists()
        (new / "index.html").write_text("new", "utf-8")
        assert (output / "index.html").read_text("utf-8") == "old"
        assert (new / "people" / "odile.html").samefile(output / "people" / "odile.html")
    assert (output / "index.html").read_text("utf-8") == "new"
    assert (output / "people" / "odile.html").read_text("utf-8") == "Odile"
    assert (output / MARK).stat().st_ino == mark


def test_a_site_that_lacks_a_file_of_the_last_one_never_takes_its_place(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changeover, "link", lambda *_: False)
    with pytest.raises(OSError, match="cannot be taken over"), again(output):
        pass
    assert (output / "index.html").read_text("utf-8") == "old"
    assert [one.name for one in output.parent.iterdir()] == ["output"]
