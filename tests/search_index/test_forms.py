"""Which terms are forms of one word."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.forms import families, stems_of, to_the_one_before


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ("letter", "letters", "lettered")),
        ("en", ("film", "films", "filmed", "filming")),
        ("en-GB", ("ferry", "ferries")),
        ("EN", ("ferry", "ferries")),
        ("de", ("hafen", "hafens")),
        ("fr", ("marin", "marins", "marine")),
    ],
)
def test_forms_of_one_word_are_of_one_family(language: str, forms: tuple[str, ...]) -> None:
    assert len(set(families(forms, stems_of(forms, language)).tolist())) == 1


@pytest.mark.parametrize(
    "words",
    [("quay", "query"), ("letter", "let"), ("her", "here"), ("even", "evening"), ("organ", "organic")],
)
def test_different_words_are_not(words: tuple[str, ...]) -> None:
    assert len(set(families(words, stems_of(words)).tolist())) == len(words)


@pytest.mark.parametrize("language", ["ja", "xx", "", "und"])
def test_a_language_without_stems_has_no_forms(language: str) -> None:
    assert stems_of(("letters", "films"), language) == {}


def test_only_terms_that_are_not_their_own_stem_are_told() -> None:
    assert stems_of(("letter", "letters")) == {"letters": "letter"}


@given(st.lists(st.integers(0, 4), max_size=30))
def test_links_lead_through_a_whole_family(family: list[int]) -> None:
    back = to_the_one_before(np.array(family, dtype=np.int32)).tolist()
    for at, step in enumerate(back):
        earlier = [one for one in range(at) if family[one] == family[at]]
        assert step == (at - earlier[-1] if earlier else 0)
