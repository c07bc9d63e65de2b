"""Where in a text words stand of which only the digest is known, or only what a claim makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from plugins.archive.source import Document, Segment
from plugins.archive.span import Span, digest_of
from plugins.claims.values.words import folded

LONGEST_TEXT = 1_000_000
"""Code points. Of a longer text nothing is searched: every place costs a digest."""

LONGEST_QUOTE = 1_000
"""How far a mistyped end is looked for, in code points from the other: nobody cites more at once."""


def spans_with_digest(text: str, length: int, digest: str) -> Iterator[Span]:
    """The spans of that length and digest, in order: where the quoted words stand now, if they moved.

    Exact by construction.
    """
    if len(text) <= LONGEST_TEXT:
        for start in range(len(text) - length + 1):
            if digest_of(text[start : start + length]) == digest:
                yield Span(start, start + length)


def moved_ends(text: str, span: Span, digest: str) -> Iterator[Span]:
    """The spans with that digest that share their start or their end with a span: one number is mistyped.

    Exact too: a wrong number makes another length, which ``spans_with_digest`` does not try.
    """
    for end in range(span.start + 1, min(span.start + LONGEST_QUOTE, len(text)) + 1):
        if digest_of(text[span.start : end]) == digest:
            yield Span(span.start, end)
    if span.end <= len(text):
        for start in range(max(span.end - LONGEST_QUOTE, 0), span.end):
            if digest_of(text[start : span.end]) == digest:
                yield Span(start, span.end)


def nearest_segment(document: Document, said: str) -> Segment | None:
    """The segment that shares most words with a claim, rare words weighing more; the first of equals.

    A hint for people and no evidence. None where no word is shared, or only what most segments have.
    """
    words = set(folded(said).split())
    shared = [words & one for one in _words_by_segment(document.text, document.segments)]
    spread = Counter(word for one in shared for word in one)
    rare = {word: 1 / count for word, count in spread.items() if 2 * count <= len(shared) or count == 1}
    weights = [sum(rare.get(word, 0) for word in one) for one in shared]
    best = max(weights, default=0)
    return document.segments[weights.index(best)] if best else None


@lru_cache(maxsize=4)
def _words_by_segment(text: str, segments: tuple[Segment, ...]) -> tuple[frozenset[str], ...]:
    """The words of each segment, folded."""
    # Kept, as each pointer into a text that was changed asks for them.
    return tuple(frozenset(folded(one.span.of(text)).split()) for one in segments)


def line_of(text: str, offset: int) -> int:
    """The line of a text in which a code point stands, counted from 1."""
    return text.count("\n", 0, offset) + 1
