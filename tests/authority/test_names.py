"""The names that records answer to."""

from __future__ import annotations

import pytest

from plugins.authority.names import list_names
from plugins.authority.record import Record
from tests.making import record, records


def forms(*made: Record) -> dict[str, tuple[str, ...]]:
    return {name.form: name.candidates for name in list_names(records(*made))}


def test_a_record_answers_to_its_name_and_its_variants() -> None:
    assert forms(record("varga", "people", name="Ines Varga", variants=["Varga"])) == {
        "Ines Varga": ("varga",),
        "Varga": ("varga",),
    }


def test_several_records_may_answer_to_one_name() -> None:
    assert forms(record("b", "people", name="Bell"), record("a", "works", name="Bell")) == {
        "Bell": ("a", "b")
    }


def test_a_record_can_refuse_another_for_its_names() -> None:
    refusing = {"name": "Bell", "not": ["a"]}
    assert forms(record("b", "people", **refusing), record("a", "works", name="Bell")) == {"Bell": ("b",)}


@pytest.mark.parametrize("folder", ["events", "sources", "pages"])
def test_what_has_a_title_has_no_name(folder: str) -> None:
    assert forms(record("a-night", folder, name="A night")) == {}


@pytest.mark.parametrize(
    ("name", "kind", "quoted"),
    [("Drop", "song", True), ("Drop", "film", False), ("Drop it", "song", False), ("Drop", "Video", True)],
)
def test_a_short_work_of_one_word_counts_only_in_quotation_marks(name: str, kind: str, quoted: bool) -> None:
    assert [one.quoted for one in list_names(records(record("drop", "works", name=name, kind=kind)))] == [
        quoted
    ]


def test_a_name_that_a_person_shares_with_a_song_needs_no_quotation_marks() -> None:
    made = records(record("song", "works", name="Drop", kind="song"), record("mr", "people", name="Drop"))
    assert [(one.candidates, one.quoted) for one in list_names(made)] == [(("mr", "song"), False)]
