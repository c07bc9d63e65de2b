"""The timeline narrowed down in a browser, from a folder and from a server."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

ENTRIES = ".event:visible"
STATUS = ".filters [role=status]"


def test_the_timeline_can_be_narrowed_down_to_a_person(page: Page, root: str) -> None:
    """The lists, the drawing and the address follow; a link with the choice brings it back."""
    page.goto(f"{root}timeline.html")
    everything = page.locator(ENTRIES).count()
    page.get_by_text("Narrow it down").click()
    page.get_by_label("Who and what").select_option("joaquin-phoenix")
    expect(page.locator(STATUS)).to_have_text(re.compile(" of "))
    shown = page.locator(ENTRIES).count()
    assert 0 < shown < everything
    expect(page.locator(STATUS)).to_have_text(f"{shown} of {everything} events")
    assert page.locator(".drawing-wide .mark:not(.is-out)").count() == shown
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(STATUS)).to_have_text(f"{shown} of {everything} events")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(STATUS)).to_have_text(f"{everything} events")


def test_what_is_chosen_before_the_script_has_come_is_followed_then(page: Page, root: str) -> None:
    held: list[Route] = []
    page.route("**/timeline/timeline.js", lambda route: held.append(route))
    page.goto(f"{root}timeline.html")
    with page.expect_request("**/timeline/timeline.js"):
        page.get_by_text("Narrow it down").click()
    page.get_by_label("Phase", exact=True).select_option("release")
    held[0].continue_()
    expect(page.locator(STATUS)).to_have_text(re.compile(" of "))
    assert page.url.endswith("#phase=release")


@pytest.mark.parametrize("lost", ["filters", "timeline"])
def test_a_script_that_could_not_come_is_asked_for_again(browser: Browser, root: str, lost: str) -> None:
    """With the next choice; the page may complain of what was lost, and of nothing else."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.route(f"**/timeline/{lost}.js", lambda route: route.abort(), times=1)
    page.goto(f"{root}timeline.html")
    with page.expect_event("requestfailed"):
        page.get_by_text("Narrow it down").click()
    page.get_by_label("Phase", exact=True).select_option("release")
    expect(page.locator(STATUS)).to_have_text(re.compile(" of "))
    page.close()
    assert faults == []


def test_a_choice_made_before_a_script_is_known_to_be_lost_is_kept(browser: Browser, root: str) -> None:
    page = browser.new_page()
    held: list[Route] = []
    page.route("**/timeline/timeline.js", lambda route: held.append(route), times=1)
    page.goto(f"{root}timeline.html")
    with page.expect_request("**/timeline/timeline.js"):
        page.get_by_text("Narrow it down").click()
    page.get_by_label("Phase", exact=True).select_option("release")
    held[0].abort()
    expect(page.locator(STATUS)).to_have_text(re.compile(" of "))
    page.close()


def test_two_choices_narrow_further_and_empty_sections_go(page: Page, root: str) -> None:
    page.goto(f"{root}timeline.html#phase=release&status=announced")
    expect(page.locator(".phase:visible > h2")).to_have_text(["Release"])
    assert page.locator(".planned .event:visible").count() == page.locator(ENTRIES).count()


def test_a_mark_leads_to_its_entry(page: Page, root: str) -> None:
    """Also when the entry had been filtered out."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{root}timeline.html#phase=release")
    expect(page.locator(STATUS)).to_have_text(re.compile(" of "))
    mark = page.locator(".drawing-wide .mark.is-out").first
    target = mark.get_attribute("href")
    mark.click()
    expect(page.locator(f"[id='{(target or '')[1:]}']")).to_be_in_viewport()
    assert page.url.endswith(str(target))


def test_a_mark_tells_its_whole_name_and_date_to_a_pointer(page: Page, root: str) -> None:
    """Beside the mark is what there is room for."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{root}timeline.html")
    page.locator(".drawn-timeline").hover()
    mark = page.locator(".drawing-wide .mark", has_text="\u2026").first
    mark.hover()
    shown = (mark.locator("text").inner_html()).rstrip("\u2026")
    expect(mark.locator("title")).to_have_text(re.compile(rf"^{re.escape(shown)}[^:]+: ."))


def test_marks_tell_it_also_where_nothing_can_be_narrowed_down(page: Page, root: str, site: Path) -> None:
    """As in an archive of a few events, which has no filters."""
    written = (site / "timeline.html").read_text("utf-8")
    without = re.sub(r"<details class=\"narrowing\".*?</details>", "", written, flags=re.DOTALL)
    page.route("**/timeline.html", lambda route: route.fulfill(body=without, content_type="text/html"))
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{root}timeline.html")
    expect(page.get_by_text("Narrow it down")).to_have_count(0)
    page.locator(".drawn-timeline").hover()
    expect(page.locator(".drawing-wide .mark title").first).to_have_text(re.compile(".: ."))


def test_the_head_of_a_phase_is_found_although_it_was_filtered_out(page: Page, root: str) -> None:
    page.goto(f"{root}timeline.html#phase=release")
    expect(page.locator("#shooting")).to_be_hidden()
    page.get_by_role("navigation", name="Phases").get_by_role("link", name="Shooting").click()
    expect(page.locator("#shooting")).to_be_in_viewport()


def test_the_whole_timeline_is_there_without_scripts(browser: Browser, folder_root: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder_root}timeline.html")
    expect(page.get_by_text("Narrow it down")).to_be_hidden()
    expect(page.get_by_role("heading", name=re.compile("Without a date"))).to_be_visible()
    context.close()
