"""What the choice of telling words rests on, kept so that an edit can be judged without the other pages.

The index on the search page has the few hundred most telling words of all pages. Most edits move none of
them. Whether one may is told by the words that it changes alone: by the pages on which these stand, and by
how telling the last word of the index is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from plugins.entity_pages.headwords import HEADWORDS, Headwords
from plugins.entity_pages.telling_words import (
    MOST_PAGES,
    MOST_WORDS,
    Counted,
    Met,
    TellingWord,
    Where,
    all_seen,
    at,
    bare,
    chosen,
    count_words,
    head,
    is_small,
    may_tell,
    met_on,
    page_of,
    tells,
    worth,
)
from plugins.incremental.as_json import as_json, from_json
from plugins.search_index.analyzer import terms
from plugins.search_index.page import SearchPage

Headword = Callable[[str], str]
Row = dict[str, list[Where]]
"""The written words of a term; for each where it was met."""

_WHOLE = "telling words"

_BUNDLES = 512
"""Values in which a store keeps the rows: an archive has a hundred thousand, and an edit needs a few."""


@dataclass(frozen=True, slots=True)
class ToldWords:
    """The most telling words of an archive, and by name what a store keeps of how they were chosen."""

    words: tuple[TellingWord, ...]
    state: dict[str, bytes]


def told_words(pages: Sequence[SearchPage], headword: Headword, known: bytes | None = None) -> ToldWords:
    """Both of these pages; ``headword`` is that of ``telling_words``.

    ``known`` is what a store has of an earlier build under ``HEADWORDS``.
    """
    headwords = Headwords.from_bytes(headword, known)
    counted = count_words(pages, headwords)
    state = telling_state(counted, pages)
    return ToldWords(chosen(counted, pages), {**state, HEADWORDS: headwords.as_bytes()})


def telling_state(counted: Counted, pages: Sequence[SearchPage]) -> dict[str, bytes]:
    """Values for a store, by name: one for all, and bundles of the rows of terms that stand on few pages."""
    bundles: dict[str, dict[str, Row]] = defaultdict(dict)
    for term, forms in counted.forms.items():
        bundles[_bundle_of(term)][term] = dict(forms)
    ranked = sorted((-worth(one, len(pages)), term) for term, one in counted.told.items())
    whole = {
        "pages": [page.url for page in pages],
        "many": counted.many,
        "heads": {
            word: term
            for term, forms in counted.forms.items()
            for word, _ in forms
            if term != bare(word).lower()
        },
        "people": sorted(counted.people),
        "others": sorted(counted.others),
        "chosen": [term for _, term in ranked[:MOST_WORDS]],
        "last": ranked[MOST_WORDS - 1] if len(ranked) >= MOST_WORDS else None,
    }
    return {_WHOLE: as_json(whole), **{name: as_json(rows) for name, rows in bundles.items()}}


def state_after(
    recall: Callable[[Iterable[str]], Mapping[str, bytes]],
    edits: Iterable[tuple[SearchPage, SearchPage]],
    headword: Headword,
) -> dict[str, bytes] | None:
    """What changes in a store by edits of pages, as (before, after); None where the index may change.

    ``recall`` gives the values of a store by name.
    """
    written = recall([_WHOLE]).get(_WHOLE)
    if written is None:
        return None
    whole = from_json(written)
    rows = _Rows(recall, whole["heads"], headword)
    numbers = {url: number for number, url in enumerate(whole["pages"])}
    for before, after in edits:
        known, met = met_on(before), met_on(after)
        for word in [one for one in {*known, *met} if known.get(one) != met.get(one)]:
            if word in whole["many"]:
                whole["many"][word] += (word in met) - (word in known)
                # The pages on which it stands now are few, and not known.
                if whole["many"][word] <= MOST_PAGES:
                    return None
            elif (row := rows.of(word)) is not None:
                _move(whole["many"], row, word, numbers[before.url], met.get(word, []))
    if any(_shows(term, row, whole) for term, row in rows.by_term.items()):
        return None
    return {_WHOLE: as_json(whole), **{name: as_json(bundle) for name, bundle in rows.bundles.items()}}


class _Rows:
    """What is known of terms, read from a store when it is asked for.

    ``heads`` has the terms of written words that are not their own.
    """

    def __init__(
        self,
        recall: Callable[[Iterable[str]], Mapping[str, bytes]],
        heads: Mapping[str, str],
        headword: Headword,
    ) -> None:
        self.by_term: dict[str, Row] = {}
        """Those that were asked for."""
        self.bundles: dict[str, dict[str, Row]] = {}
        """The bundles that these are from."""
        self._recall = recall
        self._heads = heads
        self._headword = headword

    def of(self, word: str) -> Row | None:
        """What is known of the term of a written word; None for a word that heads no entry."""
        term = self._heads.get(word) or bare(word).lower()
        if word in self._row(term):
            return self.by_term[term]
        # Only of a new word is it asked what it is filed under: that takes a dictionary of the language.
        term = head(word, self._headword)[1]
        return self._row(term) if term else None

    def _row(self, term: str) -> Row:
        if term not in self.by_term:
            name = _bundle_of(term)
            if name not in self.bundles:
                self.bundles[name] = from_json(self._recall([name]).get(name, b"{}"))
            self.by_term[term] = self.bundles[name].setdefault(term, {})
        return self.by_term[term]


def _move(many: dict[str, int], row: Row, word: str, page: int, met: list[Met]) -> None:
    """Put a word where it stands now on a page; from too many pages on they are only counted."""
    row[word] = [*(one for one in row.get(word, ()) if page_of(one) != page), *(at(page, one) for one in met)]
    pages = len({page_of(one) for one in row[word]})
    if pages > MOST_PAGES:
        many[word] = pages
    if not row[word] or pages > MOST_PAGES:
        del row[word]


def _shows(term: str, row: Row, whole: dict[str, Any]) -> bool:
    """Whether the index has a word, or might have it now."""
    if term in whole["chosen"]:
        return True
    found = list(row.items())
    if not found or not may_tell(found):
        return False
    seen = all_seen(found)
    names = whole["people" if is_small(seen) else "others"]
    if not tells(seen) or any(one in names for one in terms(term)):
        return False
    return whole["last"] is None or (-worth(seen, len(whole["pages"])), term) < tuple(whole["last"])


def _bundle_of(term: str) -> str:
    """Under which name a store keeps the row of a term."""
    return f"telling words {crc32(term.encode()) % _BUNDLES}"
