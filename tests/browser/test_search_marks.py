"""What a result leads to: its paragraph, its words marked, and the marks gone when they are in the way."""

from __future__ import annotations

import re
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Page, expect

from tests.browser.test_search import RESULTS, open_results

MARKS = "main mark.sought"


def a_paragraph(site: Path) -> tuple[str, str, str]:
    """A page with a numbered paragraph, its id, and a long word in it."""
    for path in sorted((site / "sources").glob("*.html")):
        soup = BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for paragraph in soup.select(".label-body[id]"):
            text = " ".join(one.get_text() for one in paragraph.select(".paragraph-text"))
            if word := re.search(r"\b[a-z]{9,}\b", text):
                return f"sources/{path.name}", str(paragraph["id"]), word[0]
    raise AssertionError("no source has a numbered paragraph")


def test_a_result_leads_to_a_page_on_which_its_words_are_marked(page: Page, root: str) -> None:
    open_results(page, root, "voice")
    page.locator(f"{RESULTS}[href*='hl=']").first.click()
    expect(page.locator(MARKS).first).to_have_text(re.compile("voice", re.IGNORECASE))
    expect(page.locator(".sought-bar")).to_contain_text("Marked")


def test_words_are_handed_over_to_the_paragraph_that_the_address_names(
    page: Page, root: str, site: Path
) -> None:
    url, paragraph, word = a_paragraph(site)
    page.goto(f"{root}{url}?hl={word}#{paragraph}")
    expect(page.locator(":target mark.sought").first).to_be_in_viewport()
    page.get_by_role("button", name=re.compile("Next|Show")).click()
    expect(page.locator(f"#{paragraph} mark.is-here")).to_have_count(1)


def test_marks_leave_the_text_as_it_was(page: Page, root: str, site: Path) -> None:
    url, paragraph, word = a_paragraph(site)
    page.goto(f"{root}{url}")
    before = page.locator("main").inner_html()
    page.goto("about:blank")
    page.goto(f"{root}{url}?hl={word}#{paragraph}")
    expect(page.locator(MARKS).first).to_be_visible()
    page.get_by_role("button", name="Remove marks").click()
    assert page.locator("main").inner_html() == before
    expect(page.locator(".sought-bar")).to_have_count(0)
    expect(page.locator("#main")).to_be_focused()


def test_escape_takes_the_marks_away_but_not_from_under_open_suggestions(page: Page, root: str) -> None:
    """The first Escape closes what lies on top, the second empties the box, the third is for the page."""
    page.goto(f"{root}people/spike-jonze.html?hl=film")
    expect(page.locator(MARKS).first).to_be_visible()
    page.locator("#search-box").press_sequentially("samantha")
    expect(page.locator("[role=option]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[role=option]").first).to_be_hidden()
    expect(page.locator(MARKS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#search-box")).to_have_value("")
    expect(page.locator(MARKS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(MARKS)).to_have_count(0)


def test_the_page_of_a_name_that_was_asked_for_is_not_marked(page: Page, root: str) -> None:
    open_results(page, root, "samantha")
    page.locator(RESULTS).first.click()
    expect(page).to_have_url(f"{root}characters/samantha.html")
    expect(page.locator(MARKS)).to_have_count(0)


def test_markup_in_the_words_that_are_handed_over_stays_text(page: Page, root: str) -> None:
    page.goto(f"{root}people/spike-jonze.html?hl=<img src=x onerror=alert(1)> film")
    expect(page.locator(MARKS).first).to_be_visible()
    assert page.locator("main img[src='x']").count() == 0


def test_marks_are_not_printed(page: Page, root: str) -> None:
    page.goto(f"{root}people/spike-jonze.html?hl=film")
    expect(page.locator(MARKS).first).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".sought-bar")).to_be_hidden()
    colour = page.locator(MARKS).first.evaluate("mark => getComputedStyle(mark).backgroundColor")
    assert colour == "rgba(0, 0, 0, 0)"
