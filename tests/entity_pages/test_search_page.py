"""The search page before anything is typed: its index, and the queries that it offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.search_page import index_of_words, search_view
from plugins.entity_pages.search_views import IndexLetter, SearchView
from plugins.entity_pages.site import Site
from plugins.entity_pages.telling_words import TellingWord, telling_words
from plugins.lexicon.dictionary import headword
from tests.entity_pages.sample import render, sample_archive, sample_site
from tests.making import flow_over


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small archive with a text that it may show, so that there are words to tell."""
    return sample_site(sample_archive(tmp_path_factory.mktemp("archive"), "full"))


@pytest.fixture(scope="module")
def told(site: Site) -> tuple[TellingWord, ...]:
    return telling_words(findable_pages(site), headword)


@pytest.fixture(scope="module")
def view(site: Site, told: tuple[TellingWord, ...]) -> SearchView:
    return search_view(site, findable_pages(site), told)


@pytest.fixture(scope="module")
def index(site: Site, told: tuple[TellingWord, ...]) -> tuple[IndexLetter, ...]:
    return index_of_words(site, told)


def test_words_stand_with_the_pages_that_they_tell_of(index: tuple[IndexLetter, ...]) -> None:
    words = {entry.word: entry.places for group in index for entry in group.entries}
    assert "fog" not in words, "three letters are too few"
    assert [place.url for place in words["hall"]] == [
        "sources/harbour-talk.html#p6",
        "films/tin-harbour.html#facts",
    ]


def test_under_a_letter_everything_is_in_one_order(index: tuple[IndexLetter, ...]) -> None:
    for group in index:
        words = [entry.word for entry in group.entries]
        assert words == sorted(words, key=str.casefold)
        assert {word[0].upper() for word in words} <= {group.letter}
    assert [group.letter for group in index] == sorted(group.letter for group in index)


def test_the_queries_offered_are_names_and_words_of_the_archive(view: SearchView) -> None:
    assert "Ines Varga" in view.help.examples
    assert "Odile" in view.help.examples
    assert view.help.person in {"varga", "oster", "bell"}


def test_an_archive_without_records_offers_nothing_and_has_a_page_all_the_same(tmp_path: Path) -> None:
    site: Site = flow_over(tmp_path).sound_value("site")
    assert search_view(site, findable_pages(site), ()).help.examples == ()
    page = next(page for page in build_pages(site) if page.url == "search.html")
    assert render(page, "public").soup.select_one("#search-page-box")


def test_the_page_leads_to_an_index_in_plain_html(site: Site) -> None:
    """Without a script, that is the search; names are in the A to Z."""
    pages = {page.url: page for page in build_pages(site, search_pages=findable_pages(site))}
    search, index = (render(pages[url], "public").soup for url in ("search.html", "words.html"))
    assert index.find(class_="book-word", string="hall")
    assert all(page.select_one("main a[href$='a-z.html']") for page in (search, index))
    assert search.select_one("main a[href$='words.html']")
    assert search.select_one("#search-examples a")
    assert [one.get("hidden") is not None for one in search.select("#search-filters")] == [True]


def test_where_no_word_tells_of_anything_there_is_no_index(tmp_path: Path) -> None:
    site: Site = flow_over(tmp_path).sound_value("site")
    pages = {page.url: page for page in build_pages(site)}
    assert "words.html" not in pages
    assert "words.html" not in str(render(pages["search.html"], "public").soup)
