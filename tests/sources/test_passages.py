"""Passages found by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import digest_of
from plugins.sources.passages import find_passages
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


@given(st.text(alphabet="ab “’–\n\u00a0.", max_size=40), st.text(alphabet="ab '-.", min_size=1, max_size=4))
def test_a_pointer_holds_for_the_passage_that_it_was_made_for(text: str, words: str) -> None:
    made = document(text)
    for passage in find_passages(made, words):
        span, segment = passage.pointer.span, made.paragraph(passage.pointer.paragraph or 0)
        assert span is not None
        assert segment is not None
        assert segment.span.contains(span)
        assert passage.pointer.digest == digest_of(span.of(text))
