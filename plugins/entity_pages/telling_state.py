"""What the choice of telling words rests on, kept so that an edit can be judged without the other pages.

The index on the search page has the few hundred most telling words of all pages. Most edits move none of
them. Whether one may is told by the words that it changes alone: by the pages on which these stand, and by
how telling the last word of the index is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.entity_pages.telling_words import (
    MOST_PAGES,
    MOST_WORDS,
    Counted,
    Met,
    TellingWord,
    Where,
    all_seen,
    chosen,
    count_words,
    head,
    is_small,
    may_tell,
    met_on,
    tells,
    worth,
)
from plugins.search_index.analyzer import terms
from plugins.search_index.page import SearchPage

Headword = Callable[[str], str]
Row = dict[str, list[list[Any]]]
"""The written words of a term; for each where it was met: address, text, weight, whether as a thing."""

_WHOLE = "telling words"


@dataclass(frozen=True, slots=True)
class ToldWords:
    """The most telling words of an archive, and by name what a store keeps of how they were chosen."""

    words: tuple[TellingWord, ...]
    state: dict[str, bytes]


def told_words(pages: Sequence[SearchPage], headword: Headword) -> ToldWords:
    """Both of these pages; ``headword`` is that of ``telling_words``."""
    counted = count_words(pages, headword)
    return ToldWords(chosen(counted, pages), telling_state(counted, pages))


def telling_state(counted: Counted, pages: Sequence[SearchPage]) -> dict[str, bytes]:
    """Values for a store, by name: one for all, and one for each term that stands on few pages."""
    rows: dict[str, Row] = defaultdict(dict)
    for term, forms in counted.forms.items():
        for word, met in forms:
            rows[term][word] = [[pages[one[0]].url, *one[1:]] for one in met]
    ranked = sorted((-worth(one, len(pages)), term) for term, one in counted.told.items())
    whole = {
        "pages": len(pages),
        "many": counted.many,
        "people": sorted(counted.people),
        "others": sorted(counted.others),
        "chosen": [term for _, term in ranked[:MOST_WORDS]],
        "last": ranked[MOST_WORDS - 1] if len(ranked) >= MOST_WORDS else None,
    }
    return {_WHOLE: _written(whole), **{_name(term): _written(row) for term, row in rows.items()}}


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
    whole = json.loads(written)
    rows: dict[str, Row] = {}
    for before, after in edits:
        known, met = met_on(before), met_on(after)
        changed = [word for word in {*known, *met} if known.get(word) != met.get(word)]
        files = {word: term for word in changed if (term := head(word, headword)[1])}
        missing = {term for term in files.values() if term not in rows}
        recalled = recall(map(_name, missing))
        rows |= {term: json.loads(recalled.get(_name(term), b"{}")) for term in missing}
        for word, term in files.items():
            if not _move(whole["many"], rows[term], word, before.url, known.get(word), met.get(word)):
                return None
    if any(_shows(term, row, whole) for term, row in rows.items()):
        return None
    return {_WHOLE: _written(whole), **{_name(term): _written(row) for term, row in rows.items()}}


def _move(
    many: dict[str, int],
    row: Row,
    word: str,
    url: str,
    known: list[Met] | None,
    met: list[Met] | None,
) -> bool:
    """Count a word where it stands now; False if it stands on few pages now, which are not known."""
    if word in many:
        many[word] += (met is not None) - (known is not None)
        return many[word] > MOST_PAGES
    elsewhere = [one for one in row.get(word, ()) if one[0] != url]
    row[word] = [*elsewhere, *([url, *one] for one in met or ())]
    pages = len({one[0] for one in row[word]})
    if pages > MOST_PAGES:
        many[word] = pages
    if not row[word] or pages > MOST_PAGES:
        del row[word]
    return True


def _shows(term: str, row: Row, whole: dict[str, Any]) -> bool:
    """Whether the index has a word, or might have it now."""
    if term in whole["chosen"]:
        return True
    found: list[tuple[str, list[Where]]] = [
        (word, [(url, text, weight, thing) for url, text, weight, thing in met]) for word, met in row.items()
    ]
    if not found or not may_tell(found):
        return False
    seen = all_seen(found)
    names = whole["people" if is_small(seen) else "others"]
    if not tells(seen) or any(one in names for one in terms(term)):
        return False
    return whole["last"] is None or (-worth(seen, whole["pages"]), term) < tuple(whole["last"])


def _name(term: str) -> str:
    return f"telling word {term}"


def _written(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
