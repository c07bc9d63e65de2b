"""What made-up film pages are learned from: the films of a file, or invented prose where none is named.

Kept of each sentence is its build: the small words and the signs stay, every other word becomes a slot.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.film_prose import film_texts, made_up_names

WORD = "\x01"
"""The slot of a word that says what the text is about."""

NAME = "\x02"
"""The slot of a word of a name."""

INVENTED_PROSE = 400_000
"""Code points of invented prose to learn from where no films are named."""

_WORDS = re.compile(r"(\w+)")
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_LONGEST_SENTENCE = 60


@dataclass(frozen=True, slots=True)
class Film:
    """One film of a file. ``paragraphs`` are those of its plot; ``year`` is as the file writes it."""

    title: str
    year: str
    director: str
    cast: tuple[str, ...]
    genre: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Builds of sentences as pieces with slots, and the words and names that fill them, commonest first."""

    sentences: tuple[tuple[str, ...], ...]
    words: tuple[str, ...]
    names: tuple[str, ...]


def read_films(path: Path) -> tuple[Film, ...]:
    """The films of a ``.jsonl.gz`` file with title, year, director, cast, genre and plot in each line."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return tuple(_film(json.loads(line)) for line in lines)


def learned(films: Iterable[Film]) -> Material:
    """What the plots teach; what invented prose teaches when there are none."""
    texts = [paragraph for film in films for paragraph in film.paragraphs]
    return _material(texts or list(_invented_paragraphs()))


def _film(record: Mapping[str, str]) -> Film:
    cast = tuple(name for one in (record["cast"] or "").split(",") if (name := one.strip()))
    paragraphs = tuple(text for one in record["plot"].splitlines() if (text := one.strip()))
    return Film(
        record["title"], record["year"], record["director"] or "", cast, record["genre"] or "", paragraphs
    )


def _invented_paragraphs() -> Iterator[str]:
    for document in film_texts(INVENTED_PROSE, made_up_names(2_000).forms):
        yield from document.text.split("\n\n")


def _material(texts: list[str]) -> Material:
    written = Counter(word for text in texts for word in _WORDS.findall(text))
    counts: Counter[str] = Counter()
    for word, count in written.items():
        counts[word.lower()] += count
    small = _commonest(counts)
    # A name is never written small; the first word of a sentence mostly is, somewhere else.
    names = {word for word in counts if word not in written and word not in small and len(word) > 1}
    split = [_WORDS.split(one) for text in texts for one in _SENTENCES.split(text)]
    ranked = [word for word, _ in counts.most_common() if word not in small]
    return Material(
        tuple(_build(one, small, names) for one in split if 7 <= len(one) <= 2 * _LONGEST_SENTENCE),
        tuple(word for word in ranked if word not in names),
        tuple(word.capitalize() for word in ranked if word in names),
    )


def _commonest(counts: Counter[str]) -> frozenset[str]:
    """The fewest words that make up half of the text."""
    small: set[str] = set()
    left = counts.total() / 2
    for word, count in counts.most_common():
        if left <= 0:
            break
        small.add(word)
        left -= count
    return frozenset(small)


def _build(pieces: list[str], small: frozenset[str], names: set[str]) -> tuple[str, ...]:
    """A sentence as words at odd places and what stands between them at even ones."""

    def kept(word: str) -> str:
        folded = word.lower()
        if folded in small:
            return word
        return NAME if folded in names else WORD

    return tuple(kept(piece) if place % 2 else piece for place, piece in enumerate(pieces))
