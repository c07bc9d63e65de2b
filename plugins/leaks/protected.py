"""The texts that are not free, laid end to end and indexed by phrases, so that reading a site is linear.

Each term of the texts has a character of its own, so a text is a string with a character a word, and
comparing phrases is slicing strings. A term that no text has is UNKNOWN and ends every run.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat

from plugins.archive.settings import Settings
from plugins.archive.source import Document, Label, Rights
from plugins.leaks.limits import CHANCE, PHRASE, Limit, limit_of
from plugins.leaks.words import is_sign, terms_of

UNKNOWN, SEPARATOR, FIRST = "\0", "\1", 2

CODES = 0x110000 - FIRST
"""Characters that there are. With more different terms than that, some would share one: then a run may be
found that is none, but none is missed."""

PLACES = 32
"""Places kept for a phrase in one text. A refrain that comes back more often would make reading a page
of refrains quadratic; the further places are found by whole windows of words."""

_STRETCH = re.compile(f"[^{UNKNOWN}]{{{PHRASE},}}")


@dataclass(frozen=True, slots=True)
class ProtectedText:
    """One text among all: its terms are those from ``start`` up to ``end``.

    ``words`` is what a share of it is a share of: its words, each sign of a script without spaces one.
    """

    source: str
    rights: Rights
    limit: Limit
    start: int
    end: int
    words: int


@dataclass(frozen=True, slots=True)
class Run:
    """Terms that a reading shares with a text: ``at`` counts in the reading, the rest in all texts."""

    at: int
    start: int
    end: int


class Protected:
    """Every text whose rights are not full. Memory grows with their words, about 0.3 KB for each."""

    def __init__(self, documents: Iterable[Document], settings: Settings) -> None:
        self.texts: list[ProtectedText] = []
        self._codes: dict[str, str] = {}
        self._pieces, self._units, self._signs = array("L"), array("L"), array("L", [0])
        self._comments = bytearray()
        parts: list[str] = []
        for document in documents:
            if document.rights is not Rights.FULL:
                parts += (self._add(document, settings), SEPARATOR)
        self._joined = "".join(parts)
        self._terms = list(self._codes)
        self._starts = [text.start for text in self.texts]
        self._places: dict[str, int | list[int]] = {}
        self._windows: dict[str, int] = {}
        self._window_lengths = sorted({CHANCE + 1} | {text.limit.words + 1 for text in self.texts})
        for text in self.texts:
            self._index(text)

    def _add(self, document: Document, settings: Settings) -> str:
        """The text as a string of codes, its tables filled."""
        start, pieces, units, codes = len(self._pieces), 0, 0, []
        comments = [one.span for one in document.segments if one.label is Label.COMMENT]
        comment = 0
        for span in document.words:
            while comment < len(comments) and comments[comment].end <= span.start:
                comment += 1
            inside = comment < len(comments) and comments[comment].start <= span.start
            terms = terms_of(span.of(document.text))
            for place, term in enumerate(terms):
                codes.append(self._codes.setdefault(term, chr(FIRST + len(self._codes) % CODES)))
                sign = is_sign(term)
                units += sign or place == 0 or is_sign(terms[place - 1])
                self._pieces.append(pieces)
                self._units.append(units - 1)
                self._signs.append(self._signs[-1] + sign)
                self._comments.append(inside)
            pieces += bool(terms)
        without_terms = len(document.words) - pieces
        text = ProtectedText(
            document.source,
            document.rights,
            limit_of(document.rights, settings),
            start,
            len(self._pieces),
            units + without_terms,
        )
        self.texts.append(text)
        # The separator has a row in the tables too, so that places in them are places in the string.
        self._pieces.append(0)
        self._units.append(0)
        self._signs.append(self._signs[-1])
        self._comments.append(0)
        return "".join(codes)

    def _index(self, text: ProtectedText) -> None:
        for place in range(text.start, text.end - PHRASE + 1):
            phrase = self._joined[place : place + PHRASE]
            known = self._places.setdefault(phrase, place)
            if known == place:
                continue
            if isinstance(known, int):
                self._places[phrase] = [known, place]
            elif len(known) < PLACES or known[-PLACES] < text.start:
                known.append(place)
            else:
                length = (CHANCE if self._comments[place] else text.limit.words) + 1
                if place + length <= text.end:
                    self._windows.setdefault(self._joined[place : place + length], place)

    def codes_of(self, terms: Iterable[str]) -> str:
        """A string with one character for each term, UNKNOWN for those that no text has."""
        return "".join(map(self._codes.get, terms, repeat(UNKNOWN)))

    def runs_in(self, codes: str) -> Iterator[Run]:
        """Every run of PHRASE terms or more that a reading shares with a text, as long as can be.

        Of the places in one text that have the same words, the first is given, unless a later one goes on
        for longer: words that a text repeats are shown once.
        """
        for stretch in _STRETCH.finditer(codes):
            reached: dict[int, int] = {}
            last = stretch.end() - PHRASE + 1
            places = self._places
            known = [at for at in range(stretch.start(), last) if codes[at : at + PHRASE] in places]
            for at in known:
                for place in self._places_of(codes, at):
                    text = bisect_right(self._starts, place)
                    end = max(at, reached.get(text, at))
                    next_place = place + end - at
                    # To go on for longer, a run must be the same where the longest so far ends.
                    if codes[end : end + 1] == self._joined[next_place : next_place + 1]:
                        run = self._extended(codes, at, place)
                        if run.at + run.end - run.start > end:
                            reached[text] = run.at + run.end - run.start
                            yield run

    def _places_of(self, codes: str, at: int) -> Iterator[int]:
        known = self._places[codes[at : at + PHRASE]]
        if isinstance(known, int):
            yield known
            return
        yield from known
        if len(known) >= PLACES and self._windows:
            for length in self._window_lengths:
                place = self._windows.get(codes[at : at + length])
                if place is not None:
                    yield place

    def _extended(self, codes: str, at: int, place: int) -> Run:
        back, start = at - place, place
        while start + back > 0 and start > 0 and codes[start + back - 1] == self._joined[start - 1]:
            start -= 1
        end = place + _common_length(codes, at, self._joined, place)
        return Run(start + back, start, end)

    def text_of(self, run: Run) -> ProtectedText:
        return self.texts[bisect_right(self._starts, run.start) - 1]

    def length_of(self, start: int, end: int, limit: Limit) -> int:
        """The length of a stretch in words as they stand in the text: ``8½`` is one, of three terms."""
        if start >= end:
            return 0
        pieces = self._pieces[end - 1] - self._pieces[start] + 1
        return limit.length_of(pieces, self._signs[end] - self._signs[start])

    def units_of(self, start: int, end: int) -> range:
        """The words of a stretch by their numbers in the text, each sign of some scripts a word."""
        return range(self._units[start], self._units[end - 1] + 1)

    def comment_parts(self, run: Run) -> Iterator[tuple[int, int]]:
        """The stretches of a run that are readers' comments."""
        for match in re.finditer(rb"\x01+", self._comments[run.start : run.end]):
            yield run.start + match.start(), run.start + match.end()

    def codes_at(self, start: int, end: int) -> str:
        return self._joined[start:end]

    def words_at(self, start: int, end: int) -> list[str]:
        """The terms of a stretch."""
        return [self._terms[ord(code) - FIRST] for code in self._joined[start:end]]


def _common_length(one: str, at: int, other: str, place: int) -> int:
    """How many characters are the same from two places on, compared in steps that double and halve."""
    length, step = 0, PHRASE
    while step:
        found = one[at + length : at + length + step]
        if len(found) == step and found == other[place + length : place + length + step]:
            length += step
            step *= 2
        else:
            step //= 2
    return length
