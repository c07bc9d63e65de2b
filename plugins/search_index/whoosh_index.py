"""Postings made by Whoosh: its schema, its writer and its sorting, read at the moment when it would write.

Only what Whoosh 2.7, Whoosh-Reloaded and whoosh3 have in common is used, always with our own analyzer, as
their default ones differ. Whoosh lets a codec say how an index is stored; ours stores nothing and hands on
what it is given, so nothing is written to be read back at once, and no index is ever opened (opening one
unpickles it). ``whoosh_reader`` makes the same index with Whoosh's own codec; tests compare the two.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from struct import Struct
from tempfile import TemporaryDirectory
from typing import Any

from whoosh.codec import default_codec
from whoosh.codec.base import Codec, FieldWriter, PerDocumentWriter
from whoosh.fields import TEXT, Schema
from whoosh.formats import Format
from whoosh.index import create_in

from plugins.search_index.fields import FIELDS, Field
from plugins.search_index.page import SearchPage

_PLACE = "I"
"""The array type of positions: 32 bits, unsigned."""

_SIZE = array(_PLACE).itemsize

_ONE = Struct(_PLACE)
"""A single position as an array has it: most terms stand once in a field."""


class PlacesFormat(Format):  # type: ignore[misc]  # Whoosh has no types
    """A field whose postings hold positions, as a plain array: nothing of it is pickled."""

    def __init__(self, placed: Callable[[str], list[tuple[int, str]]]) -> None:
        super().__init__()
        self._placed = placed

    def word_values(
        self, value: str, _analyzer: Any, **_ways: Any
    ) -> Iterator[tuple[str, int, float, bytes]]:
        places: dict[str, list[int]] = {}
        for position, term in self._placed(value):
            known = places.get(term)
            if known is None:
                places[term] = [position]
            else:
                known.append(position)
        for term, found in places.items():
            count = len(found)
            yield (
                term,
                count,
                float(count),
                _ONE.pack(*found) if count == 1 else array(_PLACE, found).tobytes(),
            )

    def decode_positions(self, value: bytes) -> list[int]:
        return array(_PLACE, value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        return len(value) // _SIZE

    def decode_weight(self, value: bytes) -> float:
        return float(self.decode_frequency(value))


@dataclass(slots=True)
class Postings:
    """The postings of some pages, document 0 being the first of them.

    Sorted by field, term and document. ``terms`` has the terms of each field in the order of their UTF-8
    bytes; all else is one after the other in that same order: for each term of each field the number of its
    ``documents``, for each of these its number and ``counts``, and for each count a position in ``places``.
    """

    terms: list[list[str]] = field(default_factory=lambda: [[] for _ in FIELDS])
    spread: array[int] = field(default_factory=lambda: array(_PLACE))
    documents: array[int] = field(default_factory=lambda: array(_PLACE))
    counts: array[int] = field(default_factory=lambda: array(_PLACE))
    places: array[int] = field(default_factory=lambda: array(_PLACE))


def make_postings(pages: Sequence[SearchPage], fields: Sequence[Field] = FIELDS) -> Postings:
    """What Whoosh's writer would store of these pages."""
    codec = _HandingOn(fields)
    # Not in Whoosh's RamStorage: it keeps its working files in one folder of the machine, by a name that is
    # always the same, and two builds at once would take them from each other.
    with TemporaryDirectory(prefix="intertitle-") as folder:
        index = create_in(folder, schema_of(fields))
        _write(pages, fields, index.writer(codec=codec, compound=False))
    return codec.postings()


def whoosh_reader(pages: Sequence[SearchPage], folder: str, fields: Sequence[Field] = FIELDS) -> Any:
    """Whoosh's own reader of an index of these pages, made in an empty folder; close it after use."""
    index = create_in(folder, schema_of(fields))
    _write(pages, fields, index.writer())
    return index.reader()


def schema_of(fields: Sequence[Field]) -> Schema:
    """A field of running text for each of ours, by names that sort in our order."""
    schema = Schema(**{name_in_whoosh(which): TEXT(phrase=True) for which in range(len(fields))})
    for which, of in enumerate(fields):
        schema[name_in_whoosh(which)].format = PlacesFormat(of.placed)
    return schema


def name_in_whoosh(which: int) -> str:
    """What a field is called there: Whoosh hands postings on by the names of their fields."""
    return f"field{which:02}"


def _write(pages: Iterable[SearchPage], fields: Sequence[Field], writer: Any) -> None:
    for page in pages:
        writer.add_document(**{name_in_whoosh(which): of.text(page) for which, of in enumerate(fields)})
    writer.commit()


class _HandingOn(Codec):  # type: ignore[misc]
    """A codec that keeps in memory what it is told to write."""

    length_stats = False

    def __init__(self, fields: Sequence[Field]) -> None:
        self._own = default_codec()
        self._writer = _Collecting(len(fields))

    def new_segment(self, storage: Any, indexname: str) -> Any:
        return self._own.new_segment(storage, indexname)

    def per_document_writer(self, storage: Any, segment: Any) -> Any:  # noqa: ARG002 Whoosh calls it so
        return _NoDocuments()

    def field_writer(self, storage: Any, segment: Any) -> Any:  # noqa: ARG002
        return self._writer

    def postings(self) -> Postings:
        return self._writer.postings


class _NoDocuments(PerDocumentWriter):  # type: ignore[misc]
    """Stored values and lengths: we ask for none of the first, and the second follow from the postings."""

    is_closed = False

    def start_doc(self, docnum: int) -> None:
        pass

    def add_field(self, fieldname: str, fieldobj: Any, value: Any, length: int) -> None:
        pass

    def close(self) -> None:
        self.is_closed = True


class _Collecting(FieldWriter):  # type: ignore[misc]
    is_closed = False

    def __init__(self, fields: int) -> None:
        self.postings = Postings([[] for _ in range(fields)])

    def add_postings(self, schema: Any, lengths: Any, items: Any) -> None:  # noqa: ARG002
        """Take over postings as Whoosh has sorted them. Its own way asks four methods for each."""
        postings = self.postings
        last: tuple[str, bytes] | None = None
        for name, term, document, _, places in items:
            if last != (name, term):
                last = name, term
                postings.terms[int(name.removeprefix("field"))].append(term.decode("utf-8"))
                postings.spread.append(0)
            postings.spread[-1] += 1
            postings.documents.append(document)
            postings.counts.append(len(places) // _SIZE)
            postings.places.frombytes(places)

    def close(self) -> None:
        self.is_closed = True
