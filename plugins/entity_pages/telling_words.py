"""The words of an archive that tell of a few of its pages only: those that the index of a book has."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from plugins.archive.entity import Kind
from plugins.entity_pages.everyday import EVERYDAY
from plugins.entity_pages.headwords import Headwords
from plugins.entity_pages.search_views import Place
from plugins.incremental.workers import cores, spread
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

_PAGES_WORTH_A_PROCESS = 500
"""Pages of which a process meets the words: of fewer, there are some tenths of a second to save."""

_WORDS_WORTH_A_PROCESS = 10_000
"""Words whose headwords a process looks up, for the same reason."""

PAGE = Kind.PAGE.value
_NAMED = frozenset({Kind.PERSON.value, Kind.CHARACTER.value})

_WORD = re.compile(r"([^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*)")
"""A word, in a group: a text that it splits is what stands before the first word, the word, and so on."""

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


Met = int
"""A word as it was met on a page: in which of its texts, what it counts there, and whether as a thing.

In one number each: of hundreds of thousands, tuples take more than twice the room. See ``met_in``.
"""

Where = int
"""The same with the number of the page before it."""

_TEXT = 4
_PAGE = 36
"""Bits behind which a number has that of its text, and that of its page."""


def met_in(text: int, weight: int, is_thing: bool) -> Met:
    """``text`` is below 2 to the power of 32, ``weight`` below 8: with a page, it is a number of 64 bits."""
    return text << _TEXT | weight << 1 | is_thing


def at(page: int, met: Met) -> Where:
    """What was met, on the page of that number, which is below 2 to the power of 28."""
    return page << _PAGE | met


def page_of(where: Where) -> int:
    return where >> _PAGE


def _text_of(where: Where) -> int:
    return (where & (1 << _PAGE) - 1) >> _TEXT


def _weight_of(met: Met | Where) -> int:
    return (met & (1 << _TEXT) - 1) >> 1


def _is_thing(met: Met | Where) -> bool:
    return bool(met & 1)


@dataclass(slots=True)
class Seen:
    """All that was seen of one term: its forms, and what it counts on each page."""

    forms: Counter[str] = field(default_factory=Counter)
    is_thing: bool = False
    counts: Counter[int] = field(default_factory=Counter)
    first: dict[int, int] = field(default_factory=dict)

    def add(self, form: str, met: Sequence[Where]) -> None:
        """What was met of one form, in the order of pages and texts."""
        self.forms[form] += len(met)
        for where in met:
            page, text = page_of(where), _text_of(where)
            self.counts[page] += _weight_of(where)
            self.first[page] = min(text, self.first.get(page, text))
            self.is_thing = self.is_thing or _is_thing(where)


def telling_words(
    pages: Sequence[SearchPage], headword: Callable[[str], str] = str, most: int = MOST_WORDS
) -> tuple[TellingWord, ...]:
    """The most telling words of some pages, sorted; at most ``most``.

    ``headword`` gives the form under which a word in small letters is filed (letters: letter). Only the texts
    that are shown count, never those that may only be found. Refused: words of every day, parts of names (the
    names are in the A to Z), words with figures, pages in another language, pages about the archive.

    >>> glass = SearchPage("a.html", "The Kiln", "work", body="Molten glass. The glass cools.")
    >>> sand = SearchPage("b.html", "Sand", "event", body="Sand becomes glass by night.")
    >>> [(one.word, [place.title for place in one.places]) for one in telling_words((glass, sand))]
    [('glass', ['The Kiln', 'Sand'])]
    """
    return chosen(count_words(pages, Headwords(headword)), pages, most)


@dataclass(frozen=True, slots=True)
class Counted:
    """All that is known of the words of some pages.

    ``forms`` has each term that stands on few pages: its written words, and where each was met, by the
    numbers of pages. ``told`` has those that tell of something, ``many`` on how many pages the others stand.
    ``people`` and ``others`` are the terms of names of people, and of all names.
    """

    forms: dict[str, list[tuple[str, list[Where]]]]
    told: dict[str, Seen]
    many: dict[str, int]
    people: frozenset[str]
    others: frozenset[str]


def count_words(pages: Sequence[SearchPage], headwords: Headwords | None = None) -> Counted:
    """The words of some pages: the terms that may head an entry, and those that stand on many pages.

    A term is on many pages if one of its forms is. Without ``headwords`` every word is its own; with them,
    they know afterwards what was asked.
    """
    headwords = headwords or Headwords(str)
    few, many = _words(pages)
    on_many = set(_filed_under(list(many), headwords))
    forms: dict[str, list[tuple[str, list[Where]]]] = defaultdict(list)
    for (word, met), term in zip(few.items(), _filed_under(list(few), headwords), strict=True):
        if term and term not in on_many:
            forms[term].append((word, met))
    people = _terms_of_names(page for page in pages if page.kind in _NAMED)
    others = _terms_of_names(pages)
    # Half of the words of any text stand there once, which tells of nothing.
    seen = {term: all_seen(found) for term, found in forms.items() if may_tell(found)}
    told = {
        term: one
        for term, one in seen.items()
        if tells(one) and not set(terms(term)) & (people if is_small(one) else others)
    }
    return Counted(forms, told, many, people, others)


def chosen(counted: Counted, pages: Sequence[SearchPage], most: int = MOST_WORDS) -> tuple[TellingWord, ...]:
    """The most telling of the words that were counted on these pages, sorted; at most ``most``."""
    told = counted.told
    best = sorted(told, key=lambda term: (-worth(told[term], len(pages)), term))[:most]
    return tuple(_telling(term, told[term], pages) for term in sorted(best))


def all_seen(words: Iterable[tuple[str, Sequence[Where]]]) -> Seen:
    """What was seen of a term in all its written words."""
    seen = Seen()
    for word, met in words:
        seen.add(bare(word), met)
    return seen


def may_tell(words: Sequence[tuple[str, Sequence[Where]]]) -> bool:
    """Whether a term was met more than once, or where it counts for several."""
    return len(words) > 1 or any(len(met) > 1 or _weight_of(met[0]) > 1 for _, met in words)


def _filed_under(written: Sequence[str], headwords: Headwords) -> list[str]:
    """The terms of written words, "" for those that head no entry."""

    def filed(some: range) -> tuple[list[str], dict[str, str]]:
        own = headwords.beside()
        return [head(written[number], own)[1] for number in some], own.asked

    found = spread(filed, _stretches(len(written), _WORDS_WORTH_A_PROCESS), joins_in=True)
    for _, asked in found:
        headwords.asked |= asked
    return list(chain.from_iterable(terms for terms, _ in found))


def _stretches(count: int, least: int) -> list[range]:
    """As many numbers, cut for the cores: at least so many in each but the last."""
    size = max(least, -(-count // cores()))
    return [range(first, min(first + size, count)) for first in range(0, count, size)]


def _words(pages: Sequence[SearchPage]) -> tuple[dict[str, list[Where]], dict[str, int]]:
    """The written words that stand on few pages, and on how many each of the others stands."""
    # Of a stretch of pages much or little may have been told already: each process takes every other page.
    count = min(cores(), max(1, len(pages) // _PAGES_WORTH_A_PROCESS))
    turns = [range(first, len(pages), count) for first in range(count)]
    found = spread(lambda numbers: _words_among(pages, numbers), turns, joins_in=True)
    many = {word for _, of_many in found for word in of_many}
    few = _together([met_on_few for met_on_few, _ in found])
    many |= {word for word, met in few.items() if len(met) > MOST_PAGES and _pages(met) > MOST_PAGES}
    on = {word: sum(_on(word, *one) for one in found) for word in many}
    return {word: met for word, met in few.items() if word not in many}, on


def _together(found: Sequence[dict[str, list[Where]]]) -> dict[str, list[Where]]:
    """What was met by several processes, in the order of pages."""
    few, others = dict(found[0]), found[1:]
    for other in others:
        for word, met in other.items():
            if word in few:
                few[word] = sorted(few[word] + met, key=page_of)
            else:
                few[word] = met
    return few


def _on(word: str, few: Mapping[str, list[Where]], many: Mapping[str, int]) -> int:
    """On how many pages of a stretch a word stands."""
    return many.get(word) or _pages(few.get(word, ()))


def _pages(met: Iterable[Where]) -> int:
    """On how many pages a word was met."""
    return len({page_of(one) for one in met})


def _words_among(
    pages: Sequence[SearchPage], numbers: Iterable[int]
) -> tuple[dict[str, list[Where]], dict[str, int]]:
    """The same for some of the pages, by their numbers.

    Most of a text are words of many pages: so they are passed over before anything is asked of them.
    """
    few: dict[str, list[Where]] = defaultdict(list)
    on: Counter[str] = Counter()
    many: set[str] = set()
    for number in numbers:
        here: set[str] = set()
        for word, met in _met(pages[number], many, here):
            few[word].append(at(number, met))
        on.update(here)
        for word in [one for one in here - many if on[one] > MOST_PAGES]:
            many.add(word)
            del few[word]
    return few, {word: on[word] for word in many}


def met_on(page: SearchPage) -> dict[str, list[Met]]:
    """Where each written word of a page was met; nothing on a page that is not counted."""
    found: dict[str, list[Met]] = defaultdict(list)
    for word, met in _met(page, frozenset(), set()):
        found[word].append(met)
    return found


def _met(page: SearchPage, passed_over: Container[str], here: set[str]) -> Iterator[tuple[str, Met]]:
    """The words of a page in their order, but for some; ``here`` gets each of them once."""
    if page.kind == PAGE or (page.lang and not page.lang.startswith("en")):
        return
    for place, text in enumerate(_texts(page)):
        weight = IN_FRONT if place < _in_front(page) else 1
        parts = _WORD.split(text)
        found = parts[1::2]
        here.update(found)
        for nth in [nth for nth, word in enumerate(found) if word not in passed_over]:
            before, gap, word = parts[2 * nth - 1 : 2 * nth + 2] if nth else ("", "", parts[1])
            yield word, met_in(place, weight, len(gap) == 1 and _announces(before))


@cache
def _announces(word: str) -> bool:
    return bare(word).lower() in BEFORE_THINGS


def bare(word: str) -> str:
    """A word without a possessive ending."""
    return _POSSESSIVE.sub("", word)


def head(word: str, headword: Callable[[str], str]) -> tuple[str, str]:
    """A word without a possessive ending, and the term that files it, "" where it heads no entry."""
    form = bare(word)
    small = form.lower()
    term = headword(small)
    files = len(term) >= LEAST_LETTERS and not {term, small} & EVERYDAY
    return form, term if files else ""


def _texts(page: SearchPage) -> tuple[str, ...]:
    """The texts of a page: its title, its headings, the line about it, and its paragraphs."""
    return (page.title, *page.headings, page.summary, *_PARAGRAPH.split(page.body))


def _in_front(page: SearchPage) -> int:
    """How many of the texts of a page come before its paragraphs."""
    return 2 + len(page.headings)


def _address(page: SearchPage, text: int) -> str:
    """Where one of the texts of a page stands."""
    paragraph = text - _in_front(page)
    anchor = page.anchors[paragraph] if 0 <= paragraph < len(page.anchors) else ""
    return f"{page.url.split('#')[0]}#{anchor}" if anchor else page.url


def _terms_of_names(pages: Iterable[SearchPage]) -> frozenset[str]:
    """The terms of all names and titles, which an index has as wholes."""
    names = (name for page in pages for name in (page.title, *page.names))
    return frozenset(term for name in names for term in terms(name))


def is_small(one: Seen) -> bool:
    """Whether texts write the word with a small letter: such a word is not only somebody's name."""
    return any(form[0].islower() for form in one.forms)


