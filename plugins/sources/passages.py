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
    folded = document.text.translate(_FOLDED)
    pattern = r"\s+".join(re.escape(word) for word in words.translate(_FOLDED).split())
    if not pattern:
        return
    for match in re.finditer(pattern, folded):
        span = Span(*match.span())
        segment = document.segment_at(span.start)
        if segment is None or not segment.span.contains(span):
            continue
        yield Passage(document.pointer_to(span), _context(document.text, span))


def _context(text: str, span: Span) -> str:
    before = text[max(0, span.start - CONTEXT) : span.start]
    after = text[span.end : span.end + CONTEXT]
    return " ".join(f"…{before}[{span.of(text)}]{after}…".split())
