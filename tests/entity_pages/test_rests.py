"""What is told of a text that is not shown: numbers, names and facts, and not a word of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.entity_pages.reading_views import CitedParagraph
from tests.entity_pages.sample import page_of, sample_archive, sample_site


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
