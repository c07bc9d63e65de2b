"""How far long work is, for whoever waits at a terminal, and how long each part of a build took."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Watcher = Callable[[str, int, int], None]
"""Told the name of some work, how many of its items are done, and how many there are."""

_watchers: list[Watcher] = []


def tell(work: str, done: int, items: int) -> None:
    """Tell whoever watches how far some work is."""
    for watcher in _watchers:
        watcher(work, done, items)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """While the block runs, ``watcher`` is told of all work."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


@contextmanager
def shown_on_terminal() -> Iterator[None]:
    """While the block runs, a bar for each work that takes a while, if standard error is a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        known: dict[str, TaskID] = {}

        def show(work: str, done: int, items: int) -> None:
            if work not in known:
                known[work] = bars.add_task(work, total=items)
            bars.update(known[work], completed=done, total=items, visible=done < items)

        with watched_by(show):
            yield


@dataclass(slots=True)
class Timings:
    """Seconds of the clock: of each ``stages`` by its name, and of each page that was made, by its path."""

    stages: dict[str, float] = field(default_factory=dict)
    pages: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def of(self, stage: str) -> Iterator[None]:
        """Note how long the block takes."""
        began = time.perf_counter()
        yield
        self.stages[stage] = time.perf_counter() - began

    def slowest(self, count: int = 10) -> list[tuple[str, float]]:
        """The pages that took longest, the slowest first."""
        return sorted(self.pages.items(), key=lambda one: (-one[1], one[0]))[:count]
