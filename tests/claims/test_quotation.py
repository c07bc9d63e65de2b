"""Which claims show their words: never more than a source allows."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.claim import Claim
from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.archive.span import Pointer, Span, digest_of
from plugins.claims.quotation import with_wording
from plugins.sources.rights import allotment, words_shown
from tests.making import document, documents, span_of

TEXT = "Fog came in over the tin and nobody in the port said a word about it at all."
EXCERPT = document(TEXT, rights=Rights.EXCERPT)
LIMITED = Settings(Path("content"), excerpt_words=4, excerpt_share=0.3)


def claim(span: Span, name: str = "home") -> Claim:
    return Claim("x", name, "y", Pointer("review", 1, span, digest_of(span.of(TEXT))))


SPANS = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT))).map(
    lambda one: Span(min(one), max(*one, min(one) + 1))
)


@given(st.lists(SPANS, max_size=8))
def test_what_is_shown_never_exceeds_the_allotment(spans: list[Span]) -> None:
    claims = list(with_wording([claim(one) for one in spans], documents(EXCERPT), LIMITED))
    shown = [one.pointer.span for one in claims if one.original and one.pointer and one.pointer.span]
    assert len(claims) == len(spans)
    assert len({word for span in shown for word in words_shown(EXCERPT, span, LIMITED)}) <= (
        allotment(EXCERPT, LIMITED) or 0
    )


def test_a_fact_comes_before_a_note() -> None:
    claims = [claim(span_of(TEXT, "Fog came in over"), "note"), claim(span_of(TEXT, "said a word"))]
    worded = with_wording(claims, documents(EXCERPT), LIMITED)
    assert [one.original for one in worded] == [None, "said a word"]


def test_a_summary_shows_no_words() -> None:
    text = document(TEXT, rights=Rights.SUMMARY)
    assert [one.original for one in with_wording([claim(Span(0, 3))], documents(text), LIMITED)] == [None]


def test_a_claim_keeps_its_id_when_its_words_are_shown() -> None:
    before = claim(Span(0, 3))
    assert [one.id for one in with_wording([before], documents(EXCERPT), LIMITED)] == [before.id]
