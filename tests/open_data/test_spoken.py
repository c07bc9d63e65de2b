"""Who speaks, as data: turns with the people behind their labels, quotations with their speakers."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.settings import Edition
from tests.making import flow_over, front_matter, write_archive

TALK = (
    "THE QUAY: Why did you wait for fog?\n\n"
    "INES VARGA: We had to. “Fog first,” says Kit Aldous, and she is right. We waited “a year.\n\n"
    "Where is the tin now?\n\n"
    "I have it at home. You ask “where,” I say “why.”\n\n"
    "Did Aldous come back?\n\n"
    "I never asked her."
)


@pytest.fixture
def rows(tmp_path: Path) -> dict[str, list[dict[str, Any]]]:
    """The rows of segments and quotations of an archive that holds the talk."""
    source = {"name": "Talk", "kind": "interview", "summary": "A talk.", "rights": "full"}
    pages: dict[str, dict[str, Any]] = {
        "sources/talk.md": {**source, "sha256": sha256(TALK.encode("utf-8")).hexdigest()},
        "people/ines-varga.md": {"name": "Ines Varga", "summary": "A director."},
        "people/kit-aldous.md": {"name": "Kit Aldous", "variants": ["Aldous"], "summary": "An actor."},
    }
    files = {path: front_matter(values) for path, values in pages.items()}
    folder = write_archive(tmp_path, {**files, "sources/talk.txt": TALK})
    made = flow_over(folder, Edition.PUBLIC).sound_value("data_files")
    found = {}
    for name in ("segments", "quotations"):
        lines = [json.loads(line) for line in made[f"data/{name}.jsonl"].splitlines()[1:]]
        found[name] = [row for row in lines if row["source"] == "talk"]
    return found


def test_a_turn_names_the_person_behind_its_label(rows: dict[str, list[dict[str, Any]]]) -> None:
    """In turns without a label too; a paper that no record knows has none."""
    assert [(row["label"], row["entity"]) for row in rows["segments"]] == [
        ("question", None),
        ("answer", "ines-varga"),
    ] * 3


def test_a_quotation_names_its_speaker_and_whether_it_ends(rows: dict[str, list[dict[str, Any]]]) -> None:
    """An unclosed mark says so and leaves the quotations after it alone."""
    found = [(row["text"], row["entity"], row["closed"]) for row in rows["quotations"]]
    assert found[0] == ("“Fog first,”", "kit-aldous", True)
    assert [closed for _, _, closed in found] == [True, False, True, True]
    assert [text for text, _, _ in found[2:]] == ["“where,”", "“why.”"]


def test_a_row_says_how_its_speaker_is_told(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert [(row["by"], row["speaker_start"] is None) for row in rows["quotations"]] == [
        ("name", False),
        *[(None, True)] * 3,
    ]
