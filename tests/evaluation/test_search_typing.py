"""Slips of the finger are such as people make, and never none."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as some

from evaluation.search_typing import cut_last_word, with_a_typo

WORDS = some.lists(some.text("abcdeféßя", min_size=1, max_size=9), min_size=1, max_size=4)


@given(WORDS, some.randoms(use_true_random=False))
def test_one_word_of_four_letters_or_more_is_mistyped_and_no_other(
    words: list[str], draw: random.Random
) -> None:
    typed = with_a_typo(" ".join(words), draw)
    if typed is None:
        assert max(map(len, words)) < 4
        return
    wrong = [(meant, got) for meant, got in zip(words, typed.split(" "), strict=True) if meant != got]
    assert len(wrong) == 1
    assert len(wrong[0][0]) >= 4


@given(WORDS, some.randoms(use_true_random=False))
def test_a_slip_is_one_letter_more_one_less_another_or_two_swapped(
    words: list[str], draw: random.Random
) -> None:
    meant = " ".join(words)
    typed = with_a_typo(meant, draw)
    if typed is not None and len(typed) == len(meant):
        changed = [place for place, letter in enumerate(meant) if typed[place] != letter]
        assert len(changed) == 1 or sorted(typed) == sorted(meant)
    elif typed is not None:
        assert abs(len(typed) - len(meant)) == 1


def test_the_last_word_is_cut_to_three_letters_whatever_stands_behind_it() -> None:
    assert cut_last_word("Who Lights the Lamps?") == "Who Lights the Lam"
    assert cut_last_word("The Tin Pot") is None
    assert cut_last_word("1931") is None
    assert cut_last_word("The Lamps Won't") == "The Lamps Won"
