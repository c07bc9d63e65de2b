"""Links to a heading and to a paragraph, and ways to pictures, as a page prints them."""

from __future__ import annotations

from pathlib import Path

from plugins.archive.settings import Edition
from plugins.entity_pages.rewording import keep_words, reword
from plugins.search_index.page import SearchPage
from tests.making import flow_over, front_matter, write_archive

ABOUT = front_matter({"name": "About", "summary": "What this is."}, "## Our rights\n\nSee [[#Our rights]].\n")
LOTTE = front_matter(
    {"name": "Lotte Maes", "summary": "A critic."},
    "[[about#Our rights]], [[about#our rights|theirs]], [[harbour-review#p2]].\n",
)


def prose(folder: Path, edition: Edition, record: str, url: str) -> str:
    content = write_archive(folder, {"pages/about.md": ABOUT, "people/lotte-maes.md": LOTTE})
    site = flow_over(content, edition).sound_value("site")
    return str(site.prose(record, url))


def test_a_heading_of_another_page_is_an_address_with_its_id(tmp_path: Path) -> None:
    printed = prose(tmp_path, Edition.PRIVATE, "lotte-maes", "people/lotte-maes.html")
    assert '<a href="../about.html#h-our-rights">About, Our rights</a>' in printed
    assert '<a href="../about.html#h-our-rights">theirs</a>' in printed
    assert '<a href="../sources/harbour-review.html#p2">A harbour made of tin, p2</a>' in printed


def test_a_text_that_is_not_shown_has_no_paragraphs_to_lead_to(tmp_path: Path) -> None:
    printed = prose(tmp_path, Edition.PUBLIC, "lotte-maes", "people/lotte-maes.html")
    assert '<a href="../sources/harbour-review.html">A harbour made of tin, p2</a>' in printed


def test_a_heading_of_the_page_itself_is_a_fragment_alone(tmp_path: Path) -> None:
    printed = prose(tmp_path, Edition.PUBLIC, "about", "about.html")
    assert '<a href="#h-our-rights">Our rights</a>' in printed
    assert 'id="h-our-rights"' in printed


def test_it_stays_a_fragment_when_words_alone_are_changed(tmp_path: Path) -> None:
    """In a folder below the root too."""
    text = LOTTE.replace("[[about#Our rights]],", "## Fog\n\nSee [[#Fog]],")
    content = write_archive(tmp_path, {"pages/about.md": ABOUT, "people/lotte-maes.md": text})
    site = flow_over(content).sound_value("site")
    url = "people/lotte-maes.html"
    printed = str(site.prose("lotte-maes", url))
    found = SearchPage(url, "Lotte Maes", "person", headings=("Fog",))
    known = keep_words(site.record("lotte-maes"), printed.encode(), printed, found, site.find_target(""))
    assert known is not None
    made = reword(text.replace("See", "Look at"), "x.md", printed.encode(), known)
    assert made is not None
    assert made.html.decode() == printed.replace("See", "Look at")


def test_a_picture_is_found_from_wherever_the_page_lies(tmp_path: Path) -> None:
    """In a record its address is the one that editors follow."""
    body = "![A quay](../images/quay.png) ![Fog](images/fog.png)\n"
    page = front_matter({"name": "About", "summary": "What this is."}, body)
    content = write_archive(tmp_path, {"pages/about.md": page, "people/lotte-maes.md": page})
    site = flow_over(content).sound_value("site")
    for record, url, root in (("about", "about.html", ""), ("lotte-maes", "people/lotte-maes.html", "../")):
        printed = str(site.prose(record, url))
        assert f'src="{root}images/quay.png"' in printed
        assert f'src="{root}images/fog.png"' in printed
        assert printed.count("images/") == 2