def tells(one: Seen) -> bool:
    """Whether it is a thing, and tells of a few pages or stands so often on one that this is about it."""
    pages = len(one.counts)
    common = max(one.forms, key=lambda form: (one.forms[form], form)).lower()
    if not one.is_thing or common.endswith(("ed", "ly")):
        return False
    return 2 <= pages <= MOST_PAGES or (pages == 1 and max(one.counts.values()) >= OFTEN)


def worth(one: Seen, pages: int) -> float:
    """How much more a word is bound to its pages than chance would have it, in bits a page.

    Residual inverse document frequency (Church and Gale, *Poisson mixtures*, 1995): how much rarer the pages
    that have a word are than if it were strewn over all of them. Words that a text is about come in bursts.
    Weighted by how often it is met at all, or a word met three times on one page would beat all others.
    """
    total = sum(one.counts.values())
    burst = math.log2(pages / len(one.counts)) + math.log2(-math.expm1(-total / pages))
    return burst * math.log2(1 + total)


def _telling(term: str, one: Seen, pages: Sequence[SearchPage]) -> TellingWord:
    best = sorted(one.counts, key=lambda number: (-one.counts[number], number))[:SHOWN]
    found = [(pages[number], one.first[number]) for number in best]
    places = tuple(Place(_address(page, text), page.title, page.kind) for page, text in found)
    return TellingWord(_shown(term, one), places, worth(one, len(pages)))


def _shown(term: str, one: Seen) -> str:
    """The form that is printed: with a capital only where texts never write it without one."""
    if term in one.forms:
        return term
    forms = {form: count for form, count in one.forms.items() if form.islower()} or one.forms
    return min(forms, key=lambda form: (-forms[form], form))
