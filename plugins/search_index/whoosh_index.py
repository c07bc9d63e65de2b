"""The index itself: made by Whoosh in a folder of the moment, read back posting by posting, and let go.

Only what Whoosh 2.7, Whoosh-Reloaded and whoosh3 have in common is used, always with our own
analyzer, as their default ones differ. An index of Whoosh's is never kept, and none is opened that
this very build has not made: opening one unpickles it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import Any

from whoosh.analysis import Token, Tokenizer
from whoosh.fields import STORED, TEXT, Schema
from whoosh.index import create_in

from plugins.search_index.analyzer import placed_terms
from plugins.search_index.fields import FIELDS
from plugins.search_index.page import SearchPage


class ArchiveTokenizer(Tokenizer):  # type: ignore[misc]  # Whoosh has no types
    """Hands Whoosh the terms of ``analyzer.py`` and their positions."""

    def __call__(
        self, value: str, *, positions: bool = False, start_pos: int = 0, **ways: Any
    ) -> Iterator[Any]:
        token = Token(positions, **ways)
        for position, term in placed_terms(value):
            token.text = token.original = term
            token.boost = 1.0
            token.stopped = False
            token.pos = start_pos + position
            yield token


@dataclass(frozen=True, slots=True)
class Posting:
    """One term in one page: for each field that has it, the positions there, ascending."""

    document: int
    places: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Everything that ranking needs. Documents and fields are numbered from 0, as given.

    ``postings`` runs in the order of the terms' UTF-16 code units, which is how JavaScript compares
    strings; a term's postings run by document. ``lengths[field][document]`` counts terms.
    """

    documents: int
    lengths: tuple[tuple[int, ...], ...]
    postings: dict[str, tuple[Posting, ...]]


def make_index(pages: tuple[SearchPage, ...]) -> Index:
    """The index of these pages, document 0 being the first of them."""
    # Not in memory: Whoosh's RamStorage keeps its working files in one folder of the machine, by a name
    # that is always the same, and two builds at once would take them from each other.
    with TemporaryDirectory(prefix="intertitle-") as folder:
        reader = whoosh_reader(pages, folder)
        try:
            return _read_back(reader, len(pages))
        finally:
            reader.close()


def utf16_order(text: str) -> bytes:
    """A key that sorts as JavaScript's ``<`` does; Python's own order differs beyond U+FFFF."""
    return text.encode("utf-16-be")


def whoosh_reader(pages: tuple[SearchPage, ...], folder: str) -> Any:
    """Whoosh's own reader of an index of these pages, made in an empty folder; close it after use."""
    schema = Schema(
        number=STORED,
        **{field.name: TEXT(analyzer=ArchiveTokenizer(), phrase=True) for field in FIELDS},
    )
    index = create_in(folder, schema)
    writer = index.writer()
    for number, page in enumerate(pages):
        writer.add_document(number=number, **{field.name: field.text(page) for field in FIELDS})
    writer.commit()
    return index.reader()


def _read_back(reader: Any, documents: int) -> Index:
    numbers = {docnum: stored["number"] for docnum, stored in reader.iter_docs()}
    lengths = [[0] * documents for _ in FIELDS]
    found: dict[str, dict[int, list[tuple[int, tuple[int, ...]]]]] = {}
    for which, field in enumerate(FIELDS):
        for term, document, places in _field_postings(reader, field.name):
            number = numbers[document]
            found.setdefault(term, {}).setdefault(number, []).append((which, places))
            lengths[which][number] += len(places)
    postings = {
        term: tuple(Posting(number, tuple(fields)) for number, fields in sorted(found[term].items()))
        for term in sorted(found, key=utf16_order)
    }
    return Index(documents, tuple(tuple(one) for one in lengths), postings)


def _field_postings(reader: Any, field: str) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """Term, Whoosh's document number and positions, for every posting of one field."""
    if field not in reader.indexed_field_names():
        return
    positions = reader.schema[field].format.decoder("positions")
    for term in reader.lexicon(field):
        matcher = reader.postings(field, term)
        while matcher.is_active():
            yield term.decode("utf-8"), matcher.id(), tuple(positions(matcher.value()))
            matcher.next()
