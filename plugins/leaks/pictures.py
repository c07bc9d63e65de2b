"""The sections of pictures: where one ends and another begins, so that no letter of the next joins a word."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.leaks.packed import Bytes


def section_ends(data: Bytes) -> Iterator[int]:
    """The offsets at which the text of a section may end, ascending; none for a file that is no picture.

    Of PNG the checksum after each chunk is a section too. What is broken ends the walk, not the reading.
    """
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        yield from _png_chunks(data)
    elif data[:4] == b"RIFF":
        yield from _riff_chunks(data)
    elif data[:3] == b"\xff\xd8\xff":
        yield from _jpeg_segments(data)


def _png_chunks(data: Bytes) -> Iterator[int]:
    """A length, a name, the data, a checksum."""
    start = 8
    while start + 8 <= len(data):
        end = start + 8 + int.from_bytes(data[start : start + 4], "big")
        yield from (start + 8, end, end + 4)
        start = end + 4


def _riff_chunks(data: Bytes) -> Iterator[int]:
    """A name, a length, the data, a byte more if that is odd."""
    start = 12
    while start + 8 <= len(data):
        size = int.from_bytes(data[start + 4 : start + 8], "little")
        yield from (start + 8, start + 8 + size)
        start += 8 + size + size % 2


def _jpeg_segments(data: Bytes) -> Iterator[int]:
    """Segments with a marker and a length, up to the first that holds points."""
    start = 2
    while start + 4 <= len(data) and data[start] == 0xFF and data[start + 1] != 0xDA:
        yield start + 4
        start += 2 + int.from_bytes(data[start + 2 : start + 4], "big")
        yield start
