"""Texts of which nobody has recorded anything make an archive that says so, and that can be used."""

from __future__ import annotations

import json

import pytest

from tests.site.crawl import Page, Site
from tests.site.open_data import read

GATHERING = (
    "people.html",
    "characters.html",
    "works.html",
    "sources.html",
    "credits.html",
    "reviews.html",
    "a-z.html",
    "search.html",
)

MARK = "main .stub"
"""What marks a stub: behind its name in lists, before the note on its page."""


@pytest.fixture(scope="module")
def film(unrecorded: Site) -> Page:
    return unrecorded.pages["films/the-salt-ferry.html"]


@pytest.mark.parametrize("url", ["index.html", *GATHERING])
def test_the_pages_that_gather_are_there_and_in_the_menus(unrecorded: Site, url: str) -> None:
    assert url in unrecorded.pages
    assert unrecorded.clicks_from("index.html")[url] <= 1


@pytest.mark.parametrize("url", ["about.html", "films/her.html"])
def test_nothing_leads_to_what_nobody_has_written(unrecorded: Site, url: str) -> None:
    """A menu of the settings prints only pages that exist, and an empty page is none."""
    assert url not in unrecorded.pages
    assert [str(link) for link in unrecorded.links if link.target == url] == []


def test_the_menu_leads_to_the_film_that_the_texts_are_about(unrecorded: Site) -> None:
    """Whatever film the settings name: no text here is about that one."""
    for page in unrecorded.pages.values():
        [link] = [one for one in page.select(".site-nav a") if one.get_text() == "The film"]
        assert str(link["href"]).endswith("films/the-salt-ferry.html")
        assert "Jonze" not in page.text


def test_a_page_of_a_stub_says_so_with_reasons_and_what_to_do(unrecorded: Site) -> None:
    found = read(unrecorded.folder, "entities.json")
    stubs = [one for one in found if one["kind"] not in {"source", "event"}]
    assert stubs
    for one in stubs:
        assert one["stub"] is True
        [note] = unrecorded.pages[one["url"]].select("main .stub-note")
        said = " ".join(note.get_text().split())
        assert said.startswith("Nobody has looked at this name yet. A program took it for a ")
        assert "with a confidence of 0." in said
        assert f"content/{one['url'].removesuffix('.html')}.md" in said
        assert "invoke suggest" in said


def test_what_the_texts_date_is_a_timeline_that_leads_to_its_paragraphs(unrecorded: Site) -> None:
    """A date that a program read has no page and no name of its own: its paragraph stands for both."""
    events = read(unrecorded.folder, "events.json")
    assert events
    urls = {one["id"]: one["url"] for one in read(unrecorded.folder, "entities.json")}
    page = unrecorded.pages["timeline.html"]
    for event in events:
        assert event["stub"] is True
        assert event["phase"] == "unsorted"
        [entry] = page.select(f"[id='e-{event['id']}']")
        [link] = entry.select(".event-name a")
        assert link["href"] == f"./{urls[event['id']]}"


@pytest.mark.parametrize("url", ["people.html", "characters.html", "works.html", "a-z.html"])
def test_lists_mark_each_stub_and_say_what_the_mark_means(unrecorded: Site, url: str) -> None:
    page = unrecorded.pages[url]
    stubs = {one["url"] for one in read(unrecorded.folder, "entities.json")}
    listed = [link for link in page.links if link.target in stubs and link.element == "a"]
    in_main = {link.target for link in listed} - {"films/the-salt-ferry.html"}
    assert len(list(page.select(MARK))) >= len(in_main) > 0
    assert "nobody has looked at it yet" in next(page.select(".stub-legend")).get_text()


def test_the_film_shows_who_plays_whom(film: Page) -> None:
    """As the texts have it in brackets, also for a part that shares its name."""
    roll = {
        row.dt.get_text(strip=True): row.dd.a.get_text()  # type: ignore[union-attr]
        for row in film.select("section[aria-labelledby=cast] .roll-row")
    }
    assert roll["Nora"] == "Ida Brandt"
    assert roll["Captain Holm"] == "Lars Venn"


def test_a_character_shows_who_plays_it(unrecorded: Site) -> None:
    played = unrecorded.pages["characters/ragna.html"].select("section[aria-labelledby=played]")
    assert "Sunniva Moe" in next(played).get_text()


def test_a_shared_name_has_a_page_that_its_bearers_link_to(unrecorded: Site) -> None:
    page = unrecorded.pages["names/nora.html"]
    bearers = ["characters/nora.html", "people/nora-quill.html"]
    assert [link.target for link in page.links if link.target in bearers] == bearers
    assert "nobody has looked at it yet" in next(page.select(".stub-legend")).get_text()
    for url in (*bearers, "a-z.html"):
        assert page.url in {link.target for link in unrecorded.pages[url].links}


def test_linked_data_leaves_out_what_nobody_has_looked_at(unrecorded: Site) -> None:
    page = json.loads((unrecorded.folder / "data" / "annotations.jsonld").read_text("utf-8"))
    assert page["items"] == []
