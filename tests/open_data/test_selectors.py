"""A selector means one place of its text, however often the words stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import Span, digest_of
from plugins.open_data.selectors import Quoted, Target, places_of, problems_of, quoted_at

WORDS = ("fog", "tin", "Odile", "ö", "😀", " ", "\n", ". ")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map("".join)
"""Texts of few words, so that nearly everything repeats."""


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    ends = st.lists(st.tuples(places, places), min_size=1, max_size=8)
    return text, [Span(min(pair), max(pair)) for pair in draw(ends)]


def slowly(quoted: Quoted, text: str) -> list[Span]:
    """Every place of a quotation, looked for at each letter."""
    whole, before = quoted.prefix + quoted.exact + quoted.suffix, len(quoted.prefix)
    starts = (place for place in range(len(text) + 1) if text[place:].startswith(whole))
    return [Span(place + before, place + before + len(quoted.exact)) for place in starts]


@given(texts_with_spans())
def test_a_quotation_stands_at_its_span_and_nowhere_else(made: tuple[str, list[Span]]) -> None:
    text, spans = made
    found = quoted_at(text, spans)
    assert set(found) == {span for span in spans if len(span)}
    for span, quoted in found.items():
        assert slowly(quoted, text) == list(places_of(quoted, text)) == [span]


@given(texts_with_spans())
def test_without_a_context_only_words_that_stand_once_are_quoted(made: tuple[str, list[Span]]) -> None:
    text, spans = made
    found = quoted_at(text, spans, longest=0)
    assert all(quoted == Quoted(span.of(text)) for span, quoted in found.items())
    once = {span for span in spans if len(span) and len(slowly(Quoted(span.of(text)), text)) == 1}
    assert set(found) == once


@pytest.mark.parametrize("text", ["aaaa", "fog fog fog", "tin tin"])
def test_at_the_ends_of_a_text_a_part_is_not_taken_for_the_whole(text: str) -> None:
    """What stands before the first word also ends what stands before the second."""
    spans = [Span(place, place + 1) for place in range(len(text))]
    assert all(places_of(quoted, text) == (span,) for span, quoted in quoted_at(text, spans).items())
    assert len(quoted_at(text, spans)) == len(spans)


def test_a_text_that_repeats_itself_for_too_long_has_positions_alone() -> None:
    text = "fog " * 2000
    middle = Span(4000, 4003)
    assert quoted_at(text, [middle]) == {}
    assert list(problems_of(Target("quay", middle, digest=digest_of("fog")), text)) == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target("quay", Span(4, 7), Quoted("fog")), "the quotation stands at 0-3, 4-7, and not only at 4-7"),
        (Target("quay", Span(4, 7), Quoted("tin")), "the quotation stands at nowhere, and not only at 4-7"),
        (Target("quay", Span(5, 9), Quoted("og!!")), "the position 5-9 lies behind the end of the text, "),
        (Target("quay", Span(4, 7), digest="0" * 12), "the words at 4-7 are others than those of the digest"),
    ],
)
def test_what_does_not_lead_to_its_place_is_told(target: Target, said: str) -> None:
    (found,) = problems_of(target, "fog fog")
    assert found.startswith(said)
