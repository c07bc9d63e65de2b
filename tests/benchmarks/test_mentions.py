"""What is measured is what was asked for, and other ways find the same names; speed never fails a test."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.film_prose import CAST, TEXT, film_texts, made_up_names
from benchmarks.mentions import WAYS, Measured, measure
from plugins.archive.entity import Kind


def test_made_up_names_and_texts_are_the_same_each_time() -> None:
    assert made_up_names(200) == made_up_names(200)
    names = made_up_names(200).forms
    assert [one.text for one in film_texts(1, names)] == [one.text for one in film_texts(1, names)]


def test_made_up_names_are_as_many_as_asked_and_of_every_sort() -> None:
    names = made_up_names(1000)
    forms = [one.form for one in names.forms]
    assert len(forms) == len(set(forms)) == 1000
    assert Counter(one.kind for one in names.bearers.values()).keys() == {
        Kind.PERSON,
        Kind.CHARACTER,
        Kind.WORK,
    }
    assert sum(form.startswith("The ") for form in forms) > 100
    assert sum(len(form) == 1 for form in forms) > 20
    assert max(Counter(form.split()[0] for form in forms if not form.startswith("The ")).values()) > 5


def test_a_text_has_a_cast_of_its_own_and_says_who_speaks() -> None:
    names = made_up_names(1000).forms
    text = next(film_texts(1, names)).text
    assert TEXT <= len(text) < 1.2 * TEXT
    assert CAST / 2 < sum(one.form in text for one in names if " " in one.form) <= CAST + 5
    assert "” " in text


@pytest.mark.parametrize("way", [one for one in WAYS if one != "one-at-a-time"])
def test_a_measurement_reads_every_text(way: str) -> None:
    found = measure(way, 50_000, 100, 100)
    assert 80_000 < found.size < 110_000
    assert found.found > 0
    assert found.seconds > 0
    assert found.memory > 0


def test_the_automaton_finds_what_an_alternation_finds() -> None:
    assert measure("automaton", 1, 200, 200).found == measure("alternation", 1, 200, 200).found


def test_names_that_stand_nowhere_change_nothing_that_is_found() -> None:
    few, many = (measure("mentions", 1, count, 100).found for count in (100, 400))
    assert few <= many < 1.1 * few


def test_a_rate_is_in_megabytes_a_second() -> None:
    assert Measured(size=3_000_000, found=0, ready=1.0, seconds=2.0, memory=0).rate == 1.5
