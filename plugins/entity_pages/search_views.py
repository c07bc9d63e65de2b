"""What the template of the search page sees: queries to begin with, and the index below."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word of the index leads: a page, or where it is known the first paragraph that has it.

    ``lang`` is that of a foreign title.
    """

    url: str
    title: str
    kind: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One line of the index: a word with the pages that it tells of."""

    word: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class IndexLetter:
    """The entries under one letter. ``anchor`` is an id of the page."""

    letter: str
    anchor: str
    entries: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class SearchHelp:
    """Queries of this very archive, to learn from. Each is "" or empty where the archive has none.

    ``examples`` find something; ``person`` is one word of a name, ``phrase`` a title of several words,
    ``years`` a range as it is typed.
    """

    examples: tuple[str, ...] = ()
    person: str = ""
    phrase: str = ""
    years: str = ""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: what to ask for, and whether there is an index of words."""

    help: SearchHelp
    has_index: bool
