"""The levels of a text: what it tells, what it quotes, and what it says in brackets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.archive.span import Span
from plugins.dates.cues import Tenses

FAR = 240
"""Code points on either side of a date whose verbs may govern it, so that no sentence is too long."""

_BRACKETS = re.compile(r"\([^()]{0,400}\)|\[[^\[\]]{0,400}\]")


class Spans:
    """Spans of which none overlaps another, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [one.start for one in self._spans]

    def holder_of(self, span: Span) -> Span | None:
        """The one that holds a span, or None."""
        place = bisect_right(self._starts, span.start) - 1
        found = self._spans[place] if place >= 0 else None
        return found if found is not None and found.contains(span) else None

    def within(self, stretch: Span) -> Iterator[Span]:
        """Those that overlap a stretch."""
        place = max(bisect_right(self._starts, stretch.start) - 1, 0)
        while place < len(self._spans) and self._starts[place] < stretch.end:
            if self._spans[place].overlaps(stretch):
                yield self._spans[place]
            place += 1


@dataclass(frozen=True)
class Levels:
    """A text with its quotations, none of them inside another."""

    text: str
    quotations: Spans

    def quotation_at(self, span: Span) -> Span | None:
        """The quotation that holds a span."""
        return self.quotations.holder_of(span)

    def brackets_at(self, sentence: Span, span: Span) -> Span | None:
        """The brackets of the sentence that hold a span."""
        near = _around(sentence, span)
        for match in _BRACKETS.finditer(self.text, near.start, near.end):
            if match.start() < span.start and span.end < match.end():
                return Span(*match.span())
        return None

    def tenses(self, sentence: Span, span: Span) -> Tenses:
        """The words of a sentence around a span that stand on its own level."""
        near = _around(sentence, span)
        part = self.brackets_at(sentence, span) or self.quotation_at(span)
        words = self.told(near) if part is None else self._only(near, part)
        start, end = span.start - near.start, span.end - near.start
        return Tenses(words[:start], words[end:])

    def told(self, stretch: Span) -> str:
        """The words of a stretch, what is quoted or in brackets blanked out, at the same length."""
        words = list(stretch.of(self.text))
        for quoted in self.quotations.within(stretch):
            _blank(words, quoted.start - stretch.start, quoted.end - stretch.start)
        for match in _BRACKETS.finditer(self.text, stretch.start, stretch.end):
            _blank(words, match.start() - stretch.start, match.end() - stretch.start)
        return "".join(words)

    def _only(self, sentence: Span, part: Span) -> str:
        words = list(sentence.of(self.text))
        _blank(words, 0, part.start - sentence.start)
        _blank(words, part.end - sentence.start, len(words))
        return "".join(words)


def _around(sentence: Span, span: Span) -> Span:
    return Span(max(sentence.start, span.start - FAR), min(sentence.end, span.end + FAR))


def _blank(words: list[str], start: int, end: int) -> None:
    for place in range(max(start, 0), min(end, len(words))):
        words[place] = " "
