"""The words of an archive that tell of a few of its pages only: those that the index of a book has."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from plugins.archive.entity import Kind
from plugins.entity_pages.everyday import EVERYDAY
from plugins.entity_pages.search_views import Place
from plugins.lexicon.tables import words
from plugins.search_index.analyzer import terms
from plugins.search_index.page import SearchPage

MOST_PAGES = 10
"""Pages that have a word which tells of some of them: with more, it is about the archive itself, and a
reader who follows it is no further."""

SHOWN = 5
"""Pages printed behind a word: what can be looked through."""

OFTEN = 3
"""How often a word stands on its only page when that page is about it."""

LEAST_LETTERS = 4
"""Shorter words are rarely about anything, and those that are (sea, war) are not worth all the others."""

MOST_WORDS = 400
"""Words at most, the most telling ones: as many as the index of a small book. Twice as many would be thirty
screens of a telephone."""

IN_FRONT = 4
"""What a word counts in a title, a heading or the line about a page, beside one in its text."""

PAGE = Kind.PAGE.value
_NAMED = frozenset({Kind.PERSON.value, Kind.CHARACTER.value})

_WORD = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")
_PARAGRAPH = re.compile(r"\n\s*\n")
_POSSESSIVE = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]s?$")

BEFORE_THINGS = words(
    "a an the his her its their my our your this that these those no some any every each",
    "of in with from for on into by without between",
)
"""Small words that stand before things and not before what is done: a word that follows none of them in any
text is a verb or an adverb, and heads no entry."""


@dataclass(frozen=True, slots=True)
class TellingWord:
    """A word as texts write it, with the pages that it tells most about, those first.

    ``worth`` is higher the more the word is bound to its pages; it has no unit.
    """

    word: str
    places: tuple[Place, ...]
    worth: float


@dataclass(slots=True)
class _Seen:
    """All that was seen of one term: its forms, and what it counts on each page."""

    forms: Counter[str] = field(default_factory=Counter)
    is_thing: bool = False
    counts: Counter[int] = field(default_factory=Counter)
    urls: dict[int, str] = field(default_factory=dict)

    def add(self, page: int, form: str, url: str, weight: int, is_thing: bool) -> None:
        if len(self.counts) > MOST_PAGES:
            return  # It tells of too many already, and such words are most of a text.
        self.forms[form] += 1
        self.counts[page] += weight
        self.urls.setdefault(page, url)
        self.is_thing = self.is_thing or is_thing


def telling_words(
    pages: Sequence[SearchPage], headword: Callable[[str], str] = str, most: int = MOST_WORDS
) -> tuple[TellingWord, ...]:
    """The most telling words of some pages, sorted; at most ``most``.

    ``headword`` gives the form under which a word in small letters is filed (letters: letter). Only the texts
    that are shown count, never those that may only be found. Refused: words of every day, parts of names (the
    names have entries of their own), words with figures, pages in another language, pages about the archive.

    >>> glass = SearchPage("a.html", "The Kiln", "work", body="Molten glass. The glass cools.")
    >>> sand = SearchPage("b.html", "Sand", "event", body="Sand becomes glass by night.")
    >>> [(one.word, [place.title for place in one.places]) for one in telling_words((glass, sand))]
    [('glass', ['The Kiln', 'Sand'])]
    """
    seen = _seen(pages, headword)
    people = _terms_of_names(page for page in pages if page.kind in _NAMED)
    others = _terms_of_names(pages)
    told = {
        term: one
        for term, one in seen.items()
        if _tells(one) and not set(terms(term)) & (people if _is_small(one) else others)
    }
    best = sorted(told, key=lambda term: (-_worth(told[term], len(pages)), term))[:most]
    return tuple(_telling(term, told[term], pages) for term in sorted(best))


def _seen(pages: Sequence[SearchPage], headword: Callable[[str], str]) -> dict[str, _Seen]:
    """All words that may head an entry, by their headwords."""
    heads: dict[str, _Head] = {}
    seen: dict[str, _Seen] = defaultdict(_Seen)
    for number, page in enumerate(pages):
        if page.kind == PAGE or (page.lang and not page.lang.startswith("en")):
            continue
        for text, url, weight in _texts(page):
            end, announces = -1, False
            for match in _WORD.finditer(text):
                word = match.group()
                head = heads.get(word) or heads.setdefault(word, _head(word, headword))
                if head.term:
                    is_thing = announces and match.start() == end + 1
                    seen[head.term].add(number, head.form, url, weight, is_thing)
                end, announces = match.end(), head.announces
    return seen


@dataclass(frozen=True, slots=True)
class _Head:
    """What there is to know of a written word.

    Its form without a possessive ending, the term under which it is filed, "" where it heads no entry, and
    whether it announces a thing.
    """

    form: str
    term: str
    announces: bool


def _head(word: str, headword: Callable[[str], str]) -> _Head:
    form = _POSSESSIVE.sub("", word)
    small = form.lower()
    term = headword(small)
    files = len(term) >= LEAST_LETTERS and not {term, small} & EVERYDAY
    return _Head(form, term if files else "", small in BEFORE_THINGS)


def _texts(page: SearchPage) -> Iterator[tuple[str, str, int]]:
    """The texts of a page with the address at which each stands and what a word counts in it."""
    yield from ((text, page.url, IN_FRONT) for text in (page.title, *page.headings, page.summary))
    for place, paragraph in enumerate(_PARAGRAPH.split(page.body)):
        anchor = page.anchors[place] if place < len(page.anchors) else ""
        yield paragraph, f"{page.url.split('#')[0]}#{anchor}" if anchor else page.url, 1


def _terms_of_names(pages: Iterable[SearchPage]) -> frozenset[str]:
    """The terms of all names and titles, which an index has as wholes."""
    names = (name for page in pages for name in (page.title, *page.names))
    return frozenset(term for name in names for term in terms(name))


def _is_small(one: _Seen) -> bool:
    """Whether texts write the word with a small letter: such a word is not only somebody's name."""
    return any(form[0].islower() for form in one.forms)


