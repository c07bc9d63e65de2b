"""What a search costs readers and builders, ours beside Pagefind, MiniSearch and lunr, on the same pages.

Pages, indexes and the sites that are served stand in a temporary folder, and nothing of them stays. Bytes are
bodies as sent, compressed as servers do it. Times depend on the machine and on what else it does: compare
only ratios of one run, in which the searches take turns.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.search_browser import Asked, asked_in_turn, chromium, warm_times
from benchmarks.search_build import build_changed, build_ours
from benchmarks.search_figures import (
    figures_of_builds,
    figures_of_bytes,
    figures_of_disk,
    figures_of_time,
    figures_of_warm,
)
from benchmarks.search_forms import write_documents, write_site
from benchmarks.search_material import read_films
from benchmarks.search_pages import SEED, film_pages
from benchmarks.search_peers import PINNED, Built, build_in_node, build_pagefind, install_peers
from benchmarks.search_queries import Queries, drawn_queries
from benchmarks.search_report import OURS, PAGEFIND, TITLES, Figure, as_json, as_table
from benchmarks.search_server import StaticServer, serving
from plugins.search_index.page import SearchPage

SIZES = (1_000, 10_000)
"""Numbers of pages."""

PARTS = ("bytes", "time", "disk", "warm", "build")

DELAY = 0.05
"""Seconds before each answer of a slow network."""

COLD_OF_LARGE = 3
"""Queries for searches that load everything at once: they send the same each time, and much of it."""

EVERY = 3
"""Each so-manieth query is also asked over the slow network."""

WITH_EXCERPTS = (OURS, PAGEFIND)
"""Searches that load what a query needs and show excerpts; the others load all, and show titles."""


@dataclass(frozen=True, slots=True)
class Served:
    """The indexes of the same pages in a folder that can be served, and who is missing for what reason."""

    folder: Path
    built: dict[str, Built]
    missing: list[str]


def report(
    films: Path | None = None,
    sizes: Iterable[int] = SIZES,
    only: Sequence[str] = PARTS,
    peers: bool = True,
    form: str = "text",
    seed: int = SEED,
) -> str:
    """The figures of each number of pages, as a table (``text``) or for programs (``json``).

    ``only`` are some of PARTS. Without ``peers``, only ours is measured, as when they cannot be had.
    """
    measured: dict[int, list[Figure]] = {}
    remarks: list[str] = []
    for count in sizes:
        with tempfile.TemporaryDirectory(prefix="search-") as work:
            pages = film_pages(count, read_films(films) if films else (), seed)
            served = build_all(pages, Path(work), peers)
            measured[count] = _measured(served, pages, only, seed)
            if "build" in only:
                changed = build_changed(pages, served.built[OURS], Path(work))
                measured[count] += figures_of_builds(served.built, changed)
            remarks = served.missing
    if form == "json":
        return as_json(measured, remarks)
    return "\n\n".join(as_table(count, figures, remarks) for count, figures in measured.items())


def asked_for(films: str, sizes: str, only: str, without_peers: bool, form: str) -> dict[str, Any]:
    """The arguments of ``report`` from the options of the command, each as it is typed.

    Raises:
        ValueError: an option is none of those that there are.
    """
    parts = only.split(",") if only else PARTS
    if unknown := [part for part in parts if part not in PARTS]:
        raise ValueError(f"--only is {', '.join(unknown)!r}; it is some of {', '.join(PARTS)}")
    if form not in {"text", "json"}:
        raise ValueError(f"--format is {form!r}; it is text, json")
    if films and not Path(films).is_file():
        raise ValueError(f"{films} is no file")
    counts = sizes.split(",") if sizes else [str(one) for one in SIZES]
    if not all(one.isdecimal() and int(one) > 0 for one in counts):
        raise ValueError(f"--sizes is {sizes!r}; it is numbers of pages such as 1000,10000")
    return {
        "films": Path(films) if films else None,
        "sizes": [int(one) for one in counts],
        "only": parts,
        "peers": not without_peers,
        "form": form,
    }


def build_all(pages: tuple[SearchPage, ...], work: Path, peers: bool) -> Served:
    """Every index of the pages below ``work``, in a folder that can be served."""
    folder = work / "served"
    folder.mkdir()
    built = {OURS: build_ours(pages, folder, work)}
    missing: list[str] = []
    if not peers:
        missing.append("Measured without the others.")
    elif lack := install_peers():
        missing.append(f"Measured without the others: {lack}.")
    else:
        built |= _build_peers(pages, folder, work, missing)
    for name in built:
        shutil.copy(PINNED / f"{name}.html", folder)
    return Served(folder, built, missing)


def _measured(served: Served, pages: Sequence[SearchPage], only: Sequence[str], seed: int) -> list[Figure]:
    """The figures of what is built: of searches in a browser, and of what lies on the disk."""
    figures: list[Figure] = []
    if {"bytes", "time", "warm"} & set(only):
        queries = drawn_queries(pages, seed)
        with serving(served.folder) as server, chromium() as browser:
            figures += _in_browser(browser, server, list(served.built), queries, only, len(pages))
    return [*figures, *(figures_of_disk(served.built) if "disk" in only else ())]


def _build_peers(
    pages: tuple[SearchPage, ...], folder: Path, work: Path, missing: list[str]
) -> dict[str, Built]:
    write_site(pages, work / "site")
    write_documents(pages, work / "documents.json")
    builds: dict[str, Callable[[Path], Built]] = {
        PAGEFIND: lambda output: build_pagefind(work / "site", output, work),
        "minisearch": lambda output: build_in_node("minisearch", work / "documents.json", output, work),
        "lunr": lambda output: build_in_node("lunr", work / "documents.json", output, work),
    }
    built: dict[str, Built] = {}
    for name, build in builds.items():
        try:
            built[name] = build(folder / name)
        except (OSError, RuntimeError) as fault:
            missing.append(f"Measured without {TITLES[name]}: {fault}")
    return built


def _in_browser(
    browser: Browser,
    server: StaticServer,
    names: list[str],
    queries: Queries,
    only: Sequence[str],
    pages: int,
) -> list[Figure]:
    figures: list[Figure] = []
    if {"bytes", "time"} & set(only):
        near = _all_asked(browser, server, names, _pairs(queries.words))
    if "bytes" in only:
        pairs = list(zip(queries.words, queries.phrases, strict=False))
        in_parts = [name for name in names if name in WITH_EXCERPTS]
        phrases = _all_asked(browser, server, in_parts, pairs)
        figures += figures_of_bytes(_nth(near, 0), _nth(near, 1), _nth(phrases, 1), pages)
    if "time" in only:
        server.delay = DELAY
        far = _all_asked(browser, server, names, _pairs(queries.words)[::EVERY])
        server.delay = 0.0
        figures += figures_of_time(_nth(near, 0), _nth(far, 0), _nth(far, 1))
    if "warm" in only:
        figures += figures_of_warm({name: warm_times(browser, server, name, queries.words) for name in names})
    return figures


def _pairs(queries: Sequence[str]) -> list[tuple[str, str]]:
    """Each query, and the one that is asked after it."""
    return list(zip(queries, [*queries[1:], queries[0]], strict=True))


def _all_asked(
    browser: Browser, server: StaticServer, names: list[str], series: Sequence[tuple[str, ...]]
) -> dict[str, list[list[Asked]]]:
    """Each series of queries in a context of its own; the searches take turns, so none has the quiet hour."""
    asked: dict[str, list[list[Asked]]] = {name: [] for name in names}
    step = max(1, len(series) // COLD_OF_LARGE)
    for number, queries in enumerate(series):
        for name in names:
            if name in WITH_EXCERPTS or number % step == 0:
                asked[name].append(asked_in_turn(browser, server, name, queries))
    return asked


def _nth(asked: dict[str, list[list[Asked]]], place: int) -> dict[str, list[Asked]]:
    return {name: [series[place] for series in all_series] for name, all_series in asked.items()}
