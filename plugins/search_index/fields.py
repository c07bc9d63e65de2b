"""The fields of the index, and what each is worth when pages are ranked.

The table goes into the manifest, so the browser ranks with the very figures of the build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from plugins.search_index.analyzer import PARAGRAPH, placed_terms, placed_values
from plugins.search_index.page import SearchPage
from plugins.search_index.typed_forms import typed_forms


class Form(Enum):
    """What the index keeps of a field."""

    NAMES = "names"
    """Values one by one, each word with its place in its value and how many follow: titles and names."""
    LIST = "list"
    """Values one by one, each word with its place."""
    TEXT = "text"
    """Running text, each word with its places."""
    WORDS = "words"
    """Which words there are, and nothing else: neither places nor counts."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``weight`` in the sum over fields, and ``b``, how much its length is held against it.

    ``b`` lies between 0 (length does not matter) and 1 (a field twice as long counts half).
    """

    name: str
    form: Form
    weight: float
    b: float
    text: Callable[[SearchPage], str]

    @property
    def placed(self) -> Callable[[str], list[tuple[int, str]]]:
        """What gives the terms of a value of this field with their positions."""
        return placed_terms if self.form is Form.TEXT else placed_values


def _list(values: Iterable[str | None]) -> str:
    return PARAGRAPH.join(value for value in values if value)


def _typed(page: SearchPage) -> str:
    return _list(form for name in (page.title, *page.names) for form in typed_forms(name))


PROSE_B = 0.75
"""The usual value for running text."""

LIST_B = 0.3
"""For lists: a person with many forms of a name, or a page that names many people, is hardly less
about each of them. Not 0, so that a page on two people comes before one on twenty."""

FIELDS = (
    Field("title", Form.NAMES, 3.0, PROSE_B, lambda page: page.title),
    Field("names", Form.NAMES, 3.0, LIST_B, lambda page: _list(page.names)),
    Field("typed", Form.NAMES, 0.1, LIST_B, _typed),
    Field("headings", Form.LIST, 2.0, LIST_B, lambda page: _list(page.headings)),
    Field("summary", Form.LIST, 2.0, LIST_B, lambda page: page.summary),
    Field("people", Form.LIST, 1.5, LIST_B, lambda page: _list(page.people)),
    Field("facts", Form.LIST, 2.0, 0.0, lambda page: _list(page.facts)),
    Field("kind", Form.LIST, 1.0, LIST_B, lambda page: _list((page.kind, page.type))),
    Field("year", Form.LIST, 1.0, LIST_B, lambda page: page.year or ""),
    Field("unshown", Form.WORDS, 0.5, 0.0, lambda page: page.unshown),
    Field("body", Form.TEXT, 1.0, PROSE_B, lambda page: page.body),
)
"""In the order of the bits of an entry's field mask (docs/index-format.md); running text comes last, so
that its places can be left unread. The weights follow from what a reader expects: a page called so, then one
that tells of it in its headings, then one whose text mentions it. Title and names stay near 2 to 3: in
Whoosh's per-field sum a title of weight 3 spoilt searches by remembered words, which is why fields are
combined before saturation here. What facts are called counts like a heading, and the same whether a page
has three facts or thirty: each is there once. Ways in which a title may be typed are there to be found
whole; as words they stand in the title already. A text that may not be shown counts
least: of its words nobody knows how often they stand there."""
