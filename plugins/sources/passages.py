"""Passages found by their words, with the pointers that cite them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Document
from plugins.archive.span import Pointer, Span

CONTEXT = 40
"""Code points shown on either side of a passage: enough to tell two places apart on one line."""

_FOLDED = str.maketrans("’‘‛“”„‟\u00a0\u2005\u2009\u202f‐‑–—", '\'\'\'""""    ----')


_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its pointer. ``context`` is one line with the words around it."""

    pointer: Pointer
    context: str


def find_passages(document: Document, words: str) -> Iterator[Passage]:
    """Every place at which the words stand, in order.

    Quotation marks, dashes and kinds of space are alike, and any white space matches any other;
    otherwise to the letter. Passages that run from one paragraph into the next are not found.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.translate(_FOLDED).split())
    return _where(document, re.compile(pattern)) if pattern else iter(())


def find_nearly(document: Document, words: str) -> Iterator[Passage]:
    """Every place at which the same words stand, in order, with other capitals or other marks between them.

    Whole words: those that only begin or end so are others.

    >>> from plugins.archive.source import Label, Original, Rights, Segment
    >>> text = "It is, in short, fog."
    >>> segment = Segment("weekly", Span(0, len(text)), 1, Label.BODY, "paragraph")
    >>> weekly = Document("weekly", Rights.FULL, Original("", text), (segment,))
    >>> [one.context for one in find_nearly(weekly, "it is in short")]
    ['…[It is, in short], fog.…']
    """
    pattern = r"\W+".join(_WORD.findall(words.translate(_FOLDED)))
    return _where(document, re.compile(rf"\b{pattern}\b", re.IGNORECASE)) if pattern else iter(())


def _where(document: Document, pattern: re.Pattern[str]) -> Iterator[Passage]:
    for match in pattern.finditer(document.text.translate(_FOLDED)):
        span = Span(*match.span())
        segment = document.segment_at(span.start)
        if segment is None or not segment.span.contains(span):
            continue
        yield Passage(document.pointer_to(span), _context(document.text, span))


def _context(text: str, span: Span) -> str:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return " ".join(f"…{before}[{span.of(text)}]{after}…".split())
