"""By what a list of hits can be narrowed: for each facet its values, and which documents have each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from plugins.search_index.bits import codes_of, gamma_word, in_a_row, lay, packed, rice_parameter, rice_word
from plugins.search_index.lengths import as_text
from plugins.search_index.page import SearchPage


@dataclass(frozen=True, slots=True)
class Facet:
    """``least``: how many documents a value must have to be listed."""

    name: str
    values: Callable[[SearchPage], tuple[str, ...]]
    least: int = 1


def _people(page: SearchPage) -> tuple[str, ...]:
    return (page.title, *page.people) if page.kind == "person" else page.people


FACETS = (
    Facet("source", lambda page: page.sources),
    Facet("person", _people, least=2),
    Facet("year", lambda page: (page.year,) if page.year else ()),
)
"""In the order in which a reader is offered them. A person on one page alone narrows nothing."""

Traits = Sequence[Any]
"""By what one page is narrowed: its kind, its type or "", and for each of FACETS its values, each once."""


def traits_of(page: SearchPage) -> Traits:
    """Lists and texts alone, as JSON has them."""
    return [page.kind, page.type or "", *(list(dict.fromkeys(facet.values(page))) for facet in FACETS)]


def kinds_of(traits: Sequence[Traits]) -> dict[str, Any]:
    """The kinds and types that there are, and for each document a character that tells which it has."""
    both = sorted({(kind, sort) for kind, sort, *_ in traits})
    numbers = {one: number for number, one in enumerate(both)}
    return {"kinds": both, "kind": as_text(numbers[kind, sort] for kind, sort, *_ in traits)}


def facet_shards(traits: Sequence[Traits]) -> dict[str, dict[str, Any]]:
    """The shard of each facet that some document has a value of, by the facet's name."""
    shards = {
        facet.name: _shard(facet, [one[place] for one in traits])
        for place, facet in enumerate(FACETS, start=2)
    }
    return {name: shard for name, shard in shards.items() if shard["values"]}


def facet_shard(facet: Facet, pages: Sequence[SearchPage]) -> dict[str, Any]:
    """The values, sorted, and the documents of each: how many, and the steps between them."""
    return _shard(facet, [dict.fromkeys(facet.values(page)) for page in pages])


def _shard(facet: Facet, documents: Sequence[Any]) -> dict[str, Any]:
    bearing: dict[str, list[int]] = {}
    for number, values in enumerate(documents):
        for value in values:
            bearing.setdefault(value, []).append(number)
    listed = sorted(value for value, bearers in bearing.items() if len(bearers) >= facet.least)
    words: list[tuple[int, int]] = []
    for value in listed:
        bearers = bearing[value]
        k = int(rice_parameter(len(documents), len(bearers)))
        words.append(gamma_word(len(bearers)))
        words += [rice_word(after - before - 1, k) for before, after in pairwise((-1, *bearers))]
    codes = codes_of(words)
    return {"values": listed, "data": packed(lay([in_a_row(codes)], int(codes.size.sum())))}
