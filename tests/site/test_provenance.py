"""Every printed fact is a claim, and a reader can go from it to the passage and back."""

from __future__ import annotations

import pytest
from bs4 import Tag

from tests.site.crawl import Page, Site
from tests.site.open_data import read

FACTS = (
    ".fact .value",
    ".credit > .value",
    ".event-date",
    ".index-note .value",
    ".margin-notes > li",
    ".side .value",
)
"""Where the templates print a fact: infoboxes, credits, timelines, the A to Z, margins, disagreements."""


@pytest.fixture(scope="module")
def claims(any_site: Site) -> set[str]:
    """The ids of all claims in the open data."""
    return {claim["id"] for claim in read(any_site.folder, "claims.jsonl")}


@pytest.mark.parametrize("css", FACTS)
def test_every_printed_fact_carries_its_claims(any_site: Site, css: str) -> None:
    """A template that prints a value without its claim is a mistake."""
    printed = [(url, element) for url, page in any_site.pages.items() for element in page.select(css)]
    assert printed != []
    assert [
        f"{url}: {element.get_text()}" for url, element in printed if not element.get("data-claims")
    ] == []


def test_every_claim_on_a_page_is_in_the_open_data(any_site: Site, claims: set[str]) -> None:
    for url, page in any_site.pages.items():
        unknown = [
            (element.get_text(), one) for element, ids in page.claims() for one in ids if one not in claims
        ]
        assert (url, unknown) == (url, [])


def test_a_facts_note_rests_on_the_facts_claim(any_site: Site) -> None:
    """The number behind a value leads to a passage for that value, not for its neighbour."""
    for page in any_site.pages.values():
        notes = {
            str(note.get("id")): set(str(note.get("data-claims", "")).split())
            for note in page.select(".passages li")
        }
        for value, ids in page.claims(".value"):
            for number in _numbers_behind(value):
                assert notes[number] & set(ids), f"{page.url}#{number} is not about {value.get_text()}"


def _numbers_behind(value: Tag) -> list[str]:
    """The notes whose numbers follow the value, before the next value begins."""
    for after in value.find_next_siblings():
        if after.get("data-claims"):
            break
        if "note-markers" in (after.get("class") or ()):
            return [str(marker["href"]).removeprefix("#") for marker in after.select("a.note-marker")]
    return []


def test_notes_are_numbered_in_the_order_in_which_the_page_needs_them(any_site: Site) -> None:
    """Every marker has its note, every note a marker, and numbers begin at 1."""
    for url, page in any_site.pages.items():
        notes = {str(note.get("id")) for note in page.select(".passages li")}
        markers = {str(marker["href"]).removeprefix("#") for marker in page.select("a.note-marker")}
        assert (url, markers) == (url, notes)
        assert notes == {f"note-{number}" for number in range(1, len(notes) + 1)}


def test_every_note_leads_to_its_paragraph_on_the_sources_page(any_site: Site) -> None:
    for page in any_site.pages.values():
        for note in page.select(".passages li"):
            links = [link for link in _links_in(page, note) if link.startswith("sources/")]
            assert links != [], f"{page.url}#{note.get('id')} names no source"


def _links_in(page: Page, note: Tag) -> list[str]:
    written = {str(anchor["href"]) for anchor in note.select("a[href]")}
    return [link.target for link in page.links if link.written in written]


def test_a_sources_page_shows_everything_that_rests_on_it(any_site: Site) -> None:
    """The way back: from a passage to each fact that was taken from it."""
    shown = {url: {one for _, ids in page.claims() for one in ids} for url, page in any_site.pages.items()}
    for claim in read(any_site.folder, "claims.jsonl"):
        if claim["source"] is not None:
            url = f"sources/{claim['source']}.html"
            assert claim["id"] in shown[url], f"{url} lacks {claim}"


def test_where_sources_differ_both_values_are_shown(site: Site) -> None:
    """Two of the texts give the running time, a minute apart; neither is hidden."""
    rows = [
        row for row in site.pages["films/her.html"].select(".fact-differ") if "Running time" in row.get_text()
    ]
    values = [value.get_text() for row in rows for value in row.select(".value")]
    assert [minutes for minutes in ("125", "126") if any(minutes in value for value in values)] == [
        "125",
        "126",
    ]


def test_what_was_only_announced_is_not_drawn_as_having_happened(site: Site) -> None:
    """On the timeline an announced event says so in words, not by its colour alone."""
    for event in site.pages["timeline.html"].select(".event-announced"):
        assert "announced" in event.get_text(" ").lower()
    announced = [event for event in read(site.folder, "events.json") if event["status"] == "announced"]
    assert len(list(site.pages["timeline.html"].select(".event-announced"))) == len(announced) > 0
