"""Escapes undone: the ways in which formats write a letter without writing it.

Every function gives the edits of one round; what was escaped twice takes two. What cannot be meant as an
escape stays: a bare ``&``, a ``%`` before bytes that are not UTF-8.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from plugins.leaks.reading import Edit

_ESCAPE = re.compile(
    r"&(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,9}|[A-Za-z][A-Za-z0-9]{1,31});?"
    r"|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\(?:u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[\s\S])"
    r"|(?:%[0-9a-fA-F]{2})+"
)
"""Entities of HTML and XML, escapes in strings of JSON and JavaScript, percent signs of addresses."""

_CONTROL = {"n": "\n", "r": "\n", "t": " ", "b": " ", "f": " ", "v": " ", "0": " ", "\n": "", "\r\n": ""}
"""What a backslash makes of the character after it; any other stands for itself."""

_CSS = re.compile(r"\\([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?|\\\r?\n")
_QUOTED_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2}|=[ \t]*+\r?\n)+")
_HYPHENATED = re.compile(r"(?<=\w)[-\u00ad\u2010]\r?\n[ \t]*(?=\w)")


def escapes_undone(text: str) -> Iterator[Edit]:
    """Entities, backslashes and percent signs, one round of each."""
    if not any(sign in text for sign in _READERS):
        return
    for match in _ESCAPE.finditer(text):
        written = match.group()
        meant = _READERS[written[0]](written)
        if meant != written:
            yield (*match.span(), meant)


def css_escapes_undone(text: str) -> Iterator[Edit]:
    """The numbers behind backslashes in style sheets, with the space that may end them."""
    for match in _CSS.finditer(text):
        yield (*match.span(), _character(int(match[1], 16)) if match[1] else "")


def quoted_printable_undone(text: str) -> Iterator[Edit]:
    """The transfer encoding of mails: ``=E2=80=99``, and lines that an equals sign goes on."""
    for match in _QUOTED_PRINTABLE.finditer(text):
        data = bytes.fromhex("".join(re.findall(r"=([0-9A-F]{2})", match.group())))
        meant = _utf_8(data)
        yield (*match.span(), data.decode("cp1252", "replace") if meant is None else meant)


def hyphens_joined(text: str) -> Iterator[Edit]:
    """Words that a hyphen divides at the end of a line, made whole."""
    return ((*match.span(), "") for match in _HYPHENATED.finditer(text))


def _entity(written: str) -> str:
    return html.unescape(written)


def _backslash(written: str) -> str:
    after = written[1:]
    if len(written) == 12:
        return (
            written.encode("ascii")
            .decode("unicode-escape")
            .encode("utf-16", "surrogatepass")
            .decode("utf-16")
        )
    if after[0] in "ux" and len(after) > 1:
        return _character(int(after[1:].strip("{}"), 16))
    return _CONTROL.get(after, after)


def _percent(written: str) -> str:
    meant = _utf_8(unquote_to_bytes(written))
    return written if meant is None else meant


def _utf_8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _character(number: int) -> str:
    return chr(number) if number < 0x110000 else "\ufffd"


_READERS = {"&": _entity, "\\": _backslash, "%": _percent}
