"""Every printed fact is a claim, and a reader can go from it to the passage and back."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import pytest
from bs4 import Tag

from tests.site.crawl import Link, Page, Site
from tests.site.open_data import read

FACTS = (
    ".value",
    ".fact .value",
    ".credit > .value",
    ".timeline:not(.timeline-short) .event-date",
    ".index-note .value",
    ".margin-notes > li",
    ".side .value",
)
"""Where the templates print a fact: infoboxes, credits, timelines, the A to Z, margins, disagreements.

Points and verdicts of reviews are values, wherever they are printed."""

SHOWN = 10
"""Letters of a claim's id that a page shows."""

PARTS = frozenset({"dd", "li", "article", "header"})
"""Elements that hold a fact together with what belongs to it, and so do elements of these classes:"""

CLASSES = frozenset({"found", "column"})


@pytest.fixture(scope="module")
def claims(every_site: Site) -> dict[str, dict[str, Any]]:
    """The claims of the open data by the beginnings of their ids, by which pages name them."""
    return {claim["id"][:SHOWN]: claim for claim in read(every_site.folder, "claims.jsonl")}


def test_no_two_claims_have_the_same_beginning_of_an_id(
    every_site: Site, claims: dict[str, dict[str, Any]]
) -> None:
    assert len(claims) == len(read(every_site.folder, "claims.jsonl"))


@pytest.mark.parametrize("css", FACTS)
def test_every_printed_fact_carries_its_claims(any_site: Site, css: str) -> None:
    """A template that prints a value without its claim is a mistake."""
    printed = [(url, element) for url, page in any_site.pages.items() for element in page.select(css)]
    assert printed != []
    assert [f"{url}: {element.get_text()}" for url, element in printed if not _claims_of(element)] == []


def _claims_of(element: Tag) -> str:
    """The claims that an element carries, or the nearest one around it."""
    carrier = element if element.has_attr("data-claims") else element.find_parent(attrs={"data-claims": True})
    return str(carrier["data-claims"]) if carrier else ""


def test_every_claim_on_a_page_is_in_the_open_data(
    every_site: Site, claims: dict[str, dict[str, Any]]
) -> None:
    for url, page in every_site.pages.items():
        unknown = [
            (element.get_text(), one) for element, ids in page.claims() for one in ids if one not in claims
        ]
        assert (url, unknown) == (url, [])


def test_from_every_fact_its_passage_is_one_click_away(
    every_site: Site, claims: dict[str, dict[str, Any]]
) -> None:
    """A link beside it leads to the paragraph on the page of its source, or to a note with the very words.

    On the pages of a source its own paragraphs are where the reader is.
    """
    for url, page in every_site.pages.items():
        beside = _links_by_part(page)
        places = {f"#{note['id']}": _leads_to(page, note) for note in _quoting(page)}
        for element, ids in page.claims():
            stated = [claims[one] for one in ids if claims[one]["source"] is not None]
            wanted = {_place(one) for one in stated if not _is_of(one["source"], url)}
            parts = (beside.get(id(one)) for one in (element, *element.parents))
            written = next((links for links in parts if links), [])
            shown = {places.get(link) or _address(page, link) for link in written}
            assert wanted <= shown, f"{url}: {element}"


def test_a_date_in_a_short_list_leads_to_the_passages_of_its_claims(
    every_site: Site, claims: dict[str, dict[str, Any]]
) -> None:
    """Its claims are on the event's own page; what it rests on is behind its name, in full."""
    places: dict[str, set[str]] = defaultdict(set)
    for claim in claims.values():
        if claim["property"] == "date" and claim["source"] is not None:
            places[claim["subject"]].add(_place(claim))
    for url, page in every_site.pages.items():
        notes = {str(note["id"]): note for note in page.select(".passages li[id]")}
        for row in page.select(".timeline-short .event"):
            (name,) = row.select(".event-name > a:not(.note-marker)")
            event = re.split(r"[/#]", _address(page, str(name["href"])))[-1].removesuffix(".html")
            shown = {_leads_to(page, notes[_note_of(marker)]) for marker in row.select("a.note-marker")}
            assert shown, f"{url}: {event}"
            assert places[event] <= shown, f"{url}: {event}"


def _is_of(source: str, url: str) -> bool:
    """Whether an address is that of a source's page, or of one with statements that rest on it."""
    return url == f"sources/{source}.html" or url.startswith(f"sources/{source}/")


def _place(claim: dict[str, Any]) -> str:
    """Where a claim's passage is on the site; of one that names no paragraph, the page of its source."""
    page = f"sources/{claim['source']}.html"
    return page if claim["paragraph"] is None else f"{page}#p{claim['paragraph']}"


