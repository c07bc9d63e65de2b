"""Invented pages, and queries of all kinds that Whoosh and ``client/whoosh.js`` answer; by chance, seeded."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from plugins.search_index.fields import Field
from plugins.search_index.page import SearchPage

Query = dict[str, Any]

_SYLLABLES = ("ba", "len", "tor", "mi", "sha", "ker", "ou", "pil", "dra", "fen", "gal", "hor", "win", "zu")
_ENDINGS = ("", "", "s", "ed", "ing", "er", "'s")
_PAGES = 260
_BOOSTS = (1.0, 1.0, 0.5, 2.0, 3.7)


def made_up_pages() -> tuple[SearchPage, ...]:
    """Pages with very few and very many words, the commonest of which stand nearly everywhere."""
    chance = random.Random(20)  # noqa: S311 made-up pages, no secret
    words = ["the", "of", "a", "and", "in", "4", "k", *(_word(chance) for _ in range(900))]

    def text(length: int) -> str:
        return " ".join(words[int(len(words) * chance.random() ** 4)] for _ in range(length))

    def page(number: int) -> SearchPage:
        return SearchPage(
            url=f"pages/{chance.randrange(10**6):06}-{number}.html",
            title=text(1 + chance.randrange(5)),
            kind=chance.choice(("person", "work", "event")),
            names=tuple(text(1 + chance.randrange(3)) for _ in range(chance.randrange(3))),
            headings=tuple(text(2) for _ in range(chance.randrange(4))),
            facts=tuple(text(2) for _ in range(chance.randrange(4))),
            people=tuple(text(2) for _ in range(chance.randrange(20))),
            year=str(1950 + chance.randrange(40)) if number % 3 else None,
            summary=text(chance.randrange(15)),
            body="\n\n".join(text(chance.randrange(60)) for _ in range(chance.randrange(6))),
        )

    long = SearchPage("pages/long.html", text(3), "page", body=text(30_000))
    return (long, *(page(number) for number in range(_PAGES)))


def made_up_queries(pages: Sequence[SearchPage], fields: Sequence[Field], count: int) -> list[Query]:
    """So many queries, of each kind about as many; most of them have hits."""
    chance = random.Random(7)  # noqa: S311 made-up queries, no secret
    asking = _Asking(chance, pages, fields)
    kinds = (asking.words, asking.words_anywhere, asking.phrase, asking.phrase_and_words, asking.nested)
    return [kinds[number % len(kinds)]() for number in range(count)]


class _Asking:
    """Makes queries out of what stands in the pages."""

    def __init__(self, chance: random.Random, pages: Sequence[SearchPage], fields: Sequence[Field]) -> None:
        self._chance = chance
        self._pages = pages
        self._fields = fields

    def words(self) -> Query:
        """Words of one field, with boosts; sometimes one of them twice, or one that is nowhere."""
        found = self._passage(self._field(), self._chance.choice((1, 2, 2, 3, 5)))
        if self._chance.random() < 0.1:
            found.append(self._chance.choice((*found, {"field": "body", "term": "nowhere"})))
        return self._group([self._boosted(one) for one in found])

    def words_anywhere(self) -> Query:
        """What a reader means who types some words: each in any field, titles counting most."""
        found = self._passage(self._field(), self._chance.choice((1, 2, 3)))
        worth = {field.name: self._chance.choice(_BOOSTS) for field in self._fields}
        anywhere = [
            {"or": [{"field": name, "term": one["term"], "boost": boost} for name, boost in worth.items()]}
            for one in found
        ]
        return self._group(anywhere)

    def phrase(self) -> Query:
        """Words that stand side by side somewhere, or with a word between them left out."""
        name = self._field()
        found = [one["term"] for one in self._passage(name, self._chance.choice((2, 2, 3, 4)))]
        if self._chance.random() < 0.3 and len(found) > 2:
            del found[1]
        apart = self._chance.choice(({}, {}, {}, {"slop": 2}, {"slop": 4}))
        return self._boosted({"field": name, "phrase": found, **apart})

    def phrase_and_words(self) -> Query:
        return {"or": [self.phrase(), *self._passage(self._field(), 2)]}

    def nested(self) -> Query:
        """A group of groups, each with a boost of its own."""
        groups = [self._group([self.phrase(), *self._passage(self._field(), 2)]) for _ in range(2)]
        return {"or": [*map(self._boosted, groups), *self._passage(self._field(), 1)]}

    def _field(self) -> str:
        return self._chance.choice(self._fields).name

    def _passage(self, name: str, length: int) -> list[Query]:
        """Terms that follow each other in a field of some page; fewer if it has fewer, but one at least."""
        [field] = [one for one in self._fields if one.name == name]
        while True:
            placed = field.placed(field.text(self._chance.choice(self._pages)))
            if placed:
                first = self._chance.randrange(max(len(placed) - length, 0) + 1)
                return [{"field": name, "term": term} for _, term in placed[first : first + length]]

    def _boosted(self, query: Query) -> Query:
        return query | {"boost": self._chance.choice(_BOOSTS)}

    def _group(self, parts: list[Query]) -> Query:
        return {self._chance.choice(("and", "or")): parts}


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randrange(1, 5))) + chance.choice(_ENDINGS)
