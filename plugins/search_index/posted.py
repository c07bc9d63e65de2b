"""The postings of a few pages, as Whoosh would hand them on, without it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from plugins.search_index.analyzer import VALUE_STEP
from plugins.search_index.bits import Numbers
from plugins.search_index.fields import FIELDS, Form
from plugins.search_index.left import Left
from plugins.search_index.page import SearchPage

Key = tuple[str, int]
"""A term, and the number of a field."""


@dataclass(frozen=True, slots=True)
class Posted:
    """Edited pages by the numbers of their documents.

    ``places`` has by term and field the places in each of them, ``before`` by term and field those of them
    that had it before the edit. ``values`` tells how many words each value of a name has, by field,
    document and number of the value.
    """

    pages: Mapping[int, SearchPage]
    places: Mapping[Key, Mapping[int, list[int]]]
    before: Mapping[Key, list[int]]
    values: Mapping[tuple[int, int, int], int]

    def lengths(self, before: Numbers) -> Numbers:
        """``before``, the lengths of all documents, as they are after the edit."""
        lengths = np.array(before, dtype=np.int32)
        lengths[:, list(self.pages)] = 0
        for (_, which), documents in self.places.items():
            for document, places in documents.items():
                lengths[which, document] += len(places)
        return lengths

    def words(self, which: int) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
        """For each page the terms that it had in a field, and those that it has."""
        had: dict[int, set[str]] = {document: set() for document in self.pages}
        has: dict[int, set[str]] = {document: set() for document in self.pages}
        for told, of in ((self.before, had), (self.places, has)):
            for (term, field), documents in told.items():
                if field == which:
                    for document in documents:
                        of[document].add(term)
        return had, has


def posted(left: Left, pages: Mapping[int, SearchPage]) -> Posted:
    """Those of some pages, by the numbers of their documents."""
    places: dict[Key, dict[int, list[int]]] = {}
    values: dict[tuple[int, int, int], int] = {}
    for document, page in sorted(pages.items()):
        for which, field in enumerate(FIELDS):
            for place, term in field.placed(field.text(page)):
                places.setdefault((term, which), {}).setdefault(document, []).append(place)
                if field.form is Form.NAMES:
                    value, word = divmod(place, VALUE_STEP)
                    values[which, document, value] = max(values.get((which, document, value), 0), word + 1)
    return Posted(pages, places, _before(left, pages), values)


def _before(left: Left, pages: Mapping[int, SearchPage]) -> dict[Key, list[int]]:
    wanted = np.zeros(len(left.urls), dtype=bool)
    wanted[list(pages)] = True
    postings = np.flatnonzero(wanted[left.document])
    lists = np.searchsorted(left.list_begins, postings, side="right") - 1
    before: dict[Key, list[int]] = {}
    told = zip(
        left.list_term[lists].tolist(),
        left.list_field[lists].tolist(),
        left.document[postings].tolist(),
        strict=True,
    )
    for term, which, document in told:
        before.setdefault((left.terms[term], which), []).append(document)
    return before
