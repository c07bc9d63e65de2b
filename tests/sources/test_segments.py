"""A text cut into blocks: every letter in one of them, and every block with a label."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.sources.segments import find_blocks, is_wrapped, segment
from tests.drawers import cases

TEXTS = st.one_of(
    st.text(),
    st.lists(
        st.sampled_from(
            ["1. A comment", "   2. Another", "Leave a Reply", "A title", "Q: Why?", "BELL: So.", ""]
        )
    ).map("\n".join),
    st.text(alphabet="aB.: \t\n\r\x0b\x1c\x85\u2028\u00a0"),
)


@cases("sources")
def test_the_blocks_of_a_text_have_the_labels_of_the_cases(case: dict[str, Any]) -> None:
    labels = [one.label.value for one in segment("case", "\n".join(case["text"]))]
    assert labels == case["expected"]


@given(TEXTS)
def test_every_letter_is_in_exactly_one_segment(text: str) -> None:
    """In order, without overlap, and with nothing but white space between."""
    position = 0
    for one in segment("any", text):
        assert not text[position : one.span.start].strip()
        assert position <= one.span.start < one.span.end
        assert one.span.of(text) == one.span.of(text).strip()
        position = one.span.end
    assert not text[position:].strip()


@given(TEXTS)
def test_numbers_count_from_one_and_depend_on_blocks_alone(text: str) -> None:
    segments = segment("any", text)
    assert [one.number for one in segments] == list(range(1, len(segments) + 1))
    assert [one.span for one in segments] == list(find_blocks(text))


@given(TEXTS)
def test_a_comment_answers_a_comment_before_it(text: str) -> None:
    segments = segment("any", text)
    for one in segments:
        if one.parent is not None:
            assert one.parent < one.number
            assert segments[one.parent - 1].label is one.label


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
def test_every_kind_of_line_end_parts_blocks(end: str) -> None:
    text = f"Fog came in.{end}It stayed."
    assert [span.of(text) for span in find_blocks(text)] == ["Fog came in.", "It stayed."]


def test_a_comment_is_nested_by_its_indent() -> None:
    lines = ["Fog came in.", " 1. Fog?", "  2. Fog.", "  And more fog.", " 3. Tin."]
    found = segment("any", "\n".join(lines))
    assert [(one.depth, one.parent) for one in found] == [(0, None), (1, None), (2, 2), (1, 2), (1, None)]


def test_a_turn_has_its_speaker() -> None:
    found = segment("any", "QUAY MAGAZINE: Why tin?\nVARGA: It rings.")
    assert [one.speaker for one in found] == ["QUAY MAGAZINE", "VARGA"]


def test_three_short_lines_are_not_wrapped_text() -> None:
    """Verses and lists have short lines too."""
    assert not is_wrapped("Fog\nand tin\nand rope\nand more")
