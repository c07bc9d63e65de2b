"""What is in another language says so, wherever it is printed; what is not says nothing."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive
from tests.site.crawl import Site

TITLE, REVIEW_TITLE = "Haven van tin", "De mist en de loods"
TEXT = f"{REVIEW_TITLE}\n\nInes Varga maakte ook {TITLE}, een korte film. Bram Oster speelt erin de loods.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive with a Dutch film and a Dutch text about it, both named as they are titled."""
    folder = tmp_path_factory.mktemp("languages")
    film = {
        "name": TITLE,
        "kind": "film",
        "lang": "nl",
        "summary": "An earlier film.",
        "translation": "Tin Port",
    }
    source = {
        "name": REVIEW_TITLE,
        "title": REVIEW_TITLE,
        "kind": "review",
        "lang": "nl-BE",
        "rights": "full",
        "summary": "A review in Dutch.",
        "verdict": "Short, and good.",
        "film": "haven-van-tin",
        "sha256": sha256(TEXT.encode()).hexdigest(),
    }
    event = {**ARCHIVE["events/2004-premiere.md"], "works": ["haven-van-tin"], "cite": "mist p2"}
    person = {**ARCHIVE["people/bram-oster.md"], "summary": "He was in [[haven-van-tin]]."}
    prose = "He was in [[haven-van-tin]], [[haven-van-tin|an early film]].\n"
    files: dict[str, str | bytes] = {
        "works/haven-van-tin.md": front_matter(film),
        "sources/mist.md": front_matter(source),
        "sources/mist.txt": TEXT,
        "events/2004-premiere.md": front_matter(event),
        "people/bram-oster.md": front_matter(person, prose),
    }
    build(folder / "site", "--content", str(write_archive(folder / "content", files)))
    return Site(folder / "site")


@pytest.mark.parametrize(("title", "lang"), [(TITLE, "nl"), (REVIEW_TITLE, "nl-BE")])
def test_a_foreign_title_says_its_language_on_every_page(title: str, lang: str, site: Site) -> None:
    """Where it is the whole of an element, and no name in a sentence of a text.

    A page's own title, choices and what the data show have no room for it.
    """
    seen = 0
    for page in site.pages.values():
        for text in page.soup.find_all(string=lambda one: one is not None and one.strip() == title):
            if text.find_parent(["title", "script", "pre", "svg", "option", "mark"]):
                continue
            marked = text.find_parent(lang=True)
            assert marked is not None
            assert marked["lang"] == lang, f"{page.url}: {text.parent}"
            seen += 1
    assert seen > 5


def test_other_words_for_it_are_the_contributors(site: Site) -> None:
    links = [str(one) for one in site.pages["people/bram-oster.html"].select(".prose cite")]
    assert links == [f'<cite lang="nl">{TITLE}</cite>', "<cite>an early film</cite>"]


def test_what_is_in_the_sites_language_does_not_say_so(site: Site) -> None:
    """The film of the archive has ``lang: en`` in its record, as the site has."""
    page = site.pages["films/tin-harbour.html"]
    assert [one for one in page.select("main [lang]") if one["lang"] == "en"] == []
    assert {str(one["lang"]) for other in site.pages.values() for one in other.select("html")} == {"en"}


def test_the_language_of_the_pages_is_a_setting() -> None:
    template = Path(__file__).parents[2] / "theme" / "templates" / "base.html"
    assert '<html lang="{{ DEFAULT_LANG }}">' in template.read_text("utf-8")
