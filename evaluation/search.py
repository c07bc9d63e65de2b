"""How well the search finds what is asked for, beside its peers: ``invoke evaluate search``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.figures import mean
from evaluation.floors import Floors, rounded_down
from evaluation.search_engines import OURS, Engine
from evaluation.search_measures import Ranking, place_of
from evaluation.search_questions import Collection, Column, Question

FAR = 200
"""How far we look for a page that was missed."""

SHOWN = 3
"""Pages that are told of a question that went wrong."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A question whose page did not come first; ``place`` is None where it is not among the first 200."""

    question: Question
    first: Ranking
    place: int | None


@dataclass(frozen=True)
class Measured:
    """One collection with every engine's answers, in the order of its questions."""

    collection: Collection
    answers: Mapping[str, Sequence[Ranking]]
    misses: tuple[Miss, ...] = ()

    def figure(self, engine: str, column: Column) -> float | None:
        """One figure of one engine; None where no question is of the column's kind."""
        return mean(
            column.measure(ranking, question.wanted)
            for question, ranking in zip(self.collection.questions, self.answers[engine], strict=True)
            if column.is_of(question)
        )

    def asked(self, column: Column) -> int:
        """How many questions a figure is of."""
        return sum(map(column.is_of, self.collection.questions))


def measure_search(collection: Collection, engines: Sequence[Engine], *, with_misses: bool) -> Measured:
    """Ask every engine every question of a collection; the misses are those of our own search."""
    texts = [question.text for question in collection.questions]
    answers = {engine.name: engine.answer(collection.pages, texts, collection.places) for engine in engines}
    ours = next((engine for engine in engines if engine.name == OURS), None)
    misses = _misses(collection, ours, answers[OURS]) if with_misses and ours else ()
    return Measured(collection, answers, misses)


def floors_of_search(measured: Measured) -> Floors:
    """What our search could be held to: for what is empty, the share that is not."""
    kept = {}
    for column in measured.collection.columns:
        share = measured.figure(OURS, column)
        name = f"{column.kind}: {'not ' if column.less_is_better else ''}{column.name}"
        kept[name] = rounded_down(1 - (share or 0.0) if column.less_is_better else share)
    return Floors(measured.collection.digest, {"search": kept})


def _misses(collection: Collection, ours: Engine, answers: Sequence[Ranking]) -> tuple[Miss, ...]:
    """Questions that no page answered early enough, each asked again for more places."""
    missed = [
        question
        for question, ranking in zip(collection.questions, answers, strict=True)
        if place_of(ranking[: collection.missed_beyond], question.wanted) is None
    ]
    again = ours.answer(collection.pages, [question.text for question in missed], FAR) if missed else []
    return tuple(
        Miss(question, ranking[:SHOWN], place_of(ranking, question.wanted))
        for question, ranking in zip(missed, again, strict=True)
    )
