"""Every family of pages by the rules of accessibility that a program can check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped, unused-ignore]
from playwright.sync_api import Browser, Page, expect

from tests.chromium import HEADLESS, find_chromium

OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""What may be otherwise where a reader wants it dark."""

SCHEMES: dict[str, dict[str, Any]] = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"resultTypes": ["violations"], "runOnly": OF_COLOURS},
}
"""With what axe is asked of each."""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LARGE = ["--blink-settings=defaultFontSize=32"]
"""A reader's own setting of letters twice as large; queries of the width go by it too."""


def families(site: Path) -> list[str]:
    """One page of each template and kind: the heaviest, which has most of what such pages can have."""
    heaviest: dict[str, Path] = {}
    for file in sorted(site.rglob("*.html")):
        family = file.parent.name if file.parent != site else file.name
        known = heaviest.get(family)
        if known is None or file.stat().st_size > known.stat().st_size:
            heaviest[family] = file
    return sorted(file.relative_to(site).as_posix() for file in heaviest.values())


@pytest.mark.parametrize("archive", ["site", "second_site"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_any_family_of_pages(
    browser: Browser, archive: str, scheme: str, width: int, request: pytest.FixtureRequest
) -> None:
    """Of both archives, since the second has colours of its own."""
    site: Path = request.getfixturevalue(archive)
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    found = {}
    for url in families(site):
        page.goto(f"{site.resolve().as_uri()}/{url}")
        if page.locator(".cite > summary").count():
            page.locator(".cite > summary").last.click()
        results = Axe().run(page, options=SCHEMES[scheme])
        if results.violations_count:
            found[url] = results.generate_report()
    context.close()
    assert found == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_with_a_preview_and_a_citation_open(
    browser: Browser, folder_root: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    page.goto(f"{folder_root}characters/samantha.html")
    page.locator(".passage-list .cite-button").first.click()
    expect(page.locator(".cite-panel")).to_be_visible()
    page.locator(".prose a").first.hover()
    expect(page.locator(".preview")).to_be_visible()
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("archive", ["site", "second_site"])
def test_no_page_is_wider_than_a_small_window(
    browser: Browser, archive: str, request: pytest.FixtureRequest
) -> None:
    """At 320 pixels, as WCAG 1.4.10 has it."""
    site: Path = request.getfixturevalue(archive)
    assert _too_wide(browser, site, f"{site.resolve().as_uri()}/", 320) == {}


@pytest.mark.parametrize("width", [640, 1280])
def test_no_page_is_wider_than_the_window_with_letters_twice_as_large(
    browser: Browser, site: Path, folder_root: str, width: int
) -> None:
    """As WCAG 1.4.4 has it."""
    large = browser.browser_type.launch(executable_path=find_chromium(), args=[*HEADLESS, *LARGE])
    wide = _too_wide(large, site, folder_root, width)
    large.close()
    assert wide == {}


def _too_wide(browser: Browser, site: Path, root: str, width: int) -> dict[str, int]:
    """By how many pixels each family of pages is wider than a window."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = {}
    for url in families(site):
        page.goto(f"{root}{url}")
        if over := page.evaluate(OVERFLOW):
            wide[url] = over
    page.close()
    return wide


def test_nothing_moves_for_those_who_want_it_so(browser: Browser, folder_root: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{folder_root}people/scarlett-johansson.html")
    page.locator(".prose a").first.hover()
    expect(page.locator(".preview")).to_be_visible()
    assert _moving(page) == []
    context.close()


def _moving(page: Page) -> list[str]:
    """What has an animation or a transition that takes any time."""
    moving: list[str] = page.evaluate("""
        Array.from(document.querySelectorAll('*')).filter(one => {
          const {animationName, animationDuration, transitionDuration} = getComputedStyle(one);
          const lasts = times => times.split(',').some(time => parseFloat(time) > 0);
          return (animationName !== 'none' && lasts(animationDuration)) || lasts(transitionDuration);
        }).map(one => one.outerHTML.slice(0, 80))
    """)
    return moving
