"""Whether files are as they were: nothing that changed passes for what it was."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from plugins.incremental import built_site
from plugins.incremental.built_site import Inputs, read_inputs
from plugins.incremental.stamps import SETTLED, changed, digest_of_file, is_settled, stamp_of, stamps_below

LONG_AGO = 1_000_000_000_000_000_000
"""In nanoseconds; some day of 2001."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "people").mkdir(parents=True)
    (tmp_path / "in" / "a.md").write_text("fog", "utf-8")
    (tmp_path / "in" / "people" / "b.md").write_text("tin", "utf-8")
    return tmp_path / "in"


def test_every_file_has_its_stamp_by_its_path(folder: Path) -> None:
    told = (folder / "a.md").stat()
    stamps = stamps_below(folder)
    assert sorted(stamps) == ["a.md", "people/b.md"]
    assert stamps["a.md"] == (3, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)


def test_a_folder_that_is_not_there_and_a_file_have_no_files(folder: Path) -> None:
    assert stamps_below(folder / "gone") == {}
    assert stamps_below(folder / "a.md") == {}


def test_what_other_programs_leave_is_passed_over(folder: Path) -> None:
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "c.pyc").touch()
    (folder / "people" / ".DS_Store").touch()
    assert sorted(stamps_below(folder)) == ["a.md", "people/b.md"]


def test_a_link_to_a_file_is_what_it_leads_to(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("first", "utf-8")
    (folder / "link.md").symlink_to(tmp_path / "elsewhere.md")
    before = stamps_below(folder)["link.md"]
    assert before == stamp_of((tmp_path / "elsewhere.md").stat())
    (tmp_path / "elsewhere.md").write_text("longer than that", "utf-8")
    assert stamps_below(folder)["link.md"] != before


def test_a_link_to_nothing_is_passed_over(folder: Path) -> None:
    (folder / "link.md").symlink_to("nowhere")
    assert sorted(stamps_below(folder)) == ["a.md", "people/b.md"]


@pytest.mark.parametrize("place", ["works", "people/works"])
def test_a_link_to_a_folder_is_known_and_not_followed(folder: Path, tmp_path: Path, place: str) -> None:
    """What it leads to is not read; somebody's link to the whole disk would be gone through to its end."""
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "c.md").write_text("fog", "utf-8")
    (folder / place).symlink_to(tmp_path / "beside")
    assert sorted(stamps_below(folder)) == sorted(["a.md", "people/b.md", f"{place}//link"])


def test_a_file_and_a_link_to_its_bytes_are_two(folder: Path, tmp_path: Path) -> None:
    """A build reads the one and refuses the other, if it leads out of its folder."""
    inputs = read_inputs({"content": folder}, 0)
    (folder / "a.md").rename(tmp_path / "a.md")
    (folder / "a.md").symlink_to(tmp_path / "a.md")
    linked = read_inputs({"content": folder}, 0, inputs)
    assert changed(inputs.digests, linked.digests) == {"content/a.md//link"}
    (folder / "a.md").unlink()
    (tmp_path / "b.md").write_bytes((tmp_path / "a.md").read_bytes())
    (folder / "a.md").symlink_to(tmp_path / "b.md")
    assert changed(linked.digests, read_inputs({"content": folder}, 0, linked).digests) == {
        "content/a.md//link"
    }


def test_another_file_of_equal_size_and_time_has_another_stamp(folder: Path) -> None:
    file = folder / "a.md"
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    before = stamps_below(folder)["a.md"]
    beside = folder / "beside"
    beside.write_text("gof", "utf-8")
    os.utime(beside, ns=(LONG_AGO, LONG_AGO))
    beside.replace(file)
    after = stamps_below(folder)["a.md"]
    assert after[:2] == before[:2]
    assert after != before


def test_a_file_written_over_with_its_old_time_has_another_stamp(folder: Path) -> None:
    """The time of its last change can be set, that of its entry cannot."""
    file = folder / "a.md"
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    before = stamps_below(folder)["a.md"]
    file.write_text("gof", "utf-8")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    after = stamps_below(folder)["a.md"]
    assert (after[0], after[1], after[3]) == (before[0], before[1], before[3])
    assert after != before


