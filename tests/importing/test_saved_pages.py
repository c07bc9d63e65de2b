"""Whole saved pages, cut and questioned as an editor would: see ``tests/saved_pages``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.source import Label, Original, Segment
from plugins.importing.detection import detect
from plugins.importing.stated import stated_by
from plugins.sources.decoding import is_web_page
from plugins.sources.library import read_original
from plugins.sources.segments import segment
from plugins.web_pages.page import read_web_page
from tests.building import ROOT

FOLDER = ROOT / "tests" / "saved_pages"
PAGES = sorted(file for file in FOLDER.iterdir() if file.suffix in {".txt", ".html"})

FIELDS = {"comments": "comment-count"}
"""Facts that an editor calls otherwise than the archive."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_saved_page_is_read_as_an_editor_reads_it(page: Path) -> None:
    expected = json.loads(page.with_suffix(".json").read_text("utf-8"))
    data = page.read_bytes()
    original = read_original(data)
    found = segment(page.stem, original.text, original.blocks)
    failures = [
        *_segments_amiss(expected["segments"], found, original),
        *_facts_amiss(expected["facts"], data),
    ]
    assert failures == expected["known_failures"]


def _segments_amiss(
    expected: list[dict[str, Any]], found: tuple[Segment, ...], original: Original
) -> Iterator[str]:
    words = [" ".join(one.span.of(original.text).split()) for one in found]
    place = 0
    for row in expected:
        begins = " ".join(row["begins"].split())
        here = next((at for at in range(place, len(found)) if words[at].startswith(begins)), None)
        if here is None:
            yield f"no segment begins with {begins!r}"
            continue
        place = here + 1
        one = found[here]
        label = one.label.value + (f" {one.depth}" if one.label is Label.COMMENT else "")
        wanted = row["label"] + (f" {row['depth']}" if row["label"] == "comment" else "")
        if label != wanted:
            yield f"{begins!r} is {wanted}, not {label}"
        elif (one.speaker or "").casefold() != (row["speaker"] or "").casefold():
            yield f"{begins!r} is said by {row['speaker']}, not {one.speaker}"


def _facts_amiss(expected: dict[str, Any], data: bytes) -> Iterator[str]:
    original = read_original(data)
    stated = stated_by(read_web_page(data).facts) if is_web_page(data) else ()
    found: dict[str, str] = {}
    for one in detect(original.text, segment("page", original.text, original.blocks), stated):
        found.setdefault(one.field.value, one.value)
    for name, value in expected.items():
        got = found.get(FIELDS.get(name, name), "0" if name == "comments" else None)
        wanted = None if value is None else str(value)
        if (got or "").casefold() != (wanted or "").casefold():
            yield f"{name} is {wanted}, not {got}"
