"""Notes beside a paragraph: every claim in one of them, as many as there is room for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.archive.claim import ASSERTED, Claim
from plugins.archive.span import Pointer
from plugins.entity_pages.margins import LEMMA, lemma, margin_notes, margin_of
from plugins.entity_pages.marked_text import MarkedText, cited_words
from plugins.entity_pages.reading_views import Margin
from plugins.entity_pages.site import Site
from tests.making import REVIEW, flow_over, span_of, write_archive

PORT = "builds a whole port in a studio"
BLOCK = span_of(REVIEW, f"Ines Varga {PORT}, and fills it with fog.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    content = write_archive(tmp_path_factory.mktemp("archive"))
    found: Site = flow_over(content).sound_value("site")
    return found


def claim(value: str, words: str | None = None, status: str = ASSERTED) -> Claim:
    span = span_of(REVIEW, words) if words else None
    pointer = Pointer("harbour-review", 2, span, "0" * 12 if span else None)
    return Claim("tin-harbour", "set", value, pointer, status)


def margin(claims: list[Claim], site: Site, length: int = 200) -> Margin:
    spans = [one.pointer.span for one in claims if one.pointer and one.pointer.span]
    marked = MarkedText(REVIEW, site, (), cited_words(spans, ()))
    marked.stretches(BLOCK)
    return margin_of(marked, length, claims, site, "sources/harbour-review.html")


def ids(found: Margin) -> list[str]:
    return [one for group in (*found.beside, *found.folded) for note in group.notes for one in note.claims]


@given(
    st.lists(st.tuples(st.text("abc", min_size=1), st.sampled_from([None, PORT, "fog", "port in a studio"]))),
    st.integers(0, 2000),
)
def test_every_claim_is_in_one_note_beside_the_paragraph_or_folded(
    site: Site, made: list[tuple[str, str | None]], length: int
) -> None:
    claims = [claim(value, words) for value, words in made]
    found = margin(claims, site, length)
    assert sorted(ids(found)) == sorted({one.id for one in claims})
    assert bool(found.beside) == bool(claims)
    anchors = [group.anchor for group in (*found.beside, *found.folded) if group.anchor]
    assert len(anchors) == len(set(anchors))


def test_notes_about_the_same_words_stand_together_under_those_words(site: Site) -> None:
    found = margin(
        [claim("fog", "fog"), claim("a studio", PORT), claim("one", "port in a studio")], site, 900
    )
    assert [(group.lemma, len(group.notes)) for group in found.beside] == [(PORT, 2), ("fog", 1)]


def test_a_group_leads_back_to_its_words(site: Site) -> None:
    [group] = margin([claim("a studio", PORT)], site).beside
    start = span_of(REVIEW, PORT).start
    assert (group.anchor, group.words) == (f"n{start}", f"w{start}")


def test_a_claim_on_the_whole_paragraph_has_no_words(site: Site) -> None:
    [group] = margin([claim("a studio")], site).beside
    assert (group.anchor, group.words, group.lemma) == ("", "", "")


def test_claims_that_say_the_same_are_one_note(site: Site) -> None:
    """Two pointers into one sentence do not make a thing more true."""
    [note] = margin_notes(
        [claim("a studio", PORT), claim("a studio", "port in a studio")], site, "", quoting=False
    )
    assert len(note.claims) == 2


def test_what_is_only_an_opinion_is_no_note_with_what_is_stated(site: Site) -> None:
    notes = margin_notes([claim("a studio", PORT), claim("a studio", PORT, status="opinion")], site, "")
    assert sorted(note.status for note in notes) == ["asserted", "opinion"]


def test_a_short_paragraph_folds_what_would_part_it_from_the_next(site: Site) -> None:
    claims = [claim(f"a value of some length, number {number}", "fog") for number in range(9)]
    short, long = margin(claims, site, length=60), margin(claims, site, length=3000)
    assert (len(short.beside[0].notes), short.more) == (1, 8)
    assert (len(long.beside[0].notes), long.more) == (9, 0)
    assert short.folded[0].lemma == "fog"


def test_the_record_is_no_note_on_itself(site: Site) -> None:
    """A source's title and date are printed by its page; what a paragraph says of them is a note."""
    title = Claim("harbour-review", "title", "A harbour", Pointer("harbour-review"))
    praise = Claim("harbour-review", "praises", "The fog", Pointer("harbour-review", 2))
    assert [note.label for note in margin_notes([title, praise], site, "")] == ["Praises"]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("fog", "fog"),
        ("the fog\n  of the hall", "the fog of the hall"),
        (
            "the fog of the hall in which the whole port was built that year",
            "the fog of the hall in … built that year",
        ),
    ],
)
def test_a_lemma_is_the_beginning_and_the_end_of_its_words(words: str, short: str) -> None:
    assert lemma(words) == short


@given(st.text(max_size=300))
def test_a_lemma_fits_its_line(words: str) -> None:
    assert len(lemma(words)) <= LEMMA + 3
