"""`invoke import`: what it says, what it writes, and the status with which it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building import invoke

FOG = "Tin and Fog\n\nA pilot waits for a ship that nobody else believes in."


@pytest.fixture
def folders(tmp_path: Path) -> list[Path | str]:
    """The options that name an empty content folder and an empty library; saved texts lie beside them."""
    for name in ("content", "library", "saved"):
        (tmp_path / name).mkdir()
    (tmp_path / "saved" / "a.txt").write_text(FOG)
    (tmp_path / "saved" / "b.txt").write_bytes(b"Caf\xe9 and fog")
    (tmp_path / "c.txt").write_text(FOG.replace("pilot", "lamp"))
    return ["--content", tmp_path / "content", "--library", tmp_path / "library"]


def test_files_and_folders_are_named_in_any_number(folders: list[Path | str], tmp_path: Path) -> None:
    """A file that is no text is told with its line and column; the others are imported all the same."""
    status, said, complained = invoke("import", tmp_path / "c.txt", *folders, tmp_path / "saved")
    assert (status, complained) == (1, "")
    assert said.splitlines()[-2:] == [
        f"{tmp_path}/saved/b.txt:1:4: UNREADABLE-ORIGINAL byte 3 is not UTF-8; "
        "save it as text in UTF-8 and import it again",
        "2 new, 1 with a fault, not imported. Next: fill in the new records, then invoke check.",
    ]
    assert len(list((tmp_path / "library").iterdir())) == 2
    assert len(list((tmp_path / "content" / "sources").iterdir())) == 2
    assert invoke("check", *folders) == (0, "No faults: 2 records, 2 claims.\n", "")


def test_a_dry_run_writes_nothing_at_all(folders: list[Path | str], tmp_path: Path) -> None:
    status, said, _ = invoke("import", "--dry-run", *folders, "--format", "json", tmp_path / "c.txt")
    report = json.loads(said)
    assert (status, report["dry-run"], len(report["files"])) == (0, True, 1)
    assert list((tmp_path / "library").iterdir()) == list((tmp_path / "content").iterdir()) == []


def test_a_fault_in_the_call_is_one_line_and_status_2(folders: list[Path | str], tmp_path: Path) -> None:
    file = tmp_path / "c.txt"
    nowhere = str(tmp_path / "nowhere")
    assert invoke("import") == (2, "", "name the files to import, or their folder\n")
    assert invoke("import", nowhere, file, *folders) == (2, "", f"{nowhere} is not there\n")
    assert invoke("import", file, "--format", "xml") == (2, "", "--format is 'xml'; it is text, json\n")
    assert invoke("import", file, "--content", nowhere) == (2, "", f"{nowhere} is no folder\n")
    assert list((tmp_path / "library").iterdir()) == []


def test_a_library_that_cannot_be_written_is_told_in_a_line(
    folders: list[Path | str], tmp_path: Path
) -> None:
    (tmp_path / "content" / "sources").touch()
    status, said, complained = invoke("import", tmp_path / "c.txt", *folders)
    assert (status, said) == (2, "")
    assert complained.startswith(f"{tmp_path}/content/sources/tin-and-fog.md cannot be written")
