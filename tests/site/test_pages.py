"""What holds on every page, and which pages there are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.building import CONTENT
from tests.site.crawl import Site
from tests.site.open_data import read
from tests.site.reading import paragraphs_of

FAMILIES = (
    "index.html",
    "films/her.html",
    "credits.html",
    "people/joaquin-phoenix.html",
    "characters/samantha.html",
    "works/being-john-malkovich.html",
    "sources/new-york-profile.html",
    "people.html",
    "characters.html",
    "works.html",
    "sources.html",
    "timeline.html",
    "disagreements.html",
    "reviews.html",
    "a-z.html",
    "search.html",
    "about.html",
    "404.html",
)
"""One page of each family; events are told apart below, their names begin with dates."""

INLINE = "style, [style], script:not([src]):not([type='application/ld+json'])"
"""What a page must not have: data that no browser runs is no script."""

RECORDS = ("films", "people", "characters", "works", "events", "sources")
"""The folders of content/ whose records have a page each."""


@pytest.mark.parametrize("url", FAMILIES)
def test_there_is_a_page_of_each_family(site: Site, url: str) -> None:
    assert url in site.pages


@pytest.mark.parametrize("folder", RECORDS)
def test_every_record_has_its_page(any_site: Site, folder: str) -> None:
    """And no page stands there without a record, but those of stubs, which say that they have none."""
    records = {f"{folder}/{file.stem}.html" for file in (any_site.content / folder).glob("*.md")}
    stubs = {one["url"] for one in read(any_site.folder, "entities.json") if one["stub"]}
    assert records != set()
    assert {url for url in any_site.pages if Path(url).parent.as_posix() == folder} - stubs == records
    assert records & stubs == set()


def test_every_page_has_one_heading_of_the_first_level(every_site: Site) -> None:
    assert {url: len(list(page.select("h1"))) for url, page in every_site.pages.items()} == dict.fromkeys(
        every_site.pages, 1
    )


def test_headings_never_skip_a_level(every_site: Site) -> None:
    """So that a screen reader's list of headings is a table of contents."""
    for url, page in every_site.pages.items():
        levels = [int(heading.name[1]) for heading in page.select("h1, h2, h3, h4, h5, h6")]
        jumps = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert (url, jumps) == (url, [])


def test_every_page_says_its_language_and_its_title(every_site: Site) -> None:
    for url, page in every_site.pages.items():
        assert [html.get("lang") for html in page.select("html")] == ["en"], url
        assert [bool(title.get_text().strip()) for title in page.select("head > title")] == [True], url


def test_no_two_pages_have_the_same_title(every_site: Site) -> None:
    """A title is what a bookmark and a search result show."""
    titles: dict[str, list[str]] = {}
    for url, page in every_site.pages.items():
        titles.setdefault(" ".join(title.get_text() for title in page.select("head > title")), []).append(url)
    assert {title: urls for title, urls in titles.items() if len(urls) > 1} == {}


def test_ids_are_unique_on_their_page(every_site: Site) -> None:
    for url, page in every_site.pages.items():
        assert (url, sorted({one for one in page.ids if page.ids.count(one) > 1})) == (url, [])


def test_no_page_has_scripts_or_styles_of_its_own(every_site: Site) -> None:
    """A strict content security policy may be set on any host, and nothing breaks."""
    for url, page in every_site.pages.items():
        inline = [str(element)[:80] for element in page.select(INLINE)]
        inline += [
            f"{element.name} {name}"
            for element in page.soup.find_all(True)
            for name in element.attrs
            if name.startswith("on")
        ]
        assert (url, inline) == (url, [])


def test_no_template_code_and_no_wiki_link_is_left_on_a_page(every_site: Site) -> None:
    """A reader sees sentences, never what they were made from; only BibTeX has braces of its own."""
    signs = ("{{", "}}", "{%", "[[", "]]", "Markup(", "&lt;", "&amp;")
    for url, page in every_site.pages.items():
        bibtex = "".join(one.get_text() for one in page.select("pre[data-file$='.bib']"))
        left = [sign for sign in signs if page.text.count(sign) > bibtex.count(sign)]
        left += [words for words in page.soup.stripped_strings if words in {"None", "True", "False", "nan"}]
        assert (url, left) == (url, [])


def test_the_search_page_has_a_place_for_results_and_a_way_without_scripts(site: Site) -> None:
    page = site.pages["search.html"]
    assert [element.name for element in page.select("#search-results")] == ["ol"]
    assert [link.get("href") for link in page.select(".search-found > .section-line a")] == [
        "./a-z.html",
        "./words.html",
    ]


def test_every_page_can_search(site: Site) -> None:
    """The box in the header works without scripts too: it asks search.html."""
    for url, page in site.pages.items():
        boxes = [box["name"] for box in page.select('form[action$="search.html"] #search-box')]
        assert (url, boxes) == (url, ["q"])


def test_the_public_edition_may_be_indexed(site: Site) -> None:
    assert [url for url, page in site.pages.items() if "Private copy" in page.text] == []
    assert [url for url, page in site.pages.items() if any(page.select('meta[name="robots"]'))] == []


def test_what_no_source_tells_is_said_to_be_not_recorded(site: Site) -> None:
    """The profile as it was saved names no author, and nobody guesses one."""
    record = next(site.pages["sources/new-york-profile.html"].select("main dl.facts"))
    rows = {
        dt.get_text(strip=True): dd.get_text(" ", strip=True)
        for dt, dd in zip(record.select("dt"), record.select("dd"), strict=True)
    }
    assert rows["Author"] == "not recorded"
    assert rows["Outlet"] == "New York Magazine"


def test_the_archives_own_texts_are_whole_on_their_pages(site: Site) -> None:
    """Rights in full: the text is the page, every paragraph with a number to cite."""
    for original in sorted((CONTENT / "sources").glob("*.txt")):
        page = site.pages[f"sources/{original.stem}.html"]
        shown = paragraphs_of(page.html).values()
        for paragraph in original.read_text("utf-8").splitlines():
            words = " ".join(paragraph.split())
            assert any(words in one for one in shown), words
        assert all(paragraph.get("id") for paragraph in page.select(".paragraph"))
