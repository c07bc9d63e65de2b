"""What was made once is not made again, and nothing is trusted that is not just as it was written."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.incremental import kept as module
from plugins.incremental.kept import BUILDS, FORMAT, Kept
from plugins.incremental.keys import digest_of

KEY, OTHER = digest_of("one text"), digest_of("another")

PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def never() -> Any:
    raise AssertionError("it was made again")


def files_of(folder: Path) -> dict[str, bytes]:
    found = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in found}


def result_file(folder: Path) -> Path:
    return folder / "mentions" / KEY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which a build has kept two results."""
    kept = Kept(tmp_path / "kept")
    kept.result("mentions", KEY, lambda: [["Inès", 1, None]])
    kept.result("mentions", OTHER, lambda: "another")
    kept.forget()
    return tmp_path / "kept"


def test_a_result_is_made_once(folder: Path) -> None:
    """By later builds too, and under its stage and key only."""
    kept = Kept(folder)
    assert kept.result("mentions", KEY, never) == [["Inès", 1, None]]
    assert kept.result("links", KEY, lambda: "of another stage") == "of another stage"
    assert (kept.made, kept.reused) == ({"links": 1}, {"mentions": 1})


@given(PLAIN)
def test_a_result_is_the_same_made_or_reused(result: Any) -> None:
    kept = Kept()
    assert kept.result("words", KEY, lambda: result) == kept.result("words", KEY, never) == result


def test_without_a_folder_results_are_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    kept = Kept()
    kept.result("words", KEY, lambda: 1)
    kept.forget()
    assert kept.result("words", KEY, never) == 1
    assert files_of(tmp_path) == {}


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "a letter changed": lambda data: data.replace(b",1,", b",2,"),
    "the end is missing": lambda data: data[:-1],
    "something behind the end": lambda data: data + b" ",
    "empty": lambda data: data[:0],
    "no header": lambda data: data.partition(b"\n")[2],
    "a pickle": lambda _: b"\x80\x04\x95\x0c\x00\x00\x00\x00\x00\x00\x00\x8c\x08evil\x94.",
    "an older form": lambda data: data.replace(f"intertitle {FORMAT} ".encode(), b"intertitle 0 "),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_result_is_made_anew_and_mended(folder: Path, damage: str) -> None:
    sound = files_of(folder)
    result_file(folder).write_bytes(DAMAGES[damage](result_file(folder).read_bytes()))
    kept = Kept(folder)
    assert kept.result("mentions", KEY, lambda: [["Inès", 1, None]]) == [["Inès", 1, None]]
    assert (kept.made, kept.reused) == ({"mentions": 1}, {})
    assert files_of(folder) == sound


def test_a_result_under_the_key_of_another_is_not_taken_for_it(folder: Path) -> None:
    result_file(folder).write_bytes((folder / "mentions" / OTHER).read_bytes())
    assert Kept(folder).result("mentions", KEY, lambda: "made anew") == "made anew"


def test_another_form_of_files_makes_all_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FORMAT", module.FORMAT + 1)
    assert Kept(folder).result("mentions", KEY, lambda: "made anew") == "made anew"


def test_what_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file stands where the folder should")
    kept = Kept(tmp_path / "kept")
    assert kept.result("mentions", KEY, lambda: 1) == 1
    kept.forget()
    assert files_of(tmp_path) == {"kept": b"a file stands where the folder should"}


def test_what_the_last_builds_used_stays(folder: Path) -> None:
    """Two editions by turns cost each other nothing; the same build again counts once."""
    for key in (KEY, OTHER) * BUILDS:
        kept = Kept(folder)
        kept.result("mentions", key, never)
        kept.forget()


def test_what_no_build_has_used_for_long_is_removed(folder: Path) -> None:
    for number in range(BUILDS):
        assert result_file(folder).exists()
        kept = Kept(folder)
        kept.result("mentions", digest_of(str(number)), lambda: 1)
        kept.forget()
    assert not result_file(folder).exists()
    assert len(files_of(folder)) == 1 + BUILDS


