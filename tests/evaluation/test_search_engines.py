"""The search is measured through the script that pages load, over files that a build would write."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from evaluation import search_engines
from evaluation.search import floors_of_search, measure_search
from evaluation.search_engines import OURS, Engine, find_node, kept_answers, our_search
from evaluation.search_measures import Ranking, is_empty, reciprocal_rank
from evaluation.search_questions import EVERY_KIND, Collection, Column, Pages, Question
from evaluation.search_report import search_as_json, search_as_text
from plugins.archive.errors import SettingFault
from plugins.search_index.page import SearchPage

PAGES = (
    SearchPage("harbour.html", "The Tin Harbour", "work", body="Lamps go out.\n\nRopes.", anchors=("a", "b")),
    SearchPage("lamps.html", "Lamps", "work", body="A harbour."),
)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(search_engines, "KEPT", tmp_path)
    return tmp_path


def collection(*questions: Question) -> Collection:
    columns = (Column("title", "MRR@10", reciprocal_rank, 0.5), Column(EVERY_KIND, "empty", is_empty))
    return Collection("lamps", "two pages", "d", PAGES, questions, columns)


def answering(name: str, *rankings: Ranking) -> Engine:
    def answer(_: Pages, questions: Sequence[str], __: int) -> list[Ranking]:
        return [rankings[place % len(rankings)] for place in range(len(questions))]

    return Engine(name, answer)


def test_the_shipped_client_answers_in_node_with_addresses_of_pages() -> None:
    """Without the fragments of the paragraphs that it found; in the order of the questions."""
    try:
        find_node()
    except SettingFault as fault:
        pytest.skip(str(fault))
    answers = our_search().answer(PAGES, ["lamps ", "tin harbour", "qqqq zzzz "], 10)
    assert answers == [["lamps.html", "harbour.html"], ["harbour.html", "lamps.html"], []]


def test_figures_are_means_over_the_questions_of_their_kind() -> None:
    asked = (
        Question("a", frozenset(["lamps.html"]), "title"),
        Question("b", frozenset(["lamps.html"]), "title"),
        Question("c", frozenset(["lamps.html"]), "other"),
    )
    engine = answering(OURS, ["harbour.html", "lamps.html"], ["lamps.html"], [])
    measured = measure_search(collection(*asked), (engine,), with_misses=False)
    assert [measured.figure(OURS, column) for column in measured.collection.columns] == [0.75, 1 / 3]
    assert floors_of_search(measured).by_measurement == {
        "search": {"title: MRR@10": 0.75, "all: not empty": 0.6666}
    }


def test_a_miss_tells_what_came_first_and_where_the_page_was() -> None:
    asked = Question("lamps", frozenset(["lamps.html"]), "title")
    engine = answering(OURS, ["harbour.html", "lamps.html"])
    measured = measure_search(collection(asked), (engine, answering("Peer", [])), with_misses=True)
    told = search_as_text([measured])
    assert "'lamps': place 2, wanted Lamps <lamps.html>" in told
    assert "1. The Tin Harbour <harbour.html>" in told
    assert '"Peer": 0.0' in search_as_json([measured])


def test_answers_are_kept_until_something_else_is_asked() -> None:
    assert kept_answers("peer", ["one"], lambda: [["a"]]) == [["a"]]
    assert kept_answers("peer", ["one"], lambda: [["b"]]) == [["a"]]
    assert kept_answers("peer", ["two"], lambda: [["b"]]) == [["b"]]
