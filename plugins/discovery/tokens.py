"""The words of a text with what their form shows: capitals, initials, possessives, where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Document, Label, Segment
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common
from plugins.mentions.finding import OVER_THE_TEXT, UNREAD, Reading, is_headline
from plugins.mentions.folding import Folded
from plugins.quotations.sentences import sentence_ends

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}(?!\w)|[^\W\d_]\.(?= ?[^\W\d_])(?!\w{2,}\b(?<=\w))|[^\W_]+(?:['-][^\W_]+)*", re.UNICODE
)
_ABBREVIATIONS = frozenset("mr mrs ms dr jr sr st bros prof capt lt sgt vs".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word at folded offsets. A possessive ending is not in it; ``possessive`` tells that one follows.

    ``opens`` tells that a sentence, or words in quotation marks, begin with it.
    """

    word: str
    start: int
    end: int
    opens: bool
    possessive: bool

    @property
    def low(self) -> str:
        return self.word.rstrip(".").lower()

    @property
    def is_capital(self) -> bool:
        """Whether the word may be part of a name; ``Jewish-looking`` has a capital and is none."""
        if not self.word[0].isupper() or "-" not in self.word:
            return self.word[0].isupper()
        rest = self.word.split("-")[1:]
        if rest[0][:1].isupper():
            return True
        first = self.word.split("-")[0]
        described = is_common(first) or first.isupper() or first.lower() in ENGLISH.peoples
        return len(rest) == 1 and not (described and len(rest[0]) > 3 and is_common(rest[0]))

    @property
    def is_initial(self) -> bool:
        return bool(re.fullmatch(r"(?:[^\W\d_]\.)+", self.word))

    @property
    def is_acronym(self) -> bool:
        return len(self.word) > 1 and self.word.isupper() and not self.is_initial


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment of a text as names are looked for in it: folded offsets, its words in order."""

    segment: Segment
    start: int
    end: int
    tokens: tuple[Token, ...]
    headline: bool

    @property
    def is_over_the_text(self) -> bool:
        return self.segment.label in OVER_THE_TEXT


def passages(document: Document, folded: Folded) -> Iterator[Passage]:
    """The segments of a document whose words are the text's own, in order."""
    places = _FoldedPlaces(folded)
    for segment in document.segments:
        if segment.label in UNREAD:
            continue
        start, end = places.of(segment.span.start), places.of(segment.span.end)
        headline = is_headline(document.text, segment)
        yield Passage(segment, start, end, tuple(_tokens(folded.text, start, end)), headline)


class _FoldedPlaces:
    """Raw offsets as folded ones, asked for in ascending order."""

    def __init__(self, folded: Folded) -> None:
        self._steps = list(folded.steps)
        self._next = 0
        self._here = self._there = 0

    def of(self, raw: int) -> int:
        while self._next < len(self._steps) and self._steps[self._next][1] <= raw:
            self._here, self._there = self._steps[self._next]
            self._next += 1
        return self._here + raw - self._there


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    opening = {start, *sentence_ends(text, start, end)}
    last_end = start
    for found in _TOKEN.finditer(text, start, end):
        word, at, until = found.group(), found.start(), found.end()
        between = text[last_end:at]
        opens = any(place in opening for place in range(last_end, at + 1)) or bool(
            re.search(r"[\"(\[:;]\s*$|(?:^|\s)'$|[.!?][\"')]*\s", between)
        )
        if opens and between == ". " and text[start:last_end].rsplit(" ", 1)[-1].lower() in _ABBREVIATIONS:
            opens = False
        possessive = False
        if word.endswith("'s") and len(word) > 2:
            word, until, possessive = word[:-2], until - 2, True
        elif text[until : until + 2] in {"' ", "'"} and word.endswith("s"):
            possessive = True
        last_end = found.end()
        yield Token(word, at, until, opens, possessive)
