"""Texts as readers see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import Span
from plugins.entity_pages.reading import sentence_around
from tests.making import span_of

SENTENCES = [
    ("He came late. Varga found it. They laughed.", "Varga", "Varga found it."),
    ("“It rings!” Varga said. Nobody slept.", "Varga", "Varga said."),
    ("It was K. K. Maes who slept. Nobody else.", "Maes", "It was K. K. Maes who slept."),
    ("Tin Bros. Varga made it.", "Varga", "Tin Bros. Varga made it."),
    ("Mr. Oster slept. So did Dr. Bell.", "Bell", "So did Dr. Bell."),
    ("It cost 2.5 million. Varga paid.", "Varga", "Varga paid."),
    ("Why tin? asked Varga.", "Varga", "Why tin? asked Varga."),
    ("Varga", "Varga", "Varga"),
    ("Fog … and Varga, too.", "Varga", "Fog … and Varga, too."),
]


@pytest.mark.parametrize(("text", "name", "sentence"), SENTENCES)
def test_the_sentence_of_a_name_is_that_of_the_table(text: str, name: str, sentence: str) -> None:
    assert sentence_around(text, Span(0, len(text)), span_of(text, name)).of(text) == sentence


@given(st.text(alphabet="aB. !?”“\n", max_size=30), st.text(alphabet="aB. !?”\n", max_size=30))
def test_a_sentence_holds_its_mention_and_stays_in_its_segment(before: str, after: str) -> None:
    text = f"{before} Varga {after}"
    mention, segment = span_of(text, "Varga"), Span(0, len(text))
    sentence = sentence_around(text, segment, mention)
    assert segment.contains(sentence)
    assert sentence.contains(mention)


@pytest.mark.parametrize(("before", "after"), [(5_000, 5_000), (5_000, 3), (3, 5_000)])
def test_a_sentence_without_end_is_told_as_far_as_it_is_near(before: int, after: int) -> None:
    """Some lists of thousands of names have no full stop, and each name asks for its sentence."""
    text = "tin, " * before + "Varga" + ", fog" * after
    mention = span_of(text, "Varga")
    sentence = sentence_around(text, Span(0, len(text)), mention)
    assert sentence.contains(mention)
    assert len(sentence) < 5_000
    assert set(sentence.of(text).split()) <= {"tin,", "fog,", "fog", "Varga,"}
