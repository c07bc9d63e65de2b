"""Segments, turns and what texts say of themselves, against an annotation made by hand.

Runs where the annotation and the originals are at hand; nothing of either is kept here.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.source import Label, Segment
from plugins.sources.decoding import read_text
from plugins.sources.segments import segment

GOLD = "INTERTITLE_GOLD"

LABELS = {
    "body": {Label.BODY},
    "qa": {Label.QUESTION, Label.ANSWER},
    "note": {Label.NOTE},
    "metadata": {Label.METADATA},
    "lead": {Label.BODY},
    "editor_note": {Label.NOTE},
    "kicker": {Label.SECTION},
    "caption_photo_credit": {Label.CAPTION},
}
"""The annotator's words for what a line is, with ours."""

SPEAKERS = {"entertainment-weekly": "ENTERTAINMENT WEEKLY", "spike-jonze": "SPIKE JONZE"}
"""The labels under which the speakers of the annotation stand in the text."""


@pytest.fixture(scope="module")
def gold() -> Path:
    """The folder with the annotation."""
    if not os.environ.get(GOLD):
        pytest.skip(f"{GOLD} names no folder with an annotation")
    return Path(os.environ[GOLD])


@pytest.fixture(scope="module")
def structure(gold: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((gold / "structure.json").read_text("utf-8"))
    return found


@cache
def text_of(file: Path) -> str:
    return read_text(file.read_bytes())


def segments_of(library: Path, name: str) -> tuple[Segment, ...]:
    return segment(name, text_of(library / name))


def annotated(
    structure: dict[str, Any], library: Path
) -> Iterator[tuple[dict[str, Any], tuple[Segment, ...]]]:
    """Each annotated text with our segments of it."""
    assert structure
    for text in structure.values():
        yield text, segments_of(library, text["file"])


def test_every_line_has_the_label_of_the_annotation(gold: Path, library: Path) -> None:
    """All lines of the texts that are annotated line by line, in order and with nothing between."""
    written = (gold / "lines.tsv").read_text("utf-8").splitlines()
    rows = list(csv.DictReader(written, delimiter="\t"))
    assert rows
    for name in {row["file"] for row in rows}:
        lines = text_of(library / name).splitlines()
        expected = [row for row in rows if row["file"] == name]
        found = segments_of(library, name)
        assert len(found) == len(expected)
        for row, one in zip(expected, found, strict=True):
            kind, _, rest = row["label"].partition(":")
            assert one.span.of(text_of(library / name)) == lines[int(row["line"]) - 1].strip()
            assert one.label in LABELS[kind], row
            if kind == "qa":
                role, speaker = rest.split(":")
                assert (one.label.value, one.speaker) == (role, SPEAKERS[speaker]), row
            elif rest:
                assert one.rule == rest, row


def test_every_paragraph_begins_and_ends_where_the_annotation_says(
    structure: dict[str, Any], library: Path
) -> None:
    for text, segments in annotated(structure, library):
        by_start = {one.span.start: one for one in segments}
        for part in (*text["paragraphs"], *text["boilerplate"]):
            one = by_start[part["start"]]
            assert one.span.end == part["end"], part
            assert one.label in LABELS[part.get("role") or part["kind"]], part


def test_turns_have_the_speakers_of_the_annotation(structure: dict[str, Any], library: Path) -> None:
    """Those without a label too; and texts that are no interview have none."""
    for text, segments in annotated(structure, library):
        found = [one for one in segments if one.label in {Label.QUESTION, Label.ANSWER}]
        turns = text.get("qa_turns", [])
        assert [(one.span.start, one.span.end, one.label.value, one.speaker) for one in found] == [
            (turn["start"], turn["end"], turn["role"], SPEAKERS[turn["speaker"]]) for turn in turns
        ]


def test_what_a_text_has_not_is_not_found_in_it(structure: dict[str, Any], library: Path) -> None:
    """No comment, caption, credit or byline where the annotator saw none."""
    for text, segments in annotated(structure, library):
        labels = {one.label for one in segments}
        absent = {"comments": Label.COMMENT, "captions": Label.CAPTION, "credit_blocks": Label.CREDIT_BLOCK}
        for key, label in absent.items():
            if text.get(key) == []:
                assert label not in labels
        assert text["byline"] is None
        assert Label.BYLINE not in labels


def test_a_title_is_a_heading_at_the_annotations_place(structure: dict[str, Any], library: Path) -> None:
    for text, segments in annotated(structure, library):
        first = next((one for one in segments if one.label is Label.HEADING), None)
        title = text["title"]
        assert (first and (first.span.start, first.span.end)) == (title and (title["start"], title["end"]))
