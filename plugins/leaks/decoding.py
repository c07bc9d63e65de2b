"""Bytes as text: encodings told by the bytes themselves, and the texts that stand in binary files."""

from __future__ import annotations

import codecs
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from plugins.leaks.packed import SHORTEST, Bytes
from plugins.leaks.pictures import section_ends

SLICE = 4 << 20
"""Bytes of a text that are read at once. More would only need more memory."""

OVERLAP = 1 << 16
"""Bytes that a slice has in common with the one before, so that no run of words is cut by both: nine words
with a tag around each letter have 5,000, and an excerpt's run three times as many."""

PATIENCE = 64 << 20
"""Bytes that are looked through for a place to cut, so that what is written without spaces stays whole."""

_CUT = re.compile(rb"[\s\"'<>]")
_TEXT_BYTES = bytes(range(0x20, 0x100)) + b"\t\n\r\f\x1b"
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CP1252 = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
"""What bytes that are no UTF-8 mean most often."""
_ESCAPED = re.compile("[\udc80-\udcff]")

_SAMPLE = 1 << 16
_ORDINARY = re.compile("[\t\n\r\x20-\x7e\xa0-\u05ff\u2000-\u206f]+")

_LONG_TEXT = re.compile(rb"[\t\n\r\f\x20-\x7e\x80-\xff]{%d,}+" % SHORTEST)
_WIDE = (
    (
        "utf-16-le",
        re.compile(rb"(?:[\t\n\r\x20-\x7e\xa0-\xff]\x00|[\x00-\xff][\x01-\x04\x20]){%d,}+" % SHORTEST),
    ),
    (
        "utf-16-be",
        re.compile(rb"(?:\x00[\t\n\r\x20-\x7e\xa0-\xff]|[\x01-\x04\x20][\x00-\xff]){%d,}+" % SHORTEST),
    ),
)


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a file; ``start`` is its first byte. ``whole`` is false where it had to be cut anywhere."""

    start: int
    data: bytes
    whole: bool = True


def slices(data: Bytes, width: int = 1) -> Iterator[Slice]:
    """The bytes in parts that overlap, cut where no word, tag or long run of letters is cut with them.

    ``width`` is the bytes of a character where all have the same; such a text is cut between any two.
    """
    start, size = 0, len(data)
    while True:
        end, whole = size, True
        if size - start > SLICE:
            patience = PATIENCE if width == 1 else 0
            cut = _CUT.search(data, start + SLICE, start + SLICE + patience)
            end = cut.start() if cut else min(size, start + SLICE + patience)
            whole = cut is not None or end == size or width > 1
        yield Slice(start, data[start:end], whole)
        if end == size:
            return
        again = _CUT.search(data, end - OVERLAP, end) if width == 1 else None
        start = again.start() if again else end - OVERLAP


def has_controls(data: bytes) -> bool:
    """Whether there are bytes that no text has."""
    return bool(data.translate(None, _TEXT_BYTES))


def encoding_of(data: bytes) -> str | None:
    """The encoding of bytes that are a text, or None for other bytes.

    UTF-16 and UTF-32 are known by their marks or by their zeros; all else is UTF-8, with single bytes of
    Windows-1252 allowed for. A few control characters make a text no binary file.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if len(data.translate(None, _TEXT_BYTES)) * 100 <= len(data):
        return "utf-8"
    return next((encoding for _, encoding in _MARKS if _reads_well(data, encoding)), None)


def width_of(encoding: str | None) -> int:
    """The bytes of a character where all have the same, else 1."""
    return {"utf-16": 2, "utf-32": 4}.get((encoding or "")[:6], 1)


def _reads_well(data: bytes, encoding: str) -> bool:
    """Whether a sample of the bytes is made of ordinary characters: letters of Europe for the most part."""
    sample = data[:_SAMPLE].decode(encoding, "replace")
    return len(sample) > 1 and len(_ORDINARY.sub("", sample)) * 20 <= len(sample)


def decoded(data: bytes, encoding: str) -> str:
    """The text of the bytes; what cannot be decoded is replaced, nothing is left out."""
    if encoding == "utf-8":
        text = data.decode("utf-8", "surrogateescape")
        return text.translate(_CP1252) if not text.isascii() and _ESCAPED.search(text) else text
    return data.decode(encoding, "replace")


def texts_within(data: Bytes) -> Iterator[tuple[int, str]]:
    """The texts in a binary file, each with the byte at which it begins: long rows of letters.

    What is no UTF-8 and has few ASCII letters is taken for the noise that it nearly always is.
    """
    ends = [end for end in section_ends(data) if end <= len(data)]
    for start, end in pairwise([0, *ends, len(data)]):
        for match in _LONG_TEXT.finditer(data, start, end):
            text = _unless_noise(match.group())
            if text:
                yield match.start(), text
    for encoding, pattern in _WIDE:
        for match in pattern.finditer(data):
            yield match.start(), match.group().decode(encoding, "replace")


def _unless_noise(found: bytes) -> str:
    letters = len(found) - len(found.translate(None, _LETTERS))
    if letters * 10 >= len(found) * 7:
        return decoded(found, "utf-8")
    text = found.decode("utf-8", "ignore")
    return text if len(text.encode("utf-8")) * 10 >= len(found) * 9 else ""


_LETTERS = (string.ascii_letters + string.digits + string.whitespace).encode()
