"""Pages in parts, each indexed by itself: an edit makes one of them anew, and Whoosh never holds them all."""

from __future__ import annotations

import base64
import hashlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import whoosh

from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code
from plugins.search_index.excerpts import Passage, material, rarities
from plugins.search_index.fields import FIELDS
from plugins.search_index.forms import LANGUAGE, stems_of
from plugins.search_index.page import SearchPage
from plugins.search_index.whoosh_index import Postings, make_postings

PAGES = 256
"""About how many pages a part has. Smaller parts cost time when they are put together, larger ones when
one of their pages changes."""

STAGE = "search-index"
"""Under which results are kept."""

_WHOOSH = whoosh.versionstring()
"""Another version of it may have other stems."""

ROOM = 1_080_000
"""Characters that all documents show together. Ten hits lie in nearly as many files, and there are a few
hundred of these: with the whole texts of ten thousand pages, a page of results would load a quarter of a
megabyte."""

BESIDE = 60
"""How many of them a page takes for its address, title and summary."""

LEAST = 40
"""What a page keeps of its text in any archive."""


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
    """All pages, which are sorted by address and numbered in that order.

    A page's part is told by its address alone, so that a new page moves no other.
    """
    count = 1
    while count * PAGES < len(pages):
        count *= 2
    members: list[list[int]] = [[] for _ in range(count)]
    for number, page in enumerate(pages):
        members[int(hashlib.sha256(page.url.encode()).hexdigest()[:8], 16) % count].append(number)
    room = room_of_each([len(page.body) for page in pages])
    return [_part([pages[number] for number in one], one, room, language, kept) for one in members if one]


def room_of_all(pages: int) -> int:
    """How many characters so many pages may keep for excerpts, all together."""
    return max(ROOM - BESIDE * pages, LEAST * pages)


def room_of_each(lengths: Sequence[int]) -> int | None:
    """How many characters a page may keep, so that all keep no more than their room; None for all of them.

    It falls in steps, four to a half, so that an edit of one page seldom moves it for all others.
    """
    room = room_of_all(len(lengths))
    if sum(lengths) <= room:
        return None
    step = 4 * max(lengths).bit_length()
    while step and sum(min(length, _room_at(step)) for length in lengths) > room:
        step -= 1
    return _room_at(step)


def _room_at(step: int) -> int:
    return round(2 ** (step / 4))


def _part(pages: list[SearchPage], numbers: list[int], room: int | None, language: str, kept: Kept) -> Part:
    texts = (
        text for page in pages for text in (*(field.text(page) for field in FIELDS), "\n".join(page.anchors))
    )
    key = digest_of(digest_of_code("search_index"), _WHOOSH, str(room), language, *texts)
    found = kept.result(STAGE, key, lambda: _made(pages, room, language))
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
    most = max(column, default=0)
    kind = next(one for one in "BHI" if most < 1 << 8 * array(one).itemsize)
    return kind, base64.b64encode(array(kind, column).tobytes()).decode("ascii")
