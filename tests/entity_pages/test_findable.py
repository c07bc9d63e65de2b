"""What the search gets of each page, and that its places are on the page as the theme prints it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.archive.settings import Edition
from plugins.entity_pages.findable import findable_pages
from plugins.entity_pages.pages import build_pages
from plugins.entity_pages.site import SPOILER, Site
from plugins.search_index.analyzer import terms
from plugins.search_index.page import SearchPage
from tests.entity_pages.sample import SOURCE, sample_archive, sample_site
from tests.entity_pages.sample import render as rendered
from tests.entity_pages.test_unshown import FILLING
from tests.making import ARCHIVE, REVIEW, flow_over, front_matter, write_archive

TALK = f"sources/{SOURCE}.html"
REVIEWED = "sources/harbour-review.html"
FILM = "films/tin-harbour.html"

GLUE = frozenset(terms("as part of the cast, a voice"))
"""What a line of credits says between the names, and the part of somebody whom a page lists by the job."""


def site_of(folder: Path, rights: str = "full", edition: Edition = Edition.PUBLIC) -> Site:
    return sample_site(sample_archive(folder, rights), edition)


def found(site: Site) -> dict[str, SearchPage]:
    return {page.url: page for page in findable_pages(site)}


def placed(page: SearchPage) -> list[tuple[str, str]]:
    """The paragraphs of a page with their anchors, as the search parts them."""
    paragraphs = re.split(r"\n\s*\n", page.body) if page.body else []
    return list(zip(paragraphs, page.anchors, strict=True))


def place_on(page: BeautifulSoup, anchor: str) -> Tag:
    """What a reader sees who follows an anchor: the element, or the section that its heading opens."""
    place = page.find(id=anchor)
    assert isinstance(place, Tag), anchor
    section = place.find_parent(["section", "aside"]) if place.name in {"h2", "h3"} else place
    assert isinstance(section, Tag)
    return section


@pytest.mark.parametrize(
    ("rights", "edition"),
    [("full", Edition.PUBLIC), ("summary", Edition.PUBLIC), ("summary", Edition.PRIVATE)],
)
def test_every_hit_leads_to_where_its_paragraph_stands(tmp_path: Path, rights: str, edition: Edition) -> None:
    site = site_of(tmp_path, rights, edition)
    views = {page.url: rendered(page, edition.value).soup for page in build_pages(site)}
    followed = set()
    for page in findable_pages(site):
        for paragraph, anchor in placed(page):
            if not anchor:
                continue
            followed.add(re.sub(r"p\d+$", "paragraph", anchor))
            place = place_on(views[page.url], anchor)
            words = set(terms(place.get_text(" ")))
            missing = set(terms(paragraph)) - words - GLUE
            # A credit on somebody's own page does not tell their name again.
            assert missing <= set(terms(page.title)), (page.url, anchor)
    assert followed >= {"facts", "cast", "crew", "played", "credits"}
    assert ("paragraph" in followed) == (rights == "full" or edition is Edition.PRIVATE)


@pytest.mark.parametrize("edition", Edition)
def test_a_text_that_is_shown_is_found_by_its_paragraphs(tmp_path: Path, edition: Edition) -> None:
    """To the letter, and each by the number that it has on its page; comments by those of their blocks."""
    site = site_of(tmp_path, "full", edition)
    page = found(site)[TALK]
    places = {anchor: paragraph for paragraph, anchor in placed(page) if anchor.startswith("p")}
    assert places["p12"] == "The fog was real."
    assert places["p23"].startswith("Odile is my lamp too")
    assert "Leave a Reply" not in page.body
    assert page.unshown == ""


def test_places_and_paragraphs_keep_step_whatever_a_record_holds(tmp_path: Path) -> None:
    """A picture has no words, and lines with nothing but spaces part nothing."""
    body = "First.\n\n![](tin.png)\n\nSecond,  \nand more.\n\n| a | b |\n|---|---|\n|   | c |\n\n- \n- Last"
    film = front_matter({**ARCHIVE["films/tin-harbour.md"], "facts": []}, body)
    site = flow_over(write_archive(tmp_path, {"films/tin-harbour.md": film})).sound_value("site")
    paragraphs = [paragraph for paragraph, _ in placed(found(site)[FILM])]
    assert paragraphs[:6] == ["First.", "Second, and more.", "a", "b", "c", "Last"]


def test_what_is_only_a_line_of_the_a_to_z_has_that_line_for_a_place(tmp_path: Path) -> None:
    """Its address has a fragment already."""
    page = found(site_of(tmp_path))["a-z.html#ostend"]
    assert not any(page.anchors)


def test_a_page_tells_from_which_texts_it_is(tmp_path: Path) -> None:
    pages = found(site_of(tmp_path))
    both = ["A conversation on the quay", "A harbour made of tin"]
    assert sorted(pages[FILM].sources) == sorted(pages["people/bram-oster.html"].sources) == both
    assert pages["characters/pilot.html"].sources == ("A harbour made of tin",)
    assert pages[TALK].sources == ("A conversation on the quay",)
    assert pages["about.html"].sources == ()


def test_a_page_is_found_by_what_its_facts_are_called_and_by_what_readers_call_them(tmp_path: Path) -> None:
    """In the language of the site; a fact that nobody else names has its own name alone."""
    facts = [{"property": name, "value": "told", "cite": "none"} for name in ("running-time", "naming")]
    record = front_matter({"name": "Nebel", "kind": "song", "facts": facts})
    folder = write_archive(tmp_path, {"works/nebel.md": record})
    page = found(flow_over(folder).value("site"))["works/nebel.html"]
    assert sorted(page.facts) == ["Naming", "Running time", "duration", "length", "runtime"]


def test_no_list_of_hits_tells_a_summary_that_is_a_spoiler(tmp_path: Path) -> None:
    record = front_matter({"name": "Nebel", "summary": "She drowns to it.", "kind": "song", "spoiler": "yes"})
    folder = write_archive(tmp_path, {"works/nebel.md": record})
    page = found(flow_over(folder).sound_value("site"))["works/nebel.html"]
    assert (page.summary, page.title) == (SPOILER, "Nebel")


def test_a_page_has_the_year_of_what_it_is_about(tmp_path: Path) -> None:
    """Of a text the year in which it appeared; of people none; of *2003~* none, for nobody is sure of it."""
    pages = found(site_of(tmp_path))
    years = {url: page.year for url, page in pages.items()}
    assert years[TALK] == "2005"
    assert years[REVIEWED] == "2004"
    assert years["events/2004-premiere.html"] == "2004"
    assert (years[FILM], years["works/drop.html"], years["people/ines-varga.html"]) == ("2004", None, None)


@pytest.mark.parametrize(
    ("published", "year"), [("2005-21", "2005"), ("2005-03", "2005"), ("2005?", None), ("2005/2006", None)]
)
def test_a_season_has_a_year_and_a_doubt_has_none(tmp_path: Path, published: str, year: str | None) -> None:
    site = sample_site(sample_archive(tmp_path, "summary", {"published": published}))
    assert found(site)[TALK].year == year


def test_a_text_that_is_not_shown_is_found_by_its_words_alone(tmp_path: Path) -> None:
    site = flow_over(write_archive(tmp_path, long_review("summary"))).sound_value("site")
    page = found(site)[REVIEWED]
    assert "fog" in page.unshown.split()
    assert page.unshown.split() == sorted(set(page.unshown.split()))
    assert "builds a whole port" not in f"{page.body} {page.summary}"


@pytest.mark.parametrize(
    ("rights", "edition"), [("link", Edition.PUBLIC), ("full", Edition.PUBLIC), ("summary", Edition.PRIVATE)]
)
def test_no_other_text_has_unshown_words(tmp_path: Path, rights: str, edition: Edition) -> None:
    site = flow_over(write_archive(tmp_path, long_review(rights)), edition).sound_value("site")
    assert [page.url for page in findable_pages(site) if page.unshown] == []


def long_review(rights: str) -> dict[str, str | bytes]:
    """The review of the small archive, long enough to be found."""
    text = f"{REVIEW}\n{FILLING}\n"
    record = {
        **ARCHIVE["sources/harbour-review.md"],
        "rights": rights,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    return {"sources/harbour-review.md": front_matter(record), "sources/harbour-review.txt": text}
