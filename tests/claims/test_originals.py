"""Which files are originals that were changed. What is said of each is told in ``test_tampering.py``."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plugins.archive.errors import ContentFaults
from plugins.archive.flow import Flow
from plugins.archive.settings import Settings
from plugins.stages import archive_flow
from tests.making import ARCHIVE, REVIEW, front_matter, pointer_to, write_archive

FILM = "films/tin-harbour.md"
TIMES = pointer_to(REVIEW, "ninety minutes", "harbour-review", paragraph=4)
FOG = pointer_to(REVIEW, "fills it with fog", "harbour-review", paragraph=2)
SHA = hashlib.sha256(REVIEW.encode()).hexdigest()


def film(*cites: str) -> str:
    facts = [{"property": "running-time", "value": "90 minutes", "cite": cite} for cite in cites]
    return front_matter({**ARCHIVE[FILM], "facts": facts, "credits": []})


def flow_of(content: Path, library: Path | None = None) -> Flow:
    return archive_flow(
        Settings(content, (library,) if library else (), film="tin-harbour", excerpt_share=1.0, stubs=False)
    )


def faults(flow: Flow) -> list[str]:
    try:
        flow.sound_value("pages")
    except ContentFaults as found:
        return [str(one) for one in found.problems]
    return []


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """The original, away from its record and under another name."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "harbour.txt").write_bytes(REVIEW.encode())
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The archive without the text beside its record."""
    made = write_archive(tmp_path, {FILM: film(TIMES, FOG)})
    (made / "sources" / "harbour-review.txt").unlink()
    return made


def test_an_original_with_a_line_before_it_is_known_again(content: Path, library: Path) -> None:
    (library / "harbour.txt").write_bytes(b"Saved today.\n\n" + REVIEW.encode())
    assert [one.split()[1] for one in faults(flow_of(content, library))] == ["ORIGINAL-CHANGED"]


def test_another_text_of_the_same_name_is_no_changed_original(content: Path, library: Path) -> None:
    (library / "harbour.txt").write_bytes(b"A weather report: fog in the morning.\n")
    assert faults(flow_of(content, library)) == []


def test_a_letter_changed_in_the_pinned_digest_is_told_in_the_same_way(tmp_path: Path) -> None:
    source = {
        **ARCHIVE["sources/harbour-review.md"],
        "sha256": "0" + SHA[1:] if SHA[0] != "0" else "1" + SHA[1:],
    }
    made = write_archive(tmp_path, {"sources/harbour-review.md": front_matter(source)})
    (message,) = faults(flow_of(made))
    assert message.startswith(
        f"content/sources/harbour-review.md:11:12: ORIGINAL-CHANGED harbour-review.txt has the digest {SHA} "
        "and is not the pinned text; "
    )


def test_a_record_that_cannot_be_read_pins_nothing_else_than_before(tmp_path: Path) -> None:
    """Its own fault is told, and not that its text was changed."""
    record = "---\nname: A harbour: of tin\n---\n"
    found = faults(flow_of(write_archive(tmp_path, {"sources/harbour-review.md": record})))
    assert [one.split()[1] for one in found if "harbour-review.md" in one] == ["BAD-YAML"]
