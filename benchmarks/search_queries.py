"""Queries as readers would type them, drawn from the texts of the pages, the same each time."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.search_index.page import SearchPage

OF_EACH_LENGTH = 20
"""Queries of one, of two and of three words each."""

PHRASES = 20

COMMONEST = 100
"""Words that no reader searches for."""

SHORTEST = 4
"""Letters of a word that says something."""

RAREST, MOST = 3, 0.1
"""A word stands in at least three pages, and at most in this share of all."""

_WORDS = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"([^\W\d_]+) (?=([^\W\d_]+))")


@dataclass(frozen=True, slots=True)
class Queries:
    """Queries of one to three words, and phrases of two in quotes."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]


def drawn_queries(pages: Sequence[SearchPage], seed: int) -> Queries:
    """Words of a query stand together on some page, and those of a phrase side by side."""
    chance = random.Random(f"queries {seed}")
    standing = Counter(word for page in pages for word in set(_WORDS.findall(page.body.lower())))
    written = Counter(word for page in pages for word in _WORDS.findall(page.body.lower()))
    common = {word for word, _ in written.most_common(COMMONEST)}
    fewest, most = min(RAREST, len(pages)), max(RAREST, MOST * len(pages))
    usual = {
        word
        for word, count in standing.items()
        if fewest <= count <= most and len(word) >= SHORTEST and word not in common
    }
    words = [
        " ".join(_words_of_a_page(pages, usual, length, chance))
        for length in (1, 2, 3)
        for _ in range(OF_EACH_LENGTH)
    ]
    phrases = [f'"{" ".join(_pair_of_a_page(pages, common, chance))}"' for _ in range(PHRASES)]
    return Queries(tuple(words), tuple(phrases))


def _words_of_a_page(
    pages: Sequence[SearchPage], usual: set[str], length: int, chance: random.Random
) -> list[str]:
    while True:
        text = chance.choice(pages).body.lower()
        found = [word for word in _WORDS.findall(text) if word in usual]
        chance.shuffle(found)
        if len(chosen := list(dict.fromkeys(found))[:length]) == length:
            return chosen


def _pair_of_a_page(pages: Sequence[SearchPage], common: set[str], chance: random.Random) -> tuple[str, str]:
    while True:
        pairs = [
            (one, other)
            for one, other in _PAIR.findall(chance.choice(pages).body.lower())
            if not {one, other} & common and min(len(one), len(other)) > 1
        ]
        if pairs:
            return chance.choice(pairs)
