"""Files to import are found however they lie, and none of them stops the others."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from plugins.importing.saved_files import Found, printable, read_saved_files


def names(found: Found) -> list[str]:
    return [Path(one.path).name for one in found.files]


def test_folders_are_read_to_their_depth_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    for name in ("z.txt", "A.TXT", "b/page.HTML", "b/deep/x.htm", "b/deep/y.xhtml", "b/q.text"):
        (tmp_path / name).write_text("Fog.")
    assert names(read_saved_files([tmp_path])) == [
        "A.TXT",
        "x.htm",
        "y.xhtml",
        "page.HTML",
        "q.text",
        "z.txt",
    ]


def test_other_files_are_named_and_skipped(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes.md").write_text("Fog.")
    found = read_saved_files([tmp_path, tmp_path / "notes.md"])
    assert [(Path(path).name, reason[:3]) for path, reason in found.skipped] == [
        ("notes.md", "no "),
        ("picture.png", "no "),
    ]
    assert (found.files, found.problems) == ((), ())


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "fog.txt"
    file.write_text("Fog.")
    (tmp_path / "link.txt").symlink_to(file)
    found = read_saved_files([file, tmp_path, tmp_path / ".." / tmp_path.name / "fog.txt"])
    assert len(found.files) == 1


def test_the_parts_of_a_saved_page_are_no_texts(tmp_path: Path) -> None:
    """Browsers put frames and scripts into a folder beside the page."""
    (tmp_path / "Fog.html").write_text("<p>Fog.")
    for folder in ("Fog_files", "Fog-Dateien", "Mist_files"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "frame.html").write_text("<p>Buy tin.")
    found = read_saved_files([tmp_path])
    assert [one.path.removeprefix(f"{tmp_path}/") for one in found.files] == [
        "Fog.html",
        "Mist_files/frame.html",
    ]
    assert [reason for _, reason in found.skipped] == ["parts of a saved page"] * 2


def test_links_that_lead_round_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "fog.txt").write_text("Fog.")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = read_saved_files([tmp_path])
    assert names(found) == ["fog.txt"]
    assert [(Path(one.path).name, one.code) for one in found.problems] == [
        ("gone.txt", "UNREADABLE-FILE"),
        ("self.txt", "UNREADABLE-FILE"),
    ]


def test_a_link_that_leads_out_of_the_folder_is_passed_over(tmp_path: Path) -> None:
    """Who unpacks somebody's folder does not want a letter of their own in the archive."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (tmp_path / "letter.txt").write_text("Dear.")
    (inbox / "fog.txt").symlink_to("../letter.txt")
    (inbox / "all").symlink_to(tmp_path)
    found = read_saved_files([inbox])
    assert (found.files, found.problems) == ((), ())
    assert [reason for _, reason in found.skipped] == ["a link that leads out of the folder"]
    assert names(read_saved_files([inbox / "fog.txt"])) == ["fog.txt"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found = read_saved_files([tmp_path, tmp_path / "pipe.txt"])
    assert (names(found), len(found.skipped), found.problems) == ([], 1, ())


def test_what_cannot_be_opened_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests may run as root, to whom nothing is shut."""
    (tmp_path / "shut.txt").write_text("Fog.")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read_saved_files([tmp_path]).problems
    assert str(problem) == (
        f"{tmp_path}/shut.txt:1:1: UNREADABLE-FILE it cannot be opened (Permission denied); "
        "make it readable, or leave it out"
    )


@pytest.mark.parametrize(
    ("name", "shown"),
    [("fog\n.txt", "fog\\n.txt"), (os.fsdecode(b"caf\xe9.txt"), "caf\\xe9.txt"), ("é.txt", "é.txt")],
)
def test_any_name_can_be_printed_in_a_line(name: str, shown: str) -> None:
    assert printable(Path(name)) == shown
