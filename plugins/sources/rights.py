"""What may be shown of a source: the one place that lets words of an original through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.settings import Edition, Settings
from plugins.archive.source import Document, Label, Rights
from plugins.archive.span import Span

ELLIPSIS = "…"

_WORD = re.compile(r"\S+")

RIGHTS_IN_WORDS = {
    Rights.FULL: "The whole text is shown here.",
    Rights.EXCERPT: "Short quotations only; the text belongs to its publisher.",
    Rights.SUMMARY: "Our summary, and facts with their paragraphs; the text is its author's, and not quoted.",
    Rights.LINK: "Only the record of the text is kept here.",
}


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
    if document.rights is not Rights.EXCERPT or _is_comment(document, span):
        return None
    allowed = list(_WORD.finditer(words))[: settings.excerpt_words]
    if not allowed:
        return None
    shown = words[: allowed[-1].end()]
    return shown if len(shown) == len(words.rstrip()) else f"{shown} {ELLIPSIS}"


def allotment(document: Document, settings: Settings) -> int | None:
    """How many words of a text may be quoted in all, each counted once; None for as many as it has."""
    if shows_text(document, settings):
        return None
    return int(len(_WORD.findall(document.text)) * settings.excerpt_share)


def words_in(document: Document, spans: Iterable[Span], settings: Settings) -> int:
    """How many words of a text some quotations show together, each word counted once."""
    return sum(
        len(_WORD.findall(span.of(document.text))) for span in _merged(_cut(document, spans, settings))
    )


def _cut(document: Document, spans: Iterable[Span], settings: Settings) -> Iterator[Span]:
    for span in spans:
        words = list(_WORD.finditer(document.text, span.start, span.end))[: settings.excerpt_words]
        if words:
            yield Span(words[0].start(), words[-1].end())


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_comment(document: Document, span: Span) -> bool:
    segment = document.segment_at(span.start)
    return segment is not None and segment.label is Label.COMMENT
