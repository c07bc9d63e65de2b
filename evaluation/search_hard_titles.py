"""Titles that searches fall over: one letter, a stop word, signs, other scripts; each typed in several ways.

Their pages stand among a thousand made-up ones whose titles and texts are full of the same words.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import UnreadableGold
from evaluation.search_measures import is_empty, reciprocal_rank, success
from evaluation.search_questions import EVERY_KIND, Collection, Column, Question, digest_of
from plugins.search_index.page import FILM, SearchPage

HARD_TITLES = Path(__file__).parent.parent / "tests" / "hard_titles"

DISTRACTORS = 1_000

SEED = 2013

WHOLE, BEGUN = "whole titles", "begun"
"""How a form was typed: to its end, or only in part."""

NAME = "hard titles"

_COLUMNS = (
    Column(EVERY_KIND, "success@1", success, 0.95),
    Column(EVERY_KIND, "MRR@10", reciprocal_rank),
    Column(EVERY_KIND, "empty", is_empty),
    Column(WHOLE, "success@1", success),
    Column(BEGUN, "success@1", success),
)


@dataclass(frozen=True, slots=True)
class HardTitle:
    """A film, or a band of that name, with ways to type its title; ``names`` are its other titles.

    ``typed`` are whole forms; ``begun`` are forms of which the end is not typed yet. ``kind`` is film or
    person; ``year`` and ``director`` are empty for a person.
    """

    title: str
    names: tuple[str, ...]
    kind: str
    year: str
    director: str
    typed: tuple[str, ...]
    begun: tuple[str, ...]


def read_hard_titles(folder: Path, distractors: int = DISTRACTORS) -> Collection:
    """Every typed form as a question, for which only the film itself counts, among distracting pages.

    Raises:
        UnreadableGold: ``titles.json`` or ``words.json`` is missing or is not what README.md there says.
    """
    titles, words = _titles(folder / "titles.json"), _words(folder / "words.json")
    films = [_page(number, film, words) for number, film in enumerate(titles)]
    pages = (*films, *_distracting(titles, words, distractors))
    questions = [
        Question(typed, frozenset([page.url]), kind)
        for film, page in zip(titles, films, strict=True)
        for kind, forms in ((WHOLE, film.typed), (BEGUN, film.begun))
        for typed in forms
    ]
    about = f"{len(titles)} films in {len(questions)} typed forms, among {distractors} distracting pages"
    return Collection(NAME, about, digest_of(pages, questions), pages, questions, _COLUMNS)


def _titles(file: Path) -> list[HardTitle]:
    rows = _read(file)
    try:
        return [
            HardTitle(
                row["title"],
                tuple(row["names"]),
                row["kind"],
                row["year"],
                row["director"],
                tuple(row["typed"]),
                tuple(row["begun"]),
            )
            for row in rows
        ]
    except (KeyError, TypeError) as fault:
        raise UnreadableGold(f"{file} holds no hard titles: {fault!r}") from None


def _words(file: Path) -> list[str]:
    return [str(word) for word in _read(file)]


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError) as fault:
        raise UnreadableGold(f"{file} cannot be read: {fault}") from None


def _page(number: int, film: HardTitle, words: Sequence[str]) -> SearchPage:
    draw = random.Random(f"{SEED} {film.title}")  # noqa: S311 a draw, no secret
    is_film = film.kind == FILM
    return SearchPage(
        f"hard/{number}.html",
        film.title,
        "work" if is_film else film.kind,
        type=FILM if is_film else None,
        names=film.names,
        year=film.year or None,
        people=(film.director,) if film.director else (),
        body=f"{film.title}. {_prose(draw, words, 30)}",
    )


def _distracting(titles: Sequence[HardTitle], words: Sequence[str], count: int) -> Iterator[SearchPage]:
    """Pages called by words of the titles and others, whose texts are full of everything that is typed."""
    draw = random.Random(SEED)  # noqa: S311 a draw, no secret
    called = sorted({word for film in titles for name in (film.title, *film.names) for word in name.split()})
    told = sorted({word for film in titles for typed in film.typed for word in typed.split()})
    for number in range(count):
        title = " ".join((*draw.choices(called, k=draw.choice((1, 1, 2))), *draw.choices(words, k=2)))
        body = _prose(draw, [*told, *words], draw.randint(60, 200))
        year = str(draw.randint(1920, 2020))
        yield SearchPage(f"others/{number}.html", title, "work", type=FILM, year=year, body=body)


def _prose(draw: random.Random, words: Sequence[str], count: int) -> str:
    """Sentences of drawn words: their sense does not matter here."""
    drawn = draw.choices(words, k=count)
    sentences = (" ".join(drawn[start : start + 9]) for start in range(0, count, 9))
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in sentences)
