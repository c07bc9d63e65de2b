"""``invoke bench``: speed, size and memory."""

from __future__ import annotations

import importlib

from invoke.exceptions import Exit

_BENCHMARKS = ("sources", "reading", "mentions", "pages", "search", "builds")

_WITH_OPTIONS = ("search", "builds")


def bench(
    what: str, films: str, sizes: str, only: str, without_peers: bool, rounds: str, format_: str
) -> None:
    """Measure, and print the figures with their ratios."""
    if what not in _BENCHMARKS:
        raise Exit(f"nothing is measured under {what!r}; there is {', '.join(_BENCHMARKS)}", 2)
    if rounds and what != "builds":
        raise Exit("--rounds is for builds alone", 2)
    module = importlib.import_module(f"benchmarks.{what}")
    given = {"rounds": rounds} if rounds else {}
    try:
        options = (
            module.asked_for(films, sizes, only, without_peers, format_, **given)
            if what in _WITH_OPTIONS
            else {}
        )
    except ValueError as fault:
        raise Exit(str(fault), 2) from None
    print(module.report(**options))
