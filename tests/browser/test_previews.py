"""Previews with a pointer, the keyboard and a finger, from a folder and from a server."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Watch

PREVIEW = ".preview"
MORTON = "people/samantha-morton.html"


def link_to(page: Page, address: str) -> Locator:
    return page.locator(f".prose a[href$='{address}']").first


def test_a_pointer_that_rests_on_a_link_shows_where_it_leads(page: Page, root: str) -> None:
    """And may move onto what is shown, to read it at leisure."""
    page.goto(f"{root}people/scarlett-johansson.html")
    link_to(page, MORTON).hover()
    expect(page.locator(PREVIEW)).to_contain_text("Samantha Morton")
    expect(page.locator(PREVIEW)).to_contain_text(re.compile(r"Named \d+ times"))
    page.locator(PREVIEW).hover()
    page.wait_for_timeout(400)
    expect(page.locator(PREVIEW)).to_be_visible()
    page.mouse.move(2, 2)
    expect(page.locator(PREVIEW)).to_have_count(0)


def test_a_pointer_that_passes_shows_nothing(page: Page, root: str) -> None:
    page.goto(f"{root}people/scarlett-johansson.html")
    link_to(page, MORTON).hover()
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    expect(page.locator(PREVIEW)).to_have_count(0)


def test_the_keyboard_shows_it_and_escape_takes_it_away(page: Page, root: str) -> None:
    """The preview describes the link; the focus stays on it."""
    page.goto(f"{root}people/scarlett-johansson.html")
    page.locator(".crumbs a").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    link = page.locator("a:focus")
    expect(page.get_by_role("tooltip")).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "preview")
    page.keyboard.press("Escape")
    expect(page.locator(PREVIEW)).to_have_count(0)
    expect(link).not_to_have_attribute("aria-describedby", "preview")
    expect(link).to_be_focused()


def test_a_preview_stays_within_the_window(page: Page, root: str) -> None:
    page.set_viewport_size({"width": 360, "height": 500})
    page.goto(f"{root}people/scarlett-johansson.html")
    for link in page.locator(".prose a").all():
        link.scroll_into_view_if_needed()
        link.hover()
        expect(page.locator(PREVIEW)).to_be_in_viewport(ratio=0.99)
        page.mouse.move(1, 1)
        expect(page.locator(PREVIEW)).to_have_count(0)


def test_the_number_of_a_passage_shows_the_passage(page: Page, root: str) -> None:
    """Its words where they may be shown, and else where it stands."""
    page.goto(f"{root}people/scarlett-johansson.html")
    marker = page.locator(".note-marker").first
    number = re.sub(r"\D", "", marker.inner_text())
    marker.hover()
    expect(page.locator(".preview-kind")).to_have_text(re.compile(rf"^Passage {number} · paragraph \d+$"))
    expect(page.locator(".preview-source")).not_to_be_empty()


def test_what_stands_beside_its_link_is_not_shown_again(page: Page, root: str) -> None:
    page.goto(f"{root}people.html")
    page.locator(".entry-name a").first.hover()
    page.wait_for_timeout(600)
    expect(page.locator(PREVIEW)).to_have_count(0)


def test_a_mark_of_a_drawing_has_none(page: Page, root: str) -> None:
    """The list says in words what it stands for."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{root}timeline.html")
    page.locator(".event-name a").first.hover()
    expect(page.locator(PREVIEW)).to_be_visible()
    page.locator(".drawing-wide .mark").first.hover()
    page.wait_for_timeout(600)
    expect(page.locator(PREVIEW)).to_have_count(0)


def test_a_page_loads_no_previews_before_one_is_looked_at(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    page.goto(f"{root}people/scarlett-johansson.html")
    assert [url for url in asked if "preview" in url] == ["previews/start.js"]


def test_a_held_finger_shows_it_as_a_sheet(browser: Browser, root: str) -> None:
    """The link is not followed, and what lies under the finger when it is lifted is not pressed."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page, watch = context.new_page(), Watch(root)
    watch.over(page)
    page.goto(f"{root}people/scarlett-johansson.html")
    link = link_to(page, MORTON)
    link.scroll_into_view_if_needed()
    place = link.evaluate("link => { const [{x, y}] = link.getClientRects(); return {x: x + 8, y: y + 8}; }")
    touch = context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [place]})
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Samantha Morton")
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(300)
    assert page.url == f"{root}people/scarlett-johansson.html"
    expect(sheet.get_by_role("link", name="Open the page")).to_be_focused()
    sheet.get_by_role("button", name="Close").tap()
    expect(sheet).to_have_count(0)
    expect(link).to_be_focused()
    link.tap()
    expect(page).to_have_url(f"{root}{MORTON}")
    context.close()
    assert watch.said == []


def test_without_its_files_a_link_is_a_link(browser: Browser, root: str) -> None:
    """The browser itself tells its console of what it could not load."""
    page = browser.new_page()
    page.route(re.compile(r"/previews/\d+\.js"), lambda route: route.abort())
    page.goto(f"{root}people/scarlett-johansson.html")
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    link_to(page, MORTON).hover()
    page.wait_for_timeout(600)
    expect(page.locator(PREVIEW)).to_have_count(0)
    link_to(page, MORTON).click()
    expect(page).to_have_url(f"{root}{MORTON}")
    assert faults == []
    page.close()
