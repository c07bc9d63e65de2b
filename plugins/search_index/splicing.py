"""The entry of a term after an edit: what that did not touch is copied out of the one before, as bits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np

from plugins.search_index.analyzer import VALUE_STEP
from plugins.search_index.bits import Numbers, gamma_word, rice_parameter, rice_word
from plugins.search_index.fields import Field, Form
from plugins.search_index.inverted import Column, from_zero
from plugins.search_index.lengths import length_codes, length_of_code
from plugins.search_index.term_shards import ASIDE_BITS, NAME_PARAMETER, WORD_PARAMETER

Bits = tuple[int, int]
"""A value, and how many bits it takes."""

NONE: Bits = (0, 0)

Places = Sequence[int]

Changes = Mapping[int, Places]
"""For each document that was edited the places where a term stands now in a field; none if it does not."""


@dataclass(frozen=True, slots=True)
class PostingList:
    """A term's list in one field: documents, counts, how many bits each has in both columns, and these."""

    documents: Column
    counts: Column
    posting_bits: Numbers
    place_bits: Numbers
    postings: Bits = NONE
    places: Bits = NONE

    def aside(self, field: Field) -> bool:
        """Whether the places stand apart."""
        return field.form is Form.TEXT and self.places[1] > ASIDE_BITS


def no_postings() -> PostingList:
    """The list of a term that the field did not have."""
    none = np.zeros(0, dtype=np.int32)
    return PostingList(none, none, none, none)


@dataclass(frozen=True, slots=True)
class Edited:
    """All documents after an edit: ``lengths[field, document]`` counts terms.

    ``values`` tells how many words each value of a name has in those that were edited, by field, document
    and number of the value.
    """

    fields: Sequence[Field]
    lengths: Numbers
    values: Mapping[tuple[int, int, int], int]

    def list_anew(self, which: int, before: PostingList, changes: Changes) -> PostingList:
        """A list of the field with that number after an edit."""
        documents, origin, anew = _merged(before.documents, changes)
        moved = _behind_another(origin)
        counts = _filled(before.counts, origin)
        for at in np.flatnonzero(anew).tolist():
            counts[at] = len(changes[int(documents[at])])
        k, told = self._gap_parameter(documents), documents.tolist()
        # Another parameter spells all steps in another way.
        respelt = k != self._gap_parameter(before.documents)

        def posting(at: int) -> Bits:
            gap = told[at] - (told[at - 1] if at else -1) - 1
            return _joined([rice_word(gap, k), *self._behind(which, told[at], int(counts[at]))])

        def places(at: int) -> Bits:
            if not anew[at]:
                begin = int(place_begins[origin[at]])
                return _cut(before.places, begin, begin + int(before.place_bits[origin[at]]))
            return self._places(which, told[at], changes[told[at]])

        posting_begins, place_begins = from_zero(before.posting_bits), from_zero(before.place_bits)
        stale = np.ones(len(anew), dtype=bool) if respelt else anew | moved
        return PostingList(
            documents,
            counts,
            before.posting_bits,
            before.place_bits,
            _woven(before.postings, posting_begins, origin, stale, posting),
            _woven(before.places, place_begins, origin, anew | moved, places),
        )

    def entry(self, lists: Mapping[int, PostingList]) -> tuple[bytes, bytes]:
        """The entry of a term, and that of its places that stand apart; there is none if it is empty."""
        told: list[Bits] = [mask_of(lists, len(self.fields))]
        far = NONE
        for which in sorted(lists):
            of_field, one = self.fields[which], lists[which]
            aside = one.aside(of_field)
            told += [head_of(of_field, len(one.documents), aside), one.postings]
            if aside:
                far = one.places
            else:
                told.append(one.places)
        return _whole_bytes(_joined(told)), _whole_bytes(far)

    def _gap_parameter(self, documents: Column) -> int:
        return int(rice_parameter(self.lengths.shape[1], max(len(documents), 1)))

    def _behind(self, which: int, document: int, count: int) -> list[Bits]:
        """What follows the step of a posting: its count, and in a list the bits of the field's length."""
        form = self.fields[which].form
        if form is Form.WORDS:
            return []
        length = int(self.lengths[which, document]).bit_length()
        return [gamma_word(count), *([gamma_word(length)] if form is Form.LIST else [])]

    def _places(self, which: int, document: int, places: Places) -> Bits:
        form = self.fields[which].form
        if form is Form.WORDS:
            return NONE
        words: list[Bits] = []
        if form is Form.LIST:
            for place in places:
                value, word = divmod(place, VALUE_STEP)
                words += [gamma_word(value + 1), rice_word(word, WORD_PARAMETER)]
            return _joined(words)
        k = NAME_PARAMETER if form is Form.NAMES else self._place_parameter(document, len(places))
        before = -1
        for place in places:
            words.append(rice_word(place - before - 1, k))
            before = place
            if form is Form.NAMES:
                value, word = divmod(place, VALUE_STEP)
                words.append(gamma_word(self.values[which, document, value] - word))
        return _joined(words)

    def _place_parameter(self, document: int, count: int) -> int:
        told = length_of_code(length_codes(self.lengths[-1, document]))
        return int(rice_parameter(told, count))


