"""The files of ``output/search/``, from pages to bytes. docs/index-format.md says what each holds."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from plugins.incremental.kept import Kept
from plugins.search_index.analyzer import terms
from plugins.search_index.bits import Numbers, gamma, in_a_row, lay, packed, shared_beginning, spelt_out
from plugins.search_index.cutting import crossings, cuts
from plugins.search_index.excerpts import Passage
from plugins.search_index.facets import FACETS, facet_shard
from plugins.search_index.fields import FIELDS, Field, Form
from plugins.search_index.forms import LANGUAGE, families, to_the_one_before
from plugins.search_index.inverted import Inverted, put_together
from plugins.search_index.lengths import as_text, length_codes
from plugins.search_index.page import SearchPage
from plugins.search_index.parts import parts_of
from plugins.search_index.ranking import RANKING
from plugins.search_index.separators import separators
from plugins.search_index.shard import encode, encode_shard
from plugins.search_index.spelling import spellable
from plugins.search_index.term_shards import Entries, term_entries

FOLDER = "search"
"""Where the files stand, relative to the site's root. The client looks for them there."""

FORMAT = "intertitle-search"
VERSION = 2
"""Raised with every change that an older client cannot read; it then says so instead of guessing."""

SHARD = 3 * 1024
"""About how many bytes a shard has at least. Smaller ones cost requests, larger ones bytes that a query
does not need: it reads one or two shards of terms, and about ten of documents."""

FILES = {"terms": 610, "positions": 20, "documents": 440, "spelling": 22}
"""How many shards of each kind there are at most; in large archives they grow instead. With the few others
there are never more than 1,100 files."""

SLUG = "*"
"""Stands in an address for the title's terms with a dash between two, which most addresses are made of."""

HEAD = 6
"""About how many bytes a term itself takes beside its entry."""

Shards = dict[str, dict[str, Any]]


def export(
    pages: Sequence[SearchPage],
    kept: Kept | None = None,
    language: str = LANGUAGE,
    shard_bytes: int = SHARD,
) -> dict[str, bytes]:
    """Every file of the index by its path in the output, whatever order the pages come in.

    ``kept`` has what earlier calls found in the same pages; the result is the same with and without.

    Raises:
        ValueError: two pages have the same address.
    """
    ordered = sorted(pages, key=lambda page: page.url)
    for one, other in pairwise(ordered):
        if one.url == other.url:
            raise ValueError(f"two pages have the address {one.url!r}: {one.title!r} and {other.title!r}")
    parts = parts_of(ordered, kept or Kept(), language)
    index = put_together(parts)
    documents = [ordered[number] for number in index.page.tolist()]
    texts = {number: one for part in parts for number, one in zip(part.pages, part.passages, strict=True)}
    passages = [texts[number] for number in index.page.tolist()]
    stems: dict[str, str] = {}
    for part in parts:
        stems.update(part.stems)
    return files_of(index, documents, passages, stems=stems, language=language, shard_bytes=shard_bytes)


def files_of(
    index: Inverted,
    documents: list[SearchPage],
    passages: list[Sequence[Passage]],
    fields: Sequence[Field] = FIELDS,
    stems: Mapping[str, str] | None = None,
    language: str = LANGUAGE,
    shard_bytes: int = SHARD,
) -> dict[str, bytes]:
    """The files of an index, whatever fields it is of: the last one, and no other, is running text.

    ``passages`` has for each document, in their order, what its excerpts are cut from; ``stems`` has those
    of terms that are not their own.
    """
    shards: Shards = {}
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "documents": len(documents),
        "language": language,
        "ranking": RANKING,
        "fields": [_field_entry(which, index, field) for which, field in enumerate(fields)],
        **_kinds(documents),
        "lengths": as_text(length_codes(index.lengths[_text_field(fields)]).tolist()),
        "shards": {
            **_add_terms(shards, index, fields, stems or {}, shard_bytes),
            "documents": _add_documents(shards, documents, passages, shard_bytes),
            "spelling": _add_spelling(shards, index, fields, shard_bytes),
        },
        "facets": _add_facets(shards, documents),
    }
    values = {name: encode(value) for name, value in sorted({"manifest": manifest, **shards}.items())}
    build = hashlib.sha256("\n".join(values.values()).encode()).hexdigest()[:8]
    return {f"{FOLDER}/{name}.js": encode_shard(name, build, value) for name, value in values.items()}


def _kinds(pages: list[SearchPage]) -> dict[str, Any]:
    """The kinds and types that there are, and for each document a character that tells which it has."""
    both = sorted({(page.kind, page.type or "") for page in pages})
    numbers = {one: number for number, one in enumerate(both)}
    return {"kinds": both, "kind": as_text(numbers[page.kind, page.type or ""] for page in pages)}


