"""Numbers and words as bits, and bits as characters that may stand in a JavaScript string.

All codes are prefix codes of a number's own bits behind zeros, so a code word is told by two figures: its
value, and how many bits it takes. Whole arrays of them are laid down at once.

- **gamma** (Elias, 1975), for numbers from 1 that are mostly small: as many zeros as the number has bits
  after its first, then the number.
- **Rice** (1971) with parameter *k*, for numbers from 0 about 2^k: the number without its last *k* bits as
  that many zeros, a one, and the *k* bits. *k* follows from what both sides know, and is never written.
- **plain**: a fixed number of bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.signedinteger[Any]]
"""Whole numbers. Those of an index have 32 bits, half of what numpy would take; places of bits have 64."""

FIRST_CHARACTER = 0x3400
"""A character of a packed text carries 15 bits: its code less this. All of them lie in one stretch of Unicode
in which nothing is a surrogate, a line end or in need of an escape."""

_CHARACTER_BITS = 15

_WORD_BITS = 64

LETTER_BITS, DIGIT_BITS, OTHER_BITS = 5, 4, 21
"""The bits of a letter from a to z; of a digit behind DIGIT; of another character's code behind OTHER."""
DIGIT, OTHER = 26, 27


@dataclass(frozen=True, slots=True)
class Codes:
    """Code words: ``value`` of each, and its ``size`` in bits; the value has at most that many."""

    value: Numbers
    size: Numbers


def bit_length(numbers: Any) -> Numbers:
    """How many bits each number has without leading zeros; 0 for 0. Exact up to 2^53."""
    _, exponent = np.frexp(np.asarray(numbers, dtype=np.float64))
    return exponent


def gamma(numbers: Any) -> Codes:
    """Code words of numbers from 1."""
    value = np.asarray(numbers, dtype=np.int32)
    return Codes(value, 2 * bit_length(value) - 1)


def rice(numbers: Any, parameter: Any) -> Codes:
    """Code words of numbers from 0; ``parameter`` is one for all, or one for each."""
    value = np.asarray(numbers, dtype=np.int32)
    k = np.asarray(parameter, dtype=np.int32)
    tail = np.left_shift(np.int32(1), k)
    return Codes(tail | (value & (tail - 1)), (value >> k) + 1 + k)


@cache
def gamma_word(number: int) -> tuple[int, int]:
    """Value and size of one number's code word."""
    return number, 2 * number.bit_length() - 1


def rice_word(number: int, parameter: int) -> tuple[int, int]:
    """Value and size of one number's code word."""
    return 1 << parameter | number & (1 << parameter) - 1, (number >> parameter) + 1 + parameter


def codes_of(words: Sequence[tuple[int, int]]) -> Codes:
    """Code words one by one, as columns."""
    told = np.array(words, dtype=np.int32).reshape(-1, 2)
    return Codes(told[:, 0], told[:, 1])


def rice_parameter(span: Any, count: Any) -> Numbers:
    """The parameter for ``count`` numbers that add up to about ``span``, reckoned in whole numbers.

    The best is the logarithm of 0.69 times their mean (Golomb's rule for a geometric distribution).
    """
    mean = (np.asarray(span, dtype=np.int64) * 7) // (np.asarray(count, dtype=np.int64) * 10)
    return np.maximum(bit_length(mean) - 1, 0)


def lay(codes: list[tuple[Numbers, Codes]], size: int) -> bytes:
    """A field of ``size`` bits, filled up to whole bytes, in which each code word begins at its place.

    Takes pairs of places and code words, in any order. No value may have more than 63 bits.
    """
    words = np.zeros(size // _WORD_BITS + 2, dtype=np.uint64)
    for begins, told in codes:
        end = begins + told.size - 1
        value = told.value.astype(np.uint64)
        which, bit = end // _WORD_BITS, (end % _WORD_BITS).astype(np.uint64)
        # No two code words share a bit, so adding them is setting their bits. The first word is a margin.
        np.add.at(words, which + 1, value << (np.uint64(_WORD_BITS - 1) - bit))
        across = value >> bit >> np.uint64(1)
        over = np.flatnonzero(across)
        np.add.at(words, which[over], across[over])
    return words[1:].astype(">u8").tobytes()[: -(-size // 8)]


def packed(data: bytes) -> str:
    """Bytes as characters: 15 bits in each, filled up with zeros at the end.

    In UTF-16 that takes a fifteenth more than the bytes; base 64 would take a third.
    """
    bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8))
    whole = np.zeros(-(-len(bits) // _CHARACTER_BITS) * _CHARACTER_BITS, dtype=np.uint16)
    whole[: len(bits)] = bits
    weights = (1 << np.arange(_CHARACTER_BITS - 1, -1, -1)).astype(np.uint16)
    codes = whole.reshape(-1, _CHARACTER_BITS) @ weights + np.uint16(FIRST_CHARACTER)
    return codes.astype("<u2").tobytes().decode("utf-16-le")


def in_a_row(codes: Codes) -> tuple[Numbers, Codes]:
    """Code words with where each begins if they follow each other."""
    return np.cumsum(codes.size, dtype=np.int64) - codes.size, codes


def spelt_out(strings: Iterable[str]) -> Codes:
    """Sorted strings as code words, each told by what it adds to the one before.

    That is gamma of 1 + the characters that both share, gamma of 1 + those that follow, and these.
    """
    shared: list[int] = []
    added: list[str] = []
    before = ""
    for string in strings:
        shared.append(shared_beginning(before, string))
        added.append(string[shared[-1] :])
        before = string
    lengths = np.fromiter(map(len, added), np.int64, len(added))
    begins = np.cumsum(lengths + 2) - lengths - 2
    letters = _characters(np.frombuffer("".join(added).encode("utf-32-le"), dtype="<u4").astype(np.int32))
    value = np.zeros(2 * len(added) + len(letters.value), dtype=np.int32)
    codes = Codes(value, np.zeros_like(value))
    placed = (
        (begins, gamma(np.array(shared, dtype=np.int32) + 1)),
        (begins + 1, gamma(lengths + 1)),
        (np.arange(len(letters.value)) + 2 * np.repeat(np.arange(len(added)) + 1, lengths), letters),
    )
    for at, words in placed:
        codes.value[at], codes.size[at] = words.value, words.size
    return codes


def shared_beginning(one: str, other: str) -> int:
    """How many characters both begin with."""
    shared = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        shared += 1
    return shared


def _characters(codes: Numbers) -> Codes:
    """Code words of characters, which are given by their codes in Unicode."""
    letter = (codes >= ord("a")) & (codes <= ord("z"))
    digit = (codes >= ord("0")) & (codes <= ord("9"))
    value = np.select(
        [letter, digit],
        [codes - ord("a"), DIGIT << DIGIT_BITS | (codes - ord("0"))],
        OTHER << OTHER_BITS | codes,
    )
    size = np.select([letter, digit], [LETTER_BITS, LETTER_BITS + DIGIT_BITS], LETTER_BITS + OTHER_BITS)
    return Codes(value.astype(np.int32), size.astype(np.int32))
