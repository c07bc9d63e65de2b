"""Pages in parts, each indexed by itself: an edit makes one part anew, and memory does not grow with the archive."""

from __future__ import annotations

import base64
import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.incremental.keys import digest_of, digest_of_code
from plugins.incremental.kept import Kept
from plugins.search_index.excerpts import Passage, material, rarities
from plugins.search_index.fields import FIELDS
from plugins.search_index.page import SearchPage
from plugins.search_index.whoosh_index import Postings, make_postings

PAGES = 256
"""About how many pages a part has. Smaller parts cost time when they are put together, larger ones when one of
their pages changes."""

STAGE = "search-index"
"""Under which results are kept."""


ROOM = 850_000
"""Characters of text that excerpts are cut from, for all pages together. Ten hits lie in about as many files,
and there may be a few hundred of these: with the whole texts of ten thousand pages, a page of results would
load a quarter of a megabyte. A small archive has its whole texts there."""


@dataclass(frozen=True, slots=True)
class Part:
    """The postings of some pages, which number each of these has among all, and what its excerpts are cut from."""

    postings: Postings
    pages: Sequence[int]
    passages: Sequence[Sequence[Passage]]


def parts_of(pages: Sequence[SearchPage], kept: Kept) -> list[Part]:
    """All pages, which are sorted by address and numbered in that order.

    A page's part is told by its address alone, so that a new page moves no other.
    """
    count = 1
    while count * PAGES < len(pages):
        count *= 2
    members: list[list[int]] = [[] for _ in range(count)]
    for number, page in enumerate(pages):
        members[int(hashlib.sha256(page.url.encode()).hexdigest()[:8], 16) % count].append(number)
    room = ROOM // (count * PAGES)
    return [_part([pages[number] for number in one], one, room, kept) for one in members if one]


def _part(pages: list[SearchPage], numbers: list[int], room: int, kept: Kept) -> Part:
    texts = (
        text for page in pages for text in (*(field.text(page) for field in FIELDS), "\n".join(page.anchors))
    )
    key = digest_of(digest_of_code("search_index"), str(room), *texts)
    found = kept.result(STAGE, key, lambda: _made(pages, room))
    columns = (array("I", base64.b64decode(one)) for one in found["columns"])
    return Part(Postings(found["terms"], *columns), numbers, found["passages"])


def _made(pages: list[SearchPage], room: int) -> dict[str, Any]:
    postings = make_postings(pages)
    columns = (postings.spread, postings.documents, postings.counts, postings.places)
    rarity = rarities(postings, len(pages))
    return {
        "terms": postings.terms,
        "columns": [base64.b64encode(column.tobytes()).decode("ascii") for column in columns],
        "passages": [material(page, room, rarity) for page in pages],
    }