def _text_field(fields: Sequence[Field]) -> int:
    return next(which for which, field in enumerate(fields) if field.form is Form.TEXT)


def _field_entry(which: int, index: Inverted, field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "form": field.form.value,
        "weight": field.weight,
        "b": field.b,
        "terms": int(index.lengths[which].sum()),
        "documents": int(np.count_nonzero(index.lengths[which])),
    }


def _add_terms(
    shards: Shards, index: Inverted, fields: Sequence[Field], stems: Mapping[str, str], size: int
) -> dict[str, list[str]]:
    """Terms with their postings, and files of the places that stand apart; for each what begins it."""
    entries = term_entries(index, fields)
    family = families(index.terms, stems)
    taken = np.diff(entries.entries.begins) + HEAD
    runs = cuts(taken, size, FILES["terms"], crossings(to_the_one_before(family)))
    for count, (first, end) in enumerate(runs):
        back = to_the_one_before(family[first:end])
        shards[f"terms-{count}"] = _entries(index.terms[first:end], entries.entries, first, end, back)
    far = [index.terms[number] for number in entries.aside.tolist()]
    apart = cuts(np.diff(entries.places.begins) + HEAD, size, FILES["positions"])
    for count, (first, end) in enumerate(apart):
        shards[f"positions-{count}"] = _entries(far[first:end], entries.places, first, end)
    return {
        "terms": separators([index.terms[first:end] for first, end in runs]),
        "positions": separators([far[first:end] for first, end in apart]),
    }


def _entries(
    terms: Sequence[str], entries: Entries, first: int, end: int, back: Numbers | None = None
) -> dict[str, Any]:
    """Terms; for each its entry's size, and how far back the one before of its family is; the entries."""
    heads = [spelt_out(terms), gamma(np.diff(entries.begins[first : end + 1]) + 1)]
    heads += [gamma(back + 1)] if back is not None else []
    begin = 0
    words = []
    for codes in heads:
        at, codes = in_a_row(codes)
        words.append((at + begin, codes))
        begin += int(codes.size.sum())
    return {"terms": len(terms), "data": packed(lay(words, begin) + entries.of(first, end))}


def _add_documents(
    shards: Shards, pages: list[SearchPage], passages: list[Sequence[Passage]], size: int
) -> str:
    """What a hit shows: address, title, kind, what excerpts are cut from. Gives how many are in each file."""
    entries = [_document(page, told) for page, told in zip(pages, passages, strict=True)]
    runs = cuts([len(encode(entry).encode()) for entry in entries], size // 2, FILES["documents"])
    for count, (first, end) in enumerate(runs):
        shards[f"documents-{count}"] = _without_common_ends(entries[first:end])
    return as_text(end - first for first, end in runs)


def _without_common_ends(entries: list[list[Any]]) -> dict[str, Any]:
    """Documents, and what all their addresses begin and end with told once."""
    urls = [url for url, *_ in entries]
    before = _shared_by(urls)
    after = _shared_by([url[len(before) :][::-1] for url in urls])[::-1]
    told = [[url[len(before) : len(url) - len(after)], *others] for url, *others in entries]
    return {"before": before, "after": after, "documents": told}


def _shared_by(urls: list[str]) -> str:
    """What all begin with."""
    return urls[0][: min(shared_beginning(urls[0], url) for url in urls)]


def _document(page: SearchPage, passages: Sequence[Passage]) -> list[Any]:
    """The values of a document in the order of docs/index-format.md, without empty ones at its end."""
    anchors = [anchor for anchor, _ in passages]
    told = [
        *(page.url.replace("-".join(terms(page.title)), SLUG, 1), page.title, page.year or "", page.summary),
        *([text for _, text in passages], anchors if any(anchors) else "", page.lang),
    ]
    while not told[-1]:
        told.pop()
    return told


def _add_spelling(shards: Shards, index: Inverted, fields: Sequence[Field], size: int) -> list[str]:
    """Terms forwards and backwards, in their order; for each shard what begins it."""
    both = spellable(index, fields)
    runs = cuts([len(one) // 2 + 2 for one in both], size, FILES["spelling"])
    for count, (first, end) in enumerate(runs):
        words = in_a_row(spelt_out(both[first:end]))
        shards[f"spelling-{count}"] = {
            "terms": end - first,
            "data": packed(lay([words], int(words[1].size.sum()))),
        }
    return separators([both[first:end] for first, end in runs])


def _add_facets(shards: Shards, pages: list[SearchPage]) -> list[str]:
    """A file for each facet that some page has a value of; their names."""
    names = []
    for facet in FACETS:
        value = facet_shard(facet, pages)
        if value["values"]:
            shards[f"facet-{facet.name}"] = value
            names.append(facet.name)
    return names
