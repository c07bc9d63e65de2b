"""What the bundled archive's pages weigh, and what Lighthouse says of them.

Pages are served compressed from this machine. A first visit brings everything that Chromium asks for until
all is quiet; a page after the home page brings what that had not brought. Lighthouse simulates a telephone
on a slow line; it comes from npm as ``benchmarks/lighthouse/package-lock.json`` pins it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.search_peers import HERE, install_peers
from benchmarks.search_server import StaticServer, as_sent, serving
from tests.chromium import HEADLESS, find_chromium

PINNED = HERE / "lighthouse"
INSTALLED = HERE.parent / ".cache" / "lighthouse"

JUDGED = {
    "home": "index.html",
    "person": "people/scarlett-johansson.html",
    "timeline": "timeline.html",
    "source": "sources/archive-essay.html",
    "search": "search.html",
}
"""One page of each kind that readers begin with."""

FIRST_VISIT, FURTHER = 60_000, 15_000
"""Bytes that a first visit and a page after it should not be above."""

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes as they are sent, without headers: of the page itself, and of all that a first visit brings."""

    page: int
    first: int
    further: int


def report() -> str:
    """The weights, the pages above the aim, and what Lighthouse gives, or why it was not asked."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        command = [sys.executable, "-m", "invoke", "build", "--output", str(site)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        with serving(site) as server:
            weights = _weighed(server)
            judged = _judged(server)
        return "\n".join([*_weights(weights), "", *_heavy(site), "", *judged])


def _weighed(server: StaticServer) -> dict[str, Weight]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(HEADLESS))
        brought = {name: _brought(browser, server, url) for name, url in JUDGED.items()}
        browser.close()
    home = brought["home"]
    return {
        name: Weight(
            page := len(server.files[f"/{url}"][0]),
            page + sum(brought[name].values()),
            page + sum(size for path, size in brought[name].items() if path not in home),
        )
        for name, url in JUDGED.items()
    }


def _brought(browser: Browser, server: StaticServer, url: str) -> Mapping[str, int]:
    """The files that a first visit of a page brings besides it, with their bytes."""
    page = browser.new_page()
    page.goto(f"{server.address}/{url}", wait_until="networkidle")
    sent = server.take()
    page.close()
    return {one.path: one.body for one in sent}


def _weights(weights: Mapping[str, Weight]) -> list[str]:
    rows = [
        f"  {name:<10} {one.page:>8,} {one.first:>12,} ({one.first / FIRST_VISIT:.2f})"
        f" {one.further:>10,} ({one.further / FURTHER:.2f})"
        for name, one in weights.items()
    ]
    head = f"  {'':<10} {'page':>8} {'first visit':>12} {'':>6} {'after home':>10}"
    aims = f"(ratios are to {FIRST_VISIT:,} on a first visit and {FURTHER:,} after)"
    return ["Bytes as sent, compressed, fonts included", aims, head, *rows]


def _heavy(site: Path) -> list[str]:
    """The pages that weigh more by themselves than a page after the first should."""
    sizes = {
        file.relative_to(site).as_posix(): len(as_sent(file.read_bytes(), file.suffix)[0])
        for file in site.rglob("*.html")
    }
    heavy = sorted(((size, url) for url, size in sizes.items() if size > FURTHER), reverse=True)
    rows = [f"  {size:>8,}  {url}" for size, url in heavy]
    return [f"{len(heavy)} of {len(sizes)} pages are above {FURTHER:,} bytes", *rows]


def _judged(server: StaticServer) -> list[str]:
    if missing := install_peers(INSTALLED, PINNED):
        return [f"Lighthouse was not asked: {missing}"]
    rows = [f"  {name:<10} {_scores(server, url)}" for name, url in JUDGED.items()]
    return ["Lighthouse: " + ", ".join(CATEGORIES), *rows]


def _scores(server: StaticServer, url: str) -> str:
    command: Sequence[str | Path] = [
        *(INSTALLED / "node_modules" / ".bin" / "lighthouse", f"{server.address}/{url}"),
        *("--quiet", "--output=json", "--output-path=stdout"),
        f"--chrome-flags=--headless=new {' '.join(HEADLESS)}",
    ]
    environment = os.environ | {"CHROME_PATH": str(find_chromium())}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return f"failed: {(done.stderr or done.stdout).strip().splitlines()[-1:]}"
    told = json.loads(done.stdout)
    scores = [round(told["categories"][name]["score"] * 100) for name in CATEGORIES]
    shift = told["audits"]["cumulative-layout-shift"]["numericValue"]
    return f"{scores}  layout shift {shift:.3f}"
