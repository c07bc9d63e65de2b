"""What is told of the data files is what they hold: in docs/data.md as on the page of the data."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from plugins.open_data.catalogue import CATALOGUE, DataFile
from tests.building import ROOT, build
from tests.site.crawl import Page, Site

DOCUMENT = (ROOT / "docs" / "data.md").read_text("utf-8")
NAME = re.compile(r"`(\w+)`")

SOMETIMES = {"text"}
"""Fields that a record has only where its words may be shown."""

each_file = pytest.mark.parametrize("file", CATALOGUE, ids=lambda file: file.name)


@pytest.fixture(scope="module")
def page(any_site: Site) -> Page:
    return any_site.pages["data.html"]


@pytest.fixture(scope="module", params=["site", "public", "private"])
def any_site(request: pytest.FixtureRequest) -> Site:
    names = {"site": "built_site", "public": "public_with_library", "private": "private_site"}
    return Site(request.getfixturevalue(names[request.param]))


def records(site: Site, file: DataFile) -> list[Any]:
    text = (site.folder / file.path).read_text("utf-8")
    if file.name.endswith(".jsonl"):
        return [json.loads(line) for line in text.splitlines()[1:]]
    (found,) = [one for name, one in json.loads(text).items() if isinstance(one, list) and name != "@context"]
    return list(found)


def section(file: DataFile, page: Page) -> BeautifulSoup:
    (heading,) = page.select(f"#{file.name.replace('.', '-')}")
    assert heading.parent is not None
    return BeautifulSoup(str(heading.parent), "html.parser")


@each_file
def test_the_document_has_the_same_fields_in_the_same_words(file: DataFile) -> None:
    (written,) = re.findall(rf"^## {re.escape(file.name)}\n(.*?)(?=^## )", DOCUMENT, re.DOTALL | re.MULTILINE)
    table = re.search(r"\| field \| \|\n\|---\|---\|\n((?:\|.*\n)+)", written)
    assert table is not None
    assert re.findall(r"^\| (.*?) \| (.*?) \|$", table[1], re.MULTILINE) == list(file.fields)


@each_file
def test_every_record_has_the_fields_that_are_told(file: DataFile, any_site: Site) -> None:
    told = {name for names, _ in file.fields for name in NAME.findall(names)}
    for record in records(any_site, file):
        assert told - SOMETIMES <= set(record) <= told


@each_file
def test_the_page_counts_the_records_and_shows_the_first(file: DataFile, any_site: Site, page: Page) -> None:
    found, shown = records(any_site, file), section(file, page)
    words = f"{len(found)} {file.noun if len(found) == 1 else file.nouns}"
    assert next(one.get_text() for one in shown.select(".data-take span")) == words
    assert [json.loads(one.get_text()) for one in shown.select("pre")] == found[:1]
    assert len(shown.select("dt")) == len(file.fields)


def test_every_file_is_on_the_page_and_nothing_else(any_site: Site, page: Page) -> None:
    linked = [str(one["href"]).removeprefix("./") for one in page.select(".data-take a")]
    files = {one.relative_to(any_site.folder).as_posix() for one in (any_site.folder / "data").iterdir()}
    assert linked == [one.path for one in CATALOGUE]
    assert set(linked) == files


def test_the_page_is_in_the_footer_and_tells_licence_and_citation(any_site: Site, page: Page) -> None:
    (link,) = any_site.pages["index.html"].select(".site-footer a[href$='/data.html']")
    assert link.get_text() == "The data"
    assert [str(one["href"]) for one in page.select("a[rel=license]")] == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    (citation,) = page.select("q.citation")
    assert "claims.jsonl, version 1" in citation.get_text()


def test_an_archive_of_nothing_has_the_page_too(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    build(tmp_path / "site", "--content", str(tmp_path / "content"))
    page = BeautifulSoup((tmp_path / "site" / "data.html").read_text("utf-8"), "html.parser")
    assert {one.get_text().split()[0] for one in page.select(".data-take span:first-of-type")} == {"0"}
    assert page.select(".data-file pre") == []
