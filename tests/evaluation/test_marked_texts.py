"""Marks in a text, and the text without them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaluation.gold import GoldEntity, Row, Trap, UnreadableGold
from evaluation.marked_texts import digest_of_marked, read_marked_text, read_marked_texts
from plugins.archive.span import Span

MARKED = (
    "{Ms. Varga|p:ines-varga} of {Ostend|o:ostend}\n\nin {May|-}: “{Varga|?p:ines-varga}” 🎬 {Odile|c:odile}"
)


def test_marks_become_rows_at_the_places_of_the_text_without_them() -> None:
    """Spans count code points, and each has the surface that was marked."""
    read = read_marked_text("01", MARKED)
    assert read.text == "Ms. Varga of Ostend\n\nin May: “Varga” 🎬 Odile"
    assert read.gold.rows == (
        Row("01", Span(0, 9), "Ms. Varga", "ines-varga"),
        Row("01", Span(30, 35), "Varga", "ines-varga", required=False),
        Row("01", Span(39, 44), "Odile", "odile"),
    )
    assert read.gold.others == (Row("01", Span(13, 19), "Ostend", "ostend"),)
    assert read.gold.traps == (Trap("01", Span(24, 27), "May"),)
    assert read.gold.ends == {"01": len(read.text)}


def test_entities_have_the_kind_of_their_marks_and_all_their_surfaces() -> None:
    assert read_marked_text("01", MARKED).gold.entities == (
        GoldEntity("ines-varga", "person", "Ms. Varga", ("Ms. Varga", "Varga")),
        GoldEntity("ostend", "other", "Ostend", ("Ostend",)),
        GoldEntity("odile", "character", "Odile", ("Odile",)),
    )


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("a\n{Varga|x:varga}", "01, line 2: this { is no part of a mark"),
        ("{Varga|p:varga}}", "01, line 1: this } is no part of a mark"),
        ("{Varga|p:varga", "01, line 1: this { is no part of a mark"),
        ("{A|p:a} {A|c:a}", "01: a is marked as character and as person"),
    ],
)
def test_a_mark_that_cannot_be_read_is_refused_with_its_line(marked: str, message: str) -> None:
    with pytest.raises(UnreadableGold, match=f"^{re.escape(message)}$"):
        read_marked_text("01", marked)


def test_a_folder_is_read_by_names_and_known_by_a_digest(tmp_path: Path) -> None:
    """Any change of a mark changes it."""
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text("{Varga|p:varga}", "utf-8")
    before = read_marked_texts(tmp_path)
    assert [one.name for one in before] == ["a", "b"]
    (tmp_path / "a.txt").write_text("{Varga|?p:varga}", "utf-8")
    assert digest_of_marked(read_marked_texts(tmp_path)) != digest_of_marked(before)


def test_a_folder_without_marked_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match="holds no marked texts"):
        read_marked_texts(tmp_path)
