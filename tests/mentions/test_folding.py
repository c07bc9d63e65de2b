"""Texts as names are looked for in them, and the way back to the letters of the original."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.mentions.folding import fold, folded_form

SIGNS = (
    "aé'\"-’“”‐—  \t\r\n\u00a0\u2005\u3000\u00ad\u200b\u2060\ufeffe\u0308\u0301か\u3099.Å\u1112\u1161\u11ab"
)
texts = st.one_of(st.text(alphabet=SIGNS, max_size=24), st.text(max_size=24))


def begins_a_letter(folded: str, place: int) -> bool:
    """Whether no mark that belongs to the letter before stands at a place; nobody cuts a name there."""
    return place == len(folded) or not unicodedata.combining(folded[place])


@given(texts, st.data())
def test_the_original_of_a_folded_stretch_folds_to_that_stretch(text: str, data: st.DataObject) -> None:
    """Whatever is found in the folded text can be shown in the original."""
    folded = fold(text)
    places = [place for place in range(len(folded.text) + 1) if begins_a_letter(folded.text, place)]
    if len(places) > 1:
        start, end = sorted(data.draw(st.lists(st.sampled_from(places), min_size=2, max_size=2, unique=True)))
        span = folded.span(start, end)
        assert 0 <= span.start < span.end <= len(text)
        assert fold(span.of(text)).text == folded.text[start:end]


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(texts)
def test_stretches_side_by_side_do_not_overlap_in_the_original(text: str) -> None:
    folded = fold(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@given(st.text(alphabet="Zoë Åéñçøß한국か が'-", max_size=20))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("Ines Varga", "Ines Varga"),
        ("Ines  \t Varga", "Ines Varga"),
        ("Ines\r\nVarga", "Ines Varga"),
        ("Ines\u00a0Varga", "Ines Varga"),
        ("Var\u00adga", "Varga"),
        ("\ufeffVar\u200bga\u2060", "Varga"),
        ("Zoe\u0308", "Zoë"),
        ("O’Dare", "O'Dare"),
        ("“Drop”, «Drop»", '"Drop", "Drop"'),
        ("Anne‑Marie", "Anne-Marie"),
        ("Nobody—not Varga", "Nobody—not Varga"),
        ("", ""),
    ],
)
def test_what_never_parts_two_spellings_is_made_one(raw: str, folded: str) -> None:
    assert fold(raw).text == folded


@pytest.mark.parametrize("text", ["VARGA", "Zoe", "Björk", "ﬁlm", "İstanbul"])
def test_capitals_accents_and_ligatures_stay(text: str) -> None:
    """They tell names apart."""
    assert fold(text).text == text


@pytest.mark.parametrize(
    ("text", "words", "original"),
    [
        ("a Zoe\u0308\u200b!", "Zoë", "Zoe\u0308"),
        ("a Ines \r\n Varga b", "Ines Varga", "Ines \r\n Varga"),
        ("a Va\u00adrga\u200b b", "Varga", "Va\u00adrga"),
        ("\u200bVarga", "Varga", "Varga"),
    ],
)
def test_what_is_taken_out_behind_a_name_is_not_in_its_span(text: str, words: str, original: str) -> None:
    folded = fold(text)
    start = folded.text.index(words)
    assert folded.span(start, start + len(words)).of(text) == original


def test_a_name_is_looked_for_without_the_space_around_it() -> None:
    assert folded_form(" Ines  Varga\n") == "Ines Varga"
