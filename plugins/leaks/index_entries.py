"""The entries of the search index's terms: in which documents, in which fields, at which places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from plugins.leaks.index_bits import CHARACTER_BITS, Bits, NoCode, bits_of, rice_parameter

_WORDS, _TEXT, _LIST, _NAMES = "words", "text", "list", "names"

_IN_NAMES, _IN_VALUES = 2, 1
"""The parameters of the steps between places in names, and of a word's place in its value of a list."""

_VALUE_STEP = 32
"""Each value of a list begins at a multiple of this."""

_ZERO, _STEPS = 0x23, 2
"""The character of a length of nothing, and steps to each doubling of a length."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the other files of an index cannot be read without.

    ``forms`` and ``names`` of the fields by number; ``lengths`` of the running text of each document.
    """

    documents: int
    names: tuple[str, ...]
    forms: tuple[str, ...]
    lengths: tuple[int, ...]

    @classmethod
    def of(cls, value: dict[str, Any]) -> Manifest | None:
        """The manifest that a file holds, or None if it holds none."""
        match value:
            case {"documents": int(documents), "fields": [*fields], "lengths": str(lengths)}:
                if all(isinstance(one, dict) for one in fields):
                    names = tuple(str(one.get("name")) for one in fields)
                    forms = tuple(str(one.get("form")) for one in fields)
                    return cls(documents, names, forms, tuple(map(_length, lengths)))
        return None


def _length(told: str) -> int:
    step = ord(told) - _ZERO
    return int(2 ** ((step - 1) / _STEPS) + 0.5) if step > 0 else 0


@dataclass(frozen=True, slots=True)
class Shard:
    """Terms, and the bits of the entry of each."""

    terms: tuple[str, ...]
    entries: tuple[str, ...]


def shard_of(count: int, packed: str, links: bool) -> Shard:
    """A file of so many terms, or one of their places: that has no links to other terms before its entries.

    Raises:
        NoCode: it is none.
    """
    reading = Bits(bits_of(packed))
    terms = tuple(reading.strings(count))
    sizes = [(reading.gamma() - 1) * 8 for _ in terms]
    for _ in terms if links else ():
        reading.gamma()
    begins = [*accumulate(sizes, initial=reading.next_byte())]
    _ends(reading, begins[-1])
    return Shard(terms, tuple(reading.bits[begin:end] for begin, end in pairwise(begins)))


def holds_terms_alone(count: int, packed: str) -> bool:
    """Whether a file has nothing but so many terms, as one for spelling has."""
    reading = Bits(bits_of(packed))
    try:
        for _ in reading.strings(count):
            pass
        _ends(reading, reading.next_byte())
    except NoCode:
        return False
    return True


def _ends(reading: Bits, end: int) -> None:
    """Refuses bits that go on behind their end for longer than the last character does, or stop before it."""
    if not 0 <= len(reading.bits) - end < CHARACTER_BITS:
        raise NoCode


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A term in one field of one document. ``places`` are empty where it has none or has them apart."""

    document: int
    field: int
    count: int
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of a term. Of ``apart`` the places stand in another file, in the same order."""

    told: tuple[Occurrences, ...]
    apart: tuple[Occurrences, ...]


def entry_of(bits: str, manifest: Manifest) -> Entry:
    """The postings of one term.

    Raises:
        NoCode: the bits are none.
    """
    reading = Bits(bits)
    told: list[Occurrences] = []
    apart: list[Occurrences] = []
    for field in _fields(reading, manifest):
        form = manifest.forms[field]
        spread = reading.gamma()
        here = form != _TEXT or bool(reading.plain(1))
        postings = list(_postings(reading, field, spread, manifest))
        if here:
            told += _placed(reading, postings, manifest)
        else:
            apart += postings
    if reading.next_byte() != len(bits):
        raise NoCode
    return Entry(tuple(told), tuple(apart))


def places_apart(bits: str, entry: Entry, manifest: Manifest) -> tuple[Occurrences, ...]:
    """The postings of a term with the places that its other file has.

    Raises:
        NoCode: the bits are no places.
    """
    return tuple(_placed(Bits(bits), entry.apart, manifest))


def _fields(reading: Bits, manifest: Manifest) -> list[int]:
    """The fields of a term by their numbers: the last alone, or those that a mask names."""
    fields = range(len(manifest.forms))
    if reading.plain(1):
        return list(fields[-1:])
    mask = reading.plain(len(fields))
    return [field for field in fields if mask >> field & 1]


def _postings(reading: Bits, field: int, spread: int, manifest: Manifest) -> Iterator[Occurrences]:
    form, document = manifest.forms[field], -1
    parameter = rice_parameter(manifest.documents, spread)
    for _ in range(spread):
        document += reading.rice(parameter) + 1
        count = 1 if form == _WORDS else reading.gamma()
        if form == _LIST:
            reading.gamma()
        if document >= manifest.documents:
            raise NoCode
        yield Occurrences(document, field, count)


def _placed(reading: Bits, postings: Iterable[Occurrences], manifest: Manifest) -> Iterator[Occurrences]:
    for one in postings:
        form = manifest.forms[one.field]
        if form == _WORDS:
            yield one
            continue
        yield replace(one, places=tuple(_places(reading, one, form, manifest)))


def _places(reading: Bits, one: Occurrences, form: str, manifest: Manifest) -> Iterator[int]:
    if form == _LIST:
        for _ in range(one.count):
            yield (reading.gamma() - 1) * _VALUE_STEP + reading.rice(_IN_VALUES)
        return
    length = manifest.lengths[one.document] if one.document < len(manifest.lengths) else 0
    parameter = _IN_NAMES if form == _NAMES else rice_parameter(length, one.count)
    place = -1
    for _ in range(one.count):
        place += reading.rice(parameter) + 1
        if form == _NAMES:
            reading.gamma()
        yield place
