"""Words with what their form shows, before anything is known of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.discovery.tokens import tokens_near_capitals
from plugins.mentions.folding import fold
from tests.discovery.reading import passages_in, tokens_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("K. K. Maes met K.K. Maes", ["K.", "K.", "Maes", "met", "K.K.", "Maes"]),
        ("the U.S. and the U.K.", ["the", "U.S.", "and", "the", "U.K."]),
        ("Anne-Marie O’Dare’s lamp", ["Anne-Marie", "O'Dare", "lamp"]),
        ("Varga—Bell—Quill", ["Varga", "Bell", "Quill"]),
        ("Rope Year 2 (2004)", ["Rope", "Year", "2", "2004"]),
        ("Vitamin B. It rained.", ["Vitamin", "B.", "It", "rained"]),
        ("", []),
        ("… — “” 、", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_are_read_without_what_stands_between_them(text: str, words: list[str]) -> None:
    """An em dash parts words, a hyphen joins them; initials keep their full stops."""
    assert [token.word for token in tokens_in(text)] == words


@pytest.mark.parametrize(
    ("text", "possessive"),
    [("Varga’s lamp", True), ("James’ lamp", True), ("the Bells' lamp", True), ("Varga said", False)],
)
def test_a_possessive_ending_is_told_and_is_no_part_of_the_word(text: str, possessive: bool) -> None:
    found = [token for token in tokens_in(text) if token.word in {"Varga", "James", "Bells"}]
    assert [token.possessive for token in found] == [possessive]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Rope burns. Fog stays.", ["Rope", "Fog"]),
        ("Ask Mr. Bell or Dr. Quill.", ["Ask"]),
        ("He said: “Rope burns.” So it does.", ["He", "Rope", "So"]),
        ("It ends (Nobody sees why) badly.", ["It", "Nobody"]),
        ("Why? Because.", ["Why", "Because"]),
        ("By K. K. Maes alone", ["By"]),
    ],
)
def test_words_that_have_their_capital_anyway_open_a_sentence(text: str, opening: list[str]) -> None:
    """Or a quotation, or a bracket; behind a title and an initial no sentence begins."""
    assert [token.word for token in tokens_in(text) if token.opens] == opening


@pytest.mark.parametrize(
    ("word", "is_capital"),
    [
        ("Varga", True),
        ("lamp", False),
        ("Anne-Marie", True),
        ("Joon-ho", True),
        ("Jewish-looking", False),
        ("TV-sized", False),
        ("Élodie", True),
        ("2004", False),
    ],
)
def test_a_capital_may_be_part_of_a_name_unless_a_description_hangs_on_it(
    word: str, is_capital: bool
) -> None:
    assert [token.is_capital for token in tokens_in(word)] == [is_capital]


@given(st.text(max_size=80))
def test_words_stand_in_the_text_in_order(text: str) -> None:
    last = 0
    for token in tokens_in(text):
        assert last <= token.start < token.end
        last = token.end


WORDS = [
    "Varga",
    "fog",
    "of",
    "the",
    "K.",
    "2",
    "“Rope",
    "lamp.”",
    "élan",
    "mr.",
    "—",
    "end.",
    "’s",
    "it’s",
    "a/b/C",
]


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=30).map(" ".join))
def test_words_near_capitals_are_those_of_the_text_with_what_they_show(text: str) -> None:
    """None with a capital is left out, nor any of the three words behind it, nor a number."""
    folded = fold(text).text
    near, words = list(tokens_near_capitals(folded, 0, len(folded))), tokens_in(text)
    assert [token for token in words if token in near] == near
    for place, token in enumerate(words):
        if token.is_capital:
            assert set(near) >= set(words[place : place + 4])
        assert token in near or not token.word[0].isdigit()


def test_the_pages_own_words_are_no_passage() -> None:
    """What a saved page leaves around a text names nobody."""
    text = "Ines Varga waits for the fog.\n\nShare on Facebook\n\nLeave a Reply"
    assert [text[one.segment.span.start : one.segment.span.end] for one in passages_in(text)] == [
        "Ines Varga waits for the fog."
    ]


def test_a_passages_offsets_are_those_of_the_folded_text() -> None:
    """White space before it is single there."""
    first, second = passages_in("Ines   Varga waits.\n\nNobody  rows.")
    assert (first.start, first.end) == (0, 17)
    assert [token.start for token in second.tokens] == [second.start, second.start + len("Nobody ")]
