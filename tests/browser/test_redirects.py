"""The former address of a renamed record in a browser, from a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Watch
from tests.building import build
from tests.making import ARCHIVE, front_matter, write_archive


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of an archive in which a character was renamed."""
    folder = tmp_path_factory.mktemp("renamed")
    values = {**ARCHIVE["characters/pilot.md"], "former-ids": ["the-flyer"]}
    content = write_archive(folder, {"characters/pilot.md": front_matter(values)})
    build(folder / "site", "--content", str(content))
    return f"{Path(folder, 'site').resolve().as_uri()}/"


@pytest.mark.parametrize("scripts", [True, False])
def test_it_leads_on_and_with_scripts_to_the_same_place(
    browser: Browser, renamed: str, scripts: bool
) -> None:
    watch = Watch(renamed)
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    watch.over(page)
    page.goto(f"{renamed}characters/the-flyer.html#passages")
    page.wait_for_url(f"{renamed}characters/pilot.html*")
    assert page.url.endswith("pilot.html#passages" if scripts else "pilot.html")
    context.close()
    assert (watch.said, watch.asked_elsewhere) == ([], [])
