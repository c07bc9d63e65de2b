"""The search in a site of stock Pelican, opened from its folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.stock import pelican, write_site


@pytest.fixture(scope="module")
def stock_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With our search and nothing else of ours; its theme has the box in its header."""
    folder = tmp_path_factory.mktemp("stock")
    (folder / "own").mkdir()
    header = "{% block nav %}{{ super() }}{% include 'search_box.html' %}{% endblock %}"
    (folder / "own" / "base.html").write_text(f"{{% extends '!simple/base.html' %}}{header}", "utf-8")
    write_site(folder, "THEME_TEMPLATES_OVERRIDES = ['own']")
    done = pelican(folder, ["plugins.search_index"])
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@pytest.fixture
def root(stock_site: Path) -> str:
    return f"{stock_site.resolve().as_uri()}/"


def test_a_word_that_is_typed_on_the_search_page_finds_the_article(page: Page, root: str) -> None:
    page.goto(f"{root}search.html")
    page.locator("#search-page-box").fill("glycerine")
    found = page.locator("#search-results a")
    expect(found).to_have_text(["Fog by the bucket"])
    expect(page.locator("#search-results .search-kind")).to_have_text("Article, 2022")
    found.click()
    expect(page).to_have_title("Notes from the quay - Fog by the bucket")


def test_pages_are_found_too_while_the_word_is_typed(page: Page, root: str) -> None:
    page.goto(f"{root}search.html?q=quarr")
    expect(page.locator("#search-results a").first).to_have_text("The Tin Harbour")


def test_a_word_that_nobody_has_leads_nowhere_that_does_not_exist(page: Page, root: str) -> None:
    """A site that is no archive has no A to Z."""
    page.goto(f"{root}search.html?q=xylophonist")
    expect(page.locator("#search-status")).to_contain_text("Nothing")
    assert page.locator("a[href$='a-z.html']").count() == 0


def test_the_box_of_a_theme_suggests_while_one_types(page: Page, root: str) -> None:
    """From any page, with its own style: the console stays empty."""
    page.goto(f"{root}pages/ines-varga.html")
    page.locator("#search-box").press_sequentially("glyc")
    suggestion = page.locator("#search-suggestions a").first
    expect(suggestion).to_contain_text("Fog by the bucket")
    suggestion.click()
    expect(page.locator("mark.sought").first).to_have_text("glycerine")
