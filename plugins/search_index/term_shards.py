"""The terms with their postings: each term's as an entry of whole bytes, and runs of entries as shards.

docs/index-format.md sets out the bits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from plugins.search_index.analyzer import VALUE_STEP
from plugins.search_index.bits import Codes, Numbers, bit_length, gamma, lay, rice, rice_parameter
from plugins.search_index.entries import Entries
from plugins.search_index.fields import Field, Form
from plugins.search_index.inverted import Inverted, from_zero
from plugins.search_index.lengths import length_codes, length_of_code

NAME_PARAMETER = 2
"""The Rice parameter of steps between places in names."""

WORD_PARAMETER = 1
"""The Rice parameter of a word's place in its value of a list: most are names of two words."""

ASIDE_BITS = 8 * 3072
"""A term whose places in running text take more has them in files of their own: words like *the* would
make a query's files many times as large, and only a phrase has a use for their places."""


SLICE = 200_000
"""About how many postings are laid at once. A large archive has millions, and a machine takes longer to find
the memory for columns of that length than to fill them."""


@dataclass(frozen=True, slots=True)
class TermEntries:
    """An entry for each term, and one more for each of ``aside``: terms whose places stand apart.

    For each posting there are the bits that it takes, and those of its places.
    """

    entries: Entries
    aside: Numbers
    places: Entries
    posting_bits: Numbers
    place_bits: Numbers


def term_entries(index: Inverted, fields: Sequence[Field]) -> TermEntries:
    """All postings as bits."""
    slices = list(index.in_slices(SLICE))
    values = _Values(index, fields)
    told = [_Layout(one, fields, values).entries() for one in slices]
    first = from_zero(np.array([len(one.terms) for one in slices], dtype=np.int64))
    asides = [one.aside + begin for one, begin in zip(told, first, strict=False)]
    return TermEntries(
        _joined([one.entries for one in told]),
        np.concatenate([np.zeros(0, dtype=np.int64), *asides]),
        _joined([one.places for one in told]),
        np.concatenate([np.zeros(0, dtype=np.int32), *(one.posting_bits for one in told)]),
        np.concatenate([np.zeros(0, dtype=np.int32), *(one.place_bits for one in told)]),
    )


def _joined(several: Sequence[Entries]) -> Entries:
    sizes = np.concatenate([np.zeros(0, dtype=np.int64), *(np.diff(one.begins) for one in several)])
    return Entries(b"".join(one.data for one in several), from_zero(sizes))


