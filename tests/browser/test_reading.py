"""A reading page in a real browser: folds that open for a link, notes beside the text, and paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.archive.settings import Edition
from tests.browser.conftest import Watch
from tests.building import ROOT
from tests.entity_pages.sample import page_of, render, sample_archive, sample_site

WIDE, NARROW = 1280, 320
"""A laptop, and the width to which a page reflows at 400 %; in CSS pixels."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A conversation with everything that a reading page can have, beside the theme."""
    folder = tmp_path_factory.mktemp("reading")
    shutil.copytree(ROOT / "theme" / "static", folder / "theme")
    # On a slow machine a page would be set in another font; what is measured here is our own.
    style = folder / "theme" / "css" / "type.css"
    style.write_text(
        style.read_text("utf-8").replace("font-display: fallback", "font-display: block"), "utf-8"
    )
    site = sample_site(sample_archive(folder / "archive", "summary"), Edition.PRIVATE)
    (folder / "sources").mkdir()
    (folder / "sources" / "talk.html").write_text(render(page_of(site)).html, "utf-8")
    return folder


@pytest.fixture(params=[WIDE, NARROW])
def page(browser: Browser, folder: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in both widths, its scripts left out, so that nothing below needs any."""
    watch = Watch(f"{folder.resolve().as_uri()}/")
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    opened = context.new_page()
    opened.route("**/start.js", lambda route: route.fulfill(body=""))
    watch.over(opened)
    yield opened
    context.close()
    assert (watch.said, watch.asked_elsewhere) == ([], [])


def address(folder: Path, fragment: str = "") -> str:
    return f"{(folder / 'sources' / 'talk.html').resolve().as_uri()}{fragment}"


@pytest.mark.parametrize("number", [4, 23, 25, 27])
def test_a_link_to_a_folded_paragraph_opens_its_fold(page: Page, folder: Path, number: int) -> None:
    """Captions, comments and answers to them: a pointer leads to any of them."""
    page.goto(address(folder))
    assert not page.locator(f"#p{number}").is_visible()
    page.goto(address(folder, f"#p{number}"))
    assert page.locator(f"#p{number} .paragraph-text").is_visible()
    assert page.locator(f"#p{number}:target").count() == 1


def test_a_paragraph_that_a_link_leads_to_is_marked(page: Page, folder: Path) -> None:
    paint = "one => getComputedStyle(one).backgroundColor"
    page.goto(address(folder))
    before = page.locator("#p12 .paragraph-text").evaluate(paint)
    page.goto(address(folder, "#p12"))
    assert page.locator("#p12 .paragraph-text").evaluate(paint) != before


def test_nothing_is_wider_than_the_window(page: Page, folder: Path) -> None:
    """With all folds open, threads nested and corrections in their places."""
    page.goto(address(folder))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_notes_stand_beside_the_text_or_under_it_and_never_on_each_other(page: Page, folder: Path) -> None:
    page.goto(address(folder))
    wide = page.viewport_size is not None and page.viewport_size["width"] == WIDE
    below = 0.0
    for notes in page.locator("article .paragraph-notes").all():
        text = notes.locator("xpath=..").locator(".paragraph-text").bounding_box()
        box = notes.bounding_box()
        assert text is not None
        assert box is not None
        if wide:
            assert box["x"] >= text["x"] + text["width"]
            assert abs(box["y"] - text["y"]) < 20
        else:
            assert box["y"] >= text["y"] + text["height"]
        assert box["y"] >= below
        below = box["y"] + box["height"]


def test_numbers_stand_clear_of_the_text(page: Page, folder: Path) -> None:
    page.goto(address(folder))
    for number in page.locator(".numbered .paragraph-number:visible").all():
        box = number.bounding_box()
        text = (
            number.locator("xpath=ancestor::*[contains(@class, 'paragraph')][1]")
            .locator(".paragraph-text")
            .first
        )
        beside = text.bounding_box()
        assert box is not None
        assert beside is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= beside["x"] + 1


def test_on_paper_every_fold_is_open(page: Page, folder: Path) -> None:
    """Numbers kept; what only leads around the screen is gone."""
    page.goto(address(folder))
    page.emulate_media(media="print")
    for number in (4, 5, 22, 25, 27):
        assert page.locator(f"#p{number} .paragraph-text").is_visible(), number
        assert page.locator(f"#p{number} .paragraph-number").is_visible(), number
    assert not page.locator(".reading-contents").is_visible()


def test_a_line_of_the_text_has_sixty_to_seventy_characters(browser: Browser, folder: Path) -> None:
    """The measure of a good book; the margin's room for notes is counted in such lines too."""
    context = browser.new_context(viewport={"width": WIDE, "height": 800})
    page = context.new_page()
    page.route("**/start.js", lambda route: route.fulfill(body=""))
    page.goto(address(folder))
    text = page.locator("#p16 .paragraph-text")
    words = "A harbour of tin rings when the wind comes from the sea, and nobody in it can sleep. " * 12
    text.evaluate("(one, words) => { one.textContent = words }", words)
    lines = text.evaluate("one => one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)")
    context.close()
    assert 60 <= len(words) / round(lines) <= 70


@pytest.fixture
def essay(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A text of the archive with headings of its own, in a window as wide as the test asks for."""
    watch = Watch(f"{site.resolve().as_uri()}/")
    context = browser.new_context(viewport={"width": request.param, "height": 800})
    opened = context.new_page()
    watch.over(opened)
    opened.goto(f"{site.resolve().as_uri()}/sources/archive-essay.html")
    yield opened
    context.close()
    assert (watch.said, watch.asked_elsewhere) == ([], [])


@pytest.mark.parametrize("essay", [WIDE], indirect=True)
def test_beside_a_text_its_contents_mark_what_is_being_read(essay: Page) -> None:
    """Whether somebody came there by the contents or by scrolling; of the parts none but one."""
    links = essay.locator(".reading-contents ol a")
    marked = essay.locator(".reading-contents [aria-current]")
    assert marked.count() == 0
    links.nth(2).click()
    expect(links.nth(2)).to_have_attribute("aria-current", "location")
    links.nth(1).evaluate("one => document.querySelector(one.hash).scrollIntoView()")
    expect(links.nth(1)).to_have_attribute("aria-current", "location")
    expect(marked).to_have_count(1)
    essay.evaluate("scrollTo(0, 0)")
    expect(marked).to_have_count(0)


@pytest.mark.parametrize("essay", [NARROW], indirect=True)
def test_on_a_telephone_the_headings_of_a_text_are_a_touch_away(essay: Page) -> None:
    heading = essay.locator(".reading-contents ol a").last
    assert not heading.is_visible()
    essay.get_by_text("Headings", exact=True).click()
    heading.click()
    assert essay.evaluate(
        "document.querySelector(location.hash).getBoundingClientRect().top < innerHeight / 2"
    )
