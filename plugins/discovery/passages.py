"""The segments of a text as names are looked for in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Document, Segment
from plugins.discovery.tokens import Token, tokens_near_capitals
from plugins.mentions.finding import UNREAD, is_headline
from plugins.mentions.folding import Folded


@dataclass(frozen=True, slots=True)
class Passage:
    """One segment: its folded offsets, its words near capitals in order.

    A ``headline`` has capitals for their own sake.
    """

    segment: Segment
    start: int
    end: int
    tokens: tuple[Token, ...]
    headline: bool


def passages(document: Document, folded: Folded) -> Iterator[Passage]:
    """The segments of a document whose words are the text's own, in order."""
    places = _FoldedPlaces(folded)
    for segment in document.segments:
        if segment.label not in UNREAD:
            start, end = places.of(segment.span.start), places.of(segment.span.end)
            headline = is_headline(document.text, segment)
            tokens = tuple(tokens_near_capitals(folded.text, start, end))
            yield Passage(segment, start, end, tokens, headline)


class _FoldedPlaces:
    """Raw offsets as folded ones, asked for in ascending order."""

    def __init__(self, folded: Folded) -> None:
        self._steps = folded.steps
        self._next = 0
        self._here = self._there = 0

    def of(self, raw: int) -> int:
        while self._next < len(self._steps) and self._steps[self._next][1] <= raw:
            self._here, self._there = self._steps[self._next]
            self._next += 1
        return self._here + raw - self._there
