"""Whether an edit leaves the documents in their order: the same term tells most about each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from plugins.search_index.fields import FIELDS
from plugins.search_index.inverted import amounts, rarities_of, utf16_order
from plugins.search_index.left import Left
from plugins.search_index.posted import Posted

Rarities = NDArray[np.float64]
"""How much each term tells."""

_WEIGHTS = np.array([field.weight for field in FIELDS])


def order_is_kept(left: Left, posted: Posted, bearing: Mapping[str, int]) -> bool:
    """Whether it does; ``bearing`` counts for each term of edited pages those that have it now, by field."""
    before = np.bincount(left.list_term, weights=left.spread, minlength=len(left.terms)).astype(np.int64)
    now = before.copy()
    for term, count in bearing.items():
        if term in left.number_of:
            now[left.number_of[term]] = count
    rarity, pages = rarities_of(now, len(left.urls)), len(left.urls)
    moved = np.flatnonzero(rarity != rarities_of(before, pages))
    others = _doubtful(left, moved.tolist(), rarity) - set(posted.pages)
    new_terms = [term for term in bearing if term not in left.number_of]
    of_new = rarities_of(np.array([bearing[term] for term in new_terms], dtype=np.int64), pages)
    by_term = dict(zip(new_terms, of_new.tolist(), strict=True))
    by_term |= {
        term: float(rarity[number]) for term in bearing if (number := left.number_of.get(term)) is not None
    }
    return _others_keep(left, sorted(others), rarity) and _edited_keep(left, posted, by_term)


def _doubtful(left: Left, moved: Iterable[int], rarity: Rarities) -> set[int]:
    """The documents about which a term that tells more or less than before may tell most, or no longer."""
    telling, worth = left.stored.column("telling"), left.stored.column("worth")
    found: set[int] = set()
    for term in moved:
        for which, postings in left.lists_of(term):
            documents = left.document[postings]
            now = amounts(left.count[postings], _WEIGHTS[which]) * rarity[term]
            best, tells = worth[documents], telling[documents] == term
            more = (now > 0) & ((now > best) | ((now == best) & (term < telling[documents])))
            found.update(documents[tells | more].tolist())
    return found


def _others_keep(left: Left, documents: list[int], rarity: Rarities) -> bool:
    """Whether the same terms tell most about some documents that were not edited."""
    if not documents:
        return True
    wanted = np.zeros(len(left.urls), dtype=bool)
    wanted[documents] = True
    postings = np.flatnonzero(wanted[left.document])
    lists = np.searchsorted(left.list_begins, postings, side="right") - 1
    document, term = left.document[postings], left.list_term[lists]
    now = amounts(left.count[postings], _WEIGHTS[left.list_field[lists]]) * rarity[term]
    best = np.zeros(len(left.urls))
    np.maximum.at(best, document, now)
    telling = np.full(len(left.urls), len(left.terms), dtype=np.int32)
    told = (now == best[document]) & (now > 0)
    np.minimum.at(telling, document[told], term[told])
    return bool(np.array_equal(telling[documents], left.stored.column("telling")[documents]))


def _edited_keep(left: Left, posted: Posted, rarity: Mapping[str, float]) -> bool:
    best: dict[int, tuple[float, bytes, str]] = {}
    for (term, which), documents in posted.places.items():
        for document, places in documents.items():
            worth = float(amounts(len(places), _WEIGHTS[which])) * rarity[term]
            told = (-worth, utf16_order(term), term)
            if worth > 0 and told < best.get(document, (0.0, b"", "")):
                best[document] = told
    telling = left.stored.column("telling")
    none = len(left.terms)
    return all(
        telling[document] == (left.number_of.get(best[document][2], -1) if document in best else none)
        for document in posted.pages
    )
