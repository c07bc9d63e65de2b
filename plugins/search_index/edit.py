"""The files after an edit of a few pages, out of what the last whole export has left: the same bytes.

Only terms that stand in the edited pages, before or after, are laid anew; all else is taken as it is. An edit
that would move more than that is refused: a new page, documents in another order, another room for
excerpts. The caller then does the whole export.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from plugins.search_index.contents import Contents
from plugins.search_index.documents import document_of, with_passages
from plugins.search_index.facets import facet_shards, kinds_of, traits_of
from plugins.search_index.fields import FIELDS
from plugins.search_index.filing import SHARD, Former, filed, files_from
from plugins.search_index.forms import LANGUAGE
from plugins.search_index.journal import Journal, merged, read_journal, write_journal
from plugins.search_index.left import Left
from plugins.search_index.page import SearchPage
from plugins.search_index.passages import passages_after
from plugins.search_index.posted import Posted, posted
from plugins.search_index.replacing import Replaced, replaced_at, replaced_entries, replaced_strings
from plugins.search_index.rooms import room_of_each
from plugins.search_index.shard import Tail, build_of, encode
from plugins.search_index.splicing import Edited
from plugins.search_index.state import Unusable
from plugins.search_index.telling import order_is_kept
from plugins.search_index.terms_anew import TermAnew, families_after, terms_anew

MOST = 48
"""Pages that may have been edited since the last whole export. Each takes its time again with every edit."""


def export_edit(
    state: Path,
    changed: Sequence[SearchPage],
    last: str,
    language: str = LANGUAGE,
    shard_bytes: int = SHARD,
) -> dict[str, bytes] | None:
    """Every file of the index after an edit of some pages; None where it takes a whole export to tell.

    ``state`` is the folder in which the last whole export left what it knew; edits are noted there.
    ``changed`` are the pages that have changed since the last call of this or of that, and ``last`` is the
    build of the files that came out of it (``build_in``): what was left for other files is not used.
    """
    try:
        left = Left(state, language, shard_bytes)
        journal = read_journal(state, left.stored.name, left.build)
        if last != journal.build or len({page.url for page in changed}) < len(changed):
            return None
        pages = merged(journal.pages, changed)
        tails = _tails_after(left, _numbered(left, pages), language, shard_bytes)
        write_journal(state, Journal(left.stored.name, build_of(tails), pages))
    except Unusable:
        return None
    return files_from(tails)


def _numbered(left: Left, pages: Iterable[SearchPage]) -> dict[int, SearchPage]:
    """The pages by the numbers of their documents, if there are not too many of them."""
    numbers = {url: number for number, url in enumerate(left.urls)}
    numbered = {numbers.get(page.url, -1): page for page in pages}
    if -1 in numbered or len(numbered) > MOST:
        raise Unusable("a new page, or too many that were edited")
    body = np.array(left.body)
    for number, page in numbered.items():
        body[number] = len(page.body)
    if room_of_each(body) != left.room:
        raise Unusable("another room for excerpts")
    return numbered


def _tails_after(
    left: Left, pages: Mapping[int, SearchPage], language: str, shard_bytes: int
) -> Mapping[str, Tail]:
    told = posted(left, pages)
    edited = Edited(FIELDS, told.lengths(left.lengths), told.values)
    terms = terms_anew(left, told, edited)
    if not order_is_kept(left, told, {term: sum(one.now.values()) for term, one in terms.items()}):
        raise Unusable("documents in another order")
    listed, entries = replaced_entries(
        left.terms, left.entries, {term: one.entry for term, one in terms.items()}
    )
    far_before = [left.terms[number] for number in left.aside.tolist()]
    far, places = replaced_entries(far_before, left.places, {term: one.far for term, one in terms.items()})
    documents = _documents(left, told)
    spelling = _spelling(left, terms)
    kinds, facets = _traits(left, pages)
    contents = Contents(
        FIELDS,
        language,
        listed.names,
        families_after(left, listed, language),
        entries,
        far.names,
        places,
        documents.names,
        edited.lengths,
        spelling.names,
        kinds,
        facets,
    )
    origins = {
        "terms": listed.origin,
        "positions": far.origin,
        "documents": documents.origin,
        "spelling": spelling.origin,
    }
    unchanged = {name: left.tails[f"facet-{name}"] for name in left.facets}
    return filed(contents, shard_bytes, Former(left.tails_of_runs(), unchanged, origins)).tails


def _documents(left: Left, told: Posted) -> Replaced:
    """What a hit shows of each document, as JSON."""
    lines = left.stored.lines("documents")
    anew = {
        number: document_of(page, passages)
        if (page := told.pages.get(number))
        else with_passages(lines[number], passages)
        for number, passages in passages_after(left, told).items()
    }
    return replaced_at(lines, anew)


def _spelling(left: Left, terms: Mapping[str, TermAnew]) -> Replaced:
    before = [one for term in terms.values() for one in term.spelling[0]]
    now = [one for term in terms.values() for one in term.spelling[1]]
    gone, came = sorted(set(before) - set(now)), sorted(set(now) - set(before))
    return replaced_strings(left.stored.lines("spelling"), gone, came)


def _traits(
    left: Left, pages: Mapping[int, SearchPage]
) -> tuple[Mapping[str, Any], Mapping[str, dict[str, Any] | None]]:
    """The kinds for the manifest, and the shard of each facet, or None if none has changed."""
    lines = left.stored.lines("traits")
    now = {number: encode(traits_of(page)) for number, page in pages.items()}
    if all(lines[number] == line for number, line in now.items()):
        return left.kinds, dict.fromkeys(left.facets)
    traits = [json.loads(now.get(number, line)) for number, line in enumerate(lines)]
    return kinds_of(traits), facet_shards(traits)
