"""The search page before anything is typed: its index, and the queries that it offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.entity_pages import search_page
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.search_page import search_view
from plugins.entity_pages.search_views import IndexEntry, SearchView
from plugins.entity_pages.site import Site
from tests.entity_pages.sample import render, sample_archive, sample_site
from tests.making import flow_over


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small archive with a text that it may show, so that there are words to tell."""
    return sample_site(sample_archive(tmp_path_factory.mktemp("archive"), "full"))


@pytest.fixture(scope="module")
def view(site: Site) -> SearchView:
    return search_view(site, findable_pages(site))


def entries(view: SearchView, letter: str) -> tuple[IndexEntry, ...]:
    return next(group.entries for group in view.letters if group.letter == letter)


def test_names_are_filed_as_in_the_a_to_z_and_lead_to_their_pages(view: SearchView) -> None:
    """By the sort name: Ines Varga is under V."""
    found = {entry.heading: entry.ref.url for entry in entries(view, "V") if entry.ref}
    assert found["Ines Varga"] == "people/ines-varga.html"


def test_words_stand_among_the_names_with_the_pages_that_they_tell_of(view: SearchView) -> None:
    words = {entry.heading: entry.places for group in view.letters for entry in group.entries if entry.places}
    assert "fog" not in words, "three letters are too few"
    assert [place.url for place in words["hall"]] == [
        "sources/harbour-talk.html#p6",
        "films/tin-harbour.html#facts",
    ]


def test_under_a_letter_everything_is_in_one_order(view: SearchView) -> None:
    for group in view.letters:
        words = [entry.heading for entry in group.entries if not entry.ref]
        assert words == sorted(words, key=str.casefold)
        assert {word[0].upper() for word in words} <= {group.letter}
    assert [group.letter for group in view.letters] == sorted(group.letter for group in view.letters)


def test_the_queries_offered_are_names_and_words_of_the_archive(view: SearchView) -> None:
    assert "Ines Varga" in view.help.examples
    assert "Odile" in view.help.examples
    assert view.help.person in {"varga", "oster", "bell"}


def test_an_archive_without_records_offers_nothing_and_has_a_page_all_the_same(tmp_path: Path) -> None:
    site: Site = flow_over(tmp_path).sound_value("site")
    assert search_view(site, findable_pages(site)).help.examples == ()
    page = next(page for page in build_pages(site) if page.url == "search.html")
    assert render(page, "public").soup.select_one("#search-page-box")


def test_a_large_archive_keeps_the_names_that_people_have_recorded(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How many are left out is said, so that the A to Z is looked into."""
    monkeypatch.setattr(search_page, "MOST_NAMES", 3)
    view = search_view(site, ())
    names = [entry.ref for group in view.letters for entry in group.entries if entry.ref]
    assert len(names) == 3
    assert not any(ref.is_stub for ref in names)
    assert view.left_out > 0


def test_the_page_has_its_index_in_plain_html(site: Site) -> None:
    """Without a script, that is the search."""
    page = next(
        page for page in build_pages(site, search_pages=findable_pages(site)) if page.url == "search.html"
    )
    soup = render(page, "public").soup
    index = soup.select_one("details#index[open]")
    assert index
    assert index.find("a", string="Ines Varga")
    assert soup.select_one("#search-examples[hidden]")
    assert [one.get("hidden") is not None for one in soup.select("#search-filters")] == [True]