def _tells(one: _Seen) -> bool:
    """Whether it is a thing, and tells of a few pages or stands so often on one that this is about it."""
    pages = len(one.counts)
    common = max(one.forms, key=lambda form: (one.forms[form], form)).lower()
    if not one.is_thing or common.endswith(("ed", "ly")):
        return False
    return 2 <= pages <= MOST_PAGES or (pages == 1 and max(one.counts.values()) >= OFTEN)


def _worth(one: _Seen, pages: int) -> float:
    """How much more a word is bound to its pages than chance would have it, in bits a page.

    Residual inverse document frequency (Church and Gale, *Poisson mixtures*, 1995): how much rarer the pages
    that have a word are than if it were strewn over all of them. Words that a text is about come in bursts.
    Weighted by how often it is met at all, or a word met three times on one page would beat all others.
    """
    total = sum(one.counts.values())
    burst = math.log2(pages / len(one.counts)) + math.log2(-math.expm1(-total / pages))
    return burst * math.log2(1 + total)


def _telling(term: str, one: _Seen, pages: Sequence[SearchPage]) -> TellingWord:
    best = sorted(one.counts, key=lambda number: (-one.counts[number], number))[:SHOWN]
    places = tuple(Place(one.urls[number], pages[number].title, pages[number].kind) for number in best)
    return TellingWord(_shown(term, one), places, _worth(one, len(pages)))


def _shown(term: str, one: _Seen) -> str:
    """The form that is printed: with a capital only where texts never write it without one."""
    if term in one.forms:
        return term
    forms = {form: count for form, count in one.forms.items() if form.islower()} or one.forms
    return min(forms, key=lambda form: (-forms[form], form))
