"""How pages are parted, and how many characters each may keep for excerpts."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

from plugins.search_index.bits import Numbers

PAGES = 256
"""About how many pages a part has. Smaller parts cost time when they are put together, larger ones when
one of their pages changes."""

ROOM = 1_080_000
"""Characters that all documents show together. Ten hits lie in nearly as many files, and there are a few
hundred of these: with the whole texts of ten thousand pages, a page of results would load a quarter of a
megabyte."""

BESIDE = 60
"""How many of them a page takes for its address, title and summary."""

LEAST = 40
"""What a page keeps of its text in any archive."""


def parts_in(pages: int) -> int:
    """Into how many parts so many pages are parted."""
    count = 1
    while count * PAGES < pages:
        count *= 2
    return count


def part_of(url: str, parts: int) -> int:
    """The number of a page's part. It is told by the address alone, so that a new page moves no other."""
    return int(hashlib.sha256(url.encode()).hexdigest()[:8], 16) % parts


def room_of_all(pages: int) -> int:
    """How many characters so many pages may keep for excerpts, all together."""
    return max(ROOM - BESIDE * pages, LEAST * pages)


def room_of_each(lengths: Sequence[int] | Numbers) -> int | None:
    """How many characters a page may keep, so that all keep no more than their room; None for all of them.

    It falls in steps, four to a half, so that an edit of one page seldom moves it for all others.
    """
    told = np.asarray(lengths, dtype=np.int64)
    room = room_of_all(len(told))
    if int(told.sum()) <= room:
        return None
    step = 4 * int(told.max()).bit_length()
    while step and int(np.minimum(told, _room_at(step)).sum()) > room:
        step -= 1
    return _room_at(step)


def _room_at(step: int) -> int:
    return round(2 ** (step / 4))
