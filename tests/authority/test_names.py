"""The names that records answer to."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.archive.entity import Kind
from plugins.authority.names import Bearer, list_names
from plugins.authority.record import Record
from tests.making import flow_over, record, records, write_archive


def forms(*made: Record) -> dict[str, tuple[str, ...]]:
    return {name.form: name.candidates for name in list_names(records(*made)).forms}


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
    made = list_names(records(record("drop", "works", name=name, kind=kind)))
    assert [one.quoted for one in made.forms] == [quoted]


def test_a_name_that_a_person_shares_with_a_song_needs_no_quotation_marks() -> None:
    made = records(record("song", "works", name="Drop", kind="song"), record("mr", "people", name="Drop"))
    assert [(one.candidates, one.quoted) for one in list_names(made).forms] == [(("mr", "song"), False)]


def test_what_is_known_of_those_who_bear_names_stands_by_their_ids() -> None:
    pilot = record(
        "pilot",
        "characters",
        name="the Pilot",
        **{"sort-name": "Pilot", "performed-by": [{"person": "oster"}], "not": ["x"]},
    )
    song = record("drop", "works", name="Drop", kind="Song")
    assert list_names(records(pilot, song)).bearers == {
        "drop": Bearer("drop", Kind.WORK, "Drop", type="song"),
        "pilot": Bearer("pilot", Kind.CHARACTER, "the Pilot", "Pilot", performers=("oster",), refused=("x",)),
    }


def test_where_each_candidate_refuses_the_other_both_stay() -> None:
    """Nobody is left otherwise; a person decides."""
    one, other = {"name": "Bell", "not": ["b"]}, {"name": "Bell", "not": ["a"]}
    assert forms(record("a", "people", **one), record("b", "works", **other)) == {"Bell": ("a", "b")}


def test_aliases_are_variants(tmp_path: Path) -> None:
    """By that word Obsidian offers a page under its other names; in short records it means the same."""
    page = "---\nname: Lotte Maes\naliases: [Maes]\nsummary: A critic.\n---\n"
    short = "- {id: bo-lund, name: Bo Lund, aliases: Lund}\n"
    content = write_archive(tmp_path, {"people/lotte-maes.md": page, "authority/people.yaml": short})
    found = {one.form: one.candidates for one in flow_over(content).value("names").forms}
    assert (found["Maes"], found["Lund"]) == (("lotte-maes",), ("bo-lund",))
