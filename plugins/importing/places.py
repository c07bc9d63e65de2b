"""Lines and columns of a text, for whoever looks a place up in an editor."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

from plugins.sources.decoding import encoding_of

_LINE_END = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a text. Lines and columns count from 1, columns in code points."""

    def __init__(self, text: str) -> None:
        self._starts = list(chain((0,), (match.end() for match in _LINE_END.finditer(text))))

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column of a code point."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def place_of_byte(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte of a file, as an editor shows them, a byte order mark not counted."""
    encoding, _ = encoding_of(data)
    before = data[:offset].decode(encoding, errors="replace")
    return Lines(before).at(len(before))
