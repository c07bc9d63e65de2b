"""Terms and folding, as the contract with the browser states them."""

from __future__ import annotations

import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.analyzer import GAP, fold, placed_terms, terms
from tests.search_index.contract import read

CONTRACT = read("analyzer.json")


@pytest.mark.parametrize("case", CONTRACT["cases"], ids=lambda case: case["label"])
def test_a_text_has_the_terms_of_the_contract(case: dict[str, Any]) -> None:
    assert terms(case["text"]) == case["terms"]


@given(st.text())
def test_folding_what_is_folded_changes_no_term(text: str) -> None:
    assert terms(fold(text)) == terms(text)


@given(st.text())
def test_terms_are_lower_case_letters_and_digits(text: str) -> None:
    for term in terms(text):
        assert term.isalnum()
        assert term == term.lower()


def test_a_letter_is_for_python_what_it_is_for_javascript() -> None:
    """Python's ``[^\\W_]`` and JavaScript's ``[\\p{L}\\p{N}]`` hold the same characters."""
    differing = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if chr(code).isalnum() != (unicodedata.category(chr(code))[0] in "LN")
    ]
    assert differing == []


def test_a_paragraph_leaves_a_gap_in_the_positions() -> None:
    assert placed_terms("one two\n \nthree") == [(0, "one"), (1, "two"), (2 + GAP, "three")]


def test_a_line_break_alone_leaves_none() -> None:
    assert placed_terms("one\ntwo") == [(0, "one"), (1, "two")]
