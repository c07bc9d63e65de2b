"""What a build leaves for the next one: what is read is what was written, or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plugins.incremental import store as storing
from plugins.incremental.store import FORMAT, Store

VALUES = {"site": b'["basis",17]', "files": bytes(range(256)) * 40, "empty": b""}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sites" / "one.db"


@pytest.fixture
def filled(file: Path) -> Store:
    store = Store(file)
    store.update(VALUES)
    return store


def test_values_come_back(filled: Store) -> None:
    assert filled.several([*VALUES, "another"]) == VALUES
    assert filled.get("another") is None


def test_an_update_leaves_the_others(filled: Store) -> None:
    filled.update({"empty": b"no more"})
    assert filled.several(VALUES) == {**VALUES, "empty": b"no more"}


def test_a_store_beside_another_takes_its_place(filled: Store) -> None:
    other = filled.beside()
    assert other.several(VALUES) == {}
    other.update({"site": b"new"})
    assert filled.several(VALUES) == VALUES
    filled.become(other)
    assert filled.several(VALUES) == {"site": b"new"}
    assert [one.name for one in filled.file.parent.iterdir()] == [filled.file.name]


def test_what_a_killed_build_has_left_beside_is_gone(filled: Store) -> None:
    filled.beside().update({"files": b"half of them"})
    other = filled.beside()
    other.update({"site": b"new"})
    assert other.several(VALUES) == {"site": b"new"}


def test_a_store_that_was_never_written_holds_nothing_and_makes_no_file(file: Path) -> None:
    assert Store(file).several(VALUES) == {}
    Store(file).become(Store(file.with_suffix(".new")))
    assert not file.parent.exists()


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.5, 0.9, 0.999])
def test_of_a_file_that_is_cut_only_whole_values_are_read(filled: Store, share: float) -> None:
    data = filled.file.read_bytes()
    filled.file.write_bytes(data[: int(len(data) * share)])
    only_true_values(filled)
    filled.update(VALUES)
    assert filled.several(VALUES) == VALUES


def only_true_values(store: Store) -> None:
    for name, value in store.several(VALUES).items():
        assert value == VALUES[name]


def test_of_a_file_with_one_bit_flipped_only_true_values_are_read(file: Path) -> None:
    """Every bit of the file's head and of the small values, and some of the large one."""
    store = Store(file)
    store.update({**VALUES, "files": VALUES["files"][:600]})
    whole = file.read_bytes()
    used = [place for place, byte in enumerate(whole) if byte]
    for place in used[:: max(1, len(used) // 700)]:
        for bit in (0, 3, 7):
            damaged = bytearray(whole)
            damaged[place] ^= 1 << bit
            file.write_bytes(damaged)
            for name, value in store.several(VALUES).items():
                assert value == (VALUES[name] if name != "files" else VALUES[name][:600])


@pytest.mark.parametrize("value", ["a text", 17, 1.5, None])
def test_a_value_that_is_no_bytes_is_not_there(filled: Store, value: object) -> None:
    """A flipped bit may make a text of bytes."""
    with closing(sqlite3.connect(filled.file)) as opened, opened:
        opened.execute("UPDATE kept SET value = ? WHERE name = 'site'", (value,))
    assert filled.get("site") is None
    assert filled.get("files") == VALUES["files"]


def test_a_value_under_another_name_is_not_there(filled: Store) -> None:
    with closing(sqlite3.connect(filled.file)) as opened, opened:
        opened.execute("DELETE FROM kept WHERE name = 'site'")
        opened.execute("UPDATE kept SET name = 'site' WHERE name = 'files'")
    assert filled.get("site") is None


def foreign_sqlite(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute("CREATE TABLE letters (words TEXT)")
        opened.execute("INSERT INTO letters VALUES ('dear')")


def foreign_text(file: Path) -> None:
    file.write_text("dear " * 1000, "utf-8")


def foreign_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.execute(f"PRAGMA user_version = {FORMAT}")
        opened.execute("CREATE TABLE kept (words TEXT)")


def nothing(file: Path) -> None:
    file.touch()


FOREIGN = (foreign_sqlite, foreign_text, foreign_table, nothing)


@pytest.mark.parametrize("write", FOREIGN)
def test_a_file_of_another_program_holds_nothing_and_is_replaced(file: Path, write: object) -> None:
    assert callable(write)
    file.parent.mkdir()
    write(file)
    store = Store(file)
    assert store.several(VALUES) == {}
    store.update(VALUES)
    assert store.several(VALUES) == VALUES
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [("kept",)]


def test_values_of_another_form_are_not_read_as_ours(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor after something was added to them."""
    monkeypatch.setattr(storing, "FORMAT", FORMAT + 1)
    assert filled.several(VALUES) == {}
    filled.update({"site": b"new"})
    assert filled.several(VALUES) == {"site": b"new"}


def test_a_folder_in_its_place_holds_nothing_and_stops_nothing(file: Path) -> None:
    (file / "inside").mkdir(parents=True)
    store = Store(file)
    store.update(VALUES)
    assert store.several(VALUES) == {}
    store.become(store.beside())
    assert (file / "inside").is_dir()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    """A file stands in its way, which stops the system's own user too."""
    (tmp_path / "cache").touch()
    store = Store(tmp_path / "cache" / "sites" / "one.db")
    store.update(VALUES)
    assert store.several(VALUES) == {}
    other = store.beside()
    other.update(VALUES)
    store.become(other)
    store.remove()
