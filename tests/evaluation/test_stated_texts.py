"""Stated texts as they are read, and as archives of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import UnreadableGold
from evaluation.stated_archives import FOUND, KNOWN, archive_of
from evaluation.stated_texts import FILM, FIRST_HELD_OUT, digest_of_stated, read_stated_texts
from plugins.archive.entity import Kind
from tests.evaluation.stating import OPENED, PILOT, STATED, TEXT, write_stated


def test_quotes_are_places_of_the_text_and_keys_ids(tmp_path: Path) -> None:
    (read,) = read_stated_texts(write_stated(tmp_path))
    assert [(one.person, one.character, one.quote.of(read.text)) for one in read.cast] == [
        ("bram", "pilot", "Bram Oster plays the Pilot"),
        ("nadia", "odile", "Odile (voiced by Nadia Bell)"),
    ]
    assert read.entities[0].id == FILM
    assert read.years == {FILM: 2004, "drop": 1999}


def test_a_key_of_two_kinds_is_two_entities(tmp_path: Path) -> None:
    """A film may be named after its hero."""
    works = {"pilot": {"name": "The Pilot", "year": None}}
    (read,) = read_stated_texts(write_stated(tmp_path, works=works))
    assert read.cast[0].character == "pilot-character"
    assert {one.id for one in read.entities} >= {"pilot-character", "pilot-work"}


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"cast": [{**PILOT, "quote": "Nadia Bell"}]}, "'Nadia Bell' stands 2 times in its text, not once"),
        ({"cast": [{**PILOT, "person": "lotte"}]}, "'lotte' is none of its people"),
        ({"cast": [{**PILOT, "status": "fired"}]}, "'fired' is none of final, replaced"),
        ({"dates": [{**OPENED, "edtf": ["soon"]}]}, "'soon' is no EDTF date"),
        ({"cast": [{}]}, "cannot be read: KeyError('person')"),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused_with_its_name(
    tmp_path: Path, changed: dict[str, Any], message: str
) -> None:
    with pytest.raises(UnreadableGold, match=rf"^01_harbour\.json:? {re.escape(message)}"):
        read_stated_texts(write_stated(tmp_path, **changed))


def test_a_folder_without_stated_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match="holds no texts with what they state"):
        read_stated_texts(tmp_path)


def test_the_newest_texts_are_held_out(tmp_path: Path) -> None:
    for name in ("02_a", f"{FIRST_HELD_OUT - 1}_b", f"{FIRST_HELD_OUT}_c", "28_d"):
        write_stated(tmp_path, name)
    assert [one.is_held_out for one in read_stated_texts(tmp_path)] == [False, False, True, True]


def test_any_change_of_a_text_or_its_annotation_changes_the_digest(tmp_path: Path) -> None:
    before = digest_of_stated(read_stated_texts(write_stated(tmp_path)))
    assert digest_of_stated(read_stated_texts(write_stated(tmp_path, text=f"{TEXT}\n"))) != before
    assert digest_of_stated(read_stated_texts(write_stated(tmp_path, published="2004-11"))) != before


def test_where_names_are_known_records_say_what_everything_is_called_and_nothing_else(tmp_path: Path) -> None:
    """The text's record knows its day and its film; no record knows a credit."""
    (read,) = read_stated_texts(write_stated(tmp_path))
    with archive_of(read, KNOWN) as flow:
        records = flow.sound_value("records").by_id
        assert {one.name for one in records.values() if one.kind.kind is Kind.CHARACTER} == {
            one["name"] for one in STATED["characters"].values()
        }
        assert (records["text"].text("film"), records["text"].text("published")) == (FILM, "2004-11-02")
        assert all(not one.text("film") for one in records.values() if one.kind.kind is Kind.CHARACTER)


def test_where_names_are_to_be_found_there_is_the_text_and_no_record(tmp_path: Path) -> None:
    (read,) = read_stated_texts(write_stated(tmp_path))
    with archive_of(read, FOUND) as flow:
        assert list(flow.sound_value("written").by_id) == []
        assert [one.text for one in flow.value("documents").by_id.values()] == [TEXT]
