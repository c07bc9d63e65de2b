"""What is told of a text that is not shown: numbers, names and facts, and not a word of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.archive.claim import Claim
from plugins.archive.span import Pointer
from plugins.entity_pages import statement_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.reading_views import CitedParagraph
from tests.entity_pages.sample import SOURCE, page_of, render, sample_archive, sample_site


def rests(folder: Path, rights: str) -> dict[int | None, CitedParagraph]:
    page = page_of(sample_site(sample_archive(folder, rights)))
    return {row.number: row for row in page.rests}


@pytest.mark.parametrize("rights", ["summary", "excerpt"])
def test_a_correction_is_told_by_the_paragraphs_numbers(tmp_path: Path, rights: str) -> None:
    """Both ways: from what was corrected, and from where the publisher says so."""
    rows = rests(tmp_path, rights)
    assert {number: row.corrected_by for number, row in rows.items() if row.corrected_by} == {
        6: (21,),
        7: (21,),
    }
    assert {number: row.corrects for number, row in rows.items() if row.corrects} == {21: (6, 7)}


def test_of_a_text_of_which_only_the_record_is_kept_nothing_is_told(tmp_path: Path) -> None:
    rows = rests(tmp_path, "link")
    assert not any(row.corrects or row.corrected_by or row.names for row in rows.values())


def test_names_in_comments_are_not_told(tmp_path: Path) -> None:
    """Whoever wrote under a text was not asked."""
    rows = rests(tmp_path, "summary")
    assert not any(rows[number].names for number in (22, 23) if number in rows)


def test_rows_are_in_the_order_of_the_text_after_what_rests_on_it_as_a_whole(tmp_path: Path) -> None:
    numbers = list(rests(tmp_path, "summary"))
    assert numbers[0] is None
    assert numbers[1:] == sorted(number for number in numbers if number is not None)


def test_a_row_stands_where_pointers_lead(tmp_path: Path) -> None:
    """A note on another page links to the paragraph that its pointer names, a comment's first."""
    rows = rests(tmp_path, "summary")
    assert [note.label for note in rows[22].notes] == ["Admirer"]


def test_many_statements_have_pages_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the text says what they are about, under the same anchors, and leads to each."""
    whole = rests(tmp_path / "whole", "summary")
    monkeypatch.setattr(statement_pages, "MOST_STATEMENTS", 3)
    pages = {page.url: page for page in build_pages(sample_site(sample_archive(tmp_path / "cut", "summary")))}
    parts = [page for url, page in pages.items() if url.startswith(f"sources/{SOURCE}/rests-")]
    told = [row for page in parts for row in page.rests]
    assert len(parts) > 1
    assert [(row.number, len(row.notes)) for row in told] == [
        (number, len(row.notes)) for number, row in whole.items()
    ]
    assert not any(row.url for row in told)
    page = pages[f"sources/{SOURCE}.html"]
    assert {row.number: row.url for row in page.rests} == {
        row.number: part.url for part in parts for row in part.rests
    }
    overview = render(page).soup
    for row in page.rests:
        entry = overview.select_one(f".rests > #{row.anchor}")
        assert entry
        assert [link["href"] for link in entry.select(".rests-told")] == (
            [f"../{row.url}#{row.anchor}"] if row.notes else []
        )


@pytest.mark.parametrize(
    ("counts", "firsts"),
    [
        ([], ()),
        ([2, 1], ()),
        ([1, 1, 1, 1], ()),
        ([1, 1, 1, 1, 1, 1], (4,)),
        ([9, 1], (2,)),
        ([1, 9], ()),
        ([2, 2, 2, 2, 2, 2], (3, 5)),
    ],
)
def test_pages_of_statements_are_about_as_long_as_each_other(
    counts: list[int], firsts: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paragraph is never cut, so the one with most may have a page of its own."""
    monkeypatch.setattr(statement_pages, "MOST_STATEMENTS", 4)
    claims = [
        Claim("odile", "colour", "red", Pointer(SOURCE, paragraph))
        for paragraph, count in enumerate(counts, 1)
        for _ in range(count)
    ]
    assert statement_pages.first_paragraphs(claims) == firsts


def test_a_number_leads_to_the_statements_themselves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not to the overview: whoever asks where something is said, is told at once what."""
    monkeypatch.setattr(statement_pages, "MOST_STATEMENTS", 3)
    pages = {page.url: page for page in build_pages(sample_site(sample_archive(tmp_path, "summary")))}
    told = {
        f"{url}#{row.anchor}"
        for url, page in pages.items()
        if url.startswith(f"sources/{SOURCE}/rests-")
        for row in page.rests
    }
    led = {
        note.url
        for url, page in pages.items()
        if not url.startswith("sources/")
        for note in page.notes
        if note.source.id == SOURCE and note.paragraph is not None
    }
    assert led
    assert led <= told
