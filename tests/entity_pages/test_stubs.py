"""Pages of what nobody has looked at yet: marked, with reasons, and never in the way of what people wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from plugins.archive.entity import Kind
from plugins.archive.flow import Flow
from plugins.archive.settings import Edition
from plugins.discovery.findings import Sighting
from plugins.discovery.merging import Discovered
from plugins.entity_pages.lists import together
from plugins.entity_pages.views import PageView
from tests.entity_pages.sample import render
from tests.making import flow_over, front_matter, span_of, write_archive

TEXT = """\
Ada Maes wrote of Nadia Bell and of the Lamplighter.

Ada Maes and Bram Oster met in a hall. Nadia Bell was there too, and Ada Maes left.
"""

REASONS = ("in a line of credits", "after “the tall and silent keeper of”")


def discovered(name: str, kind: Kind, source: str = "harbour-notes") -> Discovered:
    sighting = Sighting(source, span_of(TEXT, name), name)
    return Discovered(name, kind, (), (sighting,), REASONS, 0.84)


FOUND = (discovered("Ada Maes", Kind.PERSON), discovered("Lamplighter", Kind.CHARACTER))


def flow(folder: Path, found: tuple[Discovered, ...] = FOUND, edition: Edition = Edition.PUBLIC) -> Flow:
    """The small archive with a text that names two whom no record knows."""
    notes = {
        "name": "Notes",
        "kind": "other",
        "rights": "summary",
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "summary": "Two lines.",
    }
    changed = {"sources/harbour-notes.md": front_matter(notes), "sources/harbour-notes.txt": TEXT}
    made = flow_over(write_archive(folder, changed), edition)
    made.give("discovered", found)
    return made


def pages_of(made: Flow) -> dict[str, PageView]:
    return {page.url: page for page in made.sound_value("pages")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Flow:
    return flow(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def pages(made: Flow) -> dict[str, PageView]:
    return pages_of(made)


def test_a_stub_says_how_it_was_found_and_which_file_would_take_its_place(pages: dict[str, PageView]) -> None:
    note = pages["people/ada-maes.html"].stub
    assert note is not None
    assert (note.kind, note.texts, note.confidence) == ("person", 1, 0.84)
    assert note.file == "content/people/ada-maes.md"


def test_a_record_has_no_such_note(pages: dict[str, PageView]) -> None:
    assert [url for url, page in pages.items() if page.stub is not None] == [
        "characters/lamplighter.html",
        "people/ada-maes.html",
    ]


def test_only_the_private_edition_repeats_the_words_of_a_reason(
    pages: dict[str, PageView], tmp_path: Path
) -> None:
    """The text is not quoted in public, and a reason must not be the way around that."""
    url = "characters/lamplighter.html"
    public, private = pages[url].stub, pages_of(flow(tmp_path, edition=Edition.PRIVATE))[url].stub
    assert public is not None
    assert private is not None
    assert public.reasons == ("in a line of credits", "after “the … of”")
    assert private.reasons == REASONS


def test_the_page_prints_it_in_the_place_of_a_summary(pages: dict[str, PageView]) -> None:
    page = render(pages["people/ada-maes.html"], "public").soup
    [note] = page.select("main .stub-note")
    assert " ".join(note.get_text().split()) == (
        "Nobody has looked at this name yet. A program took it for a person in 1 text (in a line of credits; "
        "after “the … of”), with a confidence of 0.84. To make it a record, write "
        "content/people/ada-maes.md, or let invoke suggest begin."
    )
    assert page.select(".titlecard-stub")
    assert not page.select(".card-line")


@pytest.mark.parametrize("url", ["people.html", "a-z.html"])
def test_lists_mark_stubs_and_nobody_else(pages: dict[str, PageView], url: str) -> None:
    page = render(pages[url], "public").soup
    entries = page.select(".entry, .index > li")
    marked = {entry.a.get_text() for entry in entries if entry.select(".stub") and entry.a}
    assert marked == {"Ada Maes"} | ({"Lamplighter"} if url == "a-z.html" else set())
    assert page.select(".stub-legend")


def test_an_entry_of_a_stub_says_how_many_texts_name_it(pages: dict[str, PageView]) -> None:
    [card] = [card for card in pages["people.html"].cards if card.ref.id == "ada-maes"]
    assert card.line == "In 1 text."


def test_of_those_named_as_often_recorded_ones_come_first(made: Flow) -> None:
    site = made.value("site")
    beside = [(card.ref.id, card.count) for card in together("nadia-bell", site)]
    assert beside[:2] == [("bram-oster", 2), ("ada-maes", 2)]


def test_an_archive_of_nothing_has_a_home_and_says_how_to_begin(tmp_path: Path) -> None:
    """No text, no record, no film: nothing stumbles."""
    (tmp_path / "content").mkdir()
    made = pages_of(flow_over(tmp_path / "content"))
    assert set(made) == {"404.html", "a-z.html", "data.html", "index.html", "search.html"}
    for page in made.values():
        render(page, "public")
    assert "invoke import" in render(made["index.html"], "public").soup.get_text()


def test_a_page_that_would_be_empty_is_not_made(tmp_path: Path) -> None:
    """And no door of the home page leads to one."""
    made = pages_of(flow_over(write_archive(tmp_path)))
    assert {"timeline.html", "reviews.html", "credits.html"} <= set(made)
    only = tmp_path / "only"
    (only / "people").mkdir(parents=True)
    (only / "people" / "ines-varga.md").write_text(front_matter({"name": "Ines Varga", "summary": "She."}))
    made = pages_of(flow_over(only))
    assert {"timeline.html", "reviews.html", "credits.html", "works.html", "sources.html"} & set(
        made
    ) == set()
    assert [card.ref.url for card in made["index.html"].cards] == ["people.html"]
