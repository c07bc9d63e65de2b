"""Whether the pinned original says what a pointer claims: to the letter, never nearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.archive.errors import Code, Problem
from plugins.archive.source import Document
from plugins.archive.span import Pointer, Span, digest_of
from plugins.authority.record import Record
from plugins.claims.whereabouts import line_of, moved_ends, nearest_segment, spans_with_digest
from plugins.markdown_it.front_matter import Path
from plugins.sources.library import Documents

MISTYPED = 2
"""Digits in which a digest may differ from that of the words at its span and still be taken for a slip of the
hand. Of twelve, the digest of other words comes that near once in some twenty thousand million times."""

LISTED = 3
"""Places that a message names; of more it tells the number."""


def fault_of(
    pointer: Pointer | None, record: Record, way: Path, documents: Documents, said: Sequence[str] = ()
) -> Iterator[Problem]:
    """What is wrong with a pointer; nothing when there is none, or its original is not at hand.

    ``said`` is what the claim says in the archive's own words, the most telling first: where the quoted words
    are nowhere, the passage with most of the first that is found at all is named. The message tells places
    and never a word of the original.
    """
    document = documents.by_id.get(pointer.source) if pointer else None
    if pointer is None or document is None:
        return
    if message := _message(pointer, document, said):
        yield record.fault(Code.QUOTE_NOT_FOUND, message, *way)


def _message(pointer: Pointer, document: Document, said: Sequence[str]) -> str:
    """What is wrong with a pointer into a text that is at hand, or nothing; exact words say most."""
    if pointer.span is not None:
        return _fault_of_span(pointer, pointer.span, document, said)
    if pointer.paragraph is None or document.paragraph(pointer.paragraph) is not None:
        return ""
    hint = _nearest(document, said) or "`invoke cite` prints the right one"
    return f"{pointer.source} has {_count(document)} paragraphs, no p{pointer.paragraph}; {hint}"


def _count(document: Document) -> int:
    last = document.segments[-1] if document.segments else None
    return last.number + last.blocks - 1 if last else 0


def _fault_of_span(pointer: Pointer, span: Span, document: Document, said: Sequence[str]) -> str:
    there = digest_of(span.of(document.text)) if span.end <= len(document.text) else ""
    if there == pointer.digest:
        segment = document.segment_at(span.start) or document.segment_at(span.end - 1)
        if segment is None or document.paragraph(pointer.paragraph or segment.number) is segment:
            return ""
        place = _place(document, span)
        message = f"the words at {span.start}-{span.end} stand in {place}, and not in p{pointer.paragraph}"
        return f"{message}; write p{segment.number}"
    message = f"the words at {span.start}-{span.end} of {pointer.source} are not the quoted ones"
    found = _elsewhere(document, span, pointer.digest or "")
    if len(found) == 1:
        return f"{message}; those stand in {_place(document, found[0])}: {document.pointer_to(found[0])}"
    if found:
        places = " and ".join(f"{one.start}-{one.end} in {_place(document, one)}" for one in found[:LISTED])
        more = f" and {len(found) - LISTED} places more" if len(found) > LISTED else ""
        return f"{message}; those stand {len(found)} times, at {places}{more}: cite the one that is meant"
    if there and _differences(there, pointer.digest or "") <= MISTYPED:
        meant = replace(pointer, digest=there)
        place = _place(document, span)
        return f"{message}, though their digest is nearly the same; if those in {place} are meant: {meant}"
    hint = _nearest(document, said) or "find the passage again with `invoke cite`"
    return f"{message}; {hint}, or restore the original"


def _elsewhere(document: Document, span: Span, digest: str) -> list[Span]:
    """Where the quoted words stand: moved as a whole, or with a slip in one of the span's ends."""
    whole = list(spans_with_digest(document.text, len(span), digest))
    return whole or list(moved_ends(document.text, span, digest))


def _differences(digest: str, other: str) -> int:
    return sum(one != two for one, two in zip(digest, other, strict=False))


def _place(document: Document, span: Span) -> str:
    segment = document.segment_at(span.start)
    line = f"line {line_of(document.text, span.start)}"
    return f"p{segment.number}, {line}" if segment else line


def _nearest(document: Document, said: Sequence[str]) -> str:
    """The place of the passage that is nearest to the claim's words, with what to do there; or nothing."""
    found = (nearest_segment(document, words) for words in said)
    segment = next((one for one in found if one), None)
    if segment is None:
        return ""
    line = line_of(document.text, segment.span.start)
    return f"nearest to the claim is p{segment.number}, line {line}: find its words with `invoke cite`"
