"""What dates of other films' texts are worth, and that they are read no worse than before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.figures import Ratio
from evaluation.floors import below, read_floors
from evaluation.stated_archives import KNOWN
from evaluation.stated_dates import floors_of_stated_dates, measure_stated_dates
from evaluation.stated_measures import Half
from evaluation.stated_report import LISTS_OF_DATES, stated_as_text
from tests.building import ROOT
from tests.evaluation.stating import OPENED, write_stated

TEXTS = ROOT / "tests" / "stated_texts"
TITLE_YEAR = {"quote": "(2004)", "edtf": ["2004"], "status": "happened", "why": "the film's year"}


def counts(folder: Path, *dates: dict[str, Any], **changed: Any) -> dict[str, Ratio]:
    measured = measure_stated_dates(write_stated(folder, dates=list(dates), **changed))
    return dict(measured.counts(KNOWN, Half.LOOKED_AT))


def test_a_date_is_right_if_it_means_what_is_accepted(tmp_path: Path) -> None:
    found = counts(tmp_path, OPENED, TITLE_YEAR)
    assert found["right"] == found["status right"] == Ratio(2, 2)
    assert found["found wrongly"] == found["where no date is annotated"] == Ratio(0, 2)


def test_a_date_that_knows_more_than_the_annotation_is_too_precise(tmp_path: Path) -> None:
    found = counts(tmp_path, {**OPENED, "edtf": ["2004-03", "2004"]}, TITLE_YEAR)
    assert (found["right"], found["too precise"]) == (Ratio(1, 2), Ratio(1, 2))
    found = counts(tmp_path, {**OPENED, "edtf": []}, TITLE_YEAR)
    assert (found["right"], found["too precise"]) == (Ratio(1, 2), Ratio(1, 2))
    assert found["right, of what comes to a date"] == Ratio(1, 1)


def test_what_is_optional_has_no_say_in_what_was_found(tmp_path: Path) -> None:
    found = counts(tmp_path, {**OPENED, "optional": True}, TITLE_YEAR)
    assert found["right"] == Ratio(1, 1)
    assert found["found wrongly"] == Ratio(0, 2)


def test_a_date_is_wrong_where_none_is_annotated_and_where_none_is(tmp_path: Path) -> None:
    found = counts(tmp_path, OPENED, not_dates=[])
    assert found["where no date is annotated"] == found["found wrongly"] == Ratio(1, 2)
    found = counts(tmp_path, OPENED, not_dates=[{"quote": "Harbour (2004)", "why": "a title"}])
    assert found["no dates taken"] == Ratio(1, 1)
    assert found["where no date is annotated"] == Ratio(0, 2)


def test_a_status_is_that_of_the_text(tmp_path: Path) -> None:
    assert counts(tmp_path, {**OPENED, "status": "announced"}, TITLE_YEAR)["status right"] == Ratio(1, 2)


def test_each_miss_stands_in_a_line_with_what_was_expected_and_found(tmp_path: Path) -> None:
    measured = measure_stated_dates(write_stated(tmp_path, dates=[{**OPENED, "edtf": ["2004-03-06"]}]))
    lines = stated_as_text(measured, LISTS_OF_DATES).splitlines()
    start = f"    01:{measured.by_names[KNOWN][0].dates[0].stated.quote.start} “5 March 2004”  "
    (miss, _) = [line for line in lines if line.startswith(start)]
    assert miss.startswith(
        f"{start}expected 2004-03-06 (release), found “5 March 2004” 2004-03-05 (happened,"
    )


def test_dates_of_stated_texts_are_read_no_worse_than_before() -> None:
    measured = floors_of_stated_dates(measure_stated_dates(TEXTS))
    pinned = read_floors()["stated dates"]
    assert measured.digest == pinned.digest, "the texts have changed: `invoke evaluate dates … --pin`"
    assert below(measured, pinned) == ()
    assert measured.by_measurement.keys() == pinned.by_measurement.keys()
