"""Bodies that would not be shown whole, or take long, are told; all others are rendered in no time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plugins.markdown_it.limits import MOST_MARKS, body_faults
from plugins.markdown_it.render import render
from tests.durations import stopped_after

MEGABYTE = 1_000_000

DEEP: dict[str, Callable[[int], str]] = {
    "quotations": lambda depth: ">" * depth,
    "quotations line by line": lambda depth: "\n".join(">" * (number + 1) + " a" for number in range(depth)),
    "lists": lambda depth: "- " * depth,
    "numbered lists": lambda depth: "1. " * depth,
    "lists line by line": lambda depth: "\n".join("  " * number + "- a" for number in range(depth)),
    "lists set in by tabs": lambda depth: "\n".join(
        "\t" * (number // 2) + "  " * (number % 2) + "- a" for number in range(depth)
    ),
    "lists in quotations": lambda depth: "> - " * depth,
    "lists in a footnote": lambda depth: "x[^1]\n\n[^1]: " + "- " * depth,
}

LONG = [
    "[", ">", "*", "(", "`", "![", "_", "<", "[[", "- ", "> ", "1. ", "x", "word ", "a**b", "[a](", "[^1]",
    "^[", "&", "\\", "|a", "#", "]", "[[a|", "<a ", "- a\n", "> a\n", "=\n", "\\\n", "a|b\n-|-\n",
    "[a]: b\n", "\n", "<!--", "&#1;",
]  # fmt: skip


@pytest.mark.parametrize("make", DEEP.values(), ids=DEEP)
def test_a_fault_is_told_where_words_would_be_left_out_and_nowhere_else(make: Callable[[int], str]) -> None:
    for depth in range(1, 25):
        body = f"{make(depth)} the-last-words"
        left_out = "the-last-words" not in render(body, lambda _: None)
        assert bool(list(body_faults(body))) is left_out, f"{depth} deep"
    assert left_out


def test_the_fault_names_the_line_on_which_it_becomes_too_deep() -> None:
    body = "Fog.\n\n" + "\n".join("  " * number + "- a" for number in range(30))
    assert list(body_faults(body)) == [
        (11, "lists and quotations stand more than 20 deep in each other; set them side by side")
    ]


def test_a_body_has_at_most_so_many_marks() -> None:
    assert list(body_faults("*" * MOST_MARKS)) == []
    assert list(body_faults("*" * (MOST_MARKS + 1))) == [
        (
            0,
            "the page has 50001 lines and signs of Markdown; the most are 50000; make several pages of it",
        )
    ]


def test_a_long_page_of_prose_is_no_fault() -> None:
    assert (
        list(body_faults("The fog was real, and it was late. " * 40 + "\n\n" + "[[odile]] waits. " * 9000))
        == []
    )


@pytest.mark.parametrize("length", [MOST_MARKS, MEGABYTE])
@pytest.mark.parametrize("sign", LONG)
def test_a_body_of_one_sign_is_refused_or_read_to_its_end(sign: str, length: int) -> None:
    body = sign * (length // len(sign))
    with stopped_after():
        if not list(body_faults(body)):
            render(body, lambda _: None)
