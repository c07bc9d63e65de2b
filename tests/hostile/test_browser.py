"""The archive of everything hostile in a browser: every page stays quiet, and asks for nothing elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Request

QUERIES = (
    "alert",
    "script",
    "onerror",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "javascript",
)


def test_nothing_hostile_runs_in_any_page(browser: Browser, hostile_site: Path) -> None:
    """No dialog, no error, an empty console, no other page, and no request that leaves the site."""
    root = f"{hostile_site.resolve().as_uri()}/"
    noted: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    _note(page, root, noted)
    pages = sorted(hostile_site.rglob("*.html"))
    for file in pages:
        address = file.resolve().as_uri()
        page.goto(address)
        if page.url != address:
            noted.append(f"{address} led to {page.url}")
    for query in QUERIES:
        page.goto(f"{root}search.html")
        page.fill("#search-page-box", query)
        page.locator("#search-status", has_text=re.compile(r"\S")).wait_for()
        page.wait_for_timeout(200)
    assert len(context.pages) == 1
    context.close()
    assert noted == []


def _note(page: Page, root: str, noted: list[str]) -> None:
    """Everything that a page does beside showing itself."""

    def requested(request: Request) -> None:
        if not request.url.startswith(root):
            noted.append(f"asked for {request.url}")

    def asked(dialog: Dialog) -> None:
        noted.append(f"{page.url} opened a dialog: {dialog.message}")
        dialog.dismiss()

    page.on("dialog", asked)
    page.on("pageerror", lambda fault: noted.append(f"{page.url}: {fault}"))
    page.on("console", lambda message: noted.append(f"{page.url}: {message.type} {message.text}"))
    page.on("popup", lambda other: noted.append(f"{page.url} opened {other.url}"))
    page.on("download", lambda one: noted.append(f"{page.url} downloads {one.url}"))
    page.on("request", requested)


HTML = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a id=x href='javascript:alert(1)'>x</a><iframe src='javascript:parent.alert(1)'></iframe>",
    "<svg onload=alert(1)>",
    "<style>body{background:url(https://evil.example/x)}</style>",
    "<p style='background:url(https://evil.example/x)'>x</p>",
    "<img src='https://evil.example/x.png'>",
    "<script src='https://evil.example/x.js'></script>",
    "<script src='data:text/javascript,alert(1)'></script>",
    "<object data='data:text/html,<script>alert(1)</script>'></object>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
)
"""What each of the other walls would have kept out."""


def noted_on(browser: Browser, page_with_html: Path) -> list[str]:
    """The dialogs of a page, and what it got from anywhere but this machine's files."""
    noted: list[str] = []
    page = browser.new_page()

    def asked(dialog: Dialog) -> None:
        noted.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", asked)
    page.on("response", lambda response: noted.append(response.url))
    page.goto(page_with_html.as_uri())
    if page.query_selector("#x"):
        page.click("#x")
    page.wait_for_timeout(100)
    page.close()
    return [one for one in noted if not one.startswith("file:")]


@pytest.fixture
def planted(hostile_site: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A page of ours into whose body somebody put HTML."""
    page = tmp_path / "planted.html"
    whole = (hostile_site / "about.html").read_text("utf-8")
    page.write_text(whole.replace("<main", f"{request.param}<main", 1), "utf-8")
    return page


@pytest.mark.parametrize("planted", HTML, indirect=True)
def test_the_policy_stops_what_every_other_wall_lets_through(browser: Browser, planted: Path) -> None:
    """The last wall stands by itself: the page runs nothing and gets nothing."""
    assert noted_on(browser, planted) == []


@pytest.mark.parametrize("planted", HTML[:4], indirect=True)
def test_without_the_policy_it_would_run(browser: Browser, planted: Path) -> None:
    """So that the test above cannot pass for another reason."""
    without = re.sub(r"<meta http-equiv[^>]*>", "", planted.read_text("utf-8"))
    planted.write_text(without, "utf-8")
    assert "1" in noted_on(browser, planted)
