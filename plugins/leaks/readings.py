"""Every text that can be got out of a file: as it stands, unpacked, decoded, without markup, unescaped."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

from plugins.leaks.decoding import decoded, encoding_of, has_controls, slices, texts_within, width_of
from plugins.leaks.forms import forms_of
from plugins.leaks.packed import Bytes, Unopened, closed_format, unpacked_streams
from plugins.leaks.reading import Place, Reading, joined
from plugins.leaks.spelt import spelt_bytes

DEEPEST = 8
"""Packings inside packings that are opened; more is reported."""

MOST_UNPACKED = 256 << 20
"""Bytes that one file may unpack to in all; more is reported."""

_PDF = b"%PDF-"
_GLYPHS = b"/Identity-H"
_IN_GLYPHS = "is a PDF that shows text by the numbers of glyphs"

Where = Callable[[int], Place]
"""The place in the file of a byte of what is read; of what is packed, where the packing begins."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What of a file was not read, and why, as a sentence's end: ``is encrypted``."""

    place: Place
    reason: str


@dataclass(slots=True)
class Opening:
    """One file being read: what was read of it already, and what it may still unpack to, in bytes."""

    seen: set[int] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    left: int = MOST_UNPACKED

    def is_new(self, what: tuple[str, Hashable]) -> bool:
        """Whether this was not met before in the file; it has been now. A text and its bytes hash alike."""
        known = hash(what)
        new = known not in self.seen
        self.seen.add(known)
        return new


def readings_of(data: Bytes, opening: Opening) -> Iterator[Reading]:
    """Every reading of a file, plain ones before those made of them, and no text twice.

    When all are taken, ``opening.unread`` has what could not be read.
    """
    return _of_bytes(data, "", None, opening, 0)


def _of_bytes(data: Bytes, name: str, where: Where | None, opening: Opening, depth: int) -> Iterator[Reading]:
    """``where`` is None for the bytes of the file itself, whose texts have lines and columns."""
    byte_of = where or (lambda byte: Place(byte=byte))
    for reason in _closed(data):
        opening.unread.append(Unread(byte_of(0), reason))
    encoding = encoding_of(data[: 1 << 16])
    width, line, before, controls = width_of(encoding), 1, 0, False
    for part in slices(data, width):
        line += data[before : part.start].count(b"\n")
        before = part.start
        if not part.whole:
            opening.unread.append(
                Unread(byte_of(part.start), "has too many letters without a space to be read")
            )
        controls = has_controls(part.data) or controls
        encoding = encoding if width > 1 else encoding_of(part.data)
        if encoding:
            text = decoded(part.data, encoding).removeprefix("\ufeff")
            place = _in_lines(data, part.start, line, text, encoding)
            if where is not None:
                place = where
            yield from _of_text(Reading(text, name, place, plain=True), opening, depth)
        if encoding != "utf-8":
            yield from _of_text(_texts_together(part.data, part.start, name, byte_of), opening, depth)
    if controls:
        yield from _of_streams(data, name, byte_of, opening, depth)


def _closed(data: Bytes) -> Iterator[str]:
    """Why bytes that cannot be opened cannot."""
    name = closed_format(data)
    if name:
        yield f"is packed by {name}, which is not opened here"
    if data[:5] == _PDF and data.find(b"/Encrypt") >= 0:
        yield "is an encrypted PDF"
    if data[:5] == _PDF and data.find(_GLYPHS) >= 0:
        yield _IN_GLYPHS


def _in_lines(data: Bytes, start: int, line: int, text: str, encoding: str) -> Where:
    """Lines and columns for a text that begins at a byte of the file, in a line of it."""

    def place(offset: int) -> Place:
        before = text.count("\n", 0, offset)
        if before:
            return Place(line + before, offset - text.rfind("\n", 0, offset))
        line_start = data.rfind(b"\n", 0, start) + 1
        return Place(line, len(data[line_start:start].decode(encoding, "replace")) + offset + 1)

    return place


def _texts_together(data: bytes, start: int, name: str, where: Where) -> Reading:
    """The texts of a binary file as one, so that a row of short ones is read on."""
    starts, bytes_, parts, length = list[int](), list[int](), list[str](), 0
    for byte, text in texts_within(data):
        starts.append(length)
        bytes_.append(start + byte)
        parts.append(text)
        length += len(text) + 2

    def place(offset: int) -> Place:
        part = bisect_right(starts, offset) - 1
        return where(bytes_[part] + len(parts[part][: offset - starts[part]].encode("utf-8", "replace")))

    return Reading("\n\n".join(parts), joined(name, "text in binary"), place)


def _of_text(root: Reading, opening: Opening, depth: int) -> Iterator[Reading]:
    for reading in forms_of(root):
        if not opening.is_new(("text", reading.text)):
            continue
        yield reading
        for one in spelt_bytes(reading.text, opening.is_new) if reading.joining else ():
            if opening.is_new(("bytes", one.data)):
                yield from _inside(one.data, one.name, reading, one.start, opening, depth)


def _inside(
    data: bytes, name: str, reading: Reading, start: int, opening: Opening, depth: int
) -> Iterator[Reading]:
    def where(_: int) -> Place:
        return reading.place(start)

    if depth == DEEPEST:
        opening.unread.append(Unread(where(0), f"is packed more than {DEEPEST} deep"))
    else:
        yield from _of_bytes(data, joined(reading.name, name), where, opening, depth + 1)


def _of_streams(data: Bytes, name: str, where: Where, opening: Opening, depth: int) -> Iterator[Reading]:
    for one in unpacked_streams(data):
        if isinstance(one, Unopened):
            opening.unread.append(Unread(where(one.start), one.reason))
            continue
        holder = Reading("", name, where)
        opening.left -= len(one.data)
        if opening.left < 0:
            reason = f"unpacks to more than {MOST_UNPACKED >> 20} MB"
            opening.unread.append(Unread(where(one.start), reason))
            return
        if data[:5] == _PDF and _GLYPHS in one.data:
            opening.unread.append(Unread(where(one.start), _IN_GLYPHS))
        if opening.is_new(("bytes", one.data)):
            yield from _inside(one.data, one.name, holder, one.start, opening, depth)
