"""A page of every family in a real browser: it loads in silence, fits its window, and needs no scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watch
from tests.site.test_pages import FAMILIES

NARROW = {"width": 360, "height": 720}
"""A small telephone, in CSS pixels."""


def pages_of(site: Path) -> list[str]:
    """A page of every family; the first event stands for the events."""
    event = min(path.name for path in (site / "events").glob("*.html"))
    return [*FAMILIES, f"events/{event}"]


def test_every_page_loads_with_an_empty_console_and_asks_nobody(page: Page, root: str, site: Path) -> None:
    """The fixture ``page`` sees to the silence, on disk and under a strict policy on a server."""
    for url in pages_of(site):
        page.goto(root + url)
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").count() == 1, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_small_telephone(
    browser: Browser, folder_root: str, site: Path, scheme: str
) -> None:
    context = browser.new_context(viewport=NARROW, color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    for url in pages_of(site):
        page.goto(folder_root + url)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert (url, width) == (url, NARROW["width"])
    context.close()


def test_every_page_can_be_read_without_scripts(browser: Browser, folder_root: str, site: Path) -> None:
    """The heading and the navigation are there before any script has run, because none has to."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for url in pages_of(site):
        page.goto(folder_root + url)
        assert page.locator("h1").is_visible(), url
        assert page.locator("nav a").first.is_visible(), url
    context.close()


def test_a_number_behind_a_fact_leads_to_the_words_that_it_rests_on(page: Page, root: str) -> None:
    """One click: to the note that quotes them, and from there on to the paragraph."""
    page.goto(f"{root}films/her.html")
    marker = page.locator('main a.note-marker[href^="#"]').first
    number = marker.get_attribute("href")
    marker.click()
    assert page.url == f"{root}films/her.html{number}"
    assert page.locator(f"{number} q").is_visible()
    page.locator(f"{number} a").first.click()
    assert page.url.startswith(f"{root}sources/")
    expect(page.locator(":target")).to_have_count(1)


def test_where_words_are_withheld_the_number_leads_to_their_paragraph(page: Page, root: str) -> None:
    """One click as well: what rests on it stands there."""
    page.goto(f"{root}films/her.html")
    page.locator('main a.note-marker:not([href^="#"])').first.click()
    assert page.url.startswith(f"{root}sources/")
    expect(page.locator(":target")).to_have_count(1)


def test_the_keyboard_reaches_the_text_past_the_navigation(page: Page, root: str) -> None:
    """The first thing that Tab meets is the way round the header."""
    page.goto(f"{root}people/spike-jonze.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_private_edition_is_as_quiet(browser: Browser, private_site: Path) -> None:
    root = f"{private_site.resolve().as_uri()}/"
    watch = Watch(root)
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    watch.over(page)
    for source in sorted(path.name for path in (private_site / "sources").glob("*.html")):
        page.goto(f"{root}sources/{source}")
        assert (source, page.evaluate("document.documentElement.scrollWidth")) == (source, NARROW["width"])
    context.close()
    assert (watch.said, watch.asked_elsewhere) == ([], [])
