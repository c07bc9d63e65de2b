"""Searches in a browser: each cold query in a context of its own, so that nothing is in a cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.search_rounds import Request, count_rounds
from benchmarks.search_server import StaticServer
from tests.chromium import HEADLESS, find_chromium

WARM_RUNS = 3
"""Times that each query is measured once everything is loaded; the middle one counts."""

FIRST = 3
"""Hits that can be shown are the first results. The pages in ``peers/`` tell when they are there."""

_ASK = """
async ([query, cold]) => {
    const now = () => performance.timeOrigin + performance.now();
    const began = now();
    if (cold) await load();
    let first;
    const { total, shown } = await search(query, () => { first ??= now(); });
    const all = now();
    return { began, first: first ?? all, all, total, shown: shown.length };
}
"""

_WARM = """
async ([queries, runs]) => {
    for (const query of queries) await search(query, () => {});
    const taken = [];
    for (const query of queries) {
        const times = [];
        for (let run = 0; run < runs; run += 1) {
            const began = performance.now();
            await search(query, () => {});
            times.push(performance.now() - began);
        }
        taken.push(times);
    }
    return taken;
}
"""

_REQUESTS = """
() => performance.getEntriesByType("resource").map(({ name, startTime, responseEnd }) => ({
    name,
    began: performance.timeOrigin + startTime,
    ended: performance.timeOrigin + responseEnd,
}))
"""


class NoBrowser(RuntimeError):
    """No Chromium is to be had: ``python -m tests.chromium`` says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one query took: bytes and requests until all was quiet, and milliseconds.

    ``headers`` are the bytes of status lines and headers, which ``body`` leaves out. ``first_requests`` and
    ``first_rounds`` are those that had ended when the first results could be shown.
    """

    body: int
    headers: int
    requests: int
    rounds: int
    first_requests: int
    first_rounds: int
    first: float
    all: float
    total: int


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for the length of the block.

    Raises:
        NoBrowser: none is on this system.
    """
    found = find_chromium()
    if found is None:
        raise NoBrowser("no Chromium is to be had")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(HEADLESS))
        try:
            yield browser
        finally:
            browser.close()


def asked_in_turn(browser: Browser, server: StaticServer, name: str, queries: Iterable[str]) -> list[Asked]:
    """The queries one after another in one fresh context; the first also loads the search ``name``."""
    with _page(browser, server, name) as page:
        return [_asked(page, server, query, cold=number == 0) for number, query in enumerate(queries)]


def warm_times(browser: Browser, server: StaticServer, name: str, queries: Sequence[str]) -> list[float]:
    """Milliseconds of each query, when everything that they need is loaded."""
    with _page(browser, server, name) as page:
        _asked(page, server, queries[0], cold=True)
        taken: list[list[float]] = page.evaluate(_WARM, [list(queries), WARM_RUNS])
        return [median(times) for times in taken]


@contextmanager
def _page(browser: Browser, server: StaticServer, name: str) -> Iterator[Page]:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{server.address}/{name}.html")
        server.take()
        yield page
    finally:
        context.close()


def _asked(page: Page, server: StaticServer, query: str, *, cold: bool) -> Asked:
    answer: dict[str, Any] = page.evaluate(_ASK, [query, cold])
    sent = server.take()
    requests = [one for one in _requests(page) if one.began >= answer["began"]]
    first = [one for one in requests if one.ended <= answer["first"]]
    return Asked(
        body=sum(one.body for one in sent),
        headers=sum(one.headers for one in sent),
        requests=len(sent),
        rounds=count_rounds(requests),
        first_requests=len(first),
        first_rounds=count_rounds(first),
        first=answer["first"] - answer["began"],
        all=answer["all"] - answer["began"],
        total=answer["total"],
    )


def _requests(page: Page) -> list[Request]:
    """Every request of the page and of its workers, each of which keeps a list of its own."""
    lists = [page.evaluate(_REQUESTS), *(worker.evaluate(_REQUESTS) for worker in page.workers)]
    # Chromium lets a worker's script end by another clock, now and then before it began.
    return [
        Request(one["name"], one["began"], max(one["began"], one["ended"]))
        for listed in lists
        for one in listed
    ]
