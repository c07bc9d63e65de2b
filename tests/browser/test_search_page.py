"""The search page as a place to stay in: its address, its filters, its history, and its index."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.searching import hold_answers, use_search_page

PAGE_BOX = "#search-page-box"
STATUS = "#search-status"
RESULTS = "#search-results > li > a"
NARROW = {"width": 360, "height": 720}

KIND = "#search-filters fieldset:first-of-type label"
"""The values of the first facet."""


def total(page: Page) -> int:
    """How many pages the status tells of."""
    found = re.match(r"(\d+) pages?\b", page.locator(STATUS).inner_text())
    return int(found[1]) if found else 0


def open_page(page: Page, root: str, query: str) -> None:
    page.goto(f"{root}search.html{query}")
    if not query:
        use_search_page(page)
    else:
        expect(page.locator(STATUS)).to_have_text(re.compile(r"\d+ pages?|Nothing"))


def pick_kind(page: Page, kind: str) -> None:
    page.get_by_role("checkbox", name=re.compile(f"^{kind} ")).check()
    expect(page.locator(STATUS)).to_contain_text("with this filter")


def test_before_anything_is_typed_there_are_examples_that_find_something(page: Page, root: str) -> None:
    """They come from the archive itself, so each of them has to answer."""
    open_page(page, root, "")
    examples = page.locator("#search-examples a").all_inner_texts()
    assert len(examples) >= 3
    for example in examples:
        page.goto(f"{root}search.html")
        page.get_by_role("link", name=example, exact=True).first.click()
        expect(page.locator(PAGE_BOX)).to_have_value(example)
        expect(page.locator(RESULTS).first).to_be_visible()
        expect(page.locator("#search-examples")).to_be_hidden()


def test_a_filter_narrows_down_and_says_so(page: Page, root: str) -> None:
    """The counts, the chip, the status and the address all tell of it."""
    open_page(page, root, "?q=voice")
    before = total(page)
    count = page.locator(KIND, has_text="People").locator(".facet-count").inner_text()
    pick_kind(page, "People")
    assert total(page) == int(count) < before
    assert set(page.locator("#search-results .search-kind").all_inner_texts()) == {"Person"}
    expect(page.get_by_role("button", name="Remove the filter Kind: People")).to_be_visible()
    assert page.url == f"{root}search.html?q=voice&kind=person"


def test_an_address_with_filters_brings_them_back(page: Page, root: str) -> None:
    open_page(page, root, "?q=voice&kind=person&kind=work")
    expect(page.get_by_role("checkbox", name=re.compile("^People "))).to_be_checked()
    expect(page.get_by_role("checkbox", name=re.compile("^Works "))).to_be_checked()
    assert page.locator("#search-chips .chip").count() == 2
    found = {re.sub(",.*", "", one) for one in page.locator("#search-results .search-kind").all_inner_texts()}
    assert "Event" not in found


def test_chips_take_filters_away_and_pass_the_focus_on(page: Page, root: str) -> None:
    open_page(page, root, "?q=voice&kind=person&year=2000..2013")
    first = page.locator("#search-chips .chip").first
    first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#search-chips .chip")).to_have_text(["2000\u20132013"])
    expect(page.locator("#search-chips .chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#search-chips")).to_be_hidden()
    expect(page.locator(PAGE_BOX)).to_be_focused()
    assert page.url == f"{root}search.html?q=voice"


def test_a_ticked_filter_keeps_the_focus(page: Page, root: str) -> None:
    open_page(page, root, "?q=voice")
    box = page.get_by_role("checkbox", name=re.compile("^People "))
    box.focus()
    page.keyboard.press("Space")
    expect(page.locator(STATUS)).to_contain_text("with this filter")
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_a_range_of_years_is_typed_and_one_of_them_may_stay_open(page: Page, root: str) -> None:
    open_page(page, root, "?q=jonze")
    page.get_by_label("from", exact=True).fill("2009")
    page.keyboard.press("Tab")
    expect(page.locator("#search-chips .chip")).to_have_text(["from 2009"])
    page.get_by_label("to", exact=True).fill("2012")
    page.keyboard.press("Enter")
    expect(page.locator("#search-chips .chip")).to_have_text(["2009\u20132012"])
    assert page.url == f"{root}search.html?q=jonze&year=2009..2012"
    kinds = page.locator("#search-results .search-kind")
    expect(kinds.filter(has_not_text=re.compile(r"\b20(09|10|11|12)\b"))).to_have_count(0)
    expect(kinds.first).to_be_visible()


def test_a_year_that_is_being_typed_stays_when_a_late_answer_comes(page: Page, root: str) -> None:
    open_page(page, root, "?q=jonze")
    hold_answers(page)
    page.get_by_label("from", exact=True).fill("2009")
    page.keyboard.press("Tab")
    page.keyboard.type("2012")
    page.evaluate("release()")
    expect(page.locator(".facet-years .is-out").first).to_be_attached()
    expect(page.get_by_label("to", exact=True)).to_have_value("2012")


def test_back_and_forward_go_through_what_was_asked(page: Page, root: str) -> None:
    """What was typed is one step, however many letters it has; a filter is another."""
    open_page(page, root, "?q=voice")
    pick_kind(page, "People")
    page.locator(PAGE_BOX).fill("")
    page.locator(PAGE_BOX).press_sequentially("samantha")
    expect(page.locator(STATUS)).to_contain_text("\u201csamantha\u201d")
    page.go_back()
    expect(page.locator(PAGE_BOX)).to_have_value("voice")
    expect(page.locator(STATUS)).to_contain_text("\u201cvoice\u201d with this filter")
    page.go_back()
    expect(page.locator("#search-chips")).to_be_hidden()
    page.go_forward()
    page.go_forward()
    expect(page.locator(PAGE_BOX)).to_have_value("samantha")
    expect(page.locator("#search-chips .chip")).to_have_text(["People"])


def test_coming_back_from_a_result_everything_is_where_it_was(page: Page, root: str) -> None:
    open_page(page, root, "?q=jonze")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(RESULTS).nth(10)).to_be_focused()
    page.locator(RESULTS).nth(14).click()
    expect(page.locator(PAGE_BOX)).to_have_count(0)
    page.go_back()
    expect(page.locator(RESULTS)).to_have_count(20)
    page.wait_for_function("scrollY > 400")


def test_nothing_found_with_filters_offers_to_do_without(page: Page, root: str) -> None:
    open_page(page, root, "?q=samantha&year=1901")
    expect(page.locator(STATUS)).to_contain_text("Nothing found")
    page.get_by_role("link", name="Search the whole archive").click()
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.url == f"{root}search.html?q=samantha"


def test_the_title_of_the_page_says_what_was_asked(page: Page, root: str) -> None:
    open_page(page, root, "?q=voice")
    expect(page).to_have_title(re.compile("^\u201cvoice\u201d \u2013 Search \u2013 "))


def test_on_a_telephone_the_filters_fold_away_and_open_by_the_keyboard(browser: Browser, root: str) -> None:
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    open_page(page, root, "?q=voice")
    people = page.get_by_role("checkbox", name=re.compile("^People "))
    expect(people).to_be_hidden()
    toggle = page.get_by_role("button", name="Filters", exact=True)
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.focus()
    page.keyboard.press("Enter")
    expect(people).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    context.close()


@pytest.mark.parametrize("query", ["", "?q=voice&kind=person", "?q=zzqx"])
def test_with_letters_twice_as_large_nothing_runs_out_of_a_small_window(
    browser: Browser, folder_root: str, query: str
) -> None:
    """At 200 %, as browsers enlarge text alone."""
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type, unused-ignore]
    page = context.new_page()
    page.goto(f"{folder_root}search.html{query}")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    for button in page.get_by_role("button", name="Filters", exact=True).all():
        button.click()
    page.locator(".search-how summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    context.close()


def test_with_large_letters_in_the_smallest_window_a_suggestion_is_read_by_words(
    browser: Browser, folder_root: str
) -> None:
    """What it is goes below its title before the title is cut into letters."""
    context = browser.new_context(viewport={"width": 320, "height": 720})
    page = context.new_page()
    page.goto(f"{folder_root}index.html")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.locator("#search-box").press_sequentially("samantha")
    titles = page.locator("[role=option] .search-title")
    expect(titles.first).to_have_text("Samantha")
    # Found and measured in one go: a suggestion gives way to the same one while letters are still read.
    assert titles.evaluate_all("titles => titles[0].getClientRects()[0].height") < 100
    context.close()


def test_what_is_printed_of_a_search_is_what_was_found(page: Page, root: str) -> None:
    open_page(page, root, "?q=voice")
    page.emulate_media(media="print")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#search-filters")).to_be_hidden()


def test_the_index_leads_to_pages(page: Page, root: str) -> None:
    page.goto(f"{root}search.html")
    page.get_by_role("link", name="Index", exact=True).click()
    page.locator(".book-entries a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert not page.url.startswith(f"{root}words.html")


def test_an_open_search_page_brings_the_search_when_its_box_is_used(page: Page, root: str) -> None:
    """What is typed while it comes is asked when it has come."""
    asked: list[str] = []
    held: list[Route] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    page.route("**/search/page.js", lambda route: held.append(route))
    page.goto(f"{root}search.html")
    assert [url for url in asked if url.startswith("search/")] == ["search/start.js"]
    with page.expect_request(f"{root}search/page.js"):
        page.locator(PAGE_BOX).press_sequentially("voice")
    held[0].continue_()
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator(PAGE_BOX)).to_have_value("voice")


def test_without_scripts_the_search_page_leads_to_the_indexes(browser: Browser, site: Path) -> None:
    """Names and words from A to Z; what cannot work without a script is not offered."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.resolve().as_uri()}/search.html?q=samantha")
    expect(page.locator("noscript")).to_be_visible()
    expect(page.locator(PAGE_BOX)).to_be_hidden()
    expect(page.locator("#search-examples")).to_be_hidden()
    page.locator("main").get_by_role("link", name="Index", exact=True).click()
    expect(page.get_by_role("link", name="Samantha", exact=True).first).to_be_visible()
    assert page.locator(".book-word").count() > 50
    page.locator("main").get_by_role("link", name="A to Z", exact=True).click()
    expect(page.get_by_role("link", name="Samantha", exact=True).first).to_be_visible()
    context.close()


