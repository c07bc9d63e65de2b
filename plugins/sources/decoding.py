"""Bytes of an original as text, without a guess at their encoding."""

from __future__ import annotations

import codecs
import re

_UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = (
    # UTF-32 first: its mark in little-endian order begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


class UnreadableOriginal(ValueError):
    """The bytes are no text that can be read without guessing its encoding.

    ``offset`` counts bytes from 0 to the first one that stands in the way.
    """

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.offset = offset


def encoding_of(data: bytes) -> tuple[str, str]:
    """The encoding that a byte order mark states, or UTF-8: Python's name for it, and people's."""
    stated = ((encoding, name) for mark, encoding, name in _MARKS if data.startswith(mark))
    return next(stated, ("utf-8-sig", "UTF-8"))


def read_text(data: bytes) -> str:
    """The text of an original's bytes, a byte order mark taken off, nothing else changed.

    Line ends, no-break spaces and typos stay: offsets count code points of this very text.

    Raises:
        UnreadableOriginal: neither UTF-8 nor UTF-16 or UTF-32 with a byte order mark, or a NUL among
            the characters, as in pictures and in UTF-16 without its mark; never guesses.
    """
    encoding, name = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        # Of a text with a mark, Python counts the bytes after it for UTF-8 only.
        offset = fault.start + (3 if encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8) else 0)
        raise UnreadableOriginal(f"byte {offset} is not {name}", offset) from fault
    nul = text.find("\0")
    if nul >= 0:
        offset = len(text[:nul].encode(encoding if encoding != "utf-8-sig" else "utf-8"))
        if encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8):
            offset += len(codecs.BOM_UTF8)
        raise UnreadableOriginal(f"byte {offset} is NUL, which no text has", offset)
    return text


_PAGE = re.compile(
    rb"\s*(?:<!--|<\?xml[^>]*>|<!doctype\s+html|<html|<head|<body|<meta|<title|<article|<main|<div|<table"
    rb"|<(?:p|h[1-6])[ >])",
    re.IGNORECASE,
)
_ELEMENT = re.compile(rb"</?(?:html|body|div|p|br|h[1-6]|table|article|span|a|ul|ol|head)\b", re.IGNORECASE)


def is_web_page(data: bytes) -> bool:
    """Whether bytes are HTML, whatever their file is called: they begin with markup, and go on with it."""
    head = data[:65536]
    if data.startswith(_UTF_16_MARKS):
        head = head.replace(b"\0", b"")[2:]
    head = head.removeprefix(codecs.BOM_UTF8)
    return _PAGE.match(head) is not None and _ELEMENT.search(head) is not None
