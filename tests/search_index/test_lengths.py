"""Lengths in steps: never far from what they are, and a character each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.lengths import as_text, length_codes, length_of_code


@given(st.integers(1, 10**7))
def test_a_step_misses_a_length_by_a_fifth_at_most(length: int) -> None:
    told = int(length_of_code(length_codes(length)))
    assert abs(told - length) <= 0.5 + 0.2 * length


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_a_longer_text_has_no_smaller_step(one: int, other: int) -> None:
    short, long = length_codes(sorted((one, other))).tolist()
    assert short <= long


def test_only_an_empty_text_has_step_0() -> None:
    assert length_codes([0, 1, 2, 4]).tolist() == [0, 1, 3, 5]
    assert length_of_code([0, 1, 3, 5]).tolist() == [0, 1, 2, 4]


def test_a_book_of_ten_million_words_has_a_character_that_needs_no_escape() -> None:
    text = as_text(length_codes(range(0, 10**7, 9999)).tolist())
    assert {one for one in text if not "#" <= one < "\\"} == set()
