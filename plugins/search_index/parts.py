"""Pages in parts, each indexed by itself: an edit makes one of them anew, and Whoosh never holds them all."""

from __future__ import annotations

import base64
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import numpy as np
import Stemmer
import whoosh

from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code
from plugins.search_index.excerpts import Passage, material, rarities
from plugins.search_index.fields import FIELDS
from plugins.search_index.forms import LANGUAGE, stems_of
from plugins.search_index.page import SearchPage
from plugins.search_index.rooms import part_of, parts_in, room_of_each
from plugins.search_index.whoosh_index import Postings, make_postings

STAGE = "search-index"
"""Under which results are kept."""

_VERSIONS = (whoosh.versionstring(), Stemmer.version())
"""Others may sort otherwise, or have other stems."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some pages: their ``postings``, and for each its number among all, and what its excerpts are cut from.

    ``stems`` has those of their terms that are not their own stems.
    """

    postings: Postings
    pages: Sequence[int]
    passages: Sequence[Sequence[Passage]]
    stems: Mapping[str, str] = field(default_factory=dict)


def parts_of(pages: Sequence[SearchPage], kept: Kept, language: str = LANGUAGE) -> list[Part]:
    """All pages, which are sorted by address and numbered in that order."""
    room = room_of_each([len(page.body) for page in pages])
    members = _members(pages)
    parted = [[pages[number] for number in one] for one in members]
    keys = [_key(one, room, language) for one in parted]
    found = kept.results(STAGE, keys, lambda part: _made(parted[part], room, language))
    return [_part(one, numbers) for one, numbers in zip(found, members, strict=True)]


def _members(pages: Sequence[SearchPage]) -> list[list[int]]:
    """The numbers of the pages of each part."""
    count = parts_in(len(pages))
    members: list[list[int]] = [[] for _ in range(count)]
    for number, page in enumerate(pages):
        members[part_of(page.url, count)].append(number)
    return [one for one in members if one]


def _key(pages: Sequence[SearchPage], room: int | None, language: str) -> str:
    texts = (
        text for page in pages for text in (*(field.text(page) for field in FIELDS), "\n".join(page.anchors))
    )
    return digest_of(digest_of_code("search_index"), *_VERSIONS, str(room), language, *texts)


def _part(found: Mapping[str, Any], numbers: Sequence[int]) -> Part:
    columns = (array(kind, base64.b64decode(numbers)) for kind, numbers in found["columns"])
    return Part(Postings(found["terms"], *columns), numbers, found["passages"], found["stems"])


def _made(pages: list[SearchPage], room: int | None, language: str) -> dict[str, Any]:
    postings = make_postings(pages)
    columns = (postings.spread, postings.documents, postings.counts, postings.places)
    rarity = rarities(postings, len(pages))
    return {
        "terms": postings.terms,
        "columns": [_written(column) for column in columns],
        "passages": [material(page, room, rarity) for page in pages],
        "stems": stems_of(sorted(set(chain(*postings.terms))), language),
    }


def _written(column: array[int]) -> tuple[str, str]:
    """The numbers of a column in as few bytes as they need: the kind of array, and its bytes in base 64."""
    numbers = np.asarray(column)
    most = int(numbers.max(initial=0))
    kind = next(one for one in "BHI" if most < 1 << 8 * array(one).itemsize)
    return kind, base64.b64encode(numbers.astype(kind).tobytes()).decode("ascii")
