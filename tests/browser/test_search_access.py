"""The search by the rules of accessibility that a program can check: axe finds nothing to complain of."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped, unused-ignore]
from playwright.sync_api import Browser, Page, expect

WINDOWS = {"wide": {"width": 1280, "height": 900}, "narrow": {"width": 360, "height": 720}}


def _empty(page: Page, root: str) -> None:
    page.goto(f"{root}search.html")
    expect(page.locator("#search-examples")).to_be_visible()
    page.locator(".search-how summary").click()


def _found(page: Page, root: str) -> None:
    page.goto(f"{root}search.html?q=voice&kind=person&kind=work")
    expect(page.locator("#search-results > li").first).to_be_visible()
    toggle = page.locator(".filters-toggle")
    if toggle.is_visible():
        toggle.click()
    expect(page.locator(".facet").first).to_be_visible()


def _nothing(page: Page, root: str) -> None:
    page.goto(f"{root}search.html?q=zzqx&year=1901..1902")
    expect(page.locator("ul.search-help")).to_be_visible()


def _index(page: Page, root: str) -> None:
    page.goto(f"{root}words.html#index-s")
    expect(page.locator("#index-s")).to_be_visible()


def _panel(page: Page, root: str) -> None:
    page.goto(f"{root}people/spike-jonze.html")
    page.locator("#search-box").press_sequentially("voice")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def _marked(page: Page, root: str) -> None:
    page.goto(f"{root}people/spike-jonze.html?hl=film")
    expect(page.locator(".sought-bar")).to_be_visible()


STATES: dict[str, Callable[[Page, str], None]] = {
    "empty": _empty,
    "found, filters open": _found,
    "nothing found": _nothing,
    "index of words": _index,
    "suggestions open": _panel,
    "marks on a page": _marked,
}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, folder_root: str, scheme: str, window: str) -> None:
    context = browser.new_context(viewport=WINDOWS[window], color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    for state, reach in STATES.items():
        page = context.new_page()
        reach(page, folder_root)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{state}:\n{results.generate_report()}"
        page.close()
    context.close()