def mask_of(lists: Mapping[int, PostingList], fields: int) -> Bits:
    """The fields in which a term stands."""
    mask = sum(1 << which for which in lists)
    return (1, 1) if mask == 1 << (fields - 1) else (mask, fields + 1)


def head_of(field: Field, documents: int, aside: bool) -> Bits:
    """What stands before the postings of a list."""
    return _joined([gamma_word(documents), *([(int(not aside), 1)] if field.form is Form.TEXT else [])])


def bits_of(data: bytes) -> Bits:
    """All bits of some bytes."""
    return int.from_bytes(data, "big"), 8 * len(data)


def taken_apart(bits: Bits, sizes: Sequence[int]) -> list[Bits]:
    """The first bits of a row, parted into pieces of these sizes."""
    begins = from_zero(np.array(sizes, dtype=np.int64)).tolist()
    return [_cut(bits, begin, begin + size) for begin, size in zip(begins, sizes, strict=False)]


def _merged(before: Column, changes: Changes) -> tuple[Column, Numbers, Numbers]:
    """The documents of a list now; for each its place in the one before, or -1; whether it was edited."""
    changed = np.array(sorted(changes), dtype=np.int32)
    wanted = np.array([bool(len(changes[one])) for one in changed.tolist()], dtype=bool)
    there = np.isin(changed, before, assume_unique=True)
    gone = np.searchsorted(before, changed[there & ~wanted])
    documents, origin = np.delete(before, gone), np.delete(np.arange(len(before)), gone)
    came = changed[wanted & ~there]
    put = np.searchsorted(documents, came)
    documents, origin = np.insert(documents, put, came), np.insert(origin, put, -1)
    anew = np.zeros(len(documents), dtype=bool)
    anew[np.searchsorted(documents, changed[wanted])] = True
    return documents, origin, anew


def _behind_another(origin: Numbers) -> Numbers:
    """Whether each is the first, or stands behind another than before."""
    before = np.concatenate((np.full(1, -1), origin[:-1])) if len(origin) else origin
    behind: Numbers = (origin - before != 1) | (before < 0)
    return behind


def _filled(before: Column, origin: Numbers) -> Column:
    """Values in their new order; anything where one is new."""
    filled: Column = np.append(before, 0)[origin].astype(np.int32)
    return filled


def _woven(bits: Bits, begins: Numbers, origin: Numbers, stale: Numbers, word: Callable[[int], Bits]) -> Bits:
    """Bits of which some are copied, in stretches, and others are made by ``word``."""
    pieces: list[Bits] = []
    done = 0
    for at in [*np.flatnonzero(stale).tolist(), len(origin)]:
        if at > done:
            pieces.append(_cut(bits, int(begins[origin[done]]), int(begins[origin[at - 1] + 1])))
        if at < len(origin):
            pieces.append(word(at))
        done = at + 1
    return _joined(pieces)


def _cut(bits: Bits, begin: int, end: int) -> Bits:
    value, size = bits
    return value >> (size - end) & ((1 << (end - begin)) - 1), end - begin


def _joined(pieces: Sequence[Bits]) -> Bits:
    return reduce(lambda one, other: (one[0] << other[1] | other[0], one[1] + other[1]), pieces, NONE)


def _whole_bytes(bits: Bits) -> bytes:
    value, size = bits
    return (value << -size % 8).to_bytes(-(-size // 8), "big")
