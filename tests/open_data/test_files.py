"""The data files: lines that programs can read, and no word that may not be shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.settings import Edition
from tests.making import REVIEW, flow_over, write_archive


def files(folder: Path, edition: Edition = Edition.PUBLIC) -> dict[str, bytes]:
    made: dict[str, bytes] = flow_over(write_archive(folder), edition).sound_value("data_files")
    return made


def rows(data: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data.decode("utf-8").splitlines()]


def test_every_file_names_its_version_first(tmp_path: Path) -> None:
    for path, data in files(tmp_path).items():
        if path.endswith(".jsonl"):
            assert rows(data)[0] == {"version": 1}
        else:
            assert json.loads(data)["version"] == (2 if path == "data/disagreements.json" else 1)


def test_the_same_archive_gives_the_same_bytes(tmp_path: Path) -> None:
    assert files(tmp_path / "one") == files(tmp_path / "another")


def test_segments_have_their_place_and_no_words_in_public(tmp_path: Path) -> None:
    found = rows(files(tmp_path)["data/segments.jsonl"])[1:]
    assert [one["paragraph"] for one in found] == [1, 2, 3, 4]
    assert not any("text" in one for one in found)


def test_the_private_edition_has_the_words_of_each_span(tmp_path: Path) -> None:
    made = files(tmp_path, Edition.PRIVATE)
    for name in ("segments", "quotations", "mentions", "undecided"):
        for one in rows(made[f"data/{name}.jsonl"])[1:]:
            assert one["text"] == REVIEW[one["start"] : one["end"]]


def test_a_credit_names_the_claims_that_state_it(tmp_path: Path) -> None:
    made = files(tmp_path)
    known = {one["id"] for one in rows(made["data/claims.jsonl"])[1:]}
    found = json.loads(made["data/credits.json"])["credits"]
    assert [one["character"] for one in found if one["role"] == "cast"] == ["pilot", "odile"]
    assert all(one["claims"] and set(one["claims"]) <= known for one in found)


@pytest.mark.parametrize("path", ["data/entities.json", "data/sources.json"])
def test_nothing_in_public_holds_a_sentence_of_a_text(path: str, tmp_path: Path) -> None:
    assert REVIEW.splitlines()[2] not in files(tmp_path)[path].decode("utf-8")