def test_only_results_are_removed(folder: Path) -> None:
    """Half-written ones too, but nothing that others have put there."""
    for name in ("mentions/.new-half", "mentions/note.txt", f"Mine/{KEY}"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    (folder / "builds").unlink()
    Kept(folder).forget()
    assert set(files_of(folder)) == {"builds", "mentions/note.txt", f"Mine/{KEY}"}


def test_a_lost_list_of_builds_costs_results_and_no_build(folder: Path) -> None:
    (folder / "builds").write_bytes(b"no list")
    kept = Kept(folder)
    kept.result("mentions", KEY, never)
    kept.forget()
    assert set(files_of(folder)) == {"builds", f"mentions/{KEY}"}


def test_nothing_half_written_is_left(folder: Path) -> None:
    assert set(files_of(folder)) == {"builds", f"mentions/{KEY}", f"mentions/{OTHER}"}


KEYS = [digest_of(str(number)) for number in range(5)]


def numbers(kept: Kept, keys: list[str]) -> list[Any]:
    return kept.results("dates", keys, lambda place: KEYS.index(keys[place]))


def test_results_that_are_asked_for_together_stand_in_one_file(tmp_path: Path) -> None:
    for _ in range(2):
        kept = Kept(tmp_path)
        assert numbers(kept, KEYS) == [0, 1, 2, 3, 4]
        kept.forget()
    assert (kept.made, kept.reused) == ({}, {"dates": 5})
    assert len(files_of(tmp_path)) == 2


def test_only_what_is_new_among_them_is_made(tmp_path: Path) -> None:
    """Whatever their order, and from several earlier builds at once."""
    for keys in (KEYS[:2], KEYS[2:4]):
        numbers(Kept(tmp_path), keys)
    kept = Kept(tmp_path)
    assert numbers(kept, KEYS[::-1]) == [4, 3, 2, 1, 0]
    assert (kept.made, kept.reused) == ({"dates": 1}, {"dates": 4})


def test_what_all_processes_need_is_prepared_once_and_only_where_something_is_missing() -> None:
    kept = Kept()
    prepared: list[str] = []
    for _ in range(2):
        kept.results("dates", KEYS, lambda _: len(prepared), lambda: prepared.append("a lexicon"))
    assert prepared == ["a lexicon"]
    assert kept.results("dates", KEYS, lambda _: never()) == [1, 1, 1, 1, 1]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_of_several_is_made_anew_and_mended(tmp_path: Path, damage: str) -> None:
    numbers(Kept(tmp_path), [KEYS[1], KEYS[2]])
    (file,) = (tmp_path / "dates").iterdir()
    sound = file.read_bytes()
    file.write_bytes(DAMAGES[damage](sound) if damage != "a letter changed" else sound[:-1] + b"9")
    kept = Kept(tmp_path)
    assert numbers(kept, [KEYS[1], KEYS[2]]) == [1, 2]
    assert kept.made == {"dates": 2}
    assert file.read_bytes() == sound


def test_what_a_build_rests_on_without_reading_it_stays(tmp_path: Path) -> None:
    numbers(Kept(tmp_path), KEYS)
    for number in range(BUILDS + 1):
        kept = Kept(tmp_path)
        kept.still_used("dates", KEYS)
        kept.result("words", digest_of(str(number)), lambda: 1)
        kept.forget()
    kept = Kept(tmp_path)
    assert numbers(kept, KEYS) == [0, 1, 2, 3, 4]
    assert kept.made == {}


def test_what_was_kept_since_a_time_can_be_removed(tmp_path: Path) -> None:
    """By whoever learns that other code did it than its keys say."""
    kept = Kept(tmp_path)
    numbers(kept, KEYS[:2])
    (early,) = (one for one in tmp_path.glob("*/*") if one.is_file())
    os.utime(early, ns=(1_000, 1_000))
    kept.result("mentions", "3" * 64, lambda: 3)
    (tmp_path / "mentions" / "notes.txt").write_text("somebody's own", "utf-8")
    kept.forget_since(2_000)
    assert sorted(one.name for one in tmp_path.glob("*/*")) == sorted([early.name, "notes.txt"])
