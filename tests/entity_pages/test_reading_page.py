"""A text as a page to read: what stands where, every block of it once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.archive.claim import Claim
from plugins.archive.settings import Edition
from plugins.archive.source import Label, Role, Segment
from plugins.archive.span import Pointer, Span, digest_of
from plugins.entity_pages.reading_page import minutes_of, opening_of
from plugins.entity_pages.reading_views import Comment, Head, Paragraph, Reading, Stretch
from plugins.entity_pages.source_text import SourceText
from tests.entity_pages.sample import BLOCKS, ERRATA, SOURCE, TEXT, page_of, sample_archive, sample_site
from tests.making import span_of


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_archive(tmp_path_factory.mktemp("archive"), "summary")


@pytest.fixture(scope="module")
def reading(content: Path) -> Reading:
    found = page_of(sample_site(content, Edition.PRIVATE)).reading
    assert found is not None
    return found


@pytest.fixture(scope="module")
def web_page(content: Path) -> Reading:
    roles = {16: Role.QUOTATION, 17: Role.QUOTATION, 13: Role.ITEM}
    found = page_of(sample_site(content, Edition.PRIVATE, roles)).reading
    assert found is not None
    return found


def words(stretches: tuple[Stretch, ...]) -> str:
    return "".join(piece.text for one in stretches for run in one.runs for piece in run.pieces)


def rows(reading: Reading) -> Iterator[Paragraph]:
    yield from reading.sections
    if reading.headline:
        yield reading.headline
    yield from reading.bylines
    for part in reading.parts:
        yield from part.rows
    yield from (*reading.notes, *reading.credits, *reading.set_apart)
    yield from (one.row for one in reading.errata)
    yield from comment_rows(reading.comments)


def comment_rows(comments: tuple[Comment, ...]) -> Iterator[Paragraph]:
    for one in comments:
        yield from one.rows
        yield from comment_rows(one.replies)


def test_every_block_is_on_the_page_once_with_all_its_words(reading: Reading) -> None:
    shown = {row.number: row for row in rows(reading)}
    assert sorted(number for number in shown if number) == list(range(1, len(BLOCKS) + 1))
    assert len(list(rows(reading))) == len(BLOCKS)
    for number, (text, _, _) in enumerate(BLOCKS, 1):
        row = shown[number]
        head = row.head
        before = f"{head.before}{words(head.stretches)}{head.after}" if head and not head.supplied else ""
        assert before + row.words == text


def test_the_head_of_the_page_is_the_texts_own(reading: Reading) -> None:
    assert [row.words for row in reading.sections] == ["interviews"]
    assert reading.headline is not None
    assert reading.headline.words == "The Fog Was Real"
    assert [row.words for row in reading.bylines] == ["By Lotte Maes"]


@pytest.mark.parametrize(
    ("labels", "opening"),
    [
        ("", 0),
        ("body", 0),
        ("heading body heading", 1),
        ("heading heading body", 1),
        ("heading heading byline body byline", 3),
        ("section heading byline heading body", 3),
        ("section body", 1),
        ("byline body", 1),
    ],
)
def test_an_opening_ends_where_the_text_begins(labels: str, opening: int) -> None:
    """Two headings in a row are a headline and a chapter, unless a byline says that both are the head."""
    flow = [
        Segment("talk", Span(n, n + 1), n + 1, Label(label), "by-hand")
        for n, label in enumerate(labels.split())
    ]
    assert len(opening_of(flow)) == opening


def heads(reading: Reading) -> list[tuple[str, str, bool, int]]:
    return [
        (part.kind, words(head.stretches), head.supplied, len(part.rows))
        for part in reading.parts
        if (head := part.rows[0].head) is not None
    ]


def test_a_speaker_is_named_once_at_the_head_of_a_turn(reading: Reading) -> None:
    """By the text's own label, or where it has none, by that of the speaker's other turns."""
    assert heads(reading) == [
        ("question", "THE QUAY", False, 1),
        ("answer", "INES VARGA (director)", False, 2),
        ("question", "THE QUAY", True, 1),
        ("answer", "INES VARGA", True, 1),
        ("answer", "INES VARGA", True, 1),
    ]
    assert not any(row.head for part in reading.parts for row in part.rows[1:])


def test_a_speaker_who_is_known_is_linked_in_every_turn(reading: Reading) -> None:
    linked = [
        [piece.ref.id for one in head.stretches for run in one.runs for piece in run.pieces if piece.ref]
        for part in reading.parts
        if part.kind == "answer" and isinstance(head := part.rows[0].head, Head)
    ]
    assert linked == [["ines-varga"]] * 3


def test_quotations_and_lists_of_a_web_page_stay_together(web_page: Reading) -> None:
    kinds = {part.kind: [row.number for row in part.rows] for part in web_page.parts}
    assert kinds["quotation"] == [16, 17]
    assert kinds["list"] == [13]


def test_line_ends_are_kept_where_they_are_the_authors(reading: Reading, web_page: Reading) -> None:
    """In a plain text wrapped by hand they are the typewriter's."""
    assert (reading.keeps_lines, web_page.keeps_lines) == (False, True)


def test_the_first_paragraph_leads(reading: Reading) -> None:
    assert [part.rows[0].number for part in reading.parts if part.kind == "lead"] == [6]


