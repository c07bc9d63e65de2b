"""A file as one of its readers has it, and the way from a word of it back to the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Edit = tuple[int, int, str]
"""From where to where, in code points, and what stands there instead."""

Edits = Callable[[str], Iterable[Edit]]
"""The changes that turn a text into another reading of it, from left to right, none in another."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where something stands in a file: line and column from 1, or the byte from 0 where no lines are."""

    line: int = 1
    col: int = 1
    byte: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A text that somebody can get out of a file. ``name`` says how: ``gzip > strings``, nothing for as is.

    ``place`` is where a code point of the text stands in the file, or where what holds it begins. It is
    worked out when it is asked for, which is when a leak was found. A ``plain`` reading has the text as it
    stands, with nothing but escapes undone. A ``joining`` one may have runs of letters that no other has.
    """

    text: str
    name: str
    place: Callable[[int], Place]
    plain: bool = False
    joining: bool = True


def derived(reading: Reading, edits: Edits, name: str = "", joining: bool = True) -> Reading | None:
    """Another reading of a reading, or None where the edits change nothing."""
    text = edited(reading.text, edits)
    if text == reading.text:
        return None

    def place(offset: int) -> Place:
        return reading.place(_before(edits(reading.text), offset))

    plain = reading.plain and not name
    return Reading(text, joined(reading.name, name), place, plain, joining and reading.joining)


def joined(outer: str, inner: str) -> str:
    """The name of a reading of a reading.

    >>> joined("gzip", "html text")
    'gzip > html text'
    """
    return f"{outer} > {inner}" if outer and inner else outer or inner


def edited(text: str, edits: Edits) -> str:
    """The text with its edits made.

    >>> edited("a&amp;b", lambda text: [(1, 6, "&")])
    'a&b'
    """
    parts, done = list[str](), 0
    for start, end, instead in edits(text):
        parts.append(text[done:start])
        parts.append(instead)
        done = end
    parts.append(text[done:])
    return "".join(parts)


def _before(edits: Iterable[Edit], offset: int) -> int:
    """The offset before the edits of an offset after them; inside a replacement, where that begins."""
    shift = 0
    for start, end, instead in edits:
        if offset < start + shift:
            break
        if offset < start + shift + len(instead):
            return start
        shift += len(instead) - (end - start)
    return offset - shift
