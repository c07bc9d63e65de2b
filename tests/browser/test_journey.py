"""One reader's way through the archive with the keyboard alone, from a folder and from a server."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

MOST_STEPS = 120
"""Presses of Tab between two places of a page. Its passages are behind all of its links."""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is looked for has the focus."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached in {MOST_STEPS} steps")


def test_from_home_to_a_citation_without_a_pointer(page: Page, root: str) -> None:
    """Home, search, a person, a preview, the paragraph in its source, back, and the passage cited."""
    page.goto(f"{root}index.html")
    page.keyboard.press("/")
    page.keyboard.type("johansson")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"people/scarlett-johansson\.html"))
    expect(page.locator("h1")).to_have_text("Scarlett Johansson")

    # A way past the header is the first thing that is reached.
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the text")
    page.keyboard.press("Enter")
    tab_to(page, ".prose a")
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_have_count(0)

    tab_to(page, ".note-marker")
    place = page.locator(":focus").get_attribute("href") or ""
    page.keyboard.press("Enter")
    fragment = place.partition("#")[2]
    expect(page.locator(f"[id='{fragment}']")).to_be_in_viewport()

    page.go_back()
    expect(page).to_have_url(re.compile(r"people/scarlett-johansson\.html"))
    tab_to(page, ".passage-list .cite-button")
    page.keyboard.press("Enter")
    expect(page.locator("main > [role=status]")).to_have_text("Copied")
    expect(page.locator(".cite-panel p").first).to_contain_text("cited in Scarlett Johansson")
