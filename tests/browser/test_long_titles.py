"""Titles of films with long words on narrow screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive

LINES = """
heading => {
  const range = document.createRange();
  range.selectNodeContents(heading);
  return new Set(Array.from(range.getClientRects(), rect => rect.top)).size;
}
"""


@pytest.mark.parametrize("title", ["Quay", "Lightships", "Harbourmastership"])
def test_no_word_of_a_title_is_broken_on_a_telephone(browser: Browser, tmp_path: Path, title: str) -> None:
    """On the home page and on the film's own."""
    film = front_matter({**ARCHIVE["films/tin-harbour.md"], "name": title, "sort-name": title})
    content = write_archive(tmp_path, {"films/tin-harbour.md": film})
    build(tmp_path / "output", "--content", str(content))
    page = browser.new_page(viewport={"width": 320, "height": 640})
    for url in ("index.html", "films/tin-harbour.html"):
        page.goto((tmp_path / "output" / url).as_uri())
        assert page.locator(".titlecard h1").evaluate(LINES) == 1, url
    page.close()
