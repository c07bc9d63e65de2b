"""Pagefind, over the same pages as HTML, asked in a browser: nowhere else does it run."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evaluation.search_engines import Engine, as_fields, find_node, kept_answers, modules_of_peers
from evaluation.search_measures import Ranking
from evaluation.search_questions import Pages
from plugins.archive.errors import SettingFault
from tests.chromium import HEADLESS, find_chromium

BATCH = 50
"""Questions that the browser answers between two breaths."""

_ASK = """async ([questions, places]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const answers = [];
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    const shown = await Promise.all(results.slice(0, places).map((result) => result.data()));
    answers.push(shown.map(({ url }) => url));
  }
  return answers;
}"""


def peers_in_browser() -> tuple[Engine, ...]:
    """Pagefind with its defaults; nothing where it is not installed.

    Raises:
        SettingFault: it is installed, and there is no browser.
    """
    program = modules_of_peers() / "node_modules" / "pagefind" / "lib" / "runner" / "bin.cjs"
    if not program.is_file():
        return ()
    browser = find_chromium()
    if browser is None:
        raise SettingFault("Pagefind is asked in a browser, and there is no Chromium: install it")
    return (Engine("Pagefind", partial(_answers, program, browser)),)


def _answers(
    program: Path, browser: Path, pages: Pages, questions: Sequence[str], places: int
) -> list[Ranking]:
    version = (program.parents[2] / "package.json").read_text("utf-8")
    asked = [as_fields(pages), list(questions), places, version]
    return kept_answers("pagefind", asked, lambda: _asked(program, browser, pages, questions, places))


def _asked(
    program: Path, browser: Path, pages: Pages, questions: Sequence[str], places: int
) -> list[Ranking]:
    with TemporaryDirectory() as name:
        site = Path(name)
        for number, fields in enumerate(as_fields(pages)):
            (site / f"{number}.html").write_text(_html(fields), "utf-8")
        subprocess.run(  # noqa: S603 the program that the caller installed
            [find_node(), program, "--site", site], check=True, capture_output=True
        )
        with _served(site) as address:
            found = _in_browser(browser, address, questions, places)
    return [[pages[int(Path(url).stem)].url for url in urls] for urls in found]


def _html(fields: dict[str, str]) -> str:
    """A page as plain as can be: the title as its heading, everything else in paragraphs."""
    rest = (fields[name] for name in ("names", "summary", "people", "year", "headings"))
    paragraphs = [one for one in (*rest, *fields["body"].split("\n\n")) if one]
    title = escape(fields["title"])
    body = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><h1>{title}</h1>{body}</body></html>'


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Nothing: a line for each file would bury the report."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _in_browser(browser: Path, address: str, questions: Sequence[str], places: int) -> list[list[str]]:
    from playwright.sync_api import sync_playwright

    found: list[list[str]] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=list(HEADLESS))
        page = chromium.new_page()
        page.goto(f"{address}/0.html")
        for start in range(0, len(questions), BATCH):
            found += page.evaluate(_ASK, [questions[start : start + BATCH], places])
        chromium.close()
    return found