def test_credits_are_parted_into_what_and_who(reading: Reading) -> None:
    found = [(words(row.head.stretches), row.head.after, row.words) for row in reading.credits if row.head]
    assert found == [("Directed by", " ", "Ines Varga"), ("Running Time", ": ", "90 minutes")]


def test_a_comment_of_several_paragraphs_is_one_comment(reading: Reading) -> None:
    [first, second] = reading.comments
    assert [row.number for row in first.rows] == [22, 23]
    assert [row.number for row in first.replies[0].rows] == [24]
    assert [row.number for row in first.replies[0].replies[0].rows] == [25]
    assert (first.below, second.below, reading.comment_count) == (2, 0, 4)
    assert first.opening == "Piet says:"


def test_a_note_on_a_comment_stands_at_the_paragraph_that_has_its_words(reading: Reading) -> None:
    """Though pointers name the whole comment by its first."""
    assert [bool(row.margin.beside) for row in reading.comments[0].rows] == [False, True]


def test_what_stands_around_the_text_is_set_apart_in_its_order(reading: Reading) -> None:
    assert [(row.number, row.label) for row in reading.set_apart] == [
        (4, "metadata"),
        (5, "caption"),
        (27, "residue"),
    ]


def test_a_correction_is_laid_over_the_words_that_it_corrects(reading: Reading) -> None:
    struck, questioned = (
        next(one for one in part.rows[0].stretches if one.correction) for part in reading.parts[:2]
    )
    assert struck.correction is not None
    assert questioned.correction is not None
    assert (words((struck,)), struck.correction.reads, struck.correction.strikes) == (
        "ninety days",
        "sixty days",
        True,
    )
    assert words((questioned,)) == "We met Ines Varga in Ostend, on a bench."
    assert (questioned.correction.reads, questioned.correction.strikes) == (None, False)
    assert {struck.correction.number, questioned.correction.number} == {21}


def test_a_text_that_was_saved_corrected_gets_no_second_correction(content: Path) -> None:
    """Its right words stand there; to print them again beside themselves would be nonsense."""
    site = sample_site(content, Edition.PRIVATE)
    document = site.documents.by_id[SOURCE]
    done = replace(ERRATA[0], struck=None, reason="already right")
    assert done.is_carried_out
    text = SourceText(replace(document, errata=(done,)), site, "")
    [(span, correction)] = text.corrections[6]
    assert (span, correction.reads, correction.is_carried_out) == (done.passage, None, True)


def test_an_erratum_leads_back_to_all_that_it_corrects(reading: Reading) -> None:
    [erratum] = reading.errata
    assert erratum.corrects == ((6, "corrected-1"), (7, "corrected-2"))


def test_what_rests_on_the_title_card_stands_with_what_rests_on_the_whole(content: Path) -> None:
    """A card has no margin, and a link from it to a note would lead nowhere."""
    site = sample_site(content, Edition.PRIVATE)
    headline = span_of(TEXT, "The Fog Was Real")
    pointer = Pointer(SOURCE, 2, headline, digest_of("The Fog Was Real"))
    claim = Claim("tin-harbour", "weather", "fog", pointer)
    archive = replace(site.archive, claims=(*site.archive.claims, claim))
    reading = page_of(replace(site, archive=archive)).reading
    assert reading is not None
    assert reading.headline is not None
    assert {run.note for one in reading.headline.stretches for run in one.runs} == {""}
    assert "Weather" in [note.label for note in reading.whole]


def test_every_claim_on_the_text_is_in_a_margin_or_on_the_whole(reading: Reading) -> None:
    notes = [
        note.label
        for row in rows(reading)
        for group in (*row.margin.beside, *row.margin.folded)
        for note in group.notes
    ]
    assert sorted(notes) == [
        "Admirer",
        "Colleague",
        "Metal",
        "Mood",
        "Running time",
        "Set",
        "Set",
        "Shooting time",
    ]
    assert [note.label for note in reading.whole] == ["Told by"]


def test_the_index_has_every_name_with_its_paragraphs(reading: Reading) -> None:
    index = {one.ref.id: one.numbers for one in reading.register}
    assert index["bram-oster"] == (9, 10)
    assert index["odile"] == (16, 23)
    assert {6, 9, 13} <= set(index["tin-harbour"])
    assert [one.ref.id for one in reading.register][-1] == "ines-varga"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", None), ("tin " * 5, 1), ("tin " * 238, 1), ("tin " * 2380, 10), ("港は錫でできていた" * 300, None)],
)
def test_reading_time_is_counted_in_words_where_a_script_has_them(text: str, minutes: int | None) -> None:
    """A wrong number of minutes is worse than none."""
    flow = [Segment("talk", Span(0, len(text)), 1, Label.BODY, "by-hand")]
    assert minutes_of(flow, text) == minutes


@pytest.mark.parametrize(("lang", "direction"), [("en", None), ("he", "rtl"), ("fa-IR", "rtl"), ("nl", None)])
def test_a_text_runs_in_the_direction_of_its_language(
    tmp_path: Path, lang: str, direction: str | None
) -> None:
    found = page_of(sample_site(sample_archive(tmp_path, "full", {"lang": lang}))).reading
    assert found is not None
    assert (found.lang, found.direction) == (lang, direction)


def test_a_text_that_may_not_be_shown_is_no_reading_page(content: Path) -> None:
    page = page_of(sample_site(content))
    assert page.reading is None
    assert page.rests
