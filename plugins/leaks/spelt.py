"""Bytes that are written as letters: base64 with either alphabet, and hexadecimal digits."""

from __future__ import annotations

import binascii
import re
import string
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from plugins.leaks.packed import Unpacked, holds_stream

_BASE_64 = re.compile(r"[A-Za-z0-9+/_-]{32,}+(?:\r?\n[ \t]*+[A-Za-z0-9+/_-]{2,}+)*+")
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}\s*+)++")
_SHORT = 4096
"""Letters. Of a longer run, one word glued to another at an end hides nothing."""

_ORDINARY = str.maketrans("-_", "+/")
_LETTERS = (string.ascii_letters + string.digits + string.whitespace).encode()


def spelt_bytes(text: str, is_new: Callable[[tuple[str, str]], bool]) -> Iterator[Unpacked]:
    """Everything in a text that may be bytes in letters, with what they are; only what ``is_new``.

    What stands directly before a run of base64 may be of its alphabet too, so each of four beginnings is
    tried. Digests and the like, which hold nothing that can be read, are left out.
    """
    for match in _BASE_64.finditer(text):
        run = match.group()
        if not is_new(("spelt", run)):
            continue
        # Base64 of nine words has capitals and small letters: paths and digests have not both.
        if run.islower() or run.isupper():
            found = _from_hexadecimal(run)
        else:
            found = chain.from_iterable(map(_from_base_64, _with_fewer_lines(run)))
        yield from (Unpacked(name, data, *match.span()) for name, data in found if _may_be_read(data))


def _with_fewer_lines(run: str) -> Iterable[str]:
    """The run; a short one also without its first and its last line, which may be no part of it."""
    lines = run.split()
    cuts = (
        (slice(None), slice(1, None), slice(None, -1), slice(1, -1)) if len(run) < _SHORT else (slice(None),)
    )
    return dict.fromkeys("".join(lines[cut]) for cut in cuts)


def _from_hexadecimal(run: str) -> Iterator[tuple[str, bytes]]:
    if _HEX.fullmatch(run):
        yield "hexadecimal", bytes.fromhex("".join(run.split()))


def _from_base_64(run: str) -> Iterator[tuple[str, bytes]]:
    """The bytes from each of four beginnings; one letter too many at the end means nothing."""
    whole = run.translate(_ORDINARY)
    for skipped in range(4):
        letters = whole[skipped:]
        rest = len(letters) % 4
        yield "base64", binascii.a2b_base64(letters[:-1] if rest == 1 else letters + "=" * (-rest % 4))


def _may_be_read(data: bytes) -> bool:
    """Whether bytes hold letters, or a stream that may: random bytes have one letter in four."""
    letters = len(data) - len(data.translate(None, _LETTERS))
    if letters * 5 >= len(data) * 2 or holds_stream(data):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
