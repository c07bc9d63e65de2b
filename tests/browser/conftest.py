"""A browser for the tests, and pages that must stay quiet: an empty console, no request elsewhere."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Request

SUB_PATH = "archives/films/her"
"""Where the server below puts the site: in a folder, as project pages and university servers do."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'; frame-ancestors 'none'"
)
"""The policy that docs/security.md gives to hosts: nothing but files of the site, and no page in a frame."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""What a host should add to every answer."""


@dataclass
class Watch:
    """What a page said and asked for while a test used it."""

    root: str
    said: list[str] = field(default_factory=list)
    asked_elsewhere: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda fault: self.said.append(f"uncaught: {fault}"))
        page.on("request", self._request)

    def _request(self, request: Request) -> None:
        if not request.url.startswith(self.root):
            self.asked_elsewhere.append(request.url)


@pytest.fixture(scope="session")
def site(built_site: Path) -> Path:
    """The folder of the site that the tests open."""
    return built_site


@pytest.fixture(scope="session")
def folder_root(site: Path) -> str:
    """The site's address when its folder is opened from the disk, with a slash at the end."""
    return f"{site.resolve().as_uri()}/"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files with the headers that hosts should add, and keeps its log to itself."""

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 the name that the base class uses
        pass


@pytest.fixture(scope="session")
def served_root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site's address on a server that has it in a sub-path and sets a strict content policy."""
    top = tmp_path_factory.mktemp("served")
    shutil.copytree(site, top / SUB_PATH)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(top)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{SUB_PATH}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["folder_root", "served_root"], ids=["from a folder", "from a sub-path"])
def root(request: pytest.FixtureRequest) -> str:
    """Each test that asks for this runs twice: from ``file://`` and from a server's sub-path."""
    address: str = request.getfixturevalue(request.param)
    return address


@pytest.fixture
def watch(root: str) -> Watch:
    return Watch(root)


@pytest.fixture
def page(browser: Browser, watch: Watch) -> Iterator[Page]:
    """A fresh page that must end the test with an empty console and no request outside the site."""
    context = browser.new_context()
    opened = context.new_page()
    watch.over(opened)
    yield opened
    context.close()
    assert watch.said == []
    assert watch.asked_elsewhere == []
