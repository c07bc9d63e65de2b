"""Whoosh as anybody uses it: its own schema, positions, codec and searcher, none of which the export uses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from whoosh.analysis import Analyzer, Token
from whoosh.fields import TEXT, Schema
from whoosh.index import create_in
from whoosh.lang import stemmer_for_language
from whoosh.query import And, Or, Phrase, Term
from whoosh.scoring import BM25F

from plugins.search_index.analyzer import PARAGRAPH, VALUE_STEP
from plugins.search_index.fields import FIELDS, Field, Form
from plugins.search_index.page import SearchPage

Placing = Callable[[str], list[tuple[int, str]]]

Hits = list[tuple[int, float]]
"""Documents with their scores, best first."""

COUNTED = tuple(field for field in FIELDS if field.form is not Form.WORDS)
"""The fields of which the index holds counts and places."""

FIELD_BOOST = {"title": 2.0, "headings": 1.3}
"""What Whoosh's schema says of fields: counts are multiplied. Neither is needed by our own ranking."""


class Stemmed(Field):
    """A field with another analyzer: English stems, and no word of one letter, whose place stays free."""

    @property
    def placed(self) -> Placing:
        return _stemmed_text if self.form is Form.TEXT else _stemmed_values


STEMMED = tuple(Stemmed(one.name, one.form, one.weight, one.b, one.text) for one in COUNTED)

_stem: Callable[[str], str] = stemmer_for_language("en")


def _stemmed_text(text: str) -> list[tuple[int, str]]:
    words = enumerate(re.findall(r"\w+", text.lower()))
    return [(place, _stem(word)) for place, word in words if len(word) > 1]


def _stemmed_values(text: str) -> list[tuple[int, str]]:
    values = enumerate(text.split(PARAGRAPH))
    return [(VALUE_STEP * at + place, term) for at, value in values for place, term in _stemmed_text(value)]


@dataclass(frozen=True)
class Placed(Analyzer):  # type: ignore[misc]  # Whoosh has no types
    """An analyzer of ours as Whoosh calls it."""

    placing: Placing

    def __call__(self, value: str, **_ways: Any) -> Iterator[Token]:
        token = Token(positions=True)
        token.boost = 1.0
        for token.pos, token.text in self.placing(value):
            yield token


class Whoosh:
    """Whoosh's index of some pages, document 0 being the first, in an empty folder; close it after use."""

    def __init__(self, pages: Sequence[SearchPage], fields: Sequence[Field], folder: str) -> None:
        kinds = {
            field.name: TEXT(Placed(field.placed), phrase=True, field_boost=FIELD_BOOST.get(field.name, 1.0))
            for field in fields
        }
        self._index = create_in(folder, Schema(**kinds))
        writer = self._index.writer()
        for page in pages:
            writer.add_document(**{field.name: field.text(page) for field in fields})
        writer.commit()

    def ranked(self, queries: Sequence[dict[str, Any]], ways: dict[str, Any]) -> list[Hits]:
        """All hits of each query; ``ways`` as ``client/whoosh.js`` has them."""
        by_field = {f"{name}_B": value for name, value in ways.get("fieldB", {}).items()}
        plain = {name: value for name, value in ways.items() if name in {"B", "K1"}}
        with self._index.searcher(weighting=BM25F(**plain, **by_field)) as searcher:
            return [list(searcher.search(query_of(one), limit=None).items()) for one in queries]

    def close(self) -> None:
        self._index.close()


def query_of(written: dict[str, Any]) -> Any:
    """Whoosh's query out of one as ``client/whoosh.js`` takes it."""
    boost = written.get("boost", 1.0)
    if "term" in written:
        return Term(written["field"], written["term"], boost)
    if "phrase" in written:
        return Phrase(written["field"], written["phrase"], written.get("slop", 1), boost)
    group, parts = (And, written["and"]) if "and" in written else (Or, written["or"])
    return group([query_of(one) for one in parts], boost)