def _leads_to(page: Page, note: Tag) -> str:
    """The place on the site that a note names."""
    place = note.select_one("a.passage-place")
    assert place, f"{page.url}#{note['id']}"
    return _address(page, str(place["href"]))


def _quoting(page: Page) -> list[Tag]:
    """The notes of a page that show the words that they are about."""
    return [note for note in page.select(".passages li[id]") if note.q]


def _links_by_part(page: Page) -> dict[int, list[str]]:
    """For each part of a page that holds facts, the links in it that lead to a source or to a note."""
    found: dict[int, list[str]] = {}
    for anchor in page.select('a[href*="sources/"], a.note-marker'):
        for around in anchor.parents:
            if around.name in PARTS or CLASSES & set(around.get("class") or ()):
                found.setdefault(id(around), []).append(str(anchor["href"]))
    return found


def _address(page: Page, written: str) -> str:
    """Where a link leads; of a page of statements that rest on a text, the place on the text's own page."""
    link = Link(page.url, written, "a")
    target = re.sub(r"/rests-\d+\.html$", ".html", link.target)
    return f"{target}#{link.fragment}" if link.fragment else target


def test_a_facts_note_has_the_passage_of_the_facts_claim(
    every_site: Site, claims: dict[str, dict[str, Any]]
) -> None:
    """The number behind a value leads to the place, and to the words, of a claim that gives that value."""
    for page in every_site.pages.values():
        notes = {str(note["id"]): note for note in page.select(".passages li[id]")}
        for value, ids in page.claims(".value"):
            stated = [claims[one] for one in ids if claims[one]["source"] is not None]
            for number in _numbers_behind(value):
                place, words = _leads_to(page, notes[number]), notes[number].q
                there = [one for one in stated if _place(one) == place]
                assert there != [], f"{page.url}#{number} is not about {value.get_text()}"
                if words:
                    assert words.get_text() in [one["original"] for one in there], f"{page.url}#{number}"


def _numbers_behind(value: Tag) -> list[str]:
    """The notes whose markers follow the value, before the next value begins."""
    for after in value.find_next_siblings():
        if after.get("data-claims"):
            break
        if "note-markers" in (after.get("class") or ()):
            return [_note_of(marker) for marker in after.select("a.note-marker")]
    return []


def _note_of(marker: Tag) -> str:
    """The id of the note with a marker's number, wherever the marker leads."""
    return f"note-{''.join(sign for sign in marker.get_text() if sign.isdigit())}"


def test_notes_are_numbered_in_the_order_in_which_the_page_needs_them(any_site: Site) -> None:
    """Every marker has its note, every note a marker, and numbers begin at 1."""
    for url, page in any_site.pages.items():
        notes = {str(note.get("id")) for note in page.select(".passages li")}
        markers = {_note_of(marker) for marker in page.select("a.note-marker")}
        assert (url, markers) == (url, notes)
        assert notes == {f"note-{number}" for number in range(1, len(notes) + 1)}


def test_a_marker_leads_to_words_and_not_to_a_number(every_site: Site) -> None:
    """Where a note shows no words, its markers go where the note goes: to the source."""
    for url, page in every_site.pages.items():
        notes = {str(note["id"]): note for note in page.select(".passages li[id]")}
        for marker in page.select("a.note-marker"):
            note = notes[_note_of(marker)]
            place = note.select_one("a.passage-place")
            assert place, url
            assert marker["href"] == (f"#{note['id']}" if note.q else place["href"]), url


def test_every_note_leads_to_its_paragraph_on_the_sources_page(any_site: Site) -> None:
    for page in any_site.pages.values():
        for note in page.select(".passages li"):
            links = [link for link in _links_in(page, note) if link.startswith("sources/")]
            assert links != [], f"{page.url}#{note.get('id')} names no source"


def _links_in(page: Page, note: Tag) -> list[str]:
    written = {str(anchor["href"]) for anchor in note.select("a[href]")}
    return [link.target for link in page.links if link.written in written]


def test_a_sources_page_shows_everything_that_rests_on_it(any_site: Site) -> None:
    """The way back: from a passage to each fact that was taken from it, there or a page further on."""
    shown: dict[str, set[str]] = defaultdict(set)
    for url, page in any_site.pages.items():
        text = re.sub(r"/rests-\d+\.html$", ".html", url)
        shown[text] |= {one for _, ids in page.claims() for one in ids}
    for claim in read(any_site.folder, "claims.jsonl"):
        if claim["source"] is not None:
            url = f"sources/{claim['source']}.html"
            assert claim["id"][:SHOWN] in shown[url], f"{url} lacks {claim}"


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
