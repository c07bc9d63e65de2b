"""The search as readers use it: the shipped files in a browser, from a folder and from a server."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Watch
from tests.browser.searching import hold_answers

FIRST = {
    "her": "films/her.html",
    "samantha": "characters/samantha.html",
    "jonze's": "people/spike-jonze.html",
    "Jonze\u2019s": "people/spike-jonze.html",
    "K.K. Barrett": "people/k-k-barrett.html",
    "k k barrett": "people/k-k-barrett.html",
    "aupres": "works/mourir-aupres-de-toi.html",
    "im here": "works/im-here.html",
}
"""What a reader types, and the page that must come first."""

BOX = "#search-box"
PAGE_BOX = "#search-page-box"
STATUS = "#search-status"
RESULTS = "#search-results > li > a"
OPTIONS = "[role=listbox] > [role=option]"


def open_results(page: Page, root: str, query: str) -> None:
    """The search page as its address alone brings it up."""
    page.goto(f"{root}search.html?{urlencode({'q': query})}")
    expect(page.locator(STATUS)).not_to_be_empty()


def address_of(page: Page, selector: str, root: str) -> str:
    """Where the first such link leads, relative to the site's root; words that it hands over left out."""
    link = page.locator(selector).first
    address: str = link.evaluate("link => link.href")
    return re.sub(r"\?hl=[^#]*", "", address.removeprefix(root))


def test_the_page_that_a_reader_means_comes_first(page: Page, root: str) -> None:
    found = {}
    for query in FIRST:
        open_results(page, root, query)
        found[query] = address_of(page, RESULTS, root)
    assert found == FIRST


def test_it_is_also_the_first_suggestion_of_the_header(page: Page, root: str) -> None:
    page.goto(f"{root}people/joaquin-phoenix.html")
    for query, url in FIRST.items():
        page.locator(BOX).fill(query)
        expect(page.locator(OPTIONS).first).to_have_attribute("href", f"{root}{url}")
        expect(page.locator(OPTIONS).first).to_be_visible()


def test_a_result_opens_its_page(page: Page, root: str) -> None:
    open_results(page, root, "samantha")
    page.locator(RESULTS).first.click()
    expect(page).to_have_url(f"{root}characters/samantha.html")
    expect(page.locator("h1")).to_contain_text("Samantha")


def test_results_say_how_many_and_show_the_words_marked(page: Page, root: str) -> None:
    open_results(page, root, "voice")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"^\d+ pages for \u201cvoice\u201d\.$"))
    assert {text.lower() for text in page.locator("#search-results mark").all_inner_texts()} >= {"voice"}


def test_results_follow_what_is_typed_and_so_does_the_address(page: Page, root: str) -> None:
    open_results(page, root, "her")
    page.locator(PAGE_BOX).fill("samantha")
    expect(page.locator(RESULTS).first).to_have_attribute("href", f"{root}characters/samantha.html")
    assert page.url == f"{root}search.html?q=samantha"
    page.reload()
    assert page.locator(PAGE_BOX).input_value() == "samantha"
    expect(page.locator(RESULTS).first).to_have_attribute("href", f"{root}characters/samantha.html")


def test_a_word_that_nobody_wrote_gets_advice_and_the_a_to_z(page: Page, root: str) -> None:
    open_results(page, root, "zzqx")
    expect(page.locator(STATUS)).to_have_text("Nothing found for \u201czzqx\u201d.")
    assert address_of(page, ".search-help a[href$='a-z.html']", root) == "a-z.html"


def test_an_unknown_word_does_not_empty_the_list(page: Page, root: str) -> None:
    open_results(page, root, "zzqx samantha")
    expect(page.locator(".search-told")).to_contain_text("\u201czzqx\u201d")
    assert page.locator(RESULTS).count() > 0


def test_more_results_come_on_demand_and_take_the_focus(page: Page, root: str) -> None:
    open_results(page, root, "the")
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(RESULTS).nth(10)).to_be_focused()


