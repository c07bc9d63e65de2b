"""A page that an earlier build has read comes out as it would be read now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from plugins.archive.settings import Settings
from plugins.authority.records import read_records
from plugins.incremental.kept import Kept
from tests.making import write_archive

FAULTY = "---\nname: Wax: a singer\n---\n"


def read(content: Path, kept: Kept) -> tuple[Any, ...]:
    """All that a build knows of an archive's records."""
    records = read_records(Settings(content), kept)
    return (
        {
            one.id: (one.values, one.body, one.body_line, dict(one.places), one.path)
            for one in records.by_id.values()
        },
        sorted(map(str, records.problems)),
    )


def test_records_are_the_same_whether_they_are_read_or_kept(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"people/wax.md": "---\nname: Wax\n---\n\n\nA *singer*.\n\n"})
    first = read(content, Kept(tmp_path / "kept"))
    kept = Kept(tmp_path / "kept")
    assert read(content, kept) == first
    assert (kept.made["pages"], kept.reused["pages"] > 5) == (0, True)


def test_one_edit_is_one_page_read(tmp_path: Path) -> None:
    content = write_archive(tmp_path)
    read(content, Kept(tmp_path / "kept"))
    (content / "people" / "ines-varga.md").write_text("---\nname: Ines\n---\nFog.\n", "utf-8")
    kept = Kept(tmp_path / "kept")
    assert read(content, kept) == read(content, Kept())
    assert kept.made["pages"] == 1


def test_a_fault_is_told_in_every_build_with_its_own_path(tmp_path: Path) -> None:
    """Two files of the same words are one result, and two faults."""
    content = write_archive(tmp_path, {"people/wax.md": FAULTY, "works/wax-song.md": FAULTY})
    for _ in range(2):
        _, problems = read(content, Kept(tmp_path / "kept"))
        assert [one.partition(" ")[0] for one in problems] == [
            "content/people/wax.md:2:10:",
            "content/works/wax-song.md:2:10:",
        ]
