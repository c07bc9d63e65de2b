"""Whether the pinned original says what a pointer claims: to the letter, never nearly."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archive.errors import Code, Problem
from plugins.archive.source import Document
from plugins.archive.span import Pointer, Span, digest_of
from plugins.authority.record import Record
from plugins.markdown_it.front_matter import Path
from plugins.sources.library import Documents


def fault_of(pointer: Pointer | None, record: Record, way: Path, documents: Documents) -> Iterator[Problem]:
    """What is wrong with a pointer; nothing when there is none, or its original is not at hand."""
    document = documents.by_id.get(pointer.source) if pointer else None
    if pointer is None or document is None:
        return
    if pointer.paragraph is not None and document.paragraph(pointer.paragraph) is None:
        message = f"{pointer.source} has {_count(document)} paragraphs, no p{pointer.paragraph}"
        yield record.fault(Code.QUOTE_NOT_FOUND, f"{message}; `invoke cite` prints the right one", *way)
    elif pointer.span is not None:
        yield from _fault_of_span(pointer, pointer.span, document, record, way)


def _count(document: Document) -> int:
    last = document.segments[-1] if document.segments else None
    return last.number + last.blocks - 1 if last else 0


def _fault_of_span(
    pointer: Pointer, span: Span, document: Document, record: Record, way: Path
) -> Iterator[Problem]:
    if span.end > len(document.text) or digest_of(span.of(document.text)) != pointer.digest:
        found = find_by_digest(document.text, len(span), pointer.digest or "")
        where = (
            f"; the same words stand at {found.start}-{found.end}"
            if found
            else "; find the passage again with `invoke cite`, or restore the original"
        )
        message = f"the words at {span.start}-{span.end} of {pointer.source} are not the quoted ones{where}"
        yield record.fault(Code.QUOTE_NOT_FOUND, message, *way)
        return
    segment = document.segment_at(span.start) or document.segment_at(span.end - 1)
    if segment is not None and document.paragraph(pointer.paragraph or segment.number) is not segment:
        message = f"the words at {span.start}-{span.end} stand in p{segment.number}, not p{pointer.paragraph}"
        yield record.fault(Code.QUOTE_NOT_FOUND, f"{message}; write p{segment.number}", *way)


def find_by_digest(text: str, length: int, digest: str) -> Span | None:
    """Where the quoted words stand now, if they moved: the first span of that length and digest.

    Exact by construction. Texts beyond a million code points are not searched.
    """
    if len(text) > 1_000_000 or length > len(text):
        return None
    for start in range(len(text) - length + 1):
        if digest_of(text[start : start + length]) == digest:
            return Span(start, start + length)
    return None
