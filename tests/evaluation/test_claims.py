"""Relations of claims against annotated ones, on a text of two lines; and on the annotated originals."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

from evaluation.claims import MEANT, OfClaims, measure_claims
from evaluation.claims_report import claims_as_json, claims_as_text
from evaluation.figures import Ratio
from evaluation.floors import below, read_floors
from evaluation.gold import UnreadableGold
from plugins.archive.settings import Settings
from tests.building import ROOT
from tests.making import front_matter, pointer_to

GOLD = "INTERTITLE_GOLD"

TEXTS = {
    "001": "The film runs for 90 minutes.\nOdile sings, and Odile is silent.\n",
    "002": "It lasts 91 minutes, and Odile sings.\n",
}
IDS = {"001": "weekly", "002": "diary"}


def passage(source: str, words: str) -> dict[str, Any]:
    start = TEXTS[source].index(words)
    return {"source": source, "start": start, "end": start + len(words), "surface": words}


def relation(word: str, *sides: list[dict[str, Any]], subject: str = "film") -> dict[str, Any]:
    return {
        "id": f"x-{word}",
        "topic": "a topic",
        "relation": word,
        "subject": subject,
        "sides": [{"value": "", "sources": [], "evidence": side} for side in sides],
    }


def measured(folder: Path, *relations: dict[str, Any]) -> OfClaims:
    """An archive of two texts, with a claim for each of some passages, against an annotation."""
    facts = [
        ("running-time", "90 minutes", "001", "90 minutes", 1),
        ("running-time", "91 minutes", "002", "91 minutes", 1),
        ("habit", "sings", "001", "Odile sings", 2),
        ("habit", "sings", "002", "Odile sings", 1),
        ("habit", "silent", "001", "Odile is silent", 2),
    ]
    entries = [
        {
            "property": name,
            "value": value,
            "cite": pointer_to(TEXTS[source], words, IDS[source], paragraph),
        }
        for name, value, source, words, paragraph in facts
    ]
    files = {"films/film.md": front_matter({"name": "Film", "summary": "A film.", "facts": entries})}
    for source, text in TEXTS.items():
        digest = hashlib.sha256(text.encode()).hexdigest()
        values = {"name": source, "kind": "other", "summary": "A text.", "sha256": digest}
        files[f"sources/{IDS[source]}.md"] = front_matter(values)
        files[f"../library/{source}_text.txt"] = text
    files["../gold/claims.json"] = json.dumps({"relations": {}, "claims": relations})
    for path, text in files.items():
        file = (folder / "content" / path).resolve()
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    library = folder / "library"
    settings = Settings(folder / "content", (library,), stubs=False)
    return measure_claims(folder / "gold", [library], settings)


def test_a_relation_is_right_when_ours_means_the_same(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        relation("conflict", [passage("001", "for 90 minutes")], [passage("002", "lasts 91 minutes")]),
        relation("agreement", [passage("001", "Odile sings")], [passage("002", "Odile sings")]),
        relation("single_source", [passage("001", "Odile is silent")]),
    )
    assert [one.is_right for one in found.judged] == [True, True, True]
    assert found.counts["right"] == Ratio(3, 3)


def test_a_side_without_a_claim_is_a_miss_that_says_what_was_found(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        relation("conflict", [passage("001", "90 minutes")], [passage("002", "It lasts")]),
        relation("agreement", [passage("001", "The film")]),
    )
    assert claims_as_text(found) == (
        "Relations of claims\n"
        "\n"
        "  right                                       0.000  (0 of 2)\n"
        "  right, conflict                             0.000  (0 of 1)\n"
        "  right, agreement                            0.000  (0 of 1)\n"
        "  not right (2)\n"
        "    x-conflict a topic: expected conflict, found single-source in film running-time; "
        "claims on 1 of 2 sides  (Only one source says so.)\n"
        "    x-agreement a topic: expected agreement, found nothing  (no claim rests on these passages)"
    )


def test_another_relation_is_wrong(tmp_path: Path) -> None:
    """Also a conflict between sources where one source was said to contradict itself."""
    sides = [passage("001", "90 minutes")], [passage("002", "91 minutes")]
    found = measured(tmp_path, relation("agreement", *sides), relation("tension_within_source", *sides))
    assert [one.is_right for one in found.judged] == [False, False]
    assert [one.found and one.found.value for one in found.judged] == ["conflict", "conflict"]


def test_what_is_stated_elsewhere_too_is_not_stated_once(tmp_path: Path) -> None:
    found = measured(tmp_path, relation("single_source", [passage("001", "Odile sings")]))
    assert [one.is_right for one in found.judged] == [False]


def test_programs_get_every_relation(tmp_path: Path) -> None:
    found = measured(tmp_path, relation("single_source", [passage("001", "Odile is silent")]))
    data = json.loads(claims_as_json(found))["claims"]
    assert data["counts"]["right"] == {"part": 1, "whole": 1, "share": 1.0}
    assert [(one["found"], one["in"], one["right"]) for one in data["relations"]] == [
        ("single-source", "film habit", True)
    ]


def test_an_annotation_of_other_texts_is_refused(tmp_path: Path) -> None:
    wrong = {**passage("001", "90 minutes"), "surface": "91 minutes"}
    with pytest.raises(UnreadableGold, match="x-conflict: 001 has '90 minutes', not '91 minutes'"):
        measured(tmp_path, relation("conflict", [wrong]))


def test_a_word_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableGold, match="x-quarrel has the relation 'quarrel'; known are conflict, "):
        measured(tmp_path, relation("quarrel", [passage("001", "90 minutes")]))


def test_the_annotated_relations_are_right_no_less_than_before(library: Path) -> None:
    if not os.environ.get(GOLD):
        pytest.skip(f"{GOLD} names no folder with an annotation")
    settings = Settings(ROOT / "content", (library,), film="her")
    found = measure_claims(Path(os.environ[GOLD]), [library], settings).floors
    pinned = read_floors()["claims"]
    assert found.digest == pinned.digest, "the annotation has changed: look at it, and pin it anew"
    assert below(found, pinned) == ()


def test_every_word_of_ours_is_meant_by_one_of_theirs() -> None:
    """But for what nobody has judged, which is never right."""
    meant = {relation.value for relations in MEANT.values() for relation in relations}
    assert meant == {
        *("conflict", "correction", "superseded", "other-object", "opinion"),
        *("partial", "compatible", "agreement", "single-source"),
    }
