"""No name that a text holds is passed over, and few that it does not hold are looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.authority.names import Name
from plugins.mentions.folding import fold
from plugins.mentions.matching import NameMatcher
from plugins.mentions.occurring import NamesByWord, words_of

PARTS = st.sampled_from(
    [
        *(
            "Ines",
            "Varga",
            "VARGA",
            "INES",
            "K",
            "K.",
            "O’Dare",
            "Anne-Marie",
            "Zoë",
            "Zoe\u0308",
            "straße",
            "2",
        ),
        *("東", "京", "ラ", "한", "글", "ไทย", "The", "Tin", "a", "x", "_", "²", "\u0304"),
        *(" ", " ", " ", "  ", ".", ". ", "-", "’s", "“", "\n", "\u00a0", "\u200b"),
    ]
)
WORDS = st.lists(PARTS, min_size=1, max_size=6).map("".join)


def forms_in(text: str, *forms: str) -> list[str]:
    names = [Name(form, (form,)) for form in forms]
    return [one.form for one in NamesByWord(names).within(words_of(fold(text).text))]


@given(st.lists(WORDS | st.text(max_size=8), max_size=5), st.lists(PARTS, max_size=30).map("".join))
def test_every_name_that_stands_in_a_text_is_among_those_it_can_hold(forms: list[str], text: str) -> None:
    names = [Name(form, (form,)) for form in dict.fromkeys(forms)]
    found = {match.name for match in NameMatcher(names).find(fold(text))}
    among = NamesByWord(names).within(words_of(fold(text).text))
    assert {match.name for match in NameMatcher(among).find(fold(text))} == found


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Ines Varga", "ines varga waits"),
        ("Ines Varga", "Ines Vargas waits"),
        ("The Tin Harbour", "The Harbour waits"),
        ("K. L. Maes", "K. Maes waits"),
        ("東京物語", "東京の夜"),
        ("—", "so — it waits"),
    ],
)
def test_a_name_of_which_a_word_is_missing_is_not_looked_for(form: str, text: str) -> None:
    assert forms_in(text, form) == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("Ines Varga", "INES VARGA: I wait."),
        ("K. K. Maes", "K.K. Maes’s lamp"),
        ("O'Dare", "Here is O’Dare"),
        ("東京", "彼は東京にいる"),
        ("Zoë", "Zoe\u0308 waits"),
    ],
)
def test_a_name_is_looked_for_however_it_is_spelt(form: str, text: str) -> None:
    assert forms_in(text, form) == [form]


def test_names_come_in_the_order_of_their_forms_whatever_their_own() -> None:
    assert forms_in("Tin Varga Ines", "Varga", "Ines", "Tin") == ["Ines", "Tin", "Varga"]
