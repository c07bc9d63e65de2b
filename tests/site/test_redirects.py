"""A page at each address that a renamed record had: it leads on, to the same place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive
from tests.site.crawl import Site


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An archive in which a person was renamed twice."""
    folder = tmp_path_factory.mktemp("renamed")
    values = {**ARCHIVE["characters/pilot.md"], "former-ids": ["the-flyer", "first-pilot"]}
    content = write_archive(folder, {"characters/pilot.md": front_matter(values)})
    build(folder / "site", "--content", str(content))
    return Site(folder / "site")


def test_each_former_address_has_a_page_that_leads_on_without_a_script(renamed: Site) -> None:
    for former in ("the-flyer", "first-pilot"):
        page = renamed.pages[f"characters/{former}.html"]
        (refresh,) = page.select('meta[http-equiv="refresh"]')
        assert refresh["content"] == "0; url=../characters/pilot.html"
        assert [str(link["href"]) for link in page.select("main a")] == ["../characters/pilot.html"]


def test_no_list_of_pages_names_a_former_address(renamed: Site) -> None:
    links = {link.target for url, page in renamed.pages.items() for link in page.links if "flyer" not in url}
    assert "characters/the-flyer.html" not in links
    told = [one for one in renamed.files if b"the-flyer" in (renamed.folder / one).read_bytes()]
    assert told == []


def test_a_link_by_a_former_id_still_leads_there(tmp_path: Path) -> None:
    """Somebody wrote it in a page that has not come yet."""
    values = {**ARCHIVE["characters/pilot.md"], "former-ids": "the-flyer"}
    films = front_matter(ARCHIVE["films/tin-harbour.md"], "[[the-flyer]] waits.\n")
    content = write_archive(
        tmp_path, {"characters/pilot.md": front_matter(values), "films/tin-harbour.md": films}
    )
    build(tmp_path / "site", "--content", str(content))
    page = Site(tmp_path / "site").pages["films/tin-harbour.html"]
    assert [one.get_text() for one in page.select('.prose a[href="../characters/pilot.html"]')] != []
