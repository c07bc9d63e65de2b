"""What credits of other films' texts are worth, and that they are read no worse than before."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.figures import Ratio
from evaluation.floors import below, read_floors
from evaluation.stated_archives import FOUND, KNOWN
from evaluation.stated_credits import floors_of_stated_credits, measure_stated_credits
from evaluation.stated_measures import Half
from evaluation.stated_report import LISTS_OF_CREDITS, stated_as_json, stated_as_text
from tests.building import ROOT
from tests.evaluation.stating import ODILE, PILOT, STATED, TEXT, write_stated

TEXTS = ROOT / "tests" / "stated_texts"


def counts(folder: Path, **changed: Any) -> dict[str, Ratio]:
    measured = measure_stated_credits(write_stated(folder, **changed))
    return dict(measured.counts(KNOWN, Half.LOOKED_AT))


def test_a_pair_is_found_with_its_status_and_its_mode(tmp_path: Path) -> None:
    """What another film has is no credit of this one, whoever plays in it."""
    found = counts(tmp_path)
    assert found["cast pairs found"] == Ratio(2, 2)
    assert found["cast pairs, status right"] == found["cast pairs, mode right"] == Ratio(2, 2)
    assert found["crew found"] == Ratio(1, 1)
    assert found["wrong"] == Ratio(0, 3)
    assert found["traps taken"] == Ratio(0, 1)


def test_what_the_annotation_does_not_have_is_wrong(tmp_path: Path) -> None:
    assert counts(tmp_path, cast=[ODILE])["wrong"] == Ratio(1, 3)


@pytest.mark.parametrize(
    ("part", "pairs", "wrong"),
    [
        ("the old soldier", Ratio(1, 1), Ratio(0, 1)),
        ("the baker", Ratio(0, 1), Ratio(1, 1)),
    ],
)
def test_a_part_in_words_is_compared_by_its_words(
    tmp_path: Path, part: str, pairs: Ratio, wrong: Ratio
) -> None:
    text = "A port of tin\n\nThe Tin Harbour is slow. Bram Oster plays the soldier.\n"
    row = {**PILOT, "character": None, "part": part, "quote": "Bram Oster plays"}
    found = counts(tmp_path, text=text, cast=[row], crew=[], traps=[], dates=[], not_dates=[])
    assert found["cast pairs found"] == pairs
    assert found["wrong"] == wrong


def test_a_trap_is_taken_where_its_words_become_a_credit_of_the_film(tmp_path: Path) -> None:
    trap = {"person": "bram", "quote": "Bram Oster plays the Pilot", "why": "a test says so"}
    assert counts(tmp_path, cast=[ODILE], traps=[trap])["traps taken"] == Ratio(1, 1)
    # Words that state a true credit as well are no trap.
    assert counts(tmp_path, traps=[trap])["traps taken"] == Ratio(0, 1)


def test_a_job_is_compared_by_our_table(tmp_path: Path) -> None:
    text = "A port of tin\n\nThe Tin Harbour was shot by Ines Varga.\n"
    job = {"person": "ines", "status": "final", "quote": "shot by Ines Varga"}
    nothing: dict[str, Any] = {"text": text, "cast": [], "traps": [], "dates": [], "not_dates": []}
    for role, found in (("director of photography", Ratio(1, 1)), ("gardener", Ratio(0, 1))):
        assert counts(tmp_path, **nothing, crew=[{**job, "role": role}])["crew found"] == found


def test_the_report_shows_the_misses_of_texts_that_are_not_held_out(tmp_path: Path) -> None:
    missed = [{**PILOT, "quote": "The Tin Harbour (2004)", "character": "moth"}, ODILE]
    for name in ("01_harbour", "21_harbour"):
        write_stated(tmp_path, name, cast=missed)
    measured = measure_stated_credits(tmp_path)
    lines = stated_as_text(measured, LISTS_OF_CREDITS).splitlines()
    figures = f"{Ratio(1, 2)!s:26}{Ratio(1, 2)}"
    assert lines[0] == "Names known"
    assert f"  {'cast pairs found':44}{figures}" in lines
    place = TEXT.index("The Tin Harbour")
    assert f"    01:{place} bram as moth “The Tin Harbour (2004)”  no form found" in lines
    assert not [line for line in lines if line.strip().startswith("21:")]
    told = json.loads(stated_as_json(measured, LISTS_OF_CREDITS))
    assert set(told) == {"digest", KNOWN, FOUND}
    assert told[KNOWN]["counts"]["held out"]["wrong"] == {"part": 1, "whole": 3, "share": 1 / 3}


def test_credits_of_stated_texts_are_read_no_worse_than_before() -> None:
    measured = floors_of_stated_credits(measure_stated_credits(TEXTS))
    pinned = read_floors()["stated credits"]
    assert measured.digest == pinned.digest, "the texts have changed: `invoke evaluate credits … --pin`"
    assert below(measured, pinned) == ()
    assert measured.by_measurement.keys() == pinned.by_measurement.keys()


def test_the_small_text_is_stated_in_full() -> None:
    """So that what the other tests take out of it is what makes the difference."""
    assert all(TEXT.count(row["quote"]) == 1 for row in (*STATED["cast"], *STATED["traps"]))
