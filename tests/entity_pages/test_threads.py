"""Readers' comments as threads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.entity_pages.reading_views import Comment, Paragraph, Run, Stretch
from plugins.entity_pages.threads import DEEPEST, OPENING, levels, opening_of, threads
from plugins.entity_pages.views import Piece

Tree = list["Tree"]


def comment(number: int, depth: int, words: str = "Mine rings.") -> tuple[Segment, tuple[Paragraph, ...]]:
    segment = Segment("talk", Span(number, number + 1), number, Label.COMMENT, "by-hand", depth=depth)
    stretch = Stretch((Run((Piece(words),)),))
    return segment, (Paragraph(number, "comment", "by-hand", (stretch,)),)


def shape(found: tuple[Comment, ...]) -> Tree:
    return [shape(one.replies) for one in found]


def numbers(found: tuple[Comment, ...]) -> Iterator[int | None]:
    for one in found:
        yield one.rows[0].number
        yield from numbers(one.replies)


@pytest.mark.parametrize(
    ("depths", "tree"),
    [
        ([], []),
        ([1, 1], [[], []]),
        ([1, 2, 3, 2, 1], [[[[]], []], []]),
        # A page that begins in mid-thread, or skips a level, nests no deeper than it has comments for.
        ([3, 1], [[], []]),
        ([1, 4, 4, 2], [[[], [], []]]),
    ],
)
def test_answers_lie_under_what_they_answer(depths: list[int], tree: Tree) -> None:
    assert shape(threads(comment(number, depth) for number, depth in enumerate(depths, 1))) == tree


@given(st.lists(st.integers(0, 60), max_size=80))
def test_every_comment_is_there_once_in_the_order_of_the_text(depths: list[int]) -> None:
    found = threads(comment(number, depth) for number, depth in enumerate(depths, 1))
    assert list(numbers(found)) == list(range(1, len(depths) + 1))
    assert sum(1 + thread.below for thread in found) == len(depths)


def test_a_quarrel_of_a_thousand_turns_is_no_deeper_than_a_page_can_show() -> None:
    deep = [comment(number, number) for number in range(1, 1001)]
    assert max(levels(deep)) == DEEPEST
    assert list(numbers(threads(deep))) == list(range(1, 1001))


@pytest.mark.parametrize(
    ("words", "opening"),
    [
        ("Mine rings.", "Mine rings."),
        ("12. Mine rings.", "Mine rings."),
        ("  Mine \n rings.", "Mine rings."),
        (f"My lamp, {'and ' * 20}", f"My lamp, {'and ' * 12}…"),
    ],
)
def test_a_thread_is_called_by_its_first_words(words: str, opening: str) -> None:
    assert opening_of(comment(1, 1, words)[1]) == opening


@given(st.text(max_size=200))
def test_a_thread_is_called_by_few_words(words: str) -> None:
    assert len(opening_of(comment(1, 1, words)[1])) <= OPENING + 2
