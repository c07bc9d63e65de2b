"""What is packed is read back, bit by bit, by the reader of the tests."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.search_index.bits import (
    Codes,
    bit_length,
    codes_of,
    gamma,
    gamma_word,
    in_a_row,
    lay,
    packed,
    rice,
    rice_parameter,
    rice_word,
    shared_beginning,
    spelt_out,
)
from plugins.search_index.inverted import utf16_order
from tests.search_index.contract import packed_bits, read
from tests.search_index.reading import Bits, bits_of, parameter, strings_of

CONTRACT = read("bits.json")
FROM_ONE = st.lists(st.integers(1, 2**16 - 1), max_size=40)
WITH_PARAMETERS = st.lists(
    st.integers(0, 12).flatmap(lambda k: st.tuples(st.integers(0, 20 << k), st.just(k)))
)


def laid(codes: Codes) -> Bits:
    """The code words one after the other, through the characters of a file."""
    return bits_of(packed(lay([in_a_row(codes)], int(codes.size.sum()))))


@given(FROM_ONE)
def test_gamma_is_read_back(numbers: list[int]) -> None:
    bits = laid(gamma(numbers))
    assert [bits.gamma() for _ in numbers] == numbers


@given(WITH_PARAMETERS)
def test_rice_is_read_back(pairs: list[tuple[int, int]]) -> None:
    numbers, parameters = [number for number, _ in pairs], [k for _, k in pairs]
    bits = laid(rice(np.array(numbers, dtype=int), np.array(parameters, dtype=int)))
    assert [bits.rice(k) for k in parameters] == numbers


@given(FROM_ONE, st.integers(0, 12))
def test_one_number_has_the_code_word_that_it_has_among_many(numbers: list[int], k: int) -> None:
    for many, one in (
        (gamma(numbers), codes_of([gamma_word(number) for number in numbers])),
        (rice(numbers, k), codes_of([rice_word(number, k) for number in numbers])),
    ):
        assert (many.value.tolist(), many.size.tolist()) == (one.value.tolist(), one.size.tolist())


@given(st.integers(0, 10**9), st.integers(1, 10**6))
def test_both_sides_reckon_the_same_parameter(span: int, count: int) -> None:
    assert int(rice_parameter(span, count)) == parameter(span, count)


@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=6), unique=True))
def test_sorted_strings_are_read_back_whatever_they_are_of(strings: list[str]) -> None:
    """Letters, digits, signs, and characters beyond the first 65,536."""
    ordered = sorted(strings, key=utf16_order)
    assert list(strings_of(laid(spelt_out(ordered)), len(ordered))) == ordered


@given(st.binary(max_size=90))
def test_bytes_are_read_back_from_their_characters(data: bytes) -> None:
    text = packed(data)
    bits = bits_of(text)
    assert bytes(bits.plain(8) for _ in data) == data
    assert len(text) == -(-len(data) * 8 // 15)


@given(st.binary(min_size=1, max_size=90))
def test_a_packed_text_needs_no_escape_and_has_no_surrogate(data: bytes) -> None:
    assert all(0x3400 <= ord(one) < 0x3400 + 2**15 < 0xD800 for one in packed(data))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 63).flatmap(lambda size: st.tuples(
    st.integers(0, 2**size - 1), st.just(size))))))  # fmt: skip
def test_code_words_stand_where_they_are_laid(placed: list[tuple[int, tuple[int, int]]]) -> None:
    """In any order, with zeros between them, across the words of the machine."""
    at, begins = 0, []
    for gap, (_, size) in placed:
        begins.append(at + gap)
        at += gap + size
    whole = list(zip(begins, (word for _, word in placed), strict=True))
    column = [
        (np.array([begin]), Codes(np.array([value], dtype=np.int64), np.array([size])))
        for begin, (value, size) in reversed(whole)
    ]
    bits = bits_of(packed(lay(column, at)))
    for (gap, (value, size)), begin in zip(placed, begins, strict=True):
        assert bits.plain(gap) == 0
        assert (bits.at, bits.plain(size)) == (begin, value)


def test_the_contract_has_the_characters_that_are_written() -> None:
    """Node reads the same characters; after a change that is meant: python -m tests.search_index.contract."""
    assert packed_bits(CONTRACT) == CONTRACT


@pytest.mark.parametrize(("number", "bits"), [(0, 0), (1, 1), (2, 2), (255, 8), (256, 9), (2**31 - 1, 31)])
def test_a_number_has_so_many_bits(number: int, bits: int) -> None:
    assert int(bit_length(number)) == bits


def test_two_strings_share_what_both_begin_with() -> None:
    assert [shared_beginning("andrew", other) for other in ("androids", "and", "", "b")] == [4, 3, 0, 0]
