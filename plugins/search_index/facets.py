"""By what a list of hits can be narrowed: for each facet its values, and which documents have each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from plugins.search_index.bits import codes_of, gamma_word, in_a_row, lay, packed, rice_parameter, rice_word
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


def facet_shard(facet: Facet, pages: Sequence[SearchPage]) -> dict[str, Any]:
    """The values, sorted, and the documents of each: how many, and the steps between them."""
    bearing: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for value in dict.fromkeys(facet.values(page)):
            bearing.setdefault(value, []).append(number)
    values = sorted(value for value, documents in bearing.items() if len(documents) >= facet.least)
    words: list[tuple[int, int]] = []
    for value in values:
        documents = bearing[value]
        k = int(rice_parameter(len(pages), len(documents)))
        words.append(gamma_word(len(documents)))
        words += [rice_word(after - before - 1, k) for before, after in pairwise((-1, *documents))]
    codes = codes_of(words)
    return {"values": values, "data": packed(lay([in_a_row(codes)], int(codes.size.sum())))}
