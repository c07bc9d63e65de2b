"""A text cut into blocks: every letter in one of them, and every block with a label."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.sources.blocks import find_blocks, is_wrapped
from plugins.sources.library import read_original
from plugins.sources.segments import segment
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
    original = read_original("\n".join(case["text"]).encode("utf-8"))
    found = [_entry(one) for one in segment("case", original.text, original.blocks)]
    if case.get("format") == "html":
        first = [
            " ".join(one.span.of(original.text).split())
            for one in segment("case", original.text, original.blocks)
        ]
        expected = [entry.split(" | ") for entry in case["expected"]]
        assert found == [entry for entry, _ in expected]
        assert [words[: len(start)] for words, (_, start) in zip(first, expected, strict=True)] == [
            start for _, start in expected
        ]
    else:
        assert found == case["expected"]


def _entry(one: Segment) -> str:
    """A segment as the cases write it: its label, and what belongs to the label."""
    if one.label is Label.COMMENT:
        return f"comment {one.depth}"
    return f"{one.label.value}: {one.speaker}" if one.speaker else one.label.value


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
    blocks = list(find_blocks(text))
    number = 1
    for one in segments:
        assert one.number == number
        assert one.blocks == 1 or one.label is Label.COMMENT
        assert one.span == Span(blocks[number - 1].start, blocks[number - 2 + one.blocks].end)
        number += one.blocks
    assert number == len(blocks) + 1


@given(TEXTS)
def test_a_comment_answers_a_comment_before_it(text: str) -> None:
    segments = segment("any", text)
    by_number = {one.number: one for one in segments}
    for one in segments:
        if one.parent is not None:
            assert one.parent < one.number
            assert by_number[one.parent].label is one.label
            assert by_number[one.parent].depth == one.depth - 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
def test_every_kind_of_line_end_parts_blocks(end: str) -> None:
    text = f"Fog came in.{end}It stayed."
    assert [block.of(text) for block in find_blocks(text)] == ["Fog came in.", "It stayed."]


def test_a_comment_is_nested_by_its_indent() -> None:
    lines = ["Fog came in.", " 1. Fog?", "  2. Fog.", "  And more fog.", " 3. Tin."]
    found = segment("any", "\n".join(lines))
    assert [(one.depth, one.parent) for one in found] == [(0, None), (1, None), (2, 2), (1, None)]
    assert [one.blocks for one in found] == [1, 1, 2, 1]


def test_a_turn_has_its_speaker() -> None:
    found = segment("any", "QUAY MAGAZINE: Why tin?\nVARGA: It rings.")
    assert [one.speaker for one in found] == ["QUAY MAGAZINE", "VARGA"]


def test_three_short_lines_are_not_wrapped_text() -> None:
    """Verses and lists have short lines too."""
    assert not is_wrapped("Fog\nand tin\nand rope\nand more")


LARGE = {
    "a text of 5 MB": "Varga builds a port of tin, and waits there for fog.\n\n" * 100_000,
    "one line of 1 MB": "tin " * 250_000,
    "one line of 1 MB without a space": "t" * 1_000_000,
    "a million line ends": "\n" * 1_000_000,
    "10,000 nested comments": "Fog came in.\n"
    + "\n".join(f"{' ' * min(number, 400)}1. Fog {number}." for number in range(1, 10_001)),
    "10,000 headings": "The Tin Harbour\n" * 10_000
    + "Nobody leaves the port before the lamp has spoken to them.",
    "10,000 pictures": "Tin is tin. Tin is not fog, and nobody says that it is.\n"
    + "\n".join(f"Tin {number}" for number in range(10_000))
    + "\nNobody leaves the port before the lamp has spoken to them.",
    "10,000 questions": "Do you wait for fog?\nI do.\n" * 10_000,
    "10,000 turns": "THE QUAY: Do you wait for fog?\nVARGA: I do.\n" * 10_000,
    "bars": "a | " * 100_000,
    "brackets": "[" * 200_000,
    "quotation marks": "“" * 200_000 + "\n" + '"' * 200_000,
    "white space of one line": "Fog." + " " * 1_000_000 + "Tin.",
    "dates": "Posted on May 3, 2011 at 10:12 pm\n" * 20_000,
    "commas and names": "By Ines Varga" + ", Ines Varga" * 50_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_and_odd_texts_come_through_whole(text: str) -> None:
    """A rule that looked at such a text again and again would be noticed by whoever waits for this test."""
    position = 0
    for one in segment("large", text):
        assert not text[position : one.span.start].strip()
        position = one.span.end
    assert not text[position:].strip()


@given(TEXTS, st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_of_another_kind_change_no_label(text: str, end: str) -> None:
    lines = re.split(r"\r\n|\r|\n", text)
    one, other = (segment("any", mark.join(lines)) for mark in ("\n", end))
    assert [(s.label, s.rule, s.speaker, s.depth) for s in one] == [
        (s.label, s.rule, s.speaker, s.depth) for s in other
    ]
