"""Citing in a browser: a page, a source and a passage, from a folder and from a server."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Browser, BrowserContext, Page, expect

PERSON = "people/scarlett-johansson.html"


def clipboard(page: Page) -> str:
    """What was copied last, pasted into a box of the page's own."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))")
    page.locator("#pasted").focus()
    page.keyboard.press("Control+V")
    pasted = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return pasted


def test_a_passage_is_cited_with_its_source_its_paragraph_and_its_place(page: Page, root: str) -> None:
    page.goto(f"{root}{PERSON}")
    note = page.locator(".passage-list > li").last
    number = note.get_attribute("id")
    note.get_by_role("button", name="cite").click()
    expect(page.locator("main > [role=status]")).to_have_text("Copied")
    text = clipboard(page)
    assert text == page.locator(".cite-panel p").first.inner_text()
    assert re.search(
        rf", paragraph \d+, cited in Scarlett Johansson – Intertitle: .*{PERSON}#{number}$", text
    )


def test_a_passage_that_is_shown_is_cited_with_its_words(page: Page, root: str) -> None:
    page.goto(f"{root}characters/samantha.html")
    note = page.locator(".passage-list > li:has(q)").first
    quote = note.locator("q").inner_text().strip('“”"')
    note.get_by_role("button", name="cite").click()
    expect(page.locator(".cite-panel p").first).to_contain_text(f"“{quote}” ")


def test_a_passage_is_cited_in_the_forms_of_programs(page: Page, root: str) -> None:
    page.goto(f"{root}{PERSON}")
    page.locator(".passage-list > li").first.get_by_role("button", name="cite").click()
    where = re.compile(r"paragraph \d+, cited in Scarlett Johansson")
    panel = page.locator(".cite-panel")
    for form in ("BibTeX", "RIS", "CSL-JSON"):
        panel.get_by_role("button", name=form).click()
        expect(page.locator("main > [role=status]")).to_have_text("Copied")
        text = clipboard(page)
        assert where.search(text), form
    assert json.loads(text)[0]["note"]


def test_a_second_press_takes_the_citation_away(page: Page, root: str) -> None:
    page.goto(f"{root}{PERSON}")
    button = page.locator(".passage-list > li").first.get_by_role("button")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(button).to_have_text("cite")
    button.click()
    expect(page.locator(".cite-panel")).to_have_count(0)
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_reference_of_a_page_is_copied_and_saved(page: Page, root: str) -> None:
    page.goto(f"{root}{PERSON}")
    page.get_by_text("Cite this page").click()
    page.locator(".cite-ways button", has_text="Copy").first.click()
    copied = clipboard(page)
    assert copied.startswith("‘Scarlett Johansson’. Intertitle")
    assert copied.endswith(f", {root}{PERSON}.")
    page.get_by_text("BibTeX").click()
    with page.expect_download() as saved:
        page.locator(".cite-form button", has_text="Save").first.click()
    assert saved.value.suggested_filename == "intertitle-people-scarlett-johansson.bib"


def test_a_source_is_cited_without_scripts(browser: Browser, folder_root: str) -> None:
    context: BrowserContext = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{folder_root}sources/new-york-profile.html")
    page.get_by_text("Cite this source").click()
    expect(page.locator(".cite-reference").first).to_contain_text("New York Magazine, 14 October 2013.")
    page.locator(".cite-form summary", has_text="RIS").first.click()
    expect(page.locator(".cite-form pre").nth(1)).to_contain_text("DA  - 2013/10/14/")
    expect(page.get_by_role("button", name="Copy")).to_have_count(0)
    context.close()
