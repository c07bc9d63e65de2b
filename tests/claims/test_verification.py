"""Whether an original says what a pointer claims, and the whole of what is said where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import Pointer, Span, digest_of
from plugins.claims.verification import fault_of
from plugins.claims.whereabouts import moved_ends, nearest_segment, spans_with_digest
from tests.making import document, documents, pointer_to, record

TEXT = "Fog came in.\nIt stayed."

HARBOUR = (
    "Nadia Bell speaks from the lamp.\n"
    "\n"
    "The whole harbour is made of tin.\n"
    "It runs for ninety minutes; it feels longer.\n"
    "\n"
    "Fog, fog and fog.\n"
)
"""Four paragraphs in lines 1, 3, 4 and 6."""


def codes(written: str, text: str = TEXT) -> list[str]:
    pointer = Pointer.parse(written)
    return [one.code for one in fault_of(pointer, record("x", "people"), (), documents(document(text)))]


def told(written: str, said: str = "") -> str:
    """The one message about a pointer into the text of the harbour."""
    found = fault_of(Pointer.parse(written), record("x", "people"), (), documents(document(HARBOUR)), (said,))
    (message,) = [str(one) for one in found]
    return message


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


def test_words_that_moved_are_named_with_their_line_and_the_pointer_to_paste() -> None:
    assert told(f"review p3 60-74 {digest_of('ninety minutes')}") == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND the words at 60-74 of review are not the quoted ones; "
        f"those stand in p3, line 4: {pointer_to(HARBOUR, 'ninety minutes', paragraph=3)}"
    )


@pytest.mark.parametrize("span", ["80-92", "80-99", "74-94", "88-94"])
def test_a_slip_in_one_end_of_a_span_is_found(span: str) -> None:
    """The digest knows how long the words are, whatever the numbers say."""
    right = pointer_to(HARBOUR, "ninety minutes", paragraph=3)
    assert "80-94" in right
    assert told(f"review p3 {span} {digest_of('ninety minutes')}") == (
        f"content/people/x.md:1:1: QUOTE-NOT-FOUND the words at {span} of review are not the quoted ones; "
        f"those stand in p3, line 4: {right}"
    )


def test_words_that_stand_twice_are_left_to_the_contributor() -> None:
    assert told(f"review p4 110-113 {digest_of('fog')}") == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND the words at 110-113 of review are not the quoted ones; "
        "those stand 2 times, at 119-122 in p4, line 6 and 127-130 in p4, line 6: cite the one that is meant"
    )


def test_a_slip_in_the_digest_is_told_from_other_words() -> None:
    right = pointer_to(HARBOUR, "ninety minutes", paragraph=3)
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    assert told(wrong) == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND the words at 80-94 of review are not the quoted ones, "
        f"though their digest is nearly the same; if those in p3, line 4 are meant: {right}"
    )


def test_words_that_are_nowhere_are_looked_for_by_what_the_claim_says() -> None:
    """The place is told, and no word of the text."""
    assert told("review p3 80-94 0123456789ab", said="it runs ninety minutes") == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND the words at 80-94 of review are not the quoted ones; "
        "nearest to the claim is p3, line 4: find its words with `invoke cite`, or restore the original"
    )
    assert told("review p3 80-94 0123456789ab", said="a hundred") == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND the words at 80-94 of review are not the quoted ones; "
        "find the passage again with `invoke cite`, or restore the original"
    )


def test_a_paragraph_that_is_not_there_is_told_with_the_last() -> None:
    assert told("review p9", said="the harbour of tin") == (
        "content/people/x.md:1:1: QUOTE-NOT-FOUND review has 4 paragraphs, no p9; "
        "nearest to the claim is p2, line 3: find its words with `invoke cite`"
    )


def test_words_in_another_paragraph_are_told_with_the_right_one() -> None:
    assert told(pointer_to(HARBOUR, "ninety minutes", paragraph=2)) == (
        "content/people/x.md:1:1: "
        "QUOTE-NOT-FOUND the words at 80-94 stand in p3, line 4, and not in p2; write p3"
    )


def test_words_that_hold_tell_their_paragraph_also_where_the_given_one_is_not_there() -> None:
    assert told(pointer_to(HARBOUR, "ninety minutes", paragraph=9)) == (
        "content/people/x.md:1:1: "
        "QUOTE-NOT-FOUND the words at 80-94 stand in p3, line 4, and not in p9; write p3"
    )


@given(st.text(min_size=1), st.data())
def test_words_that_moved_are_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = list(spans_with_digest(f"Fog. {text}", end - start, digest_of(text[start:end])))
    assert text[start:end] in {one.of(f"Fog. {text}") for one in found}
    assert len({one.of(f"Fog. {text}") for one in found}) == 1


def test_a_quote_longer_than_the_text_stands_nowhere() -> None:
    assert list(spans_with_digest("Fog", 4, digest_of("Fogs"))) == []
    assert list(spans_with_digest("Fog", 3, digest_of("Fog"))) == [Span(0, 3)]


def test_a_moved_end_keeps_the_other() -> None:
    assert list(moved_ends("Fog came in.", Span(4, 6), digest_of("came"))) == [Span(4, 8)]
    assert list(moved_ends("Fog came in.", Span(1, 8), digest_of("came"))) == [Span(4, 8)]
    assert list(moved_ends("Fog came in.", Span(4, 99), digest_of("came"))) == [Span(4, 8)]
    assert list(moved_ends("Fog came in.", Span(1, 6), digest_of("came"))) == []


def test_words_of_every_paragraph_say_nothing_of_one() -> None:
    found = document("Fog in tin.\nFog in ports.\nFog.")
    assert nearest_segment(found, "fog") is None
    nearest = nearest_segment(found, "the fog of ports")
    assert nearest
    assert nearest.number == 2
