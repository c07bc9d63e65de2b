"""The whole measurement, on a small archive with an annotation of its one text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.figures import Ratio
from evaluation.gold import UnreadableGold
from evaluation.mentions import OfGold, measure_gold, measure_marked_texts
from evaluation.report import mentions_as_json, mentions_as_text
from plugins.archive.settings import Settings
from tests.making import REVIEW, write_archive

SOURCE = "harbour-review"

Rows = list[dict[str, Any]]
Measure = Callable[..., OfGold]


def row(surface: str, entity: str | None, kind: str = "person", **more: Any) -> dict[str, Any]:
    """A row, or a trap where there is no entity."""
    start = REVIEW.index(surface)
    place = {"source": SOURCE, "start": start, "end": start + len(surface), "surface": surface}
    if entity is None:
        return {**place, "correct": None, **more}
    return {**place, "entity": entity, "kind": kind, "score": "required", **more}


ROWS = [row("Ines Varga", "varga"), row("Bram Oster", "bram-oster"), row("the Pilot", "pilot", "character")]
TRAPS = [row("Odile", None)]


def named(id_: str, kind: str, name: str) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "name": name, "aliases": [name]}


ENTITIES = [
    named("varga", "person", "Ines Varga"),
    named("bram-oster", "person", "Bram Oster"),
    named("pilot", "character", "the Pilot"),
    named("ostend", "place", "Ostend"),
]


@pytest.fixture
def measure(tmp_path: Path) -> Measure:
    """Measures with these rows and traps; the annotation ends where the last of them stands."""
    content = write_archive(tmp_path, {"authority/judgements.yaml": "[]"})
    folder = tmp_path / "gold"
    folder.mkdir()

    def measured(
        rows: Rows = ROWS, traps: Rows = TRAPS, entities: Rows = ENTITIES, library: Path | None = None
    ) -> OfGold:
        (folder / "entities.json").write_text(json.dumps(entities), "utf-8")
        for name, lines in (("mentions", rows), ("mentions_other", []), ("traps", traps)):
            written = "".join(f"{json.dumps(one)}\n" for one in lines)
            (folder / f"{name}.jsonl").write_text(written, "utf-8")
        return measure_gold(folder, [library or content / "sources"], Settings(content))

    return measured


def test_links_of_the_records_are_measured_up_to_the_end_of_the_annotated_paragraph(
    measure: Measure,
) -> None:
    """The annotation has three names and a trap, of which the archive takes all four."""
    found = measure().with_records
    assert found.counts["recall"] == Ratio(3, 3)
    assert [one.got for one in found.wrong] == ["[odile]", "[nadia-bell]"]
    assert found.counts["traps taken"] == Ratio(1, 1)
    assert measure(traps=[], rows=ROWS[:1]).with_records.counts["precision"] == Ratio(1, 1)


def test_without_records_the_same_text_is_measured_again(measure: Measure) -> None:
    """Whatever is found there, three entities are sought."""
    assert measure().discovered.counts["found"].whole == 3


def test_a_text_that_is_not_at_hand_is_missed_and_told(measure: Measure, tmp_path: Path) -> None:
    """Though the archive knows it: what is measured are the texts that the command names."""
    library = tmp_path / "library"
    library.mkdir()
    found = measure(library=library)
    assert found.absent == (SOURCE,)
    assert found.with_records.counts["recall"] == Ratio(0, 3)
    assert mentions_as_text(found, None).startswith(f"Not at hand, so that all in them is missed: {SOURCE}\n")


def test_another_text_under_the_same_name_is_refused(measure: Measure, tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    (library / f"{SOURCE}.txt").write_text("Something else.", "utf-8")
    with pytest.raises(UnreadableGold, match=f"^{SOURCE}:23 has '', not 'Ines Varga'$"):
        measure(library=library)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"surface": "Ines Vargas"}, f"{SOURCE}:23 has 'Ines Varga', not 'Ines Vargas'"),
        ({"entity": "nobody"}, f"{SOURCE}:23 names nobody, which is no entity"),
        ({"entity": "ostend"}, f"{SOURCE}:23 is no person, character or work"),
        ({"end": 3}, "item 1 of mentions.jsonl lacks something: ValueError("),
    ],
)
def test_an_annotation_that_does_not_fit_is_refused(
    measure: Measure, changed: dict[str, Any], message: str
) -> None:
    """A figure that was measured on shifted spans would be believed."""
    with pytest.raises(UnreadableGold, match=f"^{re.escape(message)}"):
        measure(rows=[{**ROWS[0], **changed}])


def test_a_folder_without_an_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match="holds no annotation that can be read"):
        measure_gold(tmp_path, [], Settings(write_archive(tmp_path)))


def test_two_files_that_answer_to_one_name_are_refused(measure: Measure, tmp_path: Path) -> None:
    for ending in ("1", "2"):
        (tmp_path / f"{SOURCE}_{ending}.txt").write_text(f"Text {ending}.", "utf-8")
    with pytest.raises(UnreadableGold, match="may be one of several files"):
        measure(library=tmp_path)


def test_marked_texts_are_measured_one_by_one_and_added_up(tmp_path: Path) -> None:
    """An entity that two texts name is sought in both."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("{Ines Varga|p:varga} waits in {May|-}.\n", "utf-8")
    found = measure_marked_texts(tmp_path)
    assert list(found.by_text) == ["a", "b"]
    assert found.counts["found"].whole == 2
    assert found.counts["links: traps taken"].whole == 2


def test_the_report_shows_each_wrong_link_in_a_line(measure: Measure) -> None:
    lines = [line.strip() for line in mentions_as_text(measure(), None).splitlines()]
    assert "precision                                   0.600  (3 of 5)" in lines
    place = f"{SOURCE}:{REVIEW.index('Odile')} “Odile”"
    assert f"{place}  expected nothing  got [odile]  (the only record with this name)" in lines
    assert place in lines[lines.index("traps taken (1)") + 1]


def test_programs_read_the_same(measure: Measure) -> None:
    told = json.loads(mentions_as_json(measure(), None))["gold"]["with_records"]
    assert told["counts"]["precision"] == {"part": 3, "whole": 5, "share": 0.6}
    assert [one["got"] for one in told["wrong"]] == ["[odile]", "[nadia-bell]"]
