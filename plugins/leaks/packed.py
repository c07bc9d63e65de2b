"""What is packed: compressed streams, wherever they stand in a file.

A stream is known by how it begins, never by a file's name, and looked for at every byte: so the text of a
picture, a page of a PDF, a table of a font and a member of an archive are all found in the same way.
"""

from __future__ import annotations

import bz2
import lzma
import re
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from mmap import mmap
from typing import Protocol

Bytes = bytes | mmap
"""Bytes in memory, or those of a large file, of which only what is asked for comes into memory."""

LARGEST = 64 << 20
"""Bytes that one stream may unpack to, and be held in memory. More is reported, not read."""

SHORTEST = 24
"""Bytes. Nine words are longer; so what unpacks to less was no stream, or holds no leak."""

_STEP = 1 << 16

_ZLIB = b"|".join(
    re.escape(bytes([method])) + b"[" + b"".join(re.escape(bytes([one])) for one in levels) + b"]"
    for method in range(0x08, 0x88, 0x10)
    if (levels := [one for one in range(256) if not one & 0x20 and (method * 256 + one) % 31 == 0])
)
"""How a zlib stream begins, by RFC 1950: deflate with any window, no dictionary, a check of five bits."""

_BEGINNING = re.compile(
    rb"(?P<gzip>\x1f\x8b\x08)|(?P<bzip2>BZh[1-9](?:1AY&SY|\x17rE8P\x90))|(?P<xz>\xfd7zXZ\x00)"
    rb"|(?P<zip>PK\x03\x04)|(?P<lzma>\A\x5d\x00\x00)|(?P<zlib>" + _ZLIB + rb")"
)

_CLOSED = (
    (b"\x28\xb5\x2f\xfd", "Zstandard"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"\x04\x22\x4d\x18", "LZ4"),
    (b"\x1f\x9d", "compress"),
    (b"MSCF\x00\x00\x00\x00", "cabinet"),
)
"""Formats that Python cannot open, by the first bytes of a file."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a stretch of a file or text holds, and from where to where that stands."""

    name: str
    data: bytes
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unopened:
    """What could not be read, and the reason as a sentence's end: ``is encrypted``."""

    start: int
    reason: str


class _Stream(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


_Opener = Callable[[Bytes, int], Iterator[Unpacked | Unopened]]


def closed_format(data: Bytes) -> str | None:
    """The name of a format that cannot be opened here, or None."""
    return next((name for magic, name in _CLOSED if data[: len(magic)] == magic), None)


def holds_stream(data: bytes) -> bool:
    """Whether a stream may begin somewhere in the bytes; by chance, in one of 2,000 random ones."""
    return _BEGINNING.search(data) is not None


def unpacked_streams(data: Bytes) -> Iterator[Unpacked | Unopened]:
    """Every compressed stream in the bytes, from left to right; inside a stream none is looked for."""
    done = 0
    while found := _BEGINNING.search(data, done):
        done = found.start() + 1
        for one in _OPENERS[str(found.lastgroup)](data, found.start()):
            yield one
            if isinstance(one, Unpacked):
                done = max(done, one.end)


def _opener(name: str, make: Callable[[], _Stream]) -> _Opener:
    return lambda data, start: _opened(name, make(), data, start, start)


def _opened(name: str, stream: _Stream, data: Bytes, start: int, at: int) -> Iterator[Unpacked | Unopened]:
    """What a stream holds, as far as it can be read: a damaged end does not hide the beginning."""
    parts, size = list[bytes](), 0
    while not stream.eof and size <= LARGEST and at < len(data):
        step = data[at : at + _STEP]
        at += len(step)
        try:
            parts.append(stream.decompress(step, LARGEST + 1 - size))
        except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError):
            break
        size += len(parts[-1])
    if size > LARGEST:
        yield Unopened(start, f"holds a {name} stream of more than {LARGEST >> 20} MB")
    elif size >= SHORTEST:
        end = at - len(stream.unused_data) if stream.eof else start + 1
        yield Unpacked(name, b"".join(parts), start, end)


def _open_zip_member(data: Bytes, start: int) -> Iterator[Unpacked | Unopened]:
    """One member by its local header, whatever the directory at the end says of it."""
    header = data[start : start + 30]
    if len(header) < 30 or header[5] > 20:
        return
    flags, method = struct.unpack("<HH", header[6:10])
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    body = start + 30 + name_length + extra_length
    name = data[start + 30 : start + 30 + name_length].decode("utf-8", "replace")
    if flags & 1:
        yield Unopened(start, f"holds {name!r}, which is encrypted")
    elif method in _ZIP_METHODS:
        yield from _opened(f"zip member {name}", _ZIP_METHODS[method](), data, start, body)
    elif method:
        yield Unopened(start, f"holds {name!r}, packed by method {method} of zip")


_ZIP_METHODS: dict[int, Callable[[], _Stream]] = {
    8: lambda: zlib.decompressobj(-15),
    12: bz2.BZ2Decompressor,
}
"""Method 0 is not packed: such a member is read where it stands."""

_OPENERS: dict[str, _Opener] = {
    "gzip": _opener("gzip", lambda: zlib.decompressobj(31)),
    "zlib": _opener("zlib", zlib.decompressobj),
    "bzip2": _opener("bzip2", bz2.BZ2Decompressor),
    "xz": _opener("xz", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ)),
    "lzma": _opener("lzma", lambda: lzma.LZMADecompressor(lzma.FORMAT_ALONE)),
    "zip": _open_zip_member,
}
