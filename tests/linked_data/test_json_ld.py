"""Things as text in a page: nothing ends the element, and addresses lead to pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.linked_data.json_ld import json_ld
from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive

TRICKY = "</script><!-- & \u2028"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    person = {**ARCHIVE["people/bram-oster.md"], "name": "Bram </script><b>Oster"}
    changed: dict[str, str | bytes] = {"people/bram-oster.md": front_matter(person)}
    return write_archive(tmp_path_factory.mktemp("linked"), changed)


def thing_on(page: Path) -> Any:
    found = BeautifulSoup(page.read_text("utf-8"), "html.parser").select(
        'head script[type="application/ld+json"]'
    )
    return json.loads(found[0].get_text()) if found else None


def test_no_value_ends_the_element() -> None:
    written = json_ld({"name": TRICKY}, "..")
    assert not set(written) & set("<>&\u2028")
    assert json.loads(written) == {"name": TRICKY}


def test_pages_tell_what_they_are_about_with_addresses_from_themselves(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    build(site, "--content", str(content))
    film = thing_on(site / "films" / "tin-harbour.html")
    assert (film["@type"], film["url"]) == ("Movie", "../films/tin-harbour.html")
    addresses = [film["url"], film["director"]["@id"], *(one["actor"]["@id"] for one in film["actor"])]
    assert [one for one in addresses if not (site / "films" / one).is_file()] == []
    assert thing_on(site / "people" / "bram-oster.html")["name"] == "Bram </script><b>Oster"
    assert [thing_on(site / url) for url in ("index.html", "a-z.html", "characters/odile.html")] == [None] * 3


def test_with_an_address_they_are_whole(content: Path, tmp_path: Path) -> None:
    address = {"INTERTITLE_SITEURL": "https://archive.example/tin"}
    build(tmp_path / "site", "--content", str(content), environment=address)
    film = thing_on(tmp_path / "site" / "films" / "tin-harbour.html")
    assert film["@id"] == film["url"] == "https://archive.example/tin/films/tin-harbour.html"
    assert film["director"]["@id"] == "https://archive.example/tin/people/ines-varga.html"
