"""Pages of films, real ones among made-up ones, and what somebody types who knows which film is wanted."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.search_material import Film, read_films
from benchmarks.search_pages import film_pages
from evaluation.gold import UnreadableGold
from evaluation.search_measures import Wanted, is_empty, reciprocal_rank
from evaluation.search_questions import Collection, Column, Pages, Question, digest_of
from evaluation.search_typing import cut_last_word, with_a_typo
from plugins.search_index.page import SearchPage

PAGES = 10_000
"""How many pages the films stand among, themselves included."""

ASKED = 300
"""Films that are asked for, drawn from the real ones."""

SEED = 2013

RECALLED = 4
"""Words that somebody remembers of a plot."""

RAREST, COMMONEST = 0.002, 0.05
"""The share of all pages that a recalled word stands in: neither a name that only one plot has, nor a word
that any plot may have."""

_WORD = re.compile(r"[^\W\d_]+")

_RECALLABLE = re.compile(r"\b(?<!['’])[a-z]{5,}\b(?!['’])")
"""Words of five letters or more without a capital or an apostrophe: no names, no halves of words."""

_TITLE_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")

_NOBODY = frozenset(("", "Unknown"))
"""What a file has for a director whom nobody knows."""

_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "her",
        "his",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    ]
)


def read_known_items(file: Path, pages: int = PAGES) -> Collection:
    """Films asked for in five ways, among made-up pages up to a number of ``pages``.

    Where several pages bear the title that is typed, each of them answers; with a director, each of that
    director's; words of a plot mean the film itself. The draws have a seed: the same file always gives the
    same questions.

    Raises:
        UnreadableGold: the file is no gzipped JSON Lines of films.
    """
    films = _films(file)
    among = film_pages(pages, films)
    known = [*zip(films, among, strict=False)]
    asked = random.Random(SEED).sample(known, min(ASKED, len(known)))  # noqa: S311 a draw, no secret
    questions = [*_questions(asked, among)]
    about = f"{len(among)} pages, {len(known)} of them of the file; {len(asked)} films are asked for"
    return Collection("known items", about, digest_of(among, questions), among, questions, _COLUMNS)


def _films(file: Path) -> tuple[Film, ...]:
    try:
        return read_films(file)
    except (OSError, KeyError, ValueError) as fault:
        raise UnreadableGold(f"{file} holds no films, one a line: {fault!r}") from None


def _questions(asked: Sequence[tuple[Film, SearchPage]], pages: Pages) -> Iterator[Question]:
    bearers: dict[str, list[SearchPage]] = defaultdict(list)
    for page in pages:
        bearers[page.title.casefold()].append(page)
    recallable = _recallable_words(pages)
    for film, page in asked:
        for kind, typed in _TYPED.items():
            # Each film and kind has its own seed: a change of one draw leaves all others as they are.
            draw = random.Random(f"{SEED} {page.url} {kind}")  # noqa: S311 a draw, no secret
            if text := typed(film, draw, recallable):
                yield Question(text, _wanted(film, page, kind, bearers[film.title.casefold()]), kind)


def _wanted(film: Film, page: SearchPage, kind: str, bearers: Sequence[SearchPage]) -> Wanted:
    if kind == PLOT:
        return frozenset([page.url])
    directed = (one for one in bearers if kind != WITH_DIRECTOR or film.director in one.people)
    return frozenset(one.url for one in directed)


def _recallable_words(pages: Pages) -> frozenset[str]:
    found = Counter(word for page in pages for word in set(_WORD.findall(page.body.lower())))
    least, most = RAREST * len(pages), COMMONEST * len(pages)
    return frozenset(word for word, count in found.items() if least <= count <= most)


def _typed_title(film: Film, _: random.Random, __: frozenset[str]) -> str:
    return film.title


def _two_words_and_director(film: Film, draw: random.Random, _: frozenset[str]) -> str:
    if film.director in _NOBODY:
        return ""
    words = _TITLE_WORD.findall(film.title)
    telling = [place for place, word in enumerate(words) if word.lower() not in _SMALL]
    chosen = sorted(draw.sample(telling, min(2, len(telling))))
    return " ".join([*(words[place] for place in chosen), film.director]) if chosen else ""


def _recalled(film: Film, draw: random.Random, recallable: frozenset[str]) -> str:
    words = sorted(set(_RECALLABLE.findall("\n".join(film.paragraphs))) & recallable)
    return " ".join(draw.sample(words, RECALLED)) if len(words) >= RECALLED else ""


def _mistyped(film: Film, draw: random.Random, _: frozenset[str]) -> str:
    return with_a_typo(film.title, draw) or ""


def _cut(film: Film, _: random.Random, __: frozenset[str]) -> str:
    return cut_last_word(film.title) or ""


TITLE, WITH_DIRECTOR, PLOT, TYPO, CUT = "title", "2 words + director", "4 plot words", "typo", "cut"

_TYPED: Mapping[str, Callable[[Film, random.Random, frozenset[str]], str]] = {
    TITLE: _typed_title,
    WITH_DIRECTOR: _two_words_and_director,
    PLOT: _recalled,
    TYPO: _mistyped,
    CUT: _cut,
}
"""What is typed for a film; nothing for a film that the kind does not fit."""

_TARGETS = {TITLE: 0.98, WITH_DIRECTOR: 0.98, PLOT: 0.96, TYPO: 0.90, CUT: 0.95}

_COLUMNS = tuple(
    column
    for kind, target in _TARGETS.items()
    for column in (Column(kind, "MRR@10", reciprocal_rank, target), Column(kind, "empty", is_empty))
)
