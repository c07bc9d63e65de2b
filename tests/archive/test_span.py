"""Spans and pointers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import DIGEST_LENGTH, Pointer, Span, UnreadablePointer, digest_of

SPANS = st.tuples(st.integers(0, 999_999), st.integers(1, 999)).map(lambda one: Span(one[0], sum(one)))
POINTERS = st.builds(
    lambda source, paragraph, span, quote: Pointer(
        source, paragraph, span, digest_of(quote) if span else None
    ),
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    st.none() | st.integers(1, 999_999_999),
    st.none() | SPANS,
    st.text(),
)


@given(POINTERS)
def test_a_pointer_is_read_as_it_was_written(pointer: Pointer) -> None:
    assert Pointer.parse(str(pointer)) == pointer


@given(st.one_of(st.text(), st.text(alphabet="ap0123456789abcdef- ")))
def test_what_is_no_pointer_is_refused_and_nothing_else_is_raised(written: str) -> None:
    try:
        pointer = Pointer.parse(written)
    except UnreadablePointer:
        return
    assert Pointer.parse(str(pointer)) == pointer


@pytest.mark.parametrize(
    "written",
    [
        "",
        "The Review",
        "review p0",
        "review p٣",
        "review p3 p4",
        "review 9-5 0123456789ab",
        "review 5-5 0123456789ab",
        "review 5-9",
        "review 5-9 0123456789AB",
        "review p3 5-9 0123456789abcd",
        f"review p{'1' * 5000}",
    ],
)
def test_a_pointer_has_one_form(written: str) -> None:
    with pytest.raises(UnreadablePointer):
        Pointer.parse(written)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 2)])
def test_a_span_runs_forward_from_the_beginning(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"a span runs forward from 0 or later, not {start}-{end}"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap() -> None:
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


@given(st.text())
def test_a_digest_has_its_length_and_is_always_the_same(quote: str) -> None:
    assert len(digest_of(quote)) == DIGEST_LENGTH
    assert digest_of(quote) == digest_of(quote)
