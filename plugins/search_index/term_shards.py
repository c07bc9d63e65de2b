"""The terms with their postings: each term's as an entry of whole bytes, and runs of entries as shards.

docs/index-format.md sets out the bits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from plugins.search_index.analyzer import VALUE_STEP
from plugins.search_index.bits import Codes, Numbers, bit_length, gamma, lay, rice, rice_parameter
from plugins.search_index.fields import Field, Form
from plugins.search_index.inverted import Inverted
from plugins.search_index.lengths import length_codes, length_of_code

NAME_PARAMETER = 2
"""The Rice parameter of steps between places in names."""

WORD_PARAMETER = 1
"""The Rice parameter of a word's place in its value of a list: most are names of two words."""

ASIDE_BITS = 8 * 3072
"""A term whose places in running text take more has them in files of their own: words like *the* would
make a query's files many times as large, and only a phrase has a use for their places."""


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries one after the other: ``data``, and where each begins and, at last, where the last one ends."""

    data: bytes
    begins: Numbers

    def of(self, first: int, end: int) -> bytes:
        """The bytes of the entries from ``first`` up to ``end``, which is not among them."""
        return self.data[self.begins[first] : self.begins[end]]


@dataclass(frozen=True, slots=True)
class TermEntries:
    """An entry for each term, and one more for each of ``aside``: terms whose places stand apart."""

    entries: Entries
    aside: Numbers
    places: Entries


def term_entries(index: Inverted, fields: Sequence[Field]) -> TermEntries:
    """All postings as bits."""
    return _Layout(index, fields).entries()


class _Layout:
    """Which code word stands where. Columns by posting and by place are as long as those of the index."""

    def __init__(self, index: Inverted, fields: Sequence[Field]) -> None:
        self._index = index
        forms = np.array([_number(one.form) for one in fields], dtype=np.int8)
        self._form = forms[index.field]
        self._list = index.list_of
        self._posting = np.repeat(np.arange(len(index.document), dtype=np.int32), index.count)
        self._gap = self._gaps()
        self._count = self._where(self._by_posting(*_all_but(Form.WORDS)), gamma(index.count))
        self._length = self._where(self._by_posting(Form.LIST), gamma(bit_length(self._own_lengths())))
        self._place, self._left = self._places()

    def entries(self) -> TermEntries:
        index = self._index
        lists = len(index.spread)
        posting_size = self._gap.size + self._count.size + self._length.size
        place_size = self._place.size + self._left.size
        postings = np.bincount(self._list, weights=posting_size, minlength=lists).astype(np.int64)
        places = np.bincount(self._list[self._posting], weights=place_size, minlength=lists).astype(np.int64)
        text = self._form == _number(Form.TEXT)
        aside = text & (places > ASIDE_BITS)
        first = np.diff(index.term, prepend=-1) > 0
        mask = self._masks(first)
        spread = gamma(index.spread)
        head = mask.size + spread.size + text
        inside = np.where(aside, 0, places)
        size = head + postings + inside
        term_bits = np.bincount(index.term, weights=size, minlength=len(index.terms)).astype(np.int64)
        begins = _from_zero((term_bits + 7) // 8)
        before = np.cumsum(size) - size
        begin = begins[index.term] * 8 + before - before[first][np.cumsum(first) - 1]
        at_posting = _running(posting_size, self._list, begin + head)
        at_place = _running(place_size, self._list[self._posting], begin + head + postings)
        kept = ~aside[self._list[self._posting]]
        words = [
            (begin, mask),
            (begin + mask.size, spread),
            (
                (begin + mask.size + spread.size)[text],
                Codes((~aside[text]).astype(np.int64), np.ones(text.sum(), np.int64)),
            ),
            (at_posting, self._gap),
            (at_posting + self._gap.size, self._count),
            (at_posting + self._gap.size + self._count.size, self._length),
            (at_place[kept], _some(self._place, kept)),
            ((at_place + self._place.size)[kept], _some(self._left, kept)),
        ]
        entries = Entries(lay(words, int(begins[-1]) * 8), begins)
        far = np.flatnonzero(aside)
        apart = _from_zero((places[far] + 7) // 8)
        where = np.zeros(lists, dtype=np.int64)
        where[far] = apart[:-1] * 8
        at_far = _running(place_size, self._list[self._posting], where)[~kept]
        return TermEntries(
            entries,
            index.term[far],
            Entries(lay([(at_far, _some(self._place, ~kept))], int(apart[-1]) * 8), apart),
        )

    def _gaps(self) -> Codes:
        """From each document to the next of its list; the first from -1."""
        index = self._index
        parameter = rice_parameter(np.full(len(index.spread), index.documents), index.spread)
        return rice(_steps(index.document, self._list), np.repeat(parameter, index.spread))

    def _own_lengths(self) -> Numbers:
        index = self._index
        return index.lengths[index.field[self._list], index.document]

    def _places(self) -> tuple[Codes, Codes]:
        """From each place to the next of its posting, the first from -1, and behind names how many words follow.

        In lists, the number of the value instead, and the place of the word in it.
        """
        index = self._index
        form = self._form[self._list]
        told = length_of_code(length_codes(self._own_lengths()))
        parameter = np.where(form == _number(Form.NAMES), NAME_PARAMETER, rice_parameter(told, index.count))
        steps = rice(_steps(index.place, self._posting), np.repeat(parameter, index.count))
        form = form[self._posting]
        listed, named = form == _number(Form.LIST), form == _number(Form.NAMES)
        value, word = np.divmod(index.place, VALUE_STEP)
        first = _either(listed, gamma(value + 1), steps)
        second = _either(listed, rice(word, WORD_PARAMETER), self._follow())
        return self._where(form != _number(Form.WORDS), first), self._where(listed | named, second)

    def _follow(self) -> Codes:
        """How many words stand from each place to the end of its value, itself among them."""
        index = self._index
        field = np.where(self._form == _number(Form.NAMES), index.field, -1)[self._list][self._posting]
        named = np.flatnonzero(field >= 0)
        value, word = np.divmod(index.place[named], VALUE_STEP)
        cell = field[named].astype(np.int64) * index.documents + index.document[self._posting[named]]
        values, which = np.unique((cell << 20) + np.minimum(value, 0xFFFFF), return_inverse=True)
        last = np.zeros(len(values), dtype=np.int32)
        np.maximum.at(last, which, word)
        follow = np.ones(len(index.place), dtype=np.int32)
        follow[named] = last[which] - word + 1
        return gamma(follow)

    def _masks(self, first: NDArray[np.bool_]) -> Codes:
        """Before a term's first list: a one if it stands in running text alone, else a zero and the fields."""
        index = self._index
        mask = np.bincount(index.term, weights=1 << index.field, minlength=len(index.terms)).astype(np.int64)
        fields = index.lengths.shape[0]
        text = (
            1 << int(index.field[self._form == _number(Form.TEXT)][0])
            if (self._form == _number(Form.TEXT)).any()
            else 0
        )
        alone = mask == text
        value = np.where(alone, 1, mask)[index.term]
        size = np.where(alone, 1, fields + 1)[index.term]
        return Codes(np.where(first, value, 0), np.where(first, size, 0))

    def _by_posting(self, *forms: Form) -> NDArray[np.bool_]:
        return np.isin(self._form, [_number(one) for one in forms])[self._list]

    @staticmethod
    def _where(there: NDArray[np.bool_], codes: Codes) -> Codes:
        return Codes(np.where(there, codes.value, 0), np.where(there, codes.size, 0))


def _all_but(left_out: Form) -> tuple[Form, ...]:
    return tuple(one for one in Form if one is not left_out)


def _number(form: Form) -> int:
    return list(Form).index(form)


def _some(codes: Codes, which: NDArray[np.bool_]) -> Codes:
    return Codes(codes.value[which], codes.size[which])


def _either(which: NDArray[np.bool_], one: Codes, other: Codes) -> Codes:
    return Codes(np.where(which, one.value, other.value), np.where(which, one.size, other.size))


def _from_zero(sizes: Numbers) -> Numbers:
    """Where each of some things of these sizes begins, and where the last ends."""
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes)))


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
