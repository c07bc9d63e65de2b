"""The names that all texts introduce: looked for anew only in texts that were not read before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.merging import Discovered, merge_names
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, text_alone
from plugins.lexicon.words import load_lists
from plugins.sources.library import Documents

CODE = ("archive", "authority", "discovery", "lexicon", "mentions", "quotations")
"""Plugins whose code and tables decide which names a text introduces."""


def discover(documents: Documents, kept: Kept | None = None) -> tuple[Discovered, ...]:
    """Every name that the texts introduce, by kind and name; whom readers' comments alone name, too.

    What one text introduces rests on its words alone, and is taken from ``kept`` where these are known.
    """
    texts, code = list(documents.by_id.values()), digest_of_code(*CODE)
    keys = [digest_of(code, documents.keys[one.source]) for one in texts]

    def find(place: int) -> list[Any]:
        # Only a text that nobody has read asks for the rules.
        from plugins.discovery.finding import find_names

        return encode_names(find_names(text_alone(texts[place])))

    found = (kept or Kept()).results("discovery", keys, find, _prepare)
    return merge_names(
        name for one, plain in zip(texts, found, strict=True) for name in decode_names(plain, one.source)
    )


def _prepare() -> None:
    import plugins.discovery.finding  # noqa: F401

    load_lists()


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
