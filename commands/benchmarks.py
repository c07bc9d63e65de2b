"""``invoke bench``: speed, size and memory."""

from __future__ import annotations

import importlib

from invoke.exceptions import Exit

_BENCHMARKS = ("sources", "mentions", "search")


def bench(what: str, films: str, sizes: str, only: str, without_peers: bool, format_: str) -> None:
    """Measure, and print the figures with their ratios."""
    if what not in _BENCHMARKS:
        raise Exit(f"nothing is measured under {what!r}; there is {', '.join(_BENCHMARKS)}", 2)
    module = importlib.import_module(f"benchmarks.{what}")
    try:
        options = module.asked_for(films, sizes, only, without_peers, format_) if what == "search" else {}
    except ValueError as fault:
        raise Exit(str(fault), 2) from None
    print(module.report(**options))
