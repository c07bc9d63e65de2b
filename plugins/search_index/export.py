"""The files of ``output/search/``, from pages to bytes. docs/index-format.md says what each holds."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from typing import Any

from plugins.search_index.analyzer import folded_name
from plugins.search_index.fields import FIELDS, K1, PREFIX_WEIGHT
from plugins.search_index.page import FILM, SearchPage
from plugins.search_index.shard import SHARD_BYTES, cut, encode, encode_shard
from plugins.search_index.whoosh_index import Index, Posting, make_index, utf16_order

FOLDER = "search"
"""Where the files stand, relative to the site's root. The client looks for them there."""

FORMAT = "intertitle-search"
VERSION = 1
"""Raised with every change that an older client cannot read; it then says so instead of guessing."""

Shards = dict[str, dict[str, Any]]


def export(pages: tuple[SearchPage, ...], shard_bytes: int = SHARD_BYTES) -> dict[str, bytes]:
    """Every file of the index by its path in the output, whatever order the pages come in.

    Raises:
        ValueError: two pages have the same address.
    """
    ordered = tuple(sorted(pages, key=lambda page: page.url))
    for one, other in pairwise(ordered):
        if one.url == other.url:
            raise ValueError(f"two pages have the address {one.url!r}: {one.title!r} and {other.title!r}")
    index = make_index(ordered)
    shards: Shards = {}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "build": "",
        "documents": len(ordered),
        "k1": K1,
        "prefixWeight": PREFIX_WEIGHT,
        "fields": [_field_entry(which, index) for which in range(len(FIELDS))],
        "shards": {
            "names": _add_names(shards, ordered, shard_bytes),
            "terms": _add_terms(shards, index, shard_bytes),
            "documents": _add_documents(shards, ordered, shard_bytes),
        },
    }
    build = _build_of(manifest, shards)
    files = {name: encode_shard(name, {"build": build, **value}) for name, value in shards.items()}
    files["manifest"] = encode_shard("manifest", manifest | {"build": build})
    return {f"{FOLDER}/{name}.js": files[name] for name in sorted(files)}


def _build_of(manifest: dict[str, Any], shards: Shards) -> str:
    """Names this very index, so that shards of two builds (an old copy in a cache) are never mixed."""
    return hashlib.sha256(encode([manifest, shards]).encode()).hexdigest()[:16]


def _field_entry(which: int, index: Index) -> dict[str, Any]:
    field = FIELDS[which]
    return {"name": field.name, "weight": field.weight, "b": field.b, "lengths": list(index.lengths[which])}


def _add_names(shards: Shards, pages: tuple[SearchPage, ...], size: int) -> list[dict[str, Any]]:
    """Folded titles and names with their documents; ``2 * document``, and 1 more for a title."""
    bearers: dict[str, dict[int, int]] = {}
    for number, page in enumerate(pages):
        for is_title, name in ((1, page.title), *((0, one) for one in page.names)):
            if folded := folded_name(name):
                known = bearers.setdefault(folded, {})
                known[number] = max(is_title, known.get(number, 0))
    entries = [
        (name, [2 * number + is_title for number, is_title in sorted(bearers[name].items())])
        for name in sorted(bearers, key=utf16_order)
    ]
    films = {number for number, page in enumerate(pages) if page.type == FILM}
    listed = []
    for count, run in enumerate(cut(entries, size)):
        held = {code // 2 for _, codes in run for code in codes}
        shards[f"names-{count}"] = {
            "names": [name for name, _ in run],
            "bearers": [codes for _, codes in run],
            "films": sorted(films & held),
        }
        listed.append({"name": f"names-{count}", "first": run[0][0], "last": run[-1][0]})
    return listed


def _add_terms(shards: Shards, index: Index, size: int) -> list[dict[str, Any]]:
    """Terms with their postings, and in a file beside each shard the positions of the same terms."""
    listed = []
    entries = ((term, _flat_postings(postings)) for term, postings in index.postings.items())
    for count, run in enumerate(cut(entries, size)):
        shards[f"terms-{count}"] = {
            "terms": [term for term, _ in run],
            "postings": [postings for _, postings in run],
        }
        shards[f"positions-{count}"] = {
            "positions": [_flat_positions(index.postings[term]) for term, _ in run],
        }
        listed.append(
            {
                "name": f"terms-{count}",
                "positions": f"positions-{count}",
                "first": run[0][0],
                "last": run[-1][0],
            }
        )
    return listed


def _flat_postings(postings: tuple[Posting, ...]) -> list[int]:
    """For each posting: the step from the document before, the field mask, a count for each field."""
    flat: list[int] = []
    before = 0
    for posting in postings:
        mask = sum(1 << field for field, _ in posting.places)
        flat += [posting.document - before, mask, *(len(places) for _, places in posting.places)]
        before = posting.document
    return flat


def _flat_positions(postings: tuple[Posting, ...]) -> list[int]:
    """The positions in the order of the counts above, each field's as steps from 0."""
    return [
        place - before
        for posting in postings
        for _, places in posting.places
        for before, place in pairwise((0, *places))
    ]


def _add_documents(shards: Shards, pages: tuple[SearchPage, ...], size: int) -> list[dict[str, Any]]:
    """What a hit shows: address, title, kind, and the texts that excerpts are cut from."""
    listed = []
    first = 0
    for count, run in enumerate(cut(map(_document, pages), size)):
        shards[f"documents-{count}"] = {"first": first, "documents": run}
        listed.append({"name": f"documents-{count}", "first": first, "last": first + len(run) - 1})
        first += len(run)
    return listed


def _document(page: SearchPage) -> dict[str, str]:
    shown = {
        "url": page.url,
        "title": page.title,
        "kind": page.kind,
        "type": page.type,
        "year": page.year,
        "lang": page.lang,
        "summary": page.summary,
        "body": page.body,
    }
    return {key: value for key, value in shown.items() if value}
