"""Documents as JSON holds them: an original that was cut in an earlier build is not cut again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import Any

from plugins.archive.source import Block, Document, Erratum, Label, Original, Rights, Role, Segment
from plugins.archive.span import Span

CODE = ("archive", "errata", "lexicon", "quotations", "sources", "web_pages")
"""Plugins whose code and tables decide how an original is read and cut."""

Plain = dict[str, Any]


def encode_document(document: Document) -> Plain:
    """All that cutting an original gives; its text is not in it."""
    blocks = document.original.blocks
    return {
        "blocks": None if blocks is None else [_plain_block(one) for one in blocks],
        "segments": [_plain_segment(one) for one in document.segments],
        "errata": [
            [*map(_plain_span, (one.span, one.passage, one.struck, one.reads)), one.reason]
            for one in document.errata
        ],
    }


def decode_document(plain: Plain, source: str, rights: Rights, sha256: str, text: str) -> Document:
    """The document that ``encode_document`` wrote, of an original with that text."""
    blocks = None if plain["blocks"] is None else tuple(map(_block, plain["blocks"]))
    original = Original(sha256, text, blocks)
    return Document(source, rights, original, tuple(_segments(plain["segments"], source)), _errata(plain))


def _plain_block(one: Block) -> list[Any]:
    role = one.role.value if one.role else None
    return [*_ends(one.span), role, one.rule, one.lead, one.bold, one.italic, one.depth, one.begins]


def _block(plain: Sequence[Any]) -> Block:
    start, end, role, rule, *more = plain
    return Block(Span(start, end), Role(role) if role else None, intern(rule), *more)


def _plain_segment(one: Segment) -> list[Any]:
    more = [one.number, one.label.value, one.rule, one.speaker, one.parent, one.depth, one.blocks]
    return [*_ends(one.span), *more]


def _segments(plain: Iterable[Sequence[Any]], source: str) -> Iterator[Segment]:
    for start, end, number, label, rule, *more in plain:
        yield Segment(source, Span(start, end), number, Label(label), intern(rule), *more)


def _errata(plain: Plain) -> tuple[Erratum, ...]:
    return tuple(
        Erratum(Span(*span), _span(passage), _span(struck), _span(reads), reason)
        for span, passage, struck, reads, reason in plain["errata"]
    )


def _span(plain: Sequence[int] | None) -> Span | None:
    return Span(*plain) if plain else None


def _plain_span(span: Span | None) -> list[int] | None:
    return _ends(span) if span else None


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]
