"""What a search has to wait for: its scripts, and its answers."""

from __future__ import annotations

from playwright.sync_api import Page

COME = """async () => {
  document.getElementById("search-page-box").focus();
  while (!globalThis.Intertitle?.addSearchPage) await new Promise((resolve) => setTimeout(resolve, 5));
}"""


def use_search_page(page: Page) -> None:
    """Puts the cursor into the box of the open search page, and waits for the scripts that this brings."""
    page.evaluate(COME)


def hold_answers(page: Page) -> None:
    """Every answer of the search from now on waits for `release()`."""
    page.evaluate(
        """() => {
          const find = Intertitle.search.find;
          const held = new Promise((resolve) => { globalThis.release = resolve; });
          Intertitle.search.find = (...asked) => held.then(() => find(...asked));
        }"""
    )
