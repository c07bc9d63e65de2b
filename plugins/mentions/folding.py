"""A text as names are looked for in it, with the way back: what never parts two spellings is made one.

Kinds of space, of quotation mark and of dash are alike; white space is single; signs without width are
gone; letters are composed (NFC). Capitals and accents stay: they tell names apart.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

from plugins.archive.span import Span

SAME_LENGTH = str.maketrans(
    dict.fromkeys("’‘‛`´ʼ＇", "'")
    | dict.fromkeys("“”„‟«»", '"')
    | dict.fromkeys("‐‑‒–−", "-")
    | dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " ")
    | dict.fromkeys("\u2028\u2029\u202f\u205f\u3000\t\n\r\v\f\u0085", " ")
)
"""Signs that are read as others; no offset moves."""

_RESHAPED = re.compile("  +|[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]+")
_DECOMPOSED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text.

    ``steps`` are (offset here, offset in the raw text) wherever the two part, in order; ``composed`` are
    the offsets here behind letters that the raw text has as several code points.
    """

    text: str
    steps: tuple[tuple[int, int], ...] = ()
    composed: frozenset[int] = frozenset()

    def raw(self, offset: int) -> int:
        """The offset in the raw text of the code point at an offset here."""
        place = bisect_right(self.steps, (offset, 1 << 62)) - 1
        if place < 0:
            return offset
        here, there = self.steps[place]
        return there + offset - here

    def span(self, start: int, end: int) -> Span:
        """The raw span of a folded stretch that is not empty; what was taken out behind it is not in it."""
        return Span(self.raw(start), self.raw(end) if end in self.composed else self.raw(end - 1) + 1)


def fold(text: str) -> Folded:
    """The folded form of a text; of one in plain ASCII with single spaces it is the text."""
    plain = text.translate(SAME_LENGTH)
    pieces: list[str] = []
    steps: list[tuple[int, int]] = []
    composed: list[int] = []
    position = length = 0
    for start, end, made in _changes(plain):
        pieces.append(plain[position:start])
        length += start - position + len(made)
        pieces.append(made)
        position = end
        steps.append((length, end))
        if made.strip():
            composed.append(length)
    if not steps:
        return Folded(plain)
    pieces.append(plain[position:])
    return Folded("".join(pieces), tuple(steps), frozenset(composed))


def folded_form(name: str) -> str:
    """A name as it is looked for: folded, white space around it gone."""
    return fold(name).text.strip()


def _changes(plain: str) -> list[tuple[int, int, str]]:
    """What changes length, in order: (start, end, what stands there instead)."""
    found = [(one.start(), one.end(), " " if one.group()[0] == " " else "") for one in _RESHAPED.finditer(plain)]
    if not plain.isascii():
        for one in _DECOMPOSED.finditer(plain):
            composed = unicodedata.normalize("NFC", one.group())
            if composed != one.group():
                found.append((one.start(), one.end(), composed))
        found.sort()
    return found
