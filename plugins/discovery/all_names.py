"""The names that all texts introduce: looked for anew only in texts that were not read before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.discovery.finding import find_names
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.merging import Discovered, merge_names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text, text_alone
from plugins.sources.library import Documents

CODE = ("archive", "authority", "discovery", "lexicon", "mentions", "quotations")
"""Plugins whose code and tables decide which names a text introduces."""


def discover(documents: Documents, kept: Kept | None = None) -> tuple[Discovered, ...]:
    """Every name that the texts introduce, by kind and name; whom readers' comments alone name, too.

    What one text introduces rests on its words alone, and is taken from ``kept`` where these are known.
    """
    kept = kept or Kept()
    return merge_names(name for document in documents.by_id.values() for name in _names(document, kept))


def _names(document: Document, kept: Kept) -> Iterator[TextName]:
    key = digest_of(digest_of_code(*CODE), key_of_text(document))
    plain = kept.result("discovery", key, lambda: encode_names(find_names(text_alone(document))))
    return decode_names(plain, document.source)


def encode_names(names: Iterable[TextName]) -> list[Any]:
    """The names of one text as JSON holds them, without its source."""
    return [
        [
            one.kind.value,
            one.surfaces,
            [[seen.span.start, seen.span.end, seen.surface] for seen in one.sightings],
            one.weight,
            one.rival,
            one.reasons,
        ]
        for one in names
    ]


def decode_names(plain: Iterable[list[Any]], source: str) -> Iterator[TextName]:
    """The names that ``encode_names`` wrote, in a source."""
    for kind, surfaces, sightings, weight, rival, reasons in plain:
        seen = tuple(Sighting(source, Span(start, end), surface) for start, end, surface in sightings)
        yield TextName(Kind(kind), tuple(surfaces), seen, weight, rival, tuple(reasons))
