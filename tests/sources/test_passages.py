"""Passages found by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Document
from plugins.archive.span import digest_of
from plugins.sources.passages import Passage, find_nearly, find_passages
from tests.making import document

TEXT = "The lamp’s voice\u00a0came.\nIt said “no – never”, and no – never again."


@pytest.mark.parametrize("words", ["lamp's voice", "lamp’s voice came", "voice   came"])
def test_quotation_marks_and_spaces_are_alike(words: str) -> None:
    assert [one.pointer.paragraph for one in find_passages(document(TEXT), words)] == [1]


def test_every_place_is_found_and_shown_with_its_words() -> None:
    found = list(find_passages(document(TEXT), "no - never"))
    assert [one.context.count("[no – never]") for one in found] == [1, 1]


@pytest.mark.parametrize("words", ["", "  ", "Lamp’s", "came. It said", "no.*never"])
def test_nothing_is_found_nearly(words: str) -> None:
    """Another case, words across paragraphs, an expression."""
    assert list(find_passages(document(TEXT), words)) == []


@pytest.mark.parametrize("words", ["Lamp’s Voice", "no, never", "NO NEVER and no", "“no” (never)"])
def test_the_same_words_are_found_with_other_capitals_and_marks(words: str) -> None:
    assert list(find_passages(document(TEXT), words)) == []
    assert list(find_nearly(document(TEXT), words)) != []


@pytest.mark.parametrize(
    "words", ["", " - ", "amp’s voice", "no eve", "came. It said", "never no", "n.* never"]
)
def test_other_words_are_not(words: str) -> None:
    """Parts of words, words across paragraphs, another order, an expression."""
    assert list(find_nearly(document(TEXT), words)) == []


@pytest.mark.parametrize("find", [find_passages, find_nearly])
@given(
    text=st.text(alphabet="abA “’–\n\u00a0.", max_size=40),
    words=st.text(alphabet="ab '-.", min_size=1, max_size=4),
)
def test_a_pointer_holds_for_the_passage_that_it_was_made_for(
    find: Callable[[Document, str], Iterator[Passage]], text: str, words: str
) -> None:
    made = document(text)
    for passage in find(made, words):
        span, segment = passage.pointer.span, made.paragraph(passage.pointer.paragraph or 0)
        assert span is not None
        assert segment is not None
        assert segment.span.contains(span)
        assert passage.pointer.digest == digest_of(span.of(text))
