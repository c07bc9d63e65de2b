"""The feeds as a feed reader sees them, and which pages are told as new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from tests.building import build
from tests.changes.states import NINETY, film
from tests.changes.test_site import put, record
from tests.making import ARCHIVE, front_matter, write_archive

BORN = {"property": "born", "value": "Ostend", "cite": "harbour-review p2"}


def person(name: str, *facts: dict[str, Any]) -> str:
    return front_matter({"name": name, "summary": f"{name} & friends, <written> down.", "facts": list(facts)})


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that gets two pages with claims and one without, and loses one of them again."""
    folder = write_archive(tmp_path_factory.mktemp("come"), film(NINETY))
    record(folder, "2026-11-01")
    put(
        folder, {"people/zita-lund.md": person("Zita Lund", BORN), "people/silent.md": person("A Silent One")}
    )
    record(folder, "2026-11-02", "Ada & Co")
    put(folder, {"people/abel-noor.md": person("Abel Noor", BORN), "people/gone.md": person("Gone", BORN)})
    record(folder, "2026-11-03")
    more = {**ARCHIVE["people/bram-oster.md"], "facts": [BORN]}
    put(folder, {"people/bram-oster.md": front_matter(more)})
    (folder / "people" / "gone.md").unlink()
    record(folder, "2026-11-03")
    return folder


@pytest.fixture(scope="module", params=["", "https://archive.example/tin"])
def site(content: Path, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    output = tmp_path_factory.mktemp("fed") / "site"
    build(output, "--content", str(content), environment={"INTERTITLE_SITEURL": request.param})
    return output


@pytest.mark.parametrize("name", ["changes.xml", "pages.xml"])
def test_a_feed_reader_finds_no_fault(name: str, site: Path) -> None:
    read = feedparser.parse((site / name).read_bytes())
    assert (read.bozo, read.version) == (False, "atom10")
    assert all(entry.id and entry.title and entry.link and entry.updated_parsed for entry in read.entries)
    assert len({entry.id for entry in read.entries}) == len(read.entries) > 1


def test_pages_are_told_on_the_day_on_which_the_log_first_has_a_claim_about_them(site: Path) -> None:
    """Not those that were known, not those without a claim, and none that is gone.

    Bram Oster had a page before, but the log knew nothing of it: what nobody kept, no feed can tell.
    """
    read = feedparser.parse((site / "pages.xml").read_bytes())
    assert [(entry.title, entry.updated, entry.author) for entry in read.entries[:-1]] == [
        ("Abel Noor", "2026-11-03T00:00:00Z", "a test"),
        ("Bram Oster", "2026-11-03T00:00:00Z", "a test"),
        ("Zita Lund", "2026-11-02T00:00:00Z", "Ada & Co"),
    ]
    last = read.entries[-1]
    assert (last.title, last.updated) == ("What the archive began with", "2026-11-01T00:00:00Z")
    assert read.entries[0].summary == "Abel Noor &amp; friends, &lt;written&gt; down."


def test_every_entry_leads_to_its_page(site: Path) -> None:
    read = feedparser.parse((site / "pages.xml").read_bytes())
    paths = [entry.link.removeprefix("https://archive.example/tin/") for entry in read.entries]
    assert paths[0] == "people/abel-noor.html"
    assert [path for path in paths if not (site / path).is_file()] == []


def test_the_page_of_changes_leads_to_both(site: Path) -> None:
    page = (site / "changes.html").read_text("utf-8")
    assert all(page.count(f'href="./{name}"') == 2 for name in ("changes.xml", "pages.xml"))
