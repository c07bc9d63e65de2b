"""What is compared: the terms of the search, found fast, with signs of unspaced scripts one by one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.leaks.words import _SIGN, is_sign, offset_of_term, terms_of
from plugins.search_index.analyzer import fold, terms

SPACED = st.text().filter(lambda text: not any(map(is_sign, terms_of(text))))
"""Texts of scripts that put spaces between words."""


@given(SPACED)
def test_terms_are_those_of_the_search(text: str) -> None:
    """So a leak in the index and one on a page are the same words."""
    assert terms_of(text) == terms(text)


def test_every_single_character_is_folded_as_the_search_folds_it() -> None:
    """A fast way of folding is worth nothing if it forgets one of them."""
    pieces = [f"a{chr(code)}b" for code in range(0x110000) if not _SIGN.search(fold(chr(code)))]
    assert terms_of("\n".join(pieces)) == terms("\n".join(pieces))


def test_signs_of_scripts_without_spaces_are_terms_of_their_own() -> None:
    """A Japanese sentence would be one word, and no run of words would ever be found in it."""
    assert terms_of("港のブリキ, 2004") == ["港", "の", "フ", "リ", "キ", "2004"]


@given(st.text(max_size=60))
def test_the_offset_of_a_term_is_where_it_begins(text: str) -> None:
    """What stands before it are the terms before it, and nothing of itself."""
    for number in range(len(terms_of(text))):
        offset = offset_of_term(text, number)
        assert 0 <= offset < len(text)
        assert not text[offset].isspace()


def test_offsets_count_code_points_before_folding() -> None:
    text = "“Ça”, ﬁve ½ so\u00adft"
    assert [text[offset_of_term(text, number)] for number in range(5)] == ["Ç", "ﬁ", "½", "½", "s"]


def test_a_term_beyond_the_last_is_at_the_end() -> None:
    assert offset_of_term("tin harbour", 2) == 11
