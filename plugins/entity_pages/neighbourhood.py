"""Who and what is named beside somebody or something, drawn as threads that run from it to both sides.

The names are a list for everybody; the threads beside it say with their weight how often. Their
drawing is stretched to the height of the list, whose rows are all as high: each thread ends at its row, at
any size of letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.entity_pages.lists import together
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Card

THICK, THIN = 6.0, 1.0
"""Pixels of the thread to whoever is named most often beside it, and to somebody who is named once."""

_MIDDLE = 50.0


@dataclass(frozen=True, slots=True)
class Thread:
    """From the middle of the left edge to a row at the right one, in a square of 100 units."""

    path: str
    weight: str


@dataclass(frozen=True, slots=True)
class Side:
    """The neighbours of one side, most often named first; ``threads`` are in the same order."""

    label: str
    cards: tuple[Card, ...]
    threads: tuple[Thread, ...]


def neighbourhood(entity: str, site: Site) -> tuple[Side, ...]:
    """People on the one side, characters and works on the other; a side without any is not there."""
    cards = together(entity, site)
    most = max((one.count for one in cards), default=1)
    people = [one for one in cards if one.ref.kind == Kind.PERSON.value]
    others = [one for one in cards if one.ref.kind != Kind.PERSON.value]
    sides = (("People", people), ("Characters and works", others))
    return tuple(Side(label, tuple(found), threads(found, most)) for label, found in sides if found)


def threads(cards: Sequence[Card], most: int) -> tuple[Thread, ...]:
    """A thread for each card, the thicker the nearer its count is to ``most``.

    >>> from plugins.entity_pages.views import Ref
    >>> fog = Card(Ref("fog", "works/fog.html", "Fog", "work"), "", 4)
    >>> threads([fog], 4)
    (Thread(path='M0 50C50 50 50 50 100 50', weight='6'),)
    """
    step = 100 / max(len(cards), 1)
    return tuple(
        Thread(_path(step * (place + 0.5)), _weight(one.count / most)) for place, one in enumerate(cards)
    )


def _path(end: float) -> str:
    return f"M0 {_MIDDLE:g}C50 {_MIDDLE:g} 50 {end:.4g} 100 {end:.4g}"


def _weight(share: float) -> str:
    return f"{THIN + (THICK - THIN) * share:.3g}"
