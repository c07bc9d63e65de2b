"""Long texts that take less room while nobody reads them, and that no process copies to read them.

Python takes two bytes for each letter of a text with a single ’ in it, and four for each with an emoji. And
it counts in each text who holds it: a process that is split from another copies each text that it reads, with
all that lies beside it. Among thousands of bodies both are most of the memory of a build.
"""

from __future__ import annotations

import threading
from typing import Any

ROOM = 1 << 20
"""Bytes in which texts lie beside each other; it is given back when none of them is held any more, and the
text that was read last is another."""

SHORT = 256
"""Letters of a text that is held as it is: to say where it lies would take as much."""


class PackedText:
    """A field of a dataclass that holds a text in UTF-8, and gives it as the text it is; "" without one.

    To read one of 5,000 letters takes some microseconds, but for the one that was read last: a text is gone
    through before the next. The dataclass has no slots.
    """

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_{name}"

    def __get__(self, of: Any, owner: type) -> str:
        if of is None:
            # So a dataclass learns what the field is where nothing is given.
            return ""
        held = vars(of)[self._name]
        return held if isinstance(held, str) else held.text()

    def __set__(self, of: Any, text: str) -> None:
        vars(of)[self._name] = _put(text.encode("utf-8", "surrogatepass")) if len(text) > SHORT else text


class _Packed:
    """A text by where it lies in a room."""

    __slots__ = ("_end", "_room", "_start")

    def __init__(self, room: bytes | bytearray, start: int, end: int) -> None:
        self._room, self._start, self._end = room, start, end

    def text(self) -> str:
        global _read_last
        last, text = _read_last
        if last is not self:
            text = self._room[self._start : self._end].decode("utf-8", "surrogatepass")
            _read_last = self, text
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        return _put, (bytes(self._room[self._start : self._end]),)


_read_last: tuple[_Packed | None, str] = (None, "")
"""The text that was read last, and where it lies."""


class _Filled(threading.local):
    """The room that is being filled, and how far it is; each thread has one, as none waits for another."""

    room = bytearray()
    end = 0


_filled = _Filled()


def _put(data: bytes) -> _Packed:
    size = len(data)
    if size > ROOM // 4:
        return _Packed(data, 0, size)
    start = _filled.end
    if start + size > len(_filled.room):
        _filled.room, start = bytearray(ROOM), 0
    _filled.room[start : start + size] = data
    _filled.end = start + size
    return _Packed(_filled.room, start, start + size)