MADE_UP = """
Intertitle.search.find = async (text) => ({
  total: text === "tin harbour" ? 2 : 0,
  hits: text === "tin harbour"
    ? [{url: "about.html", title: "Tin", kind: "source", type: "review", score: 1, signal: 0,
        excerpt: [{text: "About tin.", mark: false}], unshown: true},
       {url: "about.html", title: "Harbour", kind: "source", type: "essay", score: 1, signal: 0,
        excerpt: [{text: "About a harbour.", mark: false}], found: [{term: "tin", count: 5}]}]
    : [],
  unknown: [], apart: false, corrected: [], suggestion: text === "tin harbour" ? null : "tin harbour",
})
"""
"""An answer that no bundled archive is sure to give: a better spelling, and a text that may not be shown."""


def test_what_was_meant_is_offered_and_asked_for_with_a_click(page: Page, root: str) -> None:
    open_page(page, root, "")
    page.evaluate(MADE_UP)
    page.locator(PAGE_BOX).fill("tni habrour")
    page.locator(".search-meant").get_by_role("link", name="tin harbour").click()
    expect(page.locator(PAGE_BOX)).to_have_value("tin harbour")
    reasons = ["Found in its text, which may not be shown here.", "Its text has \u201ctin\u201d 5 times."]
    expect(page.locator(".search-reason")).to_have_text(reasons)
    assert page.url == f"{root}search.html?q=tin+harbour"


