"""Names, cited words and corrections in one text: all of them marked, and not a character lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.span import Span
from plugins.entity_pages.marked_text import MarkedText, apart, cited_words, cut
from plugins.entity_pages.reading_views import Correction
from plugins.entity_pages.site import Site
from tests.making import flow_over, link, write_archive

TEXT = "Ines Varga built the port of tin, and Bram Oster slept in it for ninety days."
NAMES = ("Ines Varga", "Bram Oster", "tin")

spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))
words = spans.filter(lambda span: len(span) > 0)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    content = write_archive(tmp_path_factory.mktemp("archive"))
    found: Site = flow_over(content).sound_value("site")
    return found


def disjoint(found: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


@given(spans, st.lists(words).map(disjoint))
def test_a_cut_span_is_whole_again_when_put_together(span: Span, marks: list[Span]) -> None:
    parts = list(cut(span, marks))
    assert "".join(part.of(TEXT) for part, _ in parts) == span.of(TEXT)
    for part, place in parts:
        if place is None:
            assert not any(mark.overlaps(part) for mark in marks)
        else:
            assert marks[place].contains(part)


@given(st.lists(words), st.lists(words).map(disjoint), st.sets(st.sampled_from(NAMES)))
def test_marked_text_loses_no_character(
    site: Site, cited: list[Span], wrong: list[Span], names: set[str]
) -> None:
    links = apart(link(TEXT, name, "odile") for name in names)
    corrected = [(span, Correction(f"corrected-{span.start}", 9, True, None)) for span in wrong]
    marked = MarkedText(TEXT, site, links, cited_words(cited, links), corrected)
    runs = [run for stretch in marked.stretches(Span(0, len(TEXT))) for run in stretch.runs]
    assert "".join(piece.text for run in runs for piece in run.pieces) == TEXT
    anchors = [run.anchor for run in runs if run.anchor]
    assert sorted(anchors) == sorted({f"w{span.start}" for span in marked.cited})


@given(st.lists(words), st.sets(st.sampled_from(NAMES)))
def test_cited_words_hold_what_is_cited_and_cut_no_name(cited: list[Span], names: set[str]) -> None:
    links = apart(link(TEXT, name, "odile") for name in names)
    found = cited_words(cited, links)
    assert list(found) == disjoint(list(found))
    for span in cited:
        assert sum(one.contains(span) for one in found) == 1
    for one in found:
        for name in links:
            assert one.contains(name.span) or not one.overlaps(name.span)


def test_words_that_overlap_are_cited_together_and_words_that_touch_are_not() -> None:
    assert cited_words([Span(11, 20), Span(16, 24), Span(24, 30)], []) == (Span(11, 24), Span(24, 30))


def test_a_name_that_a_correction_cuts_is_not_linked(site: Site) -> None:
    """To strike half of a link would be to correct what the text did not."""
    links = (link(TEXT, "Bram Oster", "odile"),)
    half = Span(links[0].span.start, links[0].span.start + 4)
    marked = MarkedText(TEXT, site, links, (), [(half, Correction("corrected-1", 9, True, "Piet"))])
    stretches = marked.stretches(Span(0, len(TEXT)))
    assert [one.correction is not None for one in stretches] == [False, True, False]
    assert not any(piece.ref for one in stretches for run in one.runs for piece in run.pieces)


@pytest.mark.parametrize(("cited", "is_name"), [("Bram Oster", True), ("Bram Oster slept", False)])
def test_only_words_that_are_nothing_but_a_name_need_a_sign(site: Site, cited: str, is_name: bool) -> None:
    """All others are a link to their notes themselves."""
    links = (link(TEXT, "Bram Oster", "odile"),)
    marked = MarkedText(TEXT, site, links, cited_words([link(TEXT, cited, "odile").span], links))
    [run] = [run for one in marked.stretches(Span(0, len(TEXT))) for run in one.runs if run.note]
    assert run.is_name is is_name
