"""What read credits are worth: pairs and jobs found, status and mode, and what must not be the film’s."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.credits import OfCredits, floors_of_credits, measure_credits
from evaluation.credits_report import credits_as_json, credits_as_text
from evaluation.figures import Ratio
from evaluation.floors import below, read_floors
from evaluation.gold import UnreadableGold
from plugins.archive.settings import Settings
from tests.building import ROOT
from tests.making import REVIEW, write_archive

SOURCE = "harbour-review"
GOLD = "INTERTITLE_GOLD"

Measure = Callable[..., OfCredits]


def evidence(surface: str) -> list[dict[str, Any]]:
    start = REVIEW.index(surface)
    return [{"source": SOURCE, "start": start, "end": start + len(surface), "surface": surface}]


def cast(person: str, character: str, surface: str, **more: str) -> dict[str, Any]:
    given = {"status": "released", "mode": "on screen", **more}
    return {
        "id": character,
        "character": character,
        "performer": person,
        "evidence": evidence(surface),
        **given,
    }


PILOT = cast("bram-oster", "pilot", "Bram Oster as the Pilot")
ODILE = cast("nadia-bell", "odile", "Odile (voiced by Nadia Bell)", mode="voice only")


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    """Measures the small archive's one review against these credits."""
    content = write_archive(tmp_path, {"authority/judgements.yaml": "[]"})
    folder = tmp_path / "gold"
    folder.mkdir()
    named = [("ines-varga", "person", "Ines Varga"), ("bram-oster", "person", "Bram Oster")]
    named += [("pilot", "character", "the Pilot"), ("odile", "character", "Odile")]
    named += [("nadia-bell", "person", "Nadia Bell")]
    entities = [{"id": one, "kind": kind, "name": name, "aliases": [name]} for one, kind, name in named]
    (folder / "entities.json").write_text(json.dumps(entities), "utf-8")
    last = {"source": SOURCE, "start": 0, "end": len(REVIEW), "surface": REVIEW, "correct": None}
    (folder / "traps.jsonl").write_text(json.dumps(last) + "\n", "utf-8")
    for name in ("mentions", "mentions_other"):
        (folder / f"{name}.jsonl").write_text("", "utf-8")

    def measured(
        rows: tuple[Any, ...] = (PILOT, ODILE), crew: tuple[Any, ...] = (), others: tuple[Any, ...] = ()
    ) -> OfCredits:
        written = {"cast": rows, "crew": crew, "other_works": others}
        (folder / "credits.json").write_text(json.dumps(written), "utf-8")
        return measure_credits(folder, [content / "sources"], Settings(content))

    return measured


def test_a_pair_is_found_with_its_status_and_its_mode(measure: Measure) -> None:
    """Somebody on screen need not be said to be; a voice must."""
    counts = measure().with_records.counts
    assert counts["cast pairs found"] == Ratio(2, 2)
    assert counts["cast pairs, status right"] == Ratio(2, 2)
    assert counts["cast pairs, mode right"] == Ratio(2, 2)
    assert counts["passages read"] == Ratio(2, 2)
    assert counts["wrong"] == Ratio(0, 2)


def test_another_status_or_mode_is_told(measure: Measure) -> None:
    read = measure((cast("bram-oster", "pilot", "Bram Oster", status="replaced later"), ODILE)).with_records
    assert read.counts["cast pairs, status right"] == Ratio(1, 2)
    assert read.missed == ("pilot: expected replaced, screen, got final, no mode",)


def test_what_the_annotation_does_not_have_is_wrong(measure: Measure) -> None:
    read = measure((PILOT,)).with_records
    assert read.counts["wrong"] == Ratio(1, 2)
    assert len(read.wrong) == 1
    assert read.wrong[0].startswith(f"{SOURCE}:{REVIEW.index('Odile')} nadia-bell as odile (a part with")


def test_a_job_is_compared_by_our_table_and_a_friend_is_optional(measure: Measure) -> None:
    shot = {
        "id": "dop",
        "role": "director of photography (sole)",
        "entity": "ines-varga",
        "status": "credited",
    }
    lent = {"id": "room", "role": "producer", "entity": "ines-varga", "status": "informal"}
    crew = tuple({**one, "evidence": evidence("Ines Varga")} for one in (shot, lent))
    read = measure(crew=crew).with_records
    assert read.counts["crew rows found"] == Ratio(0, 1)
    assert read.missed == ("dop: ines-varga, director of photography (sole) (no form found)",)


def test_a_credit_of_another_work_that_is_given_to_the_film_is_a_trap_taken(measure: Measure) -> None:
    trap = {"work": "drop", "role": "cast", "entity": "nadia-bell", "evidence": evidence("Nadia Bell")}
    assert measure(others=(trap,)).with_records.counts["traps taken"] == Ratio(0, 1)
    read = measure((PILOT,), others=(trap,)).with_records
    assert read.counts["traps taken"] == Ratio(1, 1)
    assert read.traps == ("drop: nadia-bell, cast",)


def test_an_annotation_that_does_not_fit_is_refused(measure: Measure) -> None:
    wrong = {**PILOT, "evidence": [{"source": SOURCE, "start": 0, "end": 4, "surface": "Bram"}]}
    with pytest.raises(UnreadableGold, match=f"^{SOURCE}:0 has 'A ha', not 'Bram'$"):
        measure((wrong,))
    with pytest.raises(
        UnreadableGold, match=re.escape("holds no credits that can be read: KeyError('performer')")
    ):
        measure(({"status": "released", "mode": "voice", "id": "a", "character": "b"},))


def test_the_report_has_both_measurements_and_each_miss_in_a_line(measure: Measure) -> None:
    measured = measure((PILOT,))
    lines = credits_as_text(measured).splitlines()
    assert lines[0] == "With the names of our records"
    assert "  wrong credits of the film (1)" in lines
    told = json.loads(credits_as_json(measured))["credits"]
    assert told["with_records"]["counts"]["wrong"] == {"part": 1, "whole": 2, "share": 0.5}
    assert set(told) == {"digest", "absent", "with_records", "without_records"}


def test_credits_of_annotated_originals_are_read_no_worse_than_before(library: Path) -> None:
    if not os.environ.get(GOLD):
        pytest.skip(f"{GOLD} names no folder with an annotation")
    settings = Settings(ROOT / "content", (library,))
    measured = floors_of_credits(measure_credits(Path(os.environ[GOLD]), [library], settings))
    pinned = read_floors()["credits"]
    assert measured.digest == pinned.digest, "the annotation has changed: `invoke evaluate credits … --pin`"
    assert below(measured, pinned) == ()
