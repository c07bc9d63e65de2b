"""Records that stand in for those of unrecorded texts."""

from __future__ import annotations

from pathlib import Path

from plugins.archive.settings import Settings
from plugins.authority.record import Records
from plugins.sources.library import read_library
from plugins.stages import archive_flow
from plugins.stubs.sources import with_stub_sources
from tests.making import record, records

REVIEW = """\
Tin Hearts in the Fog: A Review

By Lotte Maes

Ines Varga builds a whole port in a studio, and fills it with fog. Nobody in the film laughs at that.
"""


def library_of(folder: Path, **texts: str) -> Settings:
    """Settings with a library of some texts, and without content."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return Settings(folder / "content", (folder,))


def test_an_unrecorded_text_gets_the_record_that_an_import_would_write(tmp_path: Path) -> None:
    made = with_stub_sources(records(), read_library(library_of(tmp_path, a=REVIEW)))
    (one,) = made.sources
    assert (one.is_stub, one.text("title")) == (True, "Tin Hearts in the Fog: A Review")
    assert (one.text("author"), one.text("kind"), one.text("rights")) == ("Lotte Maes", "review", "summary")


def test_as_soon_as_one_source_has_a_record_no_text_gets_one(tmp_path: Path) -> None:
    """Whoever has begun to record chooses what the archive holds."""
    written = records(record("another", "sources", name="Another text"))
    assert with_stub_sources(written, read_library(library_of(tmp_path, a=REVIEW))) is written


def test_records_of_other_kinds_keep_no_text_from_its_stub(tmp_path: Path) -> None:
    written = records(record("v", "people", name="Ines Varga"))
    made = with_stub_sources(written, read_library(library_of(tmp_path, a=REVIEW)))
    assert len(made.sources) == 1
    assert made.by_id["v"] is written.by_id["v"]
    assert list(made.by_id) == sorted(made.by_id)


def test_without_originals_there_are_no_stubs(tmp_path: Path) -> None:
    assert with_stub_sources(Records({}), read_library(library_of(tmp_path))) == Records({})


def test_the_records_do_not_depend_on_the_names_of_the_files(tmp_path: Path) -> None:
    other = REVIEW.replace("Tin", "Rope").replace("Maes", "Bell")
    ids = []
    for first, second in ((REVIEW, other), (other, REVIEW)):
        settings = library_of(tmp_path, a=first, b=second)
        ids.append([one.id for one in with_stub_sources(records(), read_library(settings)).sources])
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2


def test_a_pile_of_texts_becomes_an_archive_by_itself(tmp_path: Path) -> None:
    """From the bytes to the records of whoever is named; where no stubs are wanted, of the texts alone."""
    settings = library_of(tmp_path, a=REVIEW + "\nDirector Ines Varga rows to work. Then Varga sings.\n")
    made = archive_flow(settings).value("records")
    assert made.by_id["ines-varga"].is_stub
    without = archive_flow(Settings(settings.content, settings.libraries, stubs=False)).value("records")
    assert [one.kind.kind.value for one in without.by_id.values()] == ["source"]
