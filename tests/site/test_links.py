"""Every link of the site leads somewhere, from any folder on any host."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from tests.building import build
from tests.site.crawl import Page, Site

CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")


def test_every_link_leads_to_a_file_of_the_site(every_site: Site) -> None:
    """A reader never meets a page that is not there."""
    files = set(every_site.files)
    assert [str(link) for link in every_site.links if not link.leaves and link.target not in files] == []


def test_every_fragment_names_an_element_of_its_page(every_site: Site) -> None:
    """A note leads to its passage, and a passage to its paragraph."""
    ids = {url: set(page.ids) for url, page in every_site.pages.items()}
    inside = [link for link in every_site.links if link.fragment and link.target in ids]
    assert inside != []
    assert [str(link) for link in inside if link.fragment not in ids[link.target]] == []


def test_links_are_relative_so_that_the_site_works_from_anywhere(every_site: Site) -> None:
    """A link that begins with a slash, or names a host of ours, breaks on a USB stick."""
    absolute = [
        str(link)
        for link in every_site.links
        if not link.leaves and (urlsplit(link.written).scheme or link.written.startswith("/"))
    ]
    assert absolute == []


def test_links_name_files_because_a_folder_does_not_open_from_disk(every_site: Site) -> None:
    """people/ opens on a server only; people.html opens anywhere."""
    assert [
        str(link) for link in every_site.links if not link.leaves and not PurePosixPath(link.target).suffix
    ] == []


def test_nothing_is_loaded_from_another_host(every_site: Site) -> None:
    """A link out is the reader's choice; a font or a script from elsewhere is not."""
    assert [str(link) for link in every_site.links if link.leaves and link.element not in {"a", "link"}] == []
    assert [
        str(element)
        for page in every_site.pages.values()
        for element in page.select('link[rel~="stylesheet"][href*="//"], link[rel~="icon"][href*="//"]')
    ] == []


def test_style_sheets_load_only_files_of_the_site(site: Site) -> None:
    """What a style sheet asks for is there, beside it."""
    for url in (url for url in site.files if url.endswith(".css")):
        sheet = site.folder / url
        for wanted in CSS_URL.findall(sheet.read_text("utf-8")):
            if not wanted.startswith(("#", "data:")):
                assert (sheet.parent / wanted).is_file(), f"{url} asks for {wanted}"


def test_every_page_is_at_most_three_clicks_from_home_without_scripts(every_site: Site) -> None:
    """JavaScript adds search; it is never the only way to a page."""
    clicks = every_site.clicks_from("index.html")
    # The page for a missing address is the one page that nobody should link to.
    assert sorted(set(every_site.pages) - set(clicks) - {"404.html"}) == []
    assert {url: count for url, count in clicks.items() if count > 3} == {}


def test_the_page_for_lost_readers_begins_its_links_at_the_sites_own_address(tmp_path: Path) -> None:
    """A host shows it at any address, where a relative link would lead astray; other pages stay relative."""
    build(tmp_path / "site", environment={"INTERTITLE_SITEURL": "https://films.example/her"})
    links = re.findall(r'(?:href|src)="([^"#]+)"', (tmp_path / "site" / "404.html").read_text("utf-8"))
    assert links != []
    assert [link for link in links if not link.startswith("https://films.example/her/")] == []
    about = Page("about.html", (tmp_path / "site" / "about.html").read_text("utf-8"))
    whole = {str(one["href"]) for one in about.select("[href*='films.example']")}
    assert whole == {"https://films.example/her/about.html"}  # which tells that it is the page's own
