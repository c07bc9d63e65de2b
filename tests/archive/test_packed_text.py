"""A text that is held packed is the text that was given, whoever holds it and wherever it goes."""

from __future__ import annotations

import copy
import pickle
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.packed_text import ROOM, SHORT, PackedText
from plugins.incremental.workers import CORES, spread


@dataclass(frozen=True)
class Sheet:
    title: str
    body: PackedText = PackedText()  # noqa: RUF009 a descriptor, which dataclasses ask for its default


TEXTS = st.text(st.characters(exclude_categories=())) | st.builds(
    lambda text, times: text * times, st.text(min_size=1), st.integers(SHORT, 2 * SHORT)
)


@given(TEXTS)
def test_what_is_read_is_what_was_given(text: str) -> None:
    sheet = Sheet("a", text)
    assert sheet.body == text
    assert asdict(sheet) == {"title": "a", "body": text}
    assert sheet == Sheet("a", text) == copy.copy(sheet) == pickle.loads(pickle.dumps(sheet))  # noqa: S301


def test_a_field_without_a_text_is_empty() -> None:
    assert Sheet("a").body == ""
    assert [one.default for one in fields(Sheet)][1] == ""


def test_a_changed_copy_has_its_own_text() -> None:
    sheet = Sheet("a", "fog — and rope")
    assert replace(sheet, title="b").body == "fog — and rope"
    assert replace(sheet, body="tin").body == "tin"
    assert sheet.body == "fog — and rope"


def held_by(sheet: Sheet) -> Any:
    return vars(sheet)["_body"]


def test_a_text_of_many_letters_takes_one_byte_for_each_of_most_of_them() -> None:
    text = "A harbour of tin, “as if”. " * 200
    held = held_by(Sheet("a", text))
    assert held._end - held._start < 0.6 * text.__sizeof__()


def test_texts_lie_beside_each_other_until_none_is_held() -> None:
    # The text that was read last is held, and with it its room: here one that has a room of its own.
    assert Sheet("a", "fog" * ROOM).body
    sheets = [Sheet("a", f"{number} fog and rope " * SHORT) for number in range(600)]
    rooms = {id(room): room for sheet in sheets if (room := held_by(sheet)._room)}
    assert 1 < len(rooms) < 10
    assert {len(room) for room in rooms.values()} == {ROOM}
    # Whoever was here before has texts in the first.
    filled_here = list(rooms.values())[1]
    del rooms, sheets[:]
    # This name and the argument.
    assert sys.getrefcount(filled_here) == 2


def test_a_text_that_would_fill_most_of_a_room_has_one_of_its_own() -> None:
    text = "fog" * ROOM
    assert Sheet("a", text).body == text
    assert len(held_by(Sheet("a", text))._room) == len(text)


def test_what_is_read_again_at_once_is_not_made_again() -> None:
    one, other = Sheet("a", "fog and rope " * SHORT), Sheet("b", "tin and rope " * SHORT)
    assert one.body is one.body
    assert [sheet.body[:3] for sheet in (one, other, one, other)] == ["fog", "tin", "fog", "tin"]


def test_threads_do_not_write_over_each_other() -> None:
    """Each fills rooms of its own."""
    barrier = threading.Barrier(4)

    def made(name: str) -> list[Sheet]:
        # So that no thread does the work of another.
        barrier.wait(timeout=60)
        return [Sheet(name, f"{name} {number} " * SHORT) for number in range(20)]

    names = [f"thread {number}" for number in range(4)]
    with ThreadPoolExecutor(len(names)) as pool:
        found = dict(zip(names, pool.map(made, names), strict=True))
    for name, sheets in found.items():
        assert [sheet.body for sheet in sheets] == [f"{name} {number} " * SHORT for number in range(20)]
    rooms = [{id(held_by(sheet)._room) for sheet in sheets} for sheets in found.values()]
    assert sum(map(len, rooms)) == len(set().union(*rooms))


def test_processes_do_not_write_over_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Those split from this one go on in the room that this one was filling, each for itself."""
    monkeypatch.setenv(CORES, "3")

    def made(number: int) -> Sheet:
        return Sheet("a", f"{number} tin " * SHORT)

    before = Sheet("a", "before " * SHORT)
    sheets = spread(made, range(30), joins_in=True)
    assert before.body == "before " * SHORT
    assert [sheet.body for sheet in sheets] == [f"{number} tin " * SHORT for number in range(30)]
