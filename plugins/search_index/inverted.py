"""The whole index as columns of numbers: the postings of many parts, sorted as the files need them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from plugins.search_index.bits import Numbers
from plugins.search_index.fields import FIELDS, Field

if TYPE_CHECKING:
    from plugins.search_index.parts import Part

Column = NDArray[np.int32]

SHARED = (1 / 400, 1 / 5)
"""The share of all pages that must have a term, and may have it, for pages to be sorted by it: about as many
as one file of a large archive shows, and no word that is everywhere."""


@dataclass(frozen=True, slots=True)
class Inverted:
    """All postings, one *list* for each term in each field, sorted by term, field and document.

    ``terms`` are in the order of their UTF-16 code units, which is how JavaScript compares strings. Of each
    list there are its ``term`` and ``field`` by number, and in ``spread`` how many documents it has. Of each
    posting, list by list, there are its ``document`` and its ``count``; of each count, posting by posting,
    its ``place``. ``lengths[field, document]`` counts terms. ``page`` has for each document the number of the
    page that it is, ``telling`` the term that tells most about it, or the number of terms where none does,
    and ``worth`` how much that tells.
    """

    page: Column
    telling: Column
    worth: NDArray[np.float64]
    terms: tuple[str, ...]
    term: Column
    field: Column
    spread: Column
    document: Column
    count: Column
    place: Column
    lengths: Column

    @property
    def documents(self) -> int:
        """How many there are."""
        return len(self.page)

    @property
    def list_of(self) -> Column:
        """For each posting the number of its list."""
        return np.repeat(np.arange(len(self.spread), dtype=np.int32), self.spread)

    def in_slices(self, postings: int) -> Iterator[Inverted]:
        """The index of some neighbouring terms after the other, each of about so many postings."""
        posting, place = from_zero(self.spread), from_zero(self.count)
        # The first list of each term, and behind the last term the end of all lists.
        lists = np.searchsorted(self.term, np.arange(len(self.terms) + 1))
        first = 0
        while first < len(self.terms):
            full = int(np.searchsorted(posting[lists], posting[lists[first]] + postings))
            end = min(max(full, first + 1), len(self.terms))
            of = slice(lists[first], lists[end])
            of_posting = slice(posting[of.start], posting[of.stop])
            of_place = slice(place[of_posting.start], place[of_posting.stop])
            yield replace(
                self,
                terms=self.terms[first:end],
                term=self.term[of] - first,
                field=self.field[of],
                spread=self.spread[of],
                document=self.document[of_posting],
                count=self.count[of_posting],
                place=self.place[of_place],
            )
            first = end

    def bearing(self) -> Column:
        """For each term how many documents have it in the field that has it most often."""
        most = np.zeros(len(self.terms), dtype=np.int32)
        np.maximum.at(most, self.term, self.spread)
        return most


def utf16_order(text: str) -> bytes:
    """A key that sorts as JavaScript's ``<`` does; Python's own order differs beyond U+FFFF."""
    return text.encode("utf-16-be")


def put_together(parts: Sequence[Part], fields: Sequence[Field] = FIELDS) -> Inverted:
    """The index of all parts; documents are numbered anew, so that pages about the same lie together."""
    documents = sum(len(part.pages) for part in parts)
    known = set(chain.from_iterable(chain.from_iterable(part.postings.terms for part in parts)))
    terms = tuple(sorted(known, key=utf16_order))
    term, which, page, count, place = _columns(parts, {term: number for number, term in enumerate(terms)})
    weights = np.array([one.weight for one in fields])
    telling, worth = _telling_terms(term, page, amounts(count, weights[which]), documents, len(terms))
    # Pages about the same lie together: what a query's best pages show is then in fewer files.
    pages = np.lexsort((np.arange(documents), telling)).astype(np.int32)
    document = np.argsort(pages).astype(np.int32)[page]
    of_list = term * np.int32(len(fields)) + which
    del term, page
    order = np.argsort(of_list.astype(np.int64) * max(documents, 1) + document, kind="stable")
    order = order.astype(np.int32)
    lists, spread = _runs(of_list[order])
    place = _runs_in_order(place, count, order)
    which, document, count = which[order], document[order], count[order]
    cell = which.astype(np.int64) * documents + document
    lengths = np.bincount(cell, weights=count, minlength=len(fields) * documents)
    return Inverted(
        pages,
        telling[pages],
        worth[pages],
        terms,
        (lists // len(fields)).astype(np.int32),
        (lists % len(fields)).astype(np.int32),
        spread.astype(np.int32),
        document,
        count,
        place,
        lengths.astype(np.int32).reshape(len(fields), documents),
    )


def _telling_terms(
    term: Column, page: Column, amount: NDArray[np.float64], pages: int, terms: int
) -> tuple[Column, NDArray[np.float64]]:
    """For each page the term that tells most about it, of several the first, and how much that tells.

    What is found together then lies together: a query's best pages are often those about one of its words,
    and the files that hold what they show are fewer. Only terms that enough pages share can bring that about.
    """
    rarity = rarities_of(np.bincount(term, minlength=terms), pages)
    worth = amount * rarity[term]
    best = np.zeros(pages)
    np.maximum.at(best, page, worth)
    telling = np.full(pages, terms, dtype=np.int32)
    told = np.flatnonzero((worth == best[page]) & (worth > 0))
    np.minimum.at(telling, page[told], term[told])
    return telling, best


def amounts(counts: Any, weights: Any) -> Any:
    """How much of a term there is in a field of a page, in quarters."""
    return np.round(counts * weights * 4)


def rarities_of(bearing: Numbers, pages: int) -> NDArray[np.float64]:
    """How much each term tells, 0 for one that too few or too many of all pages have.

    ``bearing`` counts the pages that have it, once for each field. Rounded, so that no machine's logarithm
    decides which of two terms tells more.
    """
    bearing = np.minimum(bearing, pages)
    shared = (bearing >= pages * SHARED[0]) & (bearing <= pages * SHARED[1])
    return np.where(shared, np.round(np.log2(pages / np.maximum(bearing, 1)) * 256), 0)


def from_zero(sizes: Any) -> Any:
    """Where each of some things of these sizes begins, and where the last ends."""
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))


def _runs(values: Any) -> tuple[Any, Any]:
    """Each value of a sorted column once, and how often it stands there."""
    begins = np.flatnonzero(np.diff(values, prepend=-1))
    return values[begins], np.diff(begins, append=len(values))


def _runs_in_order(values: Column, sizes: Column, order: Any) -> Column:
    """Values that stand in runs of these sizes, the runs in another order."""
    begins = np.cumsum(sizes, dtype=np.int32) - sizes
    moved = sizes[order]
    shift = begins[order] - (np.cumsum(moved, dtype=np.int32) - moved)
    # Millions of places: columns of 64 bits would be the largest thing that an export holds.
    source = np.repeat(shift, moved)
    source += np.arange(len(values), dtype=np.int32)
    reordered: Column = values[source]
    return reordered


def _columns(parts: Sequence[Part], numbers: dict[str, int]) -> tuple[Column, Column, Column, Column, Column]:
    """Term, field, page and count of every posting, and every place, as the parts have them."""
    columns: list[list[Column]] = [[], [], [], [], []]
    for part in parts:
        postings = part.postings
        spread = _column(postings.spread)
        terms = np.fromiter(map(numbers.__getitem__, chain(*postings.terms)), np.int32, len(spread))
        fields = np.repeat(np.arange(len(postings.terms), dtype=np.int32), list(map(len, postings.terms)))
        values = (
            np.repeat(terms, spread),
            np.repeat(fields, spread),
            np.array(part.pages, dtype=np.int32)[_column(postings.documents)],
            _column(postings.counts),
            _column(postings.places),
        )
        for column, value in zip(columns, values, strict=True):
            column.append(value)
    none = np.zeros(0, dtype=np.int32)
    term, which, document, count, place = (np.concatenate([none, *column]) for column in columns)
    return term, which, document, count, place


def _column(numbers: array[int]) -> Column:
    """The numbers of an array, which are far below 2^31."""
    return np.frombuffer(numbers, dtype=numbers.typecode).astype(np.int32)