class _Layout:
    """Which code word stands where. Columns by posting and by place are as long as those of the index."""

    def __init__(self, index: Inverted, fields: Sequence[Field], values: _Values) -> None:
        self._index, self._values = index, values
        self._form = np.array([_number(one.form) for one in fields], dtype=np.int8)[index.field]
        self._list = index.list_of
        self._posting = np.repeat(np.arange(len(index.document), dtype=np.int32), index.count)
        self._list_of_place = self._list[self._posting]
        self._postings = (self._gaps(), self._counts(), self._own_lengths())
        self._places = self._told_places()
        self._place_bits = self._in_list(self._places, self._list_of_place)
        self._text = self._form == _number(Form.TEXT)
        self._aside = self._text & (self._place_bits > ASIDE_BITS)

    def entries(self) -> TermEntries:
        """The lists of each term in a row, and apart from them the places that take too much."""
        of_places = np.bincount(self._posting, weights=_bits(self._places), minlength=len(self._list))
        return TermEntries(
            self._in_rows(),
            self._index.term[self._aside],
            self._apart(),
            _bits(self._postings).astype(np.int32),
            of_places.astype(np.int32),
        )

    def _in_rows(self) -> Entries:
        """For each term its lists: the head of each, its postings, and its places if they are not aside."""
        heads = self._heads()
        head, postings = _bits(heads), self._in_list(self._postings, self._list)
        begins, at = self._laid(head + postings + np.where(self._aside, 0, self._place_bits))
        at_posting = _running(_bits(self._postings), self._list, at + head)
        at_place = _running(_bits(self._places), self._list_of_place, at + head + postings)
        near = ~self._aside[self._list_of_place]
        words = [
            *_row(heads, at),
            *_row(self._postings, at_posting),
            *_row(_some(self._places, near), at_place[near]),
        ]
        return Entries(lay(words, int(begins[-1]) * 8), begins)

    def _apart(self) -> Entries:
        """The places of each list that is aside."""
        begins = from_zero((self._place_bits[self._aside] + 7) // 8)
        at = np.zeros(len(self._aside), dtype=np.int64)
        at[self._aside] = begins[:-1] * 8
        far = self._aside[self._list_of_place]
        at_place = _running(_bits(self._places), self._list_of_place, at)
        return Entries(lay(_row(_some(self._places, far), at_place[far]), int(begins[-1]) * 8), begins)

    def _laid(self, sizes: Numbers) -> tuple[Numbers, Numbers]:
        """For lists of these sizes in bits: at which byte each term begins, and at which bit each list."""
        index = self._index
        bits = np.bincount(index.term, weights=sizes, minlength=len(index.terms)).astype(np.int64)
        begins = from_zero((bits + 7) // 8)
        return begins, _running(sizes, index.term, begins[:-1] * 8)

    def _in_list(self, columns: Sequence[Codes], list_of: Numbers) -> Numbers:
        """How many bits each list has of some code words, which are told by the number of their list."""
        lists = len(self._index.spread)
        return np.bincount(list_of, weights=_bits(columns), minlength=lists).astype(np.int64)

    def _heads(self) -> tuple[Codes, Codes, Codes]:
        """Before each list: the fields if it is a term's first, its documents, and whether places follow."""
        near = Codes(np.where(self._aside, 0, self._text), self._text.astype(np.int32))
        return self._masks(), gamma(self._index.spread), near

    def _masks(self) -> Codes:
        """Before a term's first list: a one for running text alone; else a zero, and the fields."""
        index = self._index
        mask = np.bincount(index.term, weights=1 << index.field, minlength=len(index.terms)).astype(np.int64)
        fields = index.lengths.shape[0]
        alone = mask == 1 << (fields - 1)
        first = np.diff(index.term, prepend=-1) > 0
        value = np.where(alone, 1, mask)[index.term]
        size = np.where(alone, 1, fields + 1)[index.term]
        return Codes(np.where(first, value, 0), np.where(first, size, 0))

    def _gaps(self) -> Codes:
        """From each document to the next of its list; the first from -1."""
        index = self._index
        parameter = rice_parameter(np.full(len(index.spread), index.documents), index.spread)
        return rice(_steps(index.document, self._list), np.repeat(parameter, index.spread))

    def _counts(self) -> Codes:
        """How often the term stands in each document, where that is kept."""
        return _where((self._form != _number(Form.WORDS))[self._list], gamma(self._index.count))

    def _own_lengths(self) -> Codes:
        """Behind the counts of lists: how many bits the field's length in that document has."""
        listed = (self._form == _number(Form.LIST))[self._list]
        return _where(listed, gamma(bit_length(self._lengths())))

    def _lengths(self) -> Numbers:
        index = self._index
        return index.lengths[index.field[self._list], index.document]

    def _told_places(self) -> tuple[Codes, Codes]:
        """From each place to the next of its posting, and behind names how many words follow.

        In lists, the number of the value instead, and the place of the word in it.
        """
        index, form = self._index, self._form[self._list_of_place]
        steps = self._place_steps()
        behind = Codes(np.zeros_like(steps.value), np.zeros_like(steps.size))
        # Nearly all places are those of running text: what holds for the others is told for them alone.
        listed, named, bare = (
            np.flatnonzero(form == _number(one)) for one in (Form.LIST, Form.NAMES, Form.WORDS)
        )
        value, word = np.divmod(index.place[listed], VALUE_STEP)
        _put(steps, listed, gamma(value + 1))
        _put(behind, listed, rice(word, WORD_PARAMETER))
        _put(behind, named, gamma(self._follow(named)))
        _put(steps, bare, _NOTHING)
        return steps, behind

    def _place_steps(self) -> Codes:
        """From each place to the next of its posting; the first from -1."""
        index = self._index
        told = length_of_code(length_codes(index.lengths[-1]))[index.document]
        named = (self._form == _number(Form.NAMES))[self._list]
        parameter = np.where(named, NAME_PARAMETER, rice_parameter(told, index.count))
        return rice(_steps(index.place, self._posting), np.repeat(parameter, index.count))

    def _follow(self, named: Numbers) -> Numbers:
        """How many words stand from each of these places to the end of its value, itself among them."""
        index = self._index
        field = index.field[self._list_of_place[named]]
        return self._values.left(field, index.document[self._posting[named]], index.place[named])


class _Values:
    """How many words each title and each name has: told by the places of all terms together."""

    def __init__(self, index: Inverted, fields: Sequence[Field]) -> None:
        names = [which for which, field in enumerate(fields) if field.form is Form.NAMES]
        self._documents = index.documents
        listed = np.isin(index.field, names)
        posting = np.flatnonzero(np.repeat(listed, index.spread))
        place = np.flatnonzero(np.repeat(np.repeat(listed, index.spread), index.count))
        field = np.repeat(index.field[listed], index.spread[listed])
        counts = index.count[posting]
        keys, word = self._told(
            np.repeat(field, counts), np.repeat(index.document[posting], counts), index.place[place]
        )
        self._keys, which = np.unique(keys, return_inverse=True)
        self._last = np.zeros(len(self._keys), dtype=np.int32)
        np.maximum.at(self._last, which, word)

    def left(self, field: Numbers, document: Numbers, place: Numbers) -> Numbers:
        """The words of its value from each place on, itself among them."""
        keys, word = self._told(field, document, place)
        return self._last[np.searchsorted(self._keys, keys)] - word + 1

    def _told(self, field: Numbers, document: Numbers, place: Numbers) -> tuple[Numbers, Numbers]:
        """A number for each place's value, and where in it the word stands."""
        value, word = np.divmod(place, VALUE_STEP)
        cell = field.astype(np.int64) * self._documents + document
        return (cell << 20) + np.minimum(value, 0xFFFFF), word


def _number(form: Form) -> int:
    return list(Form).index(form)


def _bits(columns: Sequence[Codes]) -> Numbers:
    """How many bits the code words of each row have."""
    return reduce(np.add, (codes.size for codes in columns))


def _row(columns: Sequence[Codes], at: Numbers) -> list[tuple[Numbers, Codes]]:
    """Rows of code words, a column behind the other, with the place of each; ``at`` is where rows begin."""
    laid = []
    for codes in columns:
        laid.append((at, codes))
        at = at + codes.size
    return laid


def _some(columns: Sequence[Codes], which: NDArray[np.bool_]) -> tuple[Codes, ...]:
    return tuple(Codes(codes.value[which], codes.size[which]) for codes in columns)


def _where(there: NDArray[np.bool_], codes: Codes) -> Codes:
    """Code words of no bits where there shall be none."""
    return Codes(np.where(there, codes.value, 0), np.where(there, codes.size, 0))


def _put(codes: Codes, at: Numbers, others: Codes) -> None:
    codes.value[at], codes.size[at] = others.value, others.size


_NOTHING = Codes(np.zeros(1, dtype=np.int32), np.zeros(1, dtype=np.int32))


def _steps(values: Numbers, run: Numbers) -> Numbers:
    """How many numbers lie between each value and the one before it in its run, the first after -1."""
    before = np.concatenate((np.full(1, -1, dtype=np.int32), values[:-1])) if len(values) else values
    begins = np.diff(run, prepend=-1) > 0
    return values - np.where(begins, -1, before) - 1


def _running(sizes: Numbers, run: Numbers, begin: Numbers) -> Numbers:
    """Where each of some things begins that follow each other in runs, each run from its own beginning."""
    before = np.cumsum(sizes) - sizes
    first = np.diff(run, prepend=-1) > 0
    base = np.zeros(len(begin), dtype=np.int64)
    base[run[first]] = before[first]
    return before - base[run] + begin[run]
