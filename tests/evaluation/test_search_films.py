"""Films are asked for as people ask who have seen them, and always in the same words."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from evaluation.gold import UnreadableGold
from evaluation.search_films import CUT, PLOT, TITLE, TYPO, WITH_DIRECTOR, read_known_items
from evaluation.search_questions import Question

FILMS = [
    {"title": "The Tin Harbour", "director": "Ines Varga"},
    {"title": "The tin harbour", "director": "Bram Okafor"},
    {"title": "Up", "director": "Lotte Quist"},
    {"title": "Up", "director": "Lotte Quist"},
    {"title": "Tov's Own", "director": "Unknown"},
]

PLOT_OF_ALL = "Somebody remembers lanterns. Nobody repairs the broken lighthouse, and sailors gather there."


@pytest.fixture
def films(tmp_path: Path) -> Path:
    rows = ({**film, "year": "1931", "cast": "", "genre": "", "plot": PLOT_OF_ALL} for film in FILMS)
    file = tmp_path / "films.jsonl.gz"
    file.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    return file


def asked(films: Path, kind: str) -> list[Question]:
    return [question for question in read_known_items(films, pages=8).questions if question.kind == kind]


def test_the_same_file_gives_the_same_questions(films: Path) -> None:
    assert read_known_items(films, pages=8) == read_known_items(films, pages=8)


def test_pages_are_filled_up_with_made_up_ones(films: Path) -> None:
    assert len(read_known_items(films, pages=8).pages) == 8


def test_every_film_of_a_title_answers_the_title(films: Path) -> None:
    both = next(question for question in asked(films, TITLE) if question.text == "The Tin Harbour")
    assert len(both.wanted) == 2


def test_a_director_means_the_films_of_the_title_that_are_hers(films: Path) -> None:
    """What is not known of a film is not typed."""
    counts = {question.text: len(question.wanted) for question in asked(films, WITH_DIRECTOR)}
    assert counts == {"Tin Harbour Ines Varga": 1, "tin harbour Bram Okafor": 1, "Up Lotte Quist": 2}


def test_titles_that_cannot_be_mistyped_or_cut_are_left_out(films: Path) -> None:
    assert {question.text for question in asked(films, CUT)} == {"The Tin Har", "The tin har"}
    assert len(asked(films, TYPO)) == 2


def test_words_that_all_plots_have_are_not_recalled(films: Path) -> None:
    """Here every word stands in more than one page of fifty."""
    assert asked(films, PLOT) == []


def test_a_file_without_films_is_refused(tmp_path: Path) -> None:
    (tmp_path / "films.jsonl.gz").write_bytes(gzip.compress(b'{"title": "Up"}\n'))
    with pytest.raises(UnreadableGold, match="holds no films"):
        read_known_items(tmp_path / "films.jsonl.gz")
