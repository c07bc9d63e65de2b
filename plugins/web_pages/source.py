"""Bytes of a web page as its HTML, in the encoding that the page declares."""

from __future__ import annotations

import codecs

from bs4.dammit import EncodingDetector

from plugins.sources.decoding import UnreadableOriginal, read_text

_AS_BROWSERS_READ = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-16": "utf-8",
}
"""Declared encodings that the Encoding standard reads as others: a page that could be read far enough to
declare UTF-16 is none, and Latin 1 is Windows-1252 in every browser."""

_WINDOWS_1252 = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
"""Windows-1252 as the Encoding standard has it: the five bytes that it leaves open are controls."""

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_source(data: bytes) -> str:
    """The HTML of a page; without a byte order mark or a declaration it is UTF-8.

    Raises:
        UnreadableOriginal: bytes that do not fit the encoding, an encoding that nobody knows, or NUL.
    """
    declared = (
        None if data.startswith(_MARKS) else EncodingDetector.find_declared_encoding(data, is_html=True)
    )
    if declared is None:
        return read_text(data)
    try:
        name = codecs.lookup(declared).name
    except LookupError as fault:
        raise UnreadableOriginal(f"the page declares the encoding {declared!r}, which is none", 0) from fault
    encoding = _AS_BROWSERS_READ.get(name, name)
    if encoding == "utf-8":
        return read_text(data)
    if encoding == "cp1252":
        return _checked(data.decode("latin-1").translate(_WINDOWS_1252), data)
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError) as fault:
        offset = fault.start if isinstance(fault, UnicodeDecodeError) else 0
        raise UnreadableOriginal(
            f"byte {offset} is not {declared}, which the page declares", offset
        ) from fault
    return _checked(text, data)


def _checked(text: str, data: bytes) -> str:
    if "\0" in text:
        raise UnreadableOriginal("the page holds NUL, which no text has", data.find(b"\0"))
    return text
