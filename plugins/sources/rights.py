"""What may be shown of a source: the one place that lets words of an original through."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from plugins.archive.settings import Edition, Settings
from plugins.archive.source import Document, Rights
from plugins.archive.span import Span

ELLIPSIS = "…"

LONG_WORD = 10
"""Code points that an allowed word may have on average. English has about 6 with the space; a script
that puts no space between words would otherwise be quoted by the paragraph."""

_WORD = re.compile(r"\S+")

RIGHTS_IN_WORDS = {
    Rights.FULL: "The whole text is shown here.",
    Rights.EXCERPT: "Short quotations only; the text belongs to its publisher.",
    Rights.SUMMARY: "Our summary, and facts with their paragraphs; the text is its author's, and not quoted.",
    Rights.LINK: "Only the record of the text is kept here.",
}


def is_told_of(document: Document, span: Span, settings: Settings) -> bool:
    """Whether anything about a span may be public, if only that a name stands there.

    Readers' comments are passed over unless the text is shown, and texts of which only the record is kept.
    """
    if shows_text(document, settings):
        return True
    return document.rights is not Rights.LINK and not document.holds_comment(span)


def shows_text(document: Document, settings: Settings) -> bool:
    """Whether the whole text is the source's page: in the private edition, or when it is free."""
    return settings.edition is Edition.PRIVATE or document.rights is Rights.FULL


def quote(document: Document, span: Span, settings: Settings) -> str | None:
    """The words at a span as far as they may be shown, or None where none may.

    An excerpt longer than the limit is cut after its last whole word within it. Comments of readers
    are never quoted from a text that is not free.
    """
    words = span.of(document.text)
    if shows_text(document, settings):
        return words
    if document.rights is not Rights.EXCERPT or document.holds_comment(span):
        return None
    allowed = list(_WORD.finditer(words))[: settings.excerpt_words]
    if not allowed:
        return None
    shown = words[: min(allowed[-1].end(), settings.excerpt_words * LONG_WORD)]
    return shown if len(shown) == len(words.rstrip()) else f"{shown} {ELLIPSIS}"


def allotment(document: Document, settings: Settings) -> int | None:
    """How many words of a text may be quoted in all, each counted once; None for as many as it has."""
    if shows_text(document, settings):
        return None
    return int(len(document.words) * settings.excerpt_share)


def words_shown(document: Document, span: Span, settings: Settings) -> range:
    """Which words of a text a quotation of the span shows, by their numbers from 0; a part is a word."""
    if not len(span):
        return range(0)
    first = bisect_right(document.words, span.start, key=lambda word: word.end)
    last = bisect_left(document.words, span.end, key=lambda word: word.start)
    if not shows_text(document, settings):
        last = min(last, first + settings.excerpt_words)
    return range(first, max(first, last))
