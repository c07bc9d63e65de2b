"""A query in a browser is measured with all that it brings, and from an empty cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.search_browser import Asked, asked_in_turn, chromium, warm_times
from benchmarks.search_build import build_changed, build_ours
from benchmarks.search_pages import film_pages
from benchmarks.search_peers import PINNED, Built
from benchmarks.search_processes import Taken
from benchmarks.search_report import OURS
from benchmarks.search_server import as_sent, serving
from tests.chromium import find_chromium

PAGES = film_pages(30)


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("search")


@pytest.fixture(scope="module")
def built(work: Path) -> Built:
    built = build_ours(PAGES, work / "served", work)
    shutil.copy(PINNED / f"{OURS}.html", work / "served")
    return built


@pytest.fixture(scope="module")
def asked(built: Built) -> tuple[list[Asked], list[Asked], list[float]]:
    """A query and the same once more, the whole again over a slow network, and warm times."""
    if find_chromium() is None:
        pytest.skip("no Chromium is to be had")
    queries = [PAGES[3].title, PAGES[3].title]
    with serving(built.folder.parent) as server, chromium() as browser:
        near = asked_in_turn(browser, server, OURS, queries)
        server.delay = 0.05
        far = asked_in_turn(browser, server, OURS, queries)
        server.delay = 0.0
        return near, far, warm_times(browser, server, OURS, queries[:1])


def test_our_index_is_built_in_a_process_of_its_own_and_again_when_a_page_changes(
    built: Built, work: Path
) -> None:
    names = {one.name for one in built.folder.iterdir()}
    assert {"client.js", "manifest.js"} <= names
    assert built.taken.cpu > 0
    assert built.taken.memory > 10_000_000
    again = build_changed(PAGES, built, work)
    assert isinstance(again, Taken)
    assert (work / "changed" / "search" / "manifest.js").read_bytes() != (
        built.folder / "manifest.js"
    ).read_bytes()


def test_a_cold_query_brings_the_script_and_a_repeated_one_nothing(
    asked: tuple[list[Asked], list[Asked], list[float]], built: Built
) -> None:
    (cold, again), _, _ = asked
    script, _ = as_sent((built.folder / "client.js").read_bytes(), ".js")
    assert cold.total > 0
    assert cold.body > len(script)
    assert cold.requests > 2
    assert cold.headers > 50 * cold.requests
    assert (again.body, again.requests, again.rounds) == (0, 0, 0)


def test_each_fresh_context_brings_everything_again(
    asked: tuple[list[Asked], list[Asked], list[float]],
) -> None:
    (near, _), (far, _), _ = asked
    assert (near.body, near.requests) == (far.body, far.requests)


def test_the_first_results_are_there_no_later_than_all(
    asked: tuple[list[Asked], list[Asked], list[float]],
) -> None:
    _, (far, _), _ = asked
    assert 0 < far.first <= far.all
    assert 0 < far.first_requests <= far.requests
    assert 2 <= far.first_rounds <= far.rounds
    assert far.all > 50 * far.rounds - 5


def test_each_warm_query_has_one_time(asked: tuple[list[Asked], list[Asked], list[float]]) -> None:
    _, _, warm = asked
    assert len(warm) == 1
    assert 0 <= warm[0] < 10_000
