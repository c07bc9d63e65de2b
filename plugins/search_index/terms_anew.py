"""The terms of edited pages, each with the entry that it has after the edit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from plugins.search_index.bits import Numbers
from plugins.search_index.fields import FIELDS, Form
from plugins.search_index.forms import stems_of
from plugins.search_index.left import Left
from plugins.search_index.posted import Posted
from plugins.search_index.replacing import Replaced
from plugins.search_index.spelling import spelt
from plugins.search_index.splicing import (
    Bits,
    Edited,
    PostingList,
    bits_of,
    head_of,
    mask_of,
    no_postings,
    taken_apart,
)


@dataclass(frozen=True)
class TermAnew:
    """By field how many documents have a term, ``before`` the edit and ``now``.

    ``entry`` is its own, ``far`` that of its places if they stand apart; both are empty where it is gone.
    """

    term: str
    before: Mapping[int, int]
    now: Mapping[int, int]
    entry: bytes
    far: bytes

    @cached_property
    def spelling(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The strings of a slip that may mean it, before and now."""
        return _spelt(self.term, self.before), _spelt(self.term, self.now)


def terms_anew(left: Left, told: Posted, edited: Edited) -> dict[str, TermAnew]:
    """All terms that the edited pages had or have."""
    fields: dict[str, set[int]] = {}
    for term, which in (*told.before, *told.places):
        fields.setdefault(term, set()).add(which)
    return {term: _anew(left, told, edited, term, touched) for term, touched in fields.items()}


def families_after(left: Left, terms: Replaced, language: str) -> Numbers:
    """For each term the number of its family; a new one has that of the terms with its stem."""
    before = left.stored.column("family")
    family = np.append(before, -1)[terms.place]
    new = np.flatnonzero(terms.place < 0).tolist()
    stems = stems_of((terms.names[at] for at in new), language)
    known = left.stored.lines("stems") if new else []
    fresh: dict[str, int] = {}
    for at in new:
        stem = stems.get(terms.names[at], terms.names[at])
        if stem not in fresh:
            fresh[stem] = _family(left, known, before, stem, len(left.terms) + len(fresh))
        family[at] = fresh[stem]
    return family


def _family(left: Left, stems: list[str], family: Numbers, stem: str, otherwise: int) -> int:
    number = left.number_of.get(stem)
    if number is not None and not stems[number]:
        return int(family[number])
    return int(family[stems.index(stem)]) if stem in stems else otherwise


def _spelt(term: str, bearing: Mapping[int, int]) -> tuple[str, ...]:
    named = any(FIELDS[which].form is Form.NAMES for which in bearing)
    return spelt(term, max(bearing.values()), named) if bearing else ()


def _anew(left: Left, told: Posted, edited: Edited, term: str, touched: set[int]) -> TermAnew:
    lists = _lists(left, term)
    before = {which: len(one.documents) for which, one in lists.items()}
    for which in touched:
        had, has = told.before.get((term, which), ()), told.places.get((term, which), {})
        changes = {document: has.get(document, ()) for document in (*had, *has)}
        lists[which] = edited.list_anew(which, lists.get(which, no_postings()), changes)
    now = {which: one for which, one in lists.items() if len(one.documents)}
    entry, far = edited.entry(now) if now else (b"", b"")
    return TermAnew(term, before, {which: len(one.documents) for which, one in now.items()}, entry, far)


def _lists(left: Left, term: str) -> dict[int, PostingList]:
    """The lists of a term before the edit, by field, with their bits."""
    number = left.number_of.get(term)
    if number is None:
        return {}
    bare = {which: _bare(left, of) for which, of in left.lists_of(number)}
    sizes = [mask_of(bare, len(FIELDS))[1]]
    for which, one in bare.items():
        aside = one.aside(FIELDS[which])
        head = head_of(FIELDS[which], len(one.documents), aside)[1]
        sizes += [head, one.postings[1], 0 if aside else one.places[1]]
    pieces = taken_apart(bits_of(left.entries.of(number, number + 1)), sizes)
    rows = zip(bare.items(), pieces[2::3], pieces[3::3], strict=True)
    return {
        which: replace(
            one,
            postings=postings,
            places=_far(left, number, one.places[1]) if one.aside(FIELDS[which]) else places,
        )
        for (which, one), postings, places in rows
    }


def _bare(left: Left, of: slice) -> PostingList:
    """A list of which the bits are only counted."""
    posting_bits, place_bits = left.posting_bits[of], left.place_bits[of]
    sizes = [int(bits.sum(dtype=np.int64)) for bits in (posting_bits, place_bits)]
    return PostingList(
        left.document[of], left.count[of], posting_bits, place_bits, (0, sizes[0]), (0, sizes[1])
    )


def _far(left: Left, number: int, size: int) -> Bits:
    """The places of a term that stand apart."""
    at = int(np.searchsorted(left.aside, number))
    [bits] = taken_apart(bits_of(left.places.of(at, at + 1)), [size])
    return bits
