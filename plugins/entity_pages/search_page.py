"""The search page before anything is typed, and the index of words, which needs no script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Kind
from plugins.entity_pages.lists import letter_of, listing
from plugins.entity_pages.search_views import IndexEntry, IndexLetter, Place, SearchHelp, SearchView
from plugins.entity_pages.site import Site
from plugins.entity_pages.telling_words import TellingWord
from plugins.search_index.page import SearchPage

ENOUGH = 3
"""Pages of which a word must tell to be an example: a query that finds one page shows little."""


def search_view(site: Site, pages: Sequence[SearchPage], words: Sequence[TellingWord]) -> SearchView:
    """The search page over all that can be found, of which some words tell."""
    return SearchView(_help(site, pages, words), has_index=bool(words))


def index_of_words(site: Site, words: Sequence[TellingWord]) -> tuple[IndexLetter, ...]:
    """Telling words with the places that they tell of, by their letters, as at the end of a book."""
    return tuple(_by_letter(IndexEntry(one.word, _named(one.places, site)) for one in words))


def _named(places: tuple[Place, ...], site: Site) -> tuple[Place, ...]:
    """Places with the languages of their titles, which the search does not know."""
    foreign = site.foreign_titles
    return tuple(replace(one, lang=foreign.get(one.url.partition("#")[0])) for one in places)


def _by_letter(entries: Iterable[IndexEntry]) -> Iterator[IndexLetter]:
    filed: dict[str, list[IndexEntry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (filed_under(one.word), one.word)):
        filed[letter_of(entry.word)].append(entry)
    for letter in sorted(filed):
        yield IndexLetter(letter, f"index-{letter.replace('–', '-').lower()}", tuple(filed[letter]))


def _help(site: Site, pages: Sequence[SearchPage], told: Sequence[TellingWord]) -> SearchHelp:
    """Queries that this archive answers: its most named people, a character, a title, telling words."""
    people = _most_named(Kind.PERSON, site)
    characters = _most_named(Kind.CHARACTER, site)
    works = [one for one in _most_named(Kind.WORK, site) if one != (site.film.name if site.film else "")]
    telling = sorted(
        (one for one in told if len(one.places) >= ENOUGH), key=lambda one: (-one.worth, one.word)
    )
    phrase = next((one for one in works if " " in one), "")
    title = f"“{phrase}”" if phrase else ""
    examples = (*people[:2], *characters[:1], title, *(one.word for one in telling[:2]))
    return SearchHelp(
        examples=tuple(dict.fromkeys(one for one in examples if one)),
        person=people[0].split()[-1].lower() if people else "",
        phrase=phrase,
        years=_years(pages),
    )


def _most_named(kind: Kind, site: Site) -> list[str]:
    """The names of those that have a page, most often named first."""
    cards = sorted(listing(kind, site), key=lambda card: (-card.count, card.ref.is_stub, card.ref.name))
    return [card.ref.name for card in cards]


def _years(pages: Sequence[SearchPage]) -> str:
    """The range that holds the middle half of the years that pages have; "" where few have one."""
    years = sorted(page.year for page in pages if page.year)
    if len(years) < 4:
        return ""
    first, last = years[len(years) // 4], years[len(years) * 3 // 4]
    return f"{first}..{last}" if first != last else first
