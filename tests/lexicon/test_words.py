"""What a word may be: a given name, a surname, a place, a word of every day."""

from __future__ import annotations

import gc
import sys

import pytest

from plugins.lexicon import dictionary
from plugins.lexicon.words import (
    is_common,
    is_country,
    is_given_name,
    is_often_given,
    is_place,
    is_surname,
)


@pytest.mark.parametrize(
    "name", ["Theodore", "Joaquin", "Zoë", "Samantha", "Spike", "Anne-Marie", "Léa", "Grace"]
)
def test_given_names_of_many_countries_are_known(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize(
    "word", ["Harbour", "Lamp", "theodore", "THEODORE", "Monday", "", "2004", "van", "De"]
)
def test_other_words_and_other_capitals_are_no_given_names(word: str) -> None:
    """A particle is in no list of ours, whoever lists it."""
    assert not is_given_name(word)


@pytest.mark.parametrize(
    ("name", "often"), [("Anna", True), ("Daniel", True), ("Maria", True), ("Hope", False), ("Spike", False)]
)
def test_a_name_that_is_given_in_many_countries_is_a_name_before_it_is_a_word(name: str, often: bool) -> None:
    """`OFTEN` parts the names that everybody knows from words that somebody, somewhere, was called."""
    assert is_given_name(name)
    assert is_often_given(name) is often


@pytest.mark.parametrize("name", ["Johansson", "Park", "Nowak", "Quinn"])
def test_surnames_are_known(name: str) -> None:
    assert is_surname(name)


@pytest.mark.parametrize("word", ["heat", "Heat", "HEAT", "adaptation", "her", "films", "rope", "whose"])
def test_words_of_every_day_are_known_whatever_their_capitals(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["theodore", "Joaquin", "Phoenixx", "varga", "2004", "O'Dare", "", "é"])
def test_names_and_numbers_are_no_words_of_every_day(word: str) -> None:
    """The lemma of a name keeps its capital."""
    assert not is_common(word)


@pytest.mark.parametrize("name", ["Los Angeles", "Oslo", "Ostend", "New York", "Mexico"])
def test_places_are_known(name: str) -> None:
    assert is_place(name)


@pytest.mark.parametrize("name", ["Norway", "Texas", "Africa"])
def test_countries_states_and_continents_are_known_as_such(name: str) -> None:
    assert is_country(name)
    assert is_place(name)


@pytest.mark.parametrize("name", ["Harbour", "oslo", "OSLO", "Varga", "Bavaria", ""])
def test_other_words_are_no_places(name: str) -> None:
    assert not is_place(name)
    assert not is_country(name)


def test_a_word_may_be_a_name_a_place_and_a_word_of_every_day() -> None:
    """Whoever asks must look at the text."""
    assert is_given_name("Hope")
    assert is_common("Hope")
    assert is_given_name("Austin")
    assert is_place("Austin")


def test_of_a_dictionary_that_was_closed_nothing_is_held() -> None:
    """Nor until Python looks for garbage: builds keep it from looking."""
    gc.disable()
    try:
        dictionary.headword("letters")
        known = dictionary._opened()[2]
        words = known.words
        dictionary.close()
        assert not known.words
        # This name and the argument.
        assert sys.getrefcount(words) == 2
    finally:
        gc.enable()


def test_a_dictionary_that_was_closed_is_opened_again() -> None:
    assert dictionary.headword("letters") == "letter"
    dictionary.close()
    assert dictionary._opened.cache_info().currsize == 0
    assert dictionary.headword("letters") == "letter"
    assert dictionary.is_known("letters")
    assert not dictionary.is_known("lettersss")
