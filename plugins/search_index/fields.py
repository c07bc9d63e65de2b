"""The fields of the index, and what each is worth when pages are ranked.

The table goes into the manifest, so the browser ranks with the very figures of the build.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plugins.search_index.analyzer import PARAGRAPH
from plugins.search_index.page import SearchPage

K1 = 1.2
"""How soon more of the same word stops counting; Whoosh's own default, and measured with it on the
Cranfield, CISI and CACM questions. 0 would count only whether a word is there; at 3, a long page that
repeats a name beats the page about it."""

PREFIX_WEIGHT = 0.5
"""What a word counts that only begins with what was typed, beside one that was typed whole. With 1,
``her`` would bring up pages full of *here*; with 0, nothing would come before a word is finished."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``weight`` in the sum over fields, and ``b``, how much its length is held against it.

    ``b`` lies between 0 (length does not matter) and 1 (a field twice as long counts half).
    """

    name: str
    weight: float
    b: float
    text: Callable[[SearchPage], str]


def _joined(values: tuple[str, ...]) -> str:
    return PARAGRAPH.join(values)


PROSE_B = 0.75
"""The usual value for running text."""

LIST_B = 0.3
"""For lists: a person with many forms of a name, or a page that names many people, is hardly less
about each of them. Not 0, so that a page on two people comes before one on twenty."""

FIELDS = (
    Field("title", 3.0, PROSE_B, lambda page: page.title),
    Field("names", 3.0, LIST_B, lambda page: _joined(page.names)),
    Field("headings", 2.0, PROSE_B, lambda page: _joined(page.headings)),
    Field("summary", 2.0, PROSE_B, lambda page: page.summary),
    Field("people", 1.5, LIST_B, lambda page: _joined(page.people)),
    Field("body", 1.0, PROSE_B, lambda page: page.body),
    Field("kind", 1.0, PROSE_B, lambda page: f"{page.kind} {page.type or ''}"),
    Field("year", 1.0, PROSE_B, lambda page: page.year or ""),
)
"""In the order of the bits of a posting's field mask (docs/index-format.md). The weights follow from
what a reader expects: a page called so, then one that tells of it in its headings, then one whose text
mentions it. Title and names stay near 2 to 3: in Whoosh's per-field sum a title of weight 3 spoilt
searches by remembered words, which is why fields are combined before saturation here."""