def test_what_was_meant_is_offered_below_the_header_too(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.locator("#search-box").focus()
    page.locator(".site-search [role=status]").wait_for(state="attached")
    page.evaluate(MADE_UP)
    page.locator("#search-box").press_sequentially("tni")
    expect(page.get_by_role("option")).to_have_text(["Did you mean tin harbour?"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}search.html?q=tin+harbour")


def test_a_slip_is_mended_and_the_page_says_so(page: Page, root: str) -> None:
    open_page(page, root, "?q=voyce")
    expect(page.locator(".search-told")).to_contain_text("\u201cvoice\u201d")
    expect(page.locator("#search-results mark").first).to_have_text(re.compile("voice", re.IGNORECASE))
    page.locator(f"{RESULTS}[href*='hl=']").first.click()
    expect(page.locator("main mark.sought").first).to_have_text(re.compile("voice", re.IGNORECASE))


LARGE = """
const { ready } = Intertitle.search;
Intertitle.search.ready = async () => ({ ...(await ready()), index: { documents: 10000 } });
null
"""
"""What tells an archive with many pages, in which the files of the filters are heavy."""


def open_large(page: Page, root: str, query: str, text: str) -> list[str]:
    """The page of an archive that says it is large, with something typed; the files of filters it got."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/facet-" in request.url else None)
    open_page(page, root, "")
    page.goto(f"{root}search.html{query}")
    use_search_page(page)
    page.evaluate(LARGE)
    page.locator(PAGE_BOX).fill(text)
    expect(page.locator(RESULTS).first).to_be_visible()
    return asked


def test_in_a_large_archive_filters_are_counted_when_they_are_opened(page: Page, root: str) -> None:
    asked = open_large(page, root, "", "voice")
    toggle = page.get_by_role("button", name="Narrow these results")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    page.locator(PAGE_BOX).fill("voice film")
    expect(page.locator(STATUS)).to_contain_text("voice film")
    assert asked == []
    toggle.focus()
    page.keyboard.press("Enter")
    expect(toggle).to_be_focused()
    pick_kind(page, "People")
    assert len(asked) == len(set(asked)) > 0
    toggle.click()
    expect(page.get_by_role("checkbox").first).to_be_hidden()


def test_in_a_large_archive_filters_of_the_address_are_shown_beside_results(page: Page, root: str) -> None:
    open_large(page, root, "?kind=person", "voice")
    expect(page.get_by_role("checkbox", name=re.compile("^People "))).to_be_checked()


def test_filters_that_cannot_be_counted_say_so_when_they_are_opened(page: Page, root: str) -> None:
    open_large(page, root, "", "voice")
    page.evaluate("Intertitle.search.facets = () => Promise.reject(new Error('made up')); null")
    page.get_by_role("button", name="Narrow these results").click()
    expect(page.locator(".filters-fault")).to_be_visible()


def test_the_keyboard_may_skip_the_filters(page: Page, root: str) -> None:
    """From the help, which is the last thing before them, to the first result in two steps."""
    open_page(page, root, "?q=voice")
    expect(page.locator(".facet").first).to_be_visible()
    page.locator(".search-how summary").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Skip the filters")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(RESULTS).first).to_be_focused()


LATE = """
const { find } = Intertitle.search;
Intertitle.search.find = async (text, part) => {
  const result = await find(text, part);
  part.onFirst?.({ ...result, hits: result.hits.slice(0, 3) });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  return result;
};
null
"""
"""A slow network: the first hits come, and the others a while later."""


def test_what_was_found_is_not_said_to_be_searched_for_again(page: Page, root: str) -> None:
    """While the last files are on their way, and when they have come."""
    open_page(page, root, "")
    page.evaluate(LATE)
    page.locator(PAGE_BOX).fill("voice")
    expect(page.locator(RESULTS)).to_have_count(3)
    expect(page.locator(RESULTS)).to_have_count(10)
    assert total(page) > 10


SAID = """
window.said = [];
const region = document.querySelector(SELECTOR);
new MutationObserver(() => window.said.push(region.textContent))
  .observe(region, { childList: true, characterData: true, subtree: true });
"""


@pytest.mark.parametrize(
    ("path", "box", "region"),
    [("search.html", PAGE_BOX, "#search-said"), ("index.html", "#search-box", ".site-search [role=status]")],
)
def test_results_are_announced_once_for_a_pause_in_typing(
    page: Page, root: str, path: str, box: str, region: str
) -> None:
    """Results follow each letter; who listens would hear nothing else than numbers."""
    page.goto(f"{root}{path}")
    page.locator(box).focus()
    page.locator(region).wait_for(state="attached")
    page.evaluate(SAID.replace("SELECTOR", repr(region)))
    page.locator(box).press_sequentially("samantha", delay=60)
    expect(page.locator(region)).to_have_text(re.compile(r"^\d+ pages "))
    assert len(page.evaluate("said")) == 1
    page.locator(box).fill("")
    expect(page.locator(region)).to_be_empty()


def test_a_key_that_moves_within_the_words_leaves_the_list(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    box = page.locator("#search-box")
    box.press_sequentially("voice")
    expect(page.get_by_role("option").first).to_be_visible()
    for key in ("Home", "End"):
        page.keyboard.press("ArrowDown")
        expect(box).to_have_attribute("aria-activedescendant", "search-option-0")
        page.keyboard.press(key)
        expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.type("s")
    expect(box).to_have_value("voices")
