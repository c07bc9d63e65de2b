"""Pages, what is asked of them, and which figures are read off the answers: one measurement of a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.gold import digest_of_files
from evaluation.search_measures import FIRST_PAGE, Measure, Wanted, is_empty
from plugins.search_index.page import SearchPage

Pages = tuple[SearchPage, ...]

EVERY_KIND = "all"
"""The kind of a column that is of all questions."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types, to the last space, and the pages that answer it; ``kind`` is how it was typed."""

    text: str
    wanted: Wanted
    kind: str


def digest_of(pages: Pages, questions: Sequence[Question]) -> str:
    """One digest of what is asked of which texts, whatever else a page may have."""
    texts = [(page.url, page.title, page.names, page.people, page.body) for page in pages]
    asked = [(question.text, sorted(question.wanted), question.kind) for question in questions]
    return digest_of_files([("pages", repr(texts).encode()), ("questions", repr(asked).encode())])


@dataclass(frozen=True, slots=True)
class Column:
    """One figure: the mean of a measure over the questions of a ``kind``, or of ``EVERY_KIND``.

    ``target`` is what we hold ourselves to, None where no figure was set.
    """

    kind: str
    name: str
    measure: Measure
    target: float | None = None

    def is_of(self, question: Question) -> bool:
        """Whether the question counts for the figure."""
        return self.kind in {EVERY_KIND, question.kind}

    @property
    def less_is_better(self) -> bool:
        return self.measure is is_empty


@dataclass(frozen=True)
class Collection:
    """Pages with their questions. ``digest`` changes with either; ``places`` is how far answers are read.

    ``missed_beyond`` is the last place at which a page that answers is no miss.
    """

    name: str
    about: str
    digest: str
    pages: Pages
    questions: Sequence[Question]
    columns: Sequence[Column]
    places: int = FIRST_PAGE
    missed_beyond: int = 1
