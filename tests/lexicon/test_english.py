"""The tables of English words: as they are written, and where they overlap."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest

from plugins.lexicon import english
from plugins.lexicon.english import ENGLISH, English

TABLES: dict[str, str] = tomllib.loads((Path(english.__file__).parent / "english.toml").read_text("utf-8"))

MIXED = {"terms", "plays"}
"""Tables that repeat words of others: terms hold whatever film writing capitalises, plays are verbs."""

IN_TWO = {
    "act": "a part of a film, and a law",
    "agent": "somebody’s job, and a spy’s title",
    "books": "works, and a publisher’s last word",
    "boss": "somebody’s job, and somebody in a story",
    "comic": "somebody who jokes, and a book of pictures",
    "don": "what a torn n’t leaves, and a given name",
    "films": "works, and a company’s last word",
    "forest": "a place’s last word, and a given name",
    "june": "a month, and a given name",
    "lead": "a player, and a part",
    "may": "a verb, and a month",
    "narrator": "a voice, and a part",
    "oscar": "a prize, and a given name",
    "president": "of a company, and in a story",
    "professor": "somebody’s job, and a title in a story",
    "programme": "a work, and a series of help",
    "reporter": "somebody’s job, and a paper’s last word",
    "tony": "a prize, and a given name",
    "western": "a film, and what lies in the west",
}
"""Words of two tables, with the reason: film writing means both, and whoever asks looks at the text."""


def test_every_table_is_read() -> None:
    assert set(TABLES) == {one.name for one in fields(English)}
    assert all(getattr(ENGLISH, name) for name in TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_each_word_once_in_small_letters(name: str) -> None:
    words = TABLES[name].split()
    assert [word for word in words if word != word.lower()] == []
    assert sorted({word for word in words if words.count(word) > 1}) == []


@pytest.mark.parametrize("name", TABLES)
def test_words_have_straight_apostrophes(name: str) -> None:
    """Texts are asked about when they are folded."""
    assert "’" not in TABLES[name]


def test_a_word_stands_in_two_tables_only_for_a_reason() -> None:
    shared: dict[str, list[str]] = {}
    for one, other in combinations(sorted(set(TABLES) - MIXED), 2):
        for word in getattr(ENGLISH, one) & getattr(ENGLISH, other):
            shared.setdefault(word, []).append(f"{one} and {other}")
    assert {word: tables for word, tables in shared.items() if word not in IN_TWO} == {}


def test_no_word_that_only_holds_sentences_together_tells_a_job_or_a_work() -> None:
    for name in ("jobs", "honorifics", "ranks", "works", "characters", "organisations", "places", "peoples"):
        assert ENGLISH.function & getattr(ENGLISH, name) == set(), name
