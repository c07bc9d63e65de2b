"""Dates that a program read, as events that nobody has recorded yet."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plugins.archive.assemble import Archive
from plugins.archive.claim import EDITOR
from plugins.archive.settings import Edition, Settings
from plugins.claims.dated_passages import UNSORTED
from plugins.stages import archive_flow
from tests.making import flow_over, front_matter, write_archive

HISTORY = """The Tin Harbour: how it was made

By Jo Ruiz, March 3, 2005

Ines Varga wrote the film in 2002. Two years later, on 9 July 2004, Bram Oster stood on the pier in Ostend.

It was to open in May 2005, said the pilot. Nobody had seen such fog in this century. In the end it rained.

Piet says:
I saw it in June 2004!
"""


def record(**values: object) -> str:
    """A record of the history."""
    return front_matter(
        {
            "name": "History",
            "title": "How it was made",
            "kind": "history",
            "author": None,
            "outlet": None,
            "published": "2005-03-03",
            "lang": "en",
            "rights": "full",
            "sha256": hashlib.sha256(HISTORY.encode()).hexdigest(),
            "file": "history.txt",
            "film": "tin-harbour",
            "summary": "A history.",
            **values,
        }
    )


def archive_of(folder: Path, *, more: dict[str, str] | None = None, **values: object) -> Archive:
    """The small archive with a history beside it, on which no event rests."""
    files = {"sources/history.md": record(**values), "sources/history.txt": HISTORY, **(more or {})}
    found: Archive = flow_over(write_archive(folder, files)).sound_value("archive")
    return found


def read(archive: Archive) -> list[tuple[str, str, str]]:
    """The dates that were read in the history, with status and basis."""
    stubs = [one for one in archive.events if archive.entities[one.id].is_stub]
    return [(str(one.date), one.status, one.basis) for one in stubs]


def test_a_text_on_which_no_event_rests_dates_the_timeline(tmp_path: Path) -> None:
    """Its byline dates the text, a comment dates nothing, and a century is no date."""
    assert read(archive_of(tmp_path)) == [
        ("2002", "happened", "stated"),
        ("2004-07-09", "happened", "stated"),
        ("2005-05", "announced", "stated"),
    ]


def test_each_has_a_claim_a_passage_and_those_whom_its_sentence_names(tmp_path: Path) -> None:
    archive = archive_of(tmp_path)
    event = next(one for one in archive.events if str(one.date) == "2004-07-09")
    (claim,) = event.claims
    assert claim.maker != EDITOR
    assert claim.pointer is not None
    assert claim.pointer.span is not None
    assert claim.pointer.span.of(HISTORY).startswith("Two years later")
    assert (event.people, event.place, event.phase) == (("bram-oster",), "ostend", UNSORTED)
    assert event.name == "Paragraph 3 of History"
    assert archive.entities[event.id].url == "sources/history.html#p3"


def test_once_an_event_cites_the_text_its_other_dates_wait(tmp_path: Path) -> None:
    event = front_matter(
        {
            "name": "On the pier",
            "date": "2004-07-09",
            "status": "happened",
            "phase": "shooting",
            "summary": "A day on the pier.",
            "cite": "history p3",
        }
    )
    assert read(archive_of(tmp_path, more={"events/pier.md": event})) == []


@pytest.mark.parametrize(
    ("rights", "words"), [("full", True), ("summary", False)], ids=["shown whole", "a summary only"]
)
def test_words_are_shown_only_where_the_rights_allow(tmp_path: Path, rights: str, words: bool) -> None:
    archive = archive_of(tmp_path, rights=rights)
    claims = [one.claims[0] for one in archive.events if archive.entities[one.id].is_stub]
    assert len(claims) == 3
    assert [claim.original is not None for claim in claims] == [words] * 3


def test_the_steps_to_a_date_hold_no_word_of_the_text(tmp_path: Path) -> None:
    """The rule is named in the place of the words."""
    text = HISTORY.replace("Two years later, on 9 July 2004,", "Two years later")
    files = {
        "sources/history.md": record(sha256=hashlib.sha256(text.encode()).hexdigest(), rights="summary"),
        "sources/history.txt": text,
    }
    archive: Archive = flow_over(write_archive(tmp_path, files)).sound_value("archive")
    event = next(one for one in archive.events if str(one.date).startswith("2004"))
    assert event.derivation is not None
    assert "years later" not in event.derivation
    assert event.derivation.endswith("; the words from there")
    assert "2002" in event.derivation


def test_a_year_that_an_event_names_brings_no_name_along(tmp_path: Path) -> None:
    """Also where a step rests on words beside those of the date."""
    old = "Two years later, on 9 July 2004, Bram Oster stood on the pier in Ostend."
    new = "In February Bram Oster stood on the pier in Ostend, the day after the 2004 Academy Awards."
    text = HISTORY.replace(old, new)
    files = {
        "sources/history.md": record(sha256=hashlib.sha256(text.encode()).hexdigest(), rights="summary"),
        "sources/history.txt": text,
    }
    archive: Archive = flow_over(write_archive(tmp_path, files)).sound_value("archive")
    steps = [one.derivation for one in archive.events if one.id.startswith("dated-") and one.derivation]
    assert any("the year of the words in the same sentence: 2004" in one for one in steps), steps
    assert not any("Awards" in one for one in steps)


def test_a_text_of_which_only_the_record_may_be_told_dates_nothing(tmp_path: Path) -> None:
    assert read(archive_of(tmp_path, rights="link")) == []


def test_an_archive_that_wants_no_stubs_has_none(tmp_path: Path) -> None:
    content = write_archive(tmp_path, {"sources/history.md": record(), "sources/history.txt": HISTORY})
    settings = Settings(content, edition=Edition.PUBLIC, film="tin-harbour", excerpt_share=1.0, stubs=False)
    archive: Archive = archive_flow(settings).sound_value("archive")
    assert read(archive) == []
