"""Whether an original says what a pointer claims. The messages are told in ``tests/cases/authority``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import Pointer, Span, digest_of
from plugins.claims.verification import fault_of, find_by_digest
from tests.making import document, documents, pointer_to, record

TEXT = "Fog came in.\nIt stayed."


def codes(written: str, text: str = TEXT) -> list[str]:
    pointer = Pointer.parse(written)
    return [one.code for one in fault_of(pointer, record("x", "people"), (), documents(document(text)))]


@pytest.mark.parametrize(
    "written",
    [
        "review",
        "review p1",
        "review p2",
        pointer_to(TEXT, "came"),
        pointer_to(TEXT, "It", paragraph=2),
        "diary p9",
    ],
)
def test_a_pointer_that_holds_or_whose_text_is_not_at_hand_is_no_fault(written: str) -> None:
    assert codes(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "review p3",
        pointer_to(TEXT, "It"),
        pointer_to(f"{TEXT} ", "stayed. ", paragraph=2),
        "review 0-9 0123456789ab",
    ],
)
def test_a_pointer_that_does_not_hold_is_a_fault(written: str) -> None:
    assert codes(written) == ["QUOTE-NOT-FOUND"]


@given(st.text(min_size=1), st.data())
def test_words_that_moved_are_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = find_by_digest(f"Fog. {text}", end - start, digest_of(text[start:end]))
    assert found is not None
    assert found.of(f"Fog. {text}") == text[start:end]


def test_a_quote_longer_than_the_text_stands_nowhere() -> None:
    assert find_by_digest("Fog", 4, digest_of("Fogs")) is None
    assert find_by_digest("Fog", 3, digest_of("Fog")) == Span(0, 3)
