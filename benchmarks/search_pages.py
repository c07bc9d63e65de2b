"""Film pages to measure a search on: those of a file first, then made-up ones, the same each time.

``python -m benchmarks.search_pages --films FILE --count 10000 --output pages.json`` writes them as a list of
the fields of ``SearchPage``; ``read_pages`` reads that file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from benchmarks.film_prose import made_up_names
from benchmarks.search_material import Film, learned, read_films
from benchmarks.search_prose import Language, Plot
from benchmarks.search_words import zipf_weights
from plugins.archive.entity import Kind
from plugins.search_index.page import FILM, SearchPage

SEED = 2013

PEOPLE = 12_000
"""Invented people who direct and play; a few are in many films, most in one or two."""

GENRES = (
    *("drama", "comedy", "crime drama", "romance", "western", "musical", "mystery", "adventure", "war"),
    *("horror", "science fiction", "thriller", "romantic comedy", "documentary", "fantasy"),
)

_NO_LETTERS = re.compile(r"[^a-z0-9]+")


def film_pages(count: int, films: Sequence[Film] = (), seed: int = SEED) -> tuple[SearchPage, ...]:
    """That many pages, each with an address of its own; fewer pages are the first of more."""
    taken: set[str] = set()
    all_films = (*films[:count], *islice(made_up_films(films, seed), max(0, count - len(films))))
    return tuple(_page(film, taken) for film in all_films)


def made_up_films(films: Sequence[Film] = (), seed: int = SEED) -> Iterator[Film]:
    """Invented films without end, in the language that the plots of ``films`` teach."""
    language = Language(learned(films))
    people = _people()
    heaped = list(accumulate(zipf_weights(range(len(people)), len(people))))
    number = 0
    while True:
        chance = random.Random(f"film {seed} {number}")
        plot = Plot(language, chance)
        paragraphs = tuple(plot.paragraphs())
        director, *cast = chance.choices(people, cum_weights=heaped, k=chance.randint(3, 7))
        yield Film(
            plot.title(),
            str(chance.randint(1915, 2020)),
            director,
            tuple(dict.fromkeys(cast)),
            chance.choice(GENRES),
            paragraphs,
        )
        number += 1


def write_pages(pages: Iterable[SearchPage], path: Path) -> None:
    path.write_text(json.dumps([asdict(page) for page in pages], ensure_ascii=False), "utf-8")


def read_pages(path: Path) -> tuple[SearchPage, ...]:
    """The pages of a file that ``write_pages`` wrote."""
    return tuple(SearchPage(**_with_tuples(one)) for one in json.loads(path.read_text("utf-8")))


def _with_tuples(record: dict[str, Any]) -> dict[str, Any]:
    """What JSON writes as lists, as the tuples that they were."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in record.items()}


def _people() -> list[str]:
    named = made_up_names(2 * PEOPLE)
    return [one.name for one in named.bearers.values() if one.kind is Kind.PERSON][:PEOPLE]


def _page(film: Film, taken: set[str]) -> SearchPage:
    known = [one for one in (film.director, *film.cast) if one and one != "Unknown"]
    by = f" film by {film.director}" if film.director in known else " film"
    genre = film.genre if film.genre not in {"", "unknown"} else "feature"
    return SearchPage(
        url=_address(film, taken),
        title=film.title,
        kind="work",
        type=FILM,
        people=tuple(dict.fromkeys(known)),
        year=film.year,
        summary=f"A {genre}{by}",
        body="\n\n".join(film.paragraphs),
    )


def _address(film: Film, taken: set[str]) -> str:
    stem = f"films/{_NO_LETTERS.sub('-', film.title.lower()).strip('-') or 'film'}-{film.year}"
    address, number = stem, 1
    while address in taken:
        number += 1
        address = f"{stem}-{number}"
    taken.add(address)
    return f"{address}.html"


def main() -> None:
    asked = argparse.ArgumentParser(description="Write film pages to measure a search on.")
    asked.add_argument("--films", type=Path, help="a .jsonl.gz file with films")
    asked.add_argument("--count", type=int, default=1_000)
    asked.add_argument("--seed", type=int, default=SEED)
    asked.add_argument("--output", type=Path, required=True)
    options = asked.parse_args()
    films = read_films(options.films) if options.films else ()
    write_pages(film_pages(options.count, films, options.seed), options.output)


if __name__ == "__main__":
    main()
