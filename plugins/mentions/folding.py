"""A text as names are looked for in it, with the way back: what never parts two spellings is made one.

Kinds of space, of quotation mark and of hyphen are alike; white space is single; signs without width are
gone; letters are composed (NFC). Capitals and accents stay: they tell names apart.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from plugins.archive.span import Span

SAME_LENGTH = str.maketrans(
    dict.fromkeys("’‘‛`´ʼ＇", "'")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‐‑‒–−", "-")
    | dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
    | dict.fromkeys("\u2028\u2029\u202f\u205f\u3000\t\n\r\v\f\u0085", " ")
)
"""Signs that are read as others; no offset moves. An em dash parts words, and is no hyphen."""

_READ_AS = tuple((chr(sign), read_as) for sign, read_as in SAME_LENGTH.items())

UNSEEN = "".join(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF))
)
"""Signs without width: soft hyphens, joiners, marks of direction, byte order marks."""

_MARKS = "\u0300-\u036f\u3099\u309a"
_NONE = str.maketrans("", "", UNSEEN)
_SPACES = re.compile("  +")
_RESHAPED = re.compile(f"[{UNSEEN}{_MARKS}\u1100-\u1112]")
_CHANGED = re.compile(
    f"[ {UNSEEN}]{{2,}}|[{UNSEEN}]|[^ {UNSEEN}{_MARKS}](?:[{UNSEEN}]*[{_MARKS}])+"
    f"|[\u1100-\u1112][{UNSEEN}]*[\u1161-\u1175](?:[{UNSEEN}]*[\u11a8-\u11c2])?"
)
"""Runs of space and unseen signs; letters with their marks; Korean syllables in letters."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    ``steps`` are (offset here, offset in the raw text) wherever the two part, in order. ``ends`` has the
    offsets here behind what the raw text has as several code points, with the offsets there.
    """

    text: str
    steps: tuple[tuple[int, int], ...] = ()
    ends: Mapping[int, int] = field(default_factory=dict)

    def raw(self, offset: int) -> int:
        """The offset in the raw text of the code point at an offset here."""
        place = bisect_right(self.steps, (offset, sys.maxsize)) - 1
        if place < 0:
            return offset
        here, there = self.steps[place]
        return there + offset - here

    def span(self, start: int, end: int) -> Span:
        """The raw span of a folded stretch that is not empty; what was taken out behind it is not in it."""
        return Span(self.raw(start), self.ends.get(end) or self.raw(end - 1) + 1)


def fold(text: str) -> Folded:
    """The folded form of a text; of one in plain ASCII with single spaces it is the text."""
    plain = straight(text)
    pieces: list[str] = []
    steps: list[tuple[int, int]] = []
    ends: dict[int, int] = {}
    position = length = 0
    for start, end, made in _changes(plain):
        pieces += (plain[position:start], made)
        length += start - position + len(made)
        position = end
        steps.append((length, end))
        if made:
            ends[length] = end
    if not steps:
        return Folded(plain)
    pieces.append(plain[position:])
    return Folded("".join(pieces), tuple(steps), ends)


def folded_form(name: str) -> str:
    """A name as it is looked for: folded, white space around it gone."""
    return fold(name).text.strip()


def straight(text: str) -> str:
    """A text with its signs as they are read; no offset moves. ``translate`` gives the same, later."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text
    for sign, read_as in _READ_AS:
        if sign in text:
            text = text.replace(sign, read_as)
    return text


def is_only_spaced(text: str) -> bool:
    """Whether folding takes nothing out of a text but white space, nor puts letters together."""
    return _RESHAPED.search(text) is None


def _changes(plain: str) -> Iterator[tuple[int, int, str]]:
    """What changes length, in order: (start, end, what stands there instead)."""
    for found in (_CHANGED if _RESHAPED.search(plain) else _SPACES).finditer(plain):
        words = found.group()
        if words.strip(" " + UNSEEN):
            made = unicodedata.normalize("NFC", words.translate(_NONE))
        else:
            made = " " if " " in words else ""
        if made != words:
            yield found.start(), found.end(), made
