"""The gate through which words of an original may pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.settings import Edition, Settings
from plugins.archive.source import Rights
from plugins.archive.span import Span
from plugins.sources.rights import allotment, quote, shows_text, words_shown
from tests.making import document, span_of

PUBLIC = Settings(Path("content"), excerpt_words=3, excerpt_share=0.5)
PRIVATE = Settings(Path("content"), edition=Edition.PRIVATE)
TEXT = "Fog came in over the tin."


@pytest.mark.parametrize("rights", [Rights.SUMMARY, Rights.LINK])
def test_what_may_not_be_quoted_is_not(rights: Rights) -> None:
    text = document(TEXT, rights=rights)
    assert quote(text, Span(0, 3), PUBLIC) is None
    assert not shows_text(text, PUBLIC)


@pytest.mark.parametrize("rights", list(Rights))
def test_the_private_edition_shows_every_text(rights: Rights) -> None:
    assert quote(document(TEXT, rights=rights), Span(0, 25), PRIVATE) == TEXT


def test_an_excerpt_is_cut_after_its_last_whole_word() -> None:
    text = document(TEXT, rights=Rights.EXCERPT)
    assert quote(text, span_of(TEXT, "came in over the"), PUBLIC) == "came in over …"
    assert quote(text, span_of(TEXT, "came in over"), PUBLIC) == "came in over"


def test_readers_comments_are_not_quoted() -> None:
    lines = "Fog came in.\n 1. Lotte slept well."
    assert quote(document(lines, rights=Rights.EXCERPT), span_of(lines, "Lotte"), PUBLIC) is None
    assert quote(document(lines, rights=Rights.FULL), span_of(lines, "Lotte"), PUBLIC) == "Lotte"


def test_only_a_text_for_excerpts_has_an_allotment() -> None:
    assert allotment(document(TEXT, rights=Rights.EXCERPT), PUBLIC) == 3
    assert allotment(document(TEXT, rights=Rights.FULL), PUBLIC) is None


@given(st.tuples(st.integers(0, 25), st.integers(0, 25)).map(lambda ends: Span(min(ends), max(ends))))
def test_a_quotation_shows_the_words_that_are_counted(span: Span) -> None:
    text = document(TEXT, rights=Rights.EXCERPT)
    shown = (quote(text, span, PUBLIC) or "").removesuffix(" …")
    assert len(shown.split()) == len(words_shown(text, span, PUBLIC))