def test_a_digest_is_that_of_the_bytes_and_empty_without_any(folder: Path) -> None:
    assert digest_of_file(folder / "a.md") == hashlib.sha256(b"fog").hexdigest()
    assert digest_of_file(folder / "gone") == digest_of_file(folder) == ""


@pytest.mark.parametrize(("lies_back", "settled"), [(SETTLED + 1, True), (SETTLED, False), (-5, False)])
def test_what_changed_shortly_before_is_not_settled(lies_back: int, settled: bool) -> None:
    assert is_settled((1, LONG_AGO, LONG_AGO - lies_back, 1), LONG_AGO) is False
    assert is_settled((1, LONG_AGO - lies_back, LONG_AGO - lies_back, 1), LONG_AGO) is settled
    assert is_settled((1, LONG_AGO - lies_back, LONG_AGO - SETTLED - 1, 1), LONG_AGO) is settled


def test_what_changed_is_what_only_one_has_and_what_differs() -> None:
    assert changed({"same": "1", "other": "2", "gone": "3"}, {"same": "1", "other": "9", "new": "4"}) == {
        *("other", "gone", "new")
    }


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files whose bytes were read."""
    read: list[str] = []

    def noted(path: str | Path) -> str:
        read.append(Path(path).name)
        return digest_of_file(path)

    monkeypatch.setattr(built_site, "digest_of_file", noted)
    return read


def later(folder: Path) -> int:
    """A time at which all that is in the folder is settled."""
    return max(max(stamp[1:3]) for stamp in stamps_below(folder).values()) + SETTLED + 1


def test_settled_files_are_not_read_again(folder: Path, read_again: list[str]) -> None:
    now = later(folder)
    first = read_inputs({"content": folder}, now)
    assert sorted(read_again) == ["a.md", "b.md"]
    read_again.clear()
    (folder / "new.md").write_text("new", "utf-8")
    second = read_inputs({"content": folder}, now, first)
    assert read_again == ["new.md"]
    assert {**first.digests, "content/new.md": hashlib.sha256(b"new").hexdigest()} == second.digests


def test_a_change_in_the_same_instant_is_seen(folder: Path, read_again: list[str]) -> None:
    """Though the system tells the same times: whatever had just changed is read again."""
    file = folder / "a.md"
    first = read_inputs({"content": folder}, max(stamp_of(file.stat())[1:3]))
    read_again.clear()
    # As the file system may tell it of a file that was written twice in one of its steps.
    file.write_text("gof", "utf-8")
    same = stamps_below(folder)["a.md"]
    told = Inputs(first.taken, {**first.stamps, "content/a.md": same}, first.digests)
    second = read_inputs({"content": folder}, later(folder), told)
    assert "a.md" in read_again
    assert second.digests["content/a.md"] == hashlib.sha256(b"gof").hexdigest()


def test_a_group_may_be_a_file_and_groups_have_digests_of_their_own(folder: Path) -> None:
    inputs = read_inputs({"content": folder, "conf.py": folder / "a.md", "gone": folder / "gone"}, 0)
    assert sorted(inputs.digests) == ["conf.py/a.md", "content/a.md", "content/people/b.md"]
    before = inputs.digest("content"), inputs.digest("conf.py"), inputs.digest("gone")
    assert len(set(before)) == 3
    (folder / "people" / "b.md").rename(folder / "people" / "c.md")
    after = read_inputs({"content": folder, "conf.py": folder / "a.md"}, 0)
    assert after.digest("content") != before[0]
    assert after.digest("conf.py") == before[1]


def test_names_that_are_no_text_count(folder: Path) -> None:
    os.mkdir(os.fsencode(folder) + b"/\xff")  # noqa: PTH102 no Path has this name in its literal
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff/a")).write_text("fog", "utf-8")
    inputs = read_inputs({"content": folder}, 0)
    assert len(inputs.digests) == 3
    assert inputs.digest("content")
