"""Light or dark by a reader's own choice, from a folder and from a server."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped, unused-ignore]
from playwright.sync_api import Browser, Locator, Page, Route, expect

Scheme = Literal["light", "dark"]

PAPER = "getComputedStyle(document.body).backgroundColor"
CHOSEN_ON = "people/scarlett-johansson.html"
FAMILIES = ("index.html", "timeline.html", "search.html", "sources/archive-essay.html", "404.html")

REFUSED = """
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("refused", "SecurityError"); }})
"""
"""What a browser does that may keep nothing."""

ENDS = """
[...document.querySelectorAll("main, .site-footer > *")].map((one) => one.getBoundingClientRect().bottom)
"""
"""How far the page and each part of its footer reach down."""


def control(page: Page) -> Locator:
    return page.get_by_role("group", name="Colours")


def papers(browser: Browser, root: str) -> dict[Scheme, str]:
    """The colour of the paper on a device of each kind."""
    schemes: tuple[Scheme, Scheme] = ("light", "dark")
    found = {}
    for scheme in schemes:
        page = browser.new_page(color_scheme=scheme)
        page.goto(f"{root}index.html")
        found[scheme] = page.evaluate(PAPER)
        page.close()
    return found


@pytest.mark.parametrize(("device", "choice"), [("light", "dark"), ("dark", "light")])
def test_what_is_chosen_holds_on_every_page(
    browser: Browser, page: Page, root: str, device: Scheme, choice: Scheme
) -> None:
    paper = papers(browser, root)
    page.emulate_media(color_scheme=device)
    page.goto(f"{root}{CHOSEN_ON}")
    expect(page.get_by_label("As the device")).to_be_checked()
    assert page.evaluate(PAPER) == paper[device]
    page.get_by_label(choice.title()).check()
    assert page.evaluate(PAPER) == paper[choice]
    for url in FAMILIES:
        page.goto(f"{root}{url}")
        expect(page.get_by_label(choice.title())).to_be_checked()
        assert (url, page.evaluate(PAPER)) == (url, paper[choice])
    page.get_by_label("As the device").check()
    assert page.evaluate(PAPER) == paper[device]


def test_a_page_that_is_come_back_to_and_one_in_another_tab_follow(
    browser: Browser, page: Page, root: str
) -> None:
    dark = papers(browser, root)["dark"]
    other = page.context.new_page()
    other.goto(f"{root}index.html")
    page.goto(f"{root}{CHOSEN_ON}")
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    page.get_by_label("Dark").check()
    expect(other.get_by_label("Dark")).to_be_checked()
    page.go_back()
    expect(page.get_by_label("Dark")).to_be_checked()
    assert (page.evaluate(PAPER), other.evaluate(PAPER)) == (dark, dark)


def test_where_a_browser_keeps_nothing_the_choice_holds_for_its_page(
    browser: Browser, page: Page, root: str
) -> None:
    paper = papers(browser, root)
    page.add_init_script(REFUSED)
    page.emulate_media(color_scheme="light")
    page.goto(f"{root}{CHOSEN_ON}")
    page.get_by_label("Dark").check()
    assert page.evaluate(PAPER) == paper["dark"]
    page.goto(f"{root}index.html")
    assert page.evaluate(PAPER) == paper["light"]


def test_the_choice_is_made_with_the_keyboard_and_hit_with_a_finger(page: Page, root: str) -> None:
    page.goto(f"{root}{CHOSEN_ON}")
    page.get_by_role("link", name="Back to the top").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_label("As the device")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Dark")).to_be_checked()
    sizes = [label.bounding_box() for label in control(page).locator("label").all()]
    assert [size for size in sizes if not size or min(size["width"], size["height"]) < 24] == []


def test_nothing_moves_when_the_control_comes(page: Page, root: str) -> None:
    """Also on a page that is shorter than the window, whose footer is in sight, and in a small window."""
    held: list[Route] = []
    page.route("**/scheme/choice.js", lambda route: held.append(route))
    for size in ({"width": 1280, "height": 1000}, {"width": 360, "height": 1000}):
        page.set_viewport_size(size)  # type: ignore[arg-type, unused-ignore]
        page.goto(f"{root}404.html", wait_until="domcontentloaded")
        page.evaluate("document.fonts.ready")
        before = page.evaluate(ENDS)
        held.pop().continue_()
        expect(control(page)).to_be_in_viewport()
        assert page.evaluate(ENDS)[: len(before)] == before


def test_paper_stays_light(page: Page, root: str) -> None:
    page.goto(f"{root}{CHOSEN_ON}")
    page.get_by_label("Dark").check()
    page.emulate_media(media="print")
    assert page.evaluate(PAPER) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    expect(control(page)).to_be_hidden()


def test_there_is_no_control_without_scripts(browser: Browser, folder_root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder_root}{CHOSEN_ON}")
    expect(page.get_by_text("Back to the top")).to_be_visible()
    expect(page.get_by_text("As the device")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("archive", ["site", "second_site"])
@pytest.mark.parametrize(("device", "choice"), [("light", "dark"), ("dark", "light")])
def test_axe_finds_nothing_in_what_was_chosen(
    browser: Browser, archive: str, device: Scheme, choice: Scheme, request: pytest.FixtureRequest
) -> None:
    site: Path = request.getfixturevalue(archive)
    page = browser.new_page(color_scheme=device)
    found = {}
    for url in ("index.html", "timeline.html"):
        page.goto(f"{site.resolve().as_uri()}/{url}")
        page.get_by_label(choice.title()).check()
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        if results.violations_count:
            found[url] = results.generate_report()
    page.close()
    assert found == {}
