"""Sorted strings and what belongs to each, after some were replaced, added or taken away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from plugins.search_index.bits import Numbers
from plugins.search_index.entries import Entries
from plugins.search_index.inverted import from_zero, utf16_order


@dataclass(frozen=True, slots=True)
class Replaced:
    """The strings now, and for each its ``place`` before, -1 if it is new.

    ``origin`` is the same, but -1 also if what belongs to a string has changed.
    """

    names: Sequence[str]
    place: Numbers
    origin: Numbers


def replaced_strings(names: Sequence[str], gone: Sequence[str], came: Sequence[str]) -> Replaced:
    """Sorted strings without some and with others."""
    now, place = list(names), list(range(len(names)))
    for name in gone:
        at, there = _find(now, name)
        if there:
            del now[at], place[at]
    for name in came:
        at, there = _find(now, name)
        if not there:
            now.insert(at, name)
            place.insert(at, -1)
    told = np.array(place, dtype=np.int64)
    return Replaced(now, told, told)


def replaced_entries(
    names: Sequence[str], entries: Entries, anew: Mapping[str, bytes]
) -> tuple[Replaced, Entries]:
    """Sorted strings with an entry each, some of them other ones; an empty one takes its string away."""
    gone = [name for name, data in anew.items() if not data]
    merged = replaced_strings(names, gone, [name for name, data in anew.items() if data])
    origin = merged.place.copy()
    sizes = np.append(np.diff(entries.begins), 0)[origin]
    fresh: dict[int, bytes] = {}
    for name, data in anew.items():
        at, there = _find(merged.names, name)
        if there and (origin[at] < 0 or entries.of(origin[at], origin[at] + 1) != data):
            fresh[at], origin[at], sizes[at] = data, -1, len(data)
    stale = (np.diff(origin, prepend=-1) != 1) | (origin < 0)
    pieces: list[bytes] = []
    done = 0
    for at in [*np.flatnonzero(stale).tolist(), len(origin)]:
        if at > done:
            pieces.append(entries.of(origin[done], origin[at - 1] + 1))
        if at in fresh:
            pieces.append(fresh[at])
        elif at < len(origin):
            pieces.append(entries.of(origin[at], origin[at] + 1))
        done = at + 1
    return Replaced(merged.names, merged.place, origin), Entries(b"".join(pieces), from_zero(sizes))


def replaced_at(lines: Sequence[str], anew: Mapping[int, str]) -> Replaced:
    """Lines of which some, told by their numbers, are other ones."""
    now, origin = list(lines), np.arange(len(lines))
    for number, line in anew.items():
        if now[number] != line:
            now[number], origin[number] = line, -1
    return Replaced(now, np.arange(len(lines)), origin)


def _find(names: Sequence[str], name: str) -> tuple[int, bool]:
    """Where a string stands, or would stand; and whether it does."""
    at = bisect_left(names, utf16_order(name), key=utf16_order)
    return at, at < len(names) and names[at] == name