def test_the_keyboard_goes_through_the_suggestions(page: Page, root: str) -> None:
    """Slash, letters, arrows, Enter: the pattern of a combobox."""
    page.goto(f"{root}index.html")
    page.keyboard.press("/")
    box = page.locator(BOX)
    expect(box).to_be_focused()
    page.keyboard.type("saman")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#search-suggestions")).not_to_have_attribute("aria-busy", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "search-option-0")
    expect(page.locator(OPTIONS).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    expect(box).not_to_have_attribute("aria-activedescendant", re.compile("."))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}characters/samantha.html")


def test_escape_closes_the_suggestions_and_keeps_the_text(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("saman")
    expect(page.locator(OPTIONS).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("saman")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")


def test_an_answer_that_comes_late_does_not_open_what_escape_closed(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("saman")
    expect(page.locator(OPTIONS).first).to_be_visible()
    hold_answers(page)
    page.locator(BOX).press_sequentially("t")
    page.keyboard.press("Escape")
    page.evaluate("async () => { release(); await Intertitle.search.find('samant', {}); }")
    expect(page.locator(OPTIONS).first).to_be_hidden()
    expect(page.locator(BOX)).to_have_value("samant")


def test_keys_that_come_before_the_answer_are_for_the_answer(page: Page, root: str) -> None:
    """Not for the list of the first letters, which still stands there."""
    page.goto(f"{root}index.html")
    box = page.locator(BOX)
    box.press_sequentially("jo")
    expect(page.locator("#search-suggestions")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(OPTIONS).first).to_have_attribute("href", re.compile("spike-jonze"))
    hold_answers(page)
    box.press_sequentially("hansson")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(0)
    page.evaluate("release()")
    expect(page).to_have_url(f"{root}people/scarlett-johansson.html")


def test_typing_on_drops_the_keys_that_wait_for_an_answer(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    box = page.locator(BOX)
    box.press_sequentially("saman")
    expect(page.locator(OPTIONS).first).to_be_visible()
    hold_answers(page)
    box.press_sequentially("th")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    box.press_sequentially("a")
    page.evaluate("release()")
    expect(page.locator("#search-suggestions")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=samantha"))


def test_typing_on_leaves_the_page_that_the_arrows_were_on(page: Page, root: str) -> None:
    """Enter asks for the words that stand there now."""
    page.goto(f"{root}index.html")
    box = page.locator(BOX)
    box.press_sequentially("saman")
    expect(page.locator("#search-suggestions")).not_to_have_attribute("aria-busy", "true")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(1)
    box.press_sequentially("tha")
    expect(page.locator("#search-suggestions")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator(f"{OPTIONS}[aria-selected=true]")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"search\.html\?q=samantha"))


def test_what_was_found_is_announced(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    announced = page.locator(".site-search [role=status]")
    page.locator(BOX).fill("samantha")
    expect(announced).to_have_text(re.compile(r"^\d+ pages found$"))
    page.locator(BOX).fill("zzqx")
    expect(announced).to_have_text("Nothing found for \u201czzqx\u201d")
    expect(page.locator(".search-note")).to_be_visible()


def test_enter_without_a_choice_opens_the_search_page(page: Page, root: str) -> None:
    page.goto(f"{root}people/spike-jonze.html")
    page.locator(BOX).press_sequentially("voice")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}search.html?q=voice")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_suggestion_can_be_clicked(page: Page, root: str) -> None:
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("barrett")
    page.locator(OPTIONS).first.click()
    expect(page).to_have_url(f"{root}people/k-k-barrett.html")


def test_the_shortcut_of_other_sites_leads_to_the_box_too(page: Page, root: str) -> None:
    """Also from within a box."""
    page.goto(f"{root}timeline.html")
    page.get_by_label("Source").focus()
    page.keyboard.press("Control+K")
    expect(page.locator(BOX)).to_be_focused()


def test_two_of_one_name_are_told_apart_below_the_box(page: Page, root: str) -> None:
    """By what each says of itself."""
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("samantha")
    expect(page.locator(OPTIONS).first).to_contain_text("operating system")


def test_a_slash_typed_into_a_box_stays_there(page: Page, root: str) -> None:
    page.goto(f"{root}search.html")
    page.locator(PAGE_BOX).press_sequentially("a/b")
    expect(page.locator(PAGE_BOX)).to_have_value("a/b")


def test_nothing_of_the_index_is_loaded_before_the_box_is_used(page: Page, root: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    page.goto(f"{root}index.html")
    assert [url for url in asked if url.startswith("search/")] == ["search/start.js"]
    with page.expect_request(f"{root}search/manifest.js"):
        page.locator(BOX).focus()


def test_what_is_typed_before_the_scripts_have_come_is_asked_then(page: Page, root: str) -> None:
    held: list[Route] = []
    page.route("**/search/client.js", lambda route: held.append(route))
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("barrett")
    expect(page.locator(BOX)).to_have_attribute("aria-expanded", "false")
    held[0].continue_()
    expect(page.locator(OPTIONS).first).to_contain_text("Barrett")


def test_without_its_scripts_the_box_still_leads_to_the_search_page(browser: Browser, root: str) -> None:
    """The browser itself tells its console of what it could not load."""
    page = browser.new_page()
    page.route("**/search/client.js", lambda route: route.abort())
    page.goto(f"{root}index.html")
    page.locator(BOX).press_sequentially("voice")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{root}search.html?q=voice")
    page.close()


def test_markup_in_a_query_stays_text(page: Page, root: str) -> None:
    open_results(page, root, "<img src=x onerror=alert(1)>")
    expect(page.locator(STATUS)).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("#search-status img").count() == 0


def _damaged(site: Path, folder: Path, shards: str, content: str | None) -> str:
    """A copy of the site in which some files of the index are other, or are not."""
    shutil.copytree(site, folder / "site")
    targets = list((folder / "site" / "search").glob(shards))
    assert targets != []
    for target in targets:
        if content is None:
            target.unlink()
        else:
            target.write_text(content.replace("NAME", target.stem), "utf-8")
    return f"{(folder / 'site').resolve().as_uri()}/"


@pytest.mark.parametrize(
    ("shards", "content", "sentence"),
    [
        ("manifest.js", None, "could not be loaded"),
        ("manifest.js", "", "damaged or incomplete"),
        (
            "documents-*.js",
            'Intertitle.shards.receive("NAME",{"build":"0"});',
            "changed while you were reading",
        ),
        (
            "manifest.js",
            'Intertitle.shards.receive("manifest",{"format":"intertitle-search","version":0});',
            "made for another version",
        ),
    ],
    ids=["missing", "cut short", "of another build", "of another version"],
)
def test_an_index_that_cannot_be_read_is_told_and_the_page_works_on(
    browser: Browser, site: Path, tmp_path: Path, shards: str, content: str | None, sentence: str
) -> None:
    """The reader gets a sentence and a way on; only the browser itself may speak of a missing file."""
    root = _damaged(site, tmp_path, shards, content)
    watch = Watch(root)
    context = browser.new_context()
    page = context.new_page()
    watch.over(page)
    page.goto(f"{root}search.html?q=samantha")
    expect(page.locator(STATUS)).to_contain_text(sentence)
    assert address_of(page, ".search-help a[href$='a-z.html']", root) == "a-z.html"
    assert address_of(page, ".search-help a[href$='words.html']", root) == "words.html"
    context.close()
    assert [said for said in watch.said if "ERR_FILE_NOT_FOUND" not in said] == []
    assert watch.asked_elsewhere == []


def test_without_the_files_of_the_filters_there_are_still_results(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """A part that is missing costs a reader that part."""
    root = _damaged(site, tmp_path, "facet-*.js", None)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{root}search.html?q=samantha")
    expect(page.locator(RESULTS).first).to_be_visible()
    expect(page.locator("#search-filters")).to_be_hidden()
    context.close()
