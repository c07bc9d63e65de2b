"""From what was measured of each search to the figures of the report, with what is aimed at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

from benchmarks.search_browser import Asked
from benchmarks.search_peers import Built
from benchmarks.search_processes import Taken
from benchmarks.search_report import OURS, Figure

MEGABYTE = 1_000_000

FEW = 3_000
"""Up to so many pages an archive is small, and Pagefind's scripts are most of what it sends."""

Measured = Mapping[str, Sequence[Asked]]
"""For each search by name, what its queries took."""


def percentile(values: Sequence[float], share: float = 0.95) -> float:
    """The value that this share of all does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def figures_of_bytes(cold: Measured, further: Measured, phrases: Measured, pages: int) -> list[Figure]:
    """Bodies as sent, without page and headers; requests until all was quiet."""
    return [
        _of("cold query, median", "bytes", cold, _body, median, 0.3 if pages <= FEW else 0.25),
        _of("cold query, p95", "bytes", cold, _body, percentile),
        _of("its headers, median", "bytes", cold, lambda one: one.headers, median),
        _of("further query, median", "bytes", further, _body, median, 0.4),
        _of("further query, p95", "bytes", further, _body, percentile),
        _of("phrase as a further query, median", "bytes", phrases, _body, median, 0.6),
        _of("phrase as a further query, p95", "bytes", phrases, _body, percentile),
        _of("cold query, all ten, median", "requests", cold, lambda one: one.requests, median),
        _of("cold query, all ten, most", "requests", cold, lambda one: one.requests, max),
        _of("further query, median", "requests", further, lambda one: one.requests, median),
        _of("phrase, median", "requests", phrases, lambda one: one.requests, median),
    ]


def figures_of_time(near: Measured, far: Measured, further: Measured) -> list[Figure]:
    """Queries on this machine, and with a slow answer to each request; and how requests follow each other.

    What is aimed at holds for the moment when the first results can be shown.
    """
    return [
        _of("first results", "requests", far, lambda one: one.first_requests, median, 8, True),
        _of("first results, script included", "rounds", far, lambda one: one.first_rounds, median, 3, True),
        _of("all ten, script included", "rounds", far, lambda one: one.rounds, median),
        _of("further query, all ten", "rounds", further, lambda one: one.rounds, median),
        _of("cold, first results, no delay", "ms", near, lambda one: one.first, median),
        _of("cold, all ten, no delay", "ms", near, lambda one: one.all, median),
        _of("cold, first results, 50 ms a request", "ms", far, lambda one: one.first, median, 0.6),
        _of("cold, all ten, 50 ms a request", "ms", far, lambda one: one.all, median),
        _of("further, all ten, 50 ms a request", "ms", further, lambda one: one.all, median),
    ]


def figures_of_warm(taken: Mapping[str, Sequence[float]]) -> list[Figure]:
    """Queries when all that they need is loaded."""
    return [
        Figure("warm query, median", "ms", {name: median(one) for name, one in taken.items()}, 0.2),
        Figure("warm query, p95", "ms", {name: percentile(one) for name, one in taken.items()}, 0.1),
    ]


def figures_of_disk(built: Mapping[str, Built]) -> list[Figure]:
    """What is to be uploaded: the index and the scripts that read it."""
    return [
        Figure("index and client", "files", {name: one.files for name, one in built.items()}, 1_100, True),
        Figure("index and client", "bytes", {name: one.size for name, one in built.items()}, 0.4),
    ]


def figures_of_builds(built: Mapping[str, Built], changed: Taken) -> list[Figure]:
    """What making the index takes on one core; of ours also a process that makes it after an edit."""
    taken = {name: one.taken for name, one in built.items()}
    again = {**{name: one.cpu for name, one in taken.items()}, OURS: changed.cpu}
    memory = {name: one.memory / MEGABYTE for name, one in taken.items()}
    return [
        Figure("build, processor", "s", {name: one.cpu for name, one in taken.items()}, 4),
        Figure("build, clock", "s", {name: one.wall for name, one in taken.items()}),
        Figure("one changed page, processor", "s", again, 0.05),
        Figure("one changed page, clock", "s", {OURS: changed.wall}, 0.5, True),
        Figure("one changed page ÷ our whole build", "times", {OURS: changed.cpu / taken[OURS].cpu}),
        Figure("memory at most", "MB", memory, 0.6),
        Figure("memory at most, one changed page", "MB", {**memory, OURS: changed.memory / MEGABYTE}),
    ]


def _of(
    name: str,
    unit: str,
    measured: Measured,
    read: Callable[[Asked], float],
    fold: Callable[[list[float]], float],
    aim: float | None = None,
    of_ours: bool = False,
) -> Figure:
    values = {which: fold([read(one) for one in asked]) for which, asked in measured.items() if asked}
    return Figure(name, unit, values, aim, of_ours)


def _body(one: Asked) -> float:
    return one.body
