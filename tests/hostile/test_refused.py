"""What is hostile is refused with its line, or is no more than text: front matter, and names of files."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from plugins.archive.errors import ContentFaults
from plugins.importing.holdings import Holdings
from plugins.importing.plan import plan_import
from plugins.importing.saved_files import printable
from tests.durations import stopped_after
from tests.hostile.material import read, saved_files
from tests.making import flow_over, front_matter, record, records, write_archive

FRONT_MATTER = read("front_matter")["case"]
NAMES = read("files")["names"]


def faults(tmp_path: Path, path: str, text: str) -> list[str]:
    """The codes of the faults that an archive has with one file more, each with a place in it."""
    content = write_archive(tmp_path, {path: text})
    assert (content / path).resolve().is_relative_to(content.resolve())
    flow = flow_over(content)
    with stopped_after(), suppress(ContentFaults):
        flow.sound_value("pages")
    found = flow.problems()
    assert all(one.line > 0 and one.col > 0 for one in found)
    return [f"{one.path}: {one.code}" for one in found]


@pytest.mark.parametrize("case", FRONT_MATTER, ids=[case["name"] for case in FRONT_MATTER])
def test_hostile_front_matter_is_refused_or_is_text(tmp_path: Path, case: dict[str, Any]) -> None:
    found = faults(tmp_path, "people/fog.md", case["text"].lstrip("\n"))
    wanted = f"content/people/fog.md: {case['refused']}" if "refused" in case else None
    assert (wanted in found) if wanted else found == []


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_file_whose_name_is_no_address_is_refused(tmp_path: Path, name: str) -> None:
    values = {"name": "Fog", "summary": "Thick."}
    assert f"content/{printable(Path(name))}: BAD-ID" in faults(tmp_path, name, front_matter(values))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_former_id_that_is_no_address_is_refused(tmp_path: Path, name: str) -> None:
    """A page is written there, so that nothing in it may lead out of the site."""
    values = {"name": "Fog", "summary": "Thick.", "former-ids": [name.removesuffix(".md")]}
    found = faults(tmp_path, "people/fog.md", front_matter(values))
    assert "content/people/fog.md: BAD-ID" in found or "content/people/fog.md: BAD-YAML" in found


def test_what_is_imported_gets_an_id_of_its_own_whatever_its_file_is_called() -> None:
    """No name of a file becomes a path: ids are made of what a text says, and of its digest."""
    nothing = Holdings(records(record("fog", "people")), frozenset(), {}, {}, frozenset())
    plan = plan_import(saved_files(), nothing)
    written = [file.name for entry in plan.entries for file in entry.files]
    assert plan.problems == ()
    assert len(written) > 100
    assert [name for name in written if not _is_sound(name)] == []
    assert len({name.casefold() for name in written}) == len(written)


def _is_sound(name: str) -> bool:
    stem = name.partition(".")[0]
    return len(name) < 120 and stem.replace("-", "").isalnum() and stem.isascii() and stem == stem.lower()
