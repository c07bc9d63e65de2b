"""How fast the names of an archive are found in its texts, beside the obvious ways of finding them.

Each figure comes from a process of its own. Time is the processor's, of one core; the texts are made and cut
before it runs. Memory is the most that the process held at once, texts and what was found together.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.film_prose import film_texts, made_up_names
from benchmarks.memory import held_at_most
from plugins.archive.source import Document
from plugins.authority.names import Names
from plugins.discovery.finding import find_names
from plugins.mentions.finding import find_mentions
from plugins.mentions.folding import fold, folded_form
from plugins.mentions.matching import NameMatcher, longest

MEGABYTE = 1_000_000

NAMES = 10_000

SIZES = (25, 50, 100)
"""Megabytes of texts, of some 40 KB each."""

COUNTS = (100, 1_000, NAMES)
"""Numbers of names that are looked for in the same texts; these hold only the first hundred."""

SAME_TEXTS = 10
"""Megabytes for each of COUNTS."""

DISCOVERY = (1, 4)
"""Megabytes in which names are found without any record."""

RUNS = 3

Find = Callable[[Document], Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Measured:
    """Bytes of text that were read, what was found, seconds to get ready and to find, bytes held at most."""

    size: int
    found: int
    ready: float
    seconds: float
    memory: int

    @property
    def rate(self) -> float:
        """Megabytes a second, on one core."""
        return self.size / MEGABYTE / self.seconds


def report(
    sizes: Iterable[int] = SIZES, same_texts: int = SAME_TEXTS, discovery: Iterable[int] = DISCOVERY
) -> str:
    """Tables for more texts, for more names, for other ways, and for names that no record knows."""
    tables = {
        f"mentions of {NAMES:,} names": {
            f"in {size} MB": _best("mentions", size * MEGABYTE, NAMES, NAMES) for size in sizes
        },
        "more names, the same texts": {
            f"{count:,} names": _best("mentions", same_texts * MEGABYTE, count, COUNTS[0]) for count in COUNTS
        },
        f"other ways to find {NAMES:,} names": {
            label: _best(way, size, NAMES, NAMES) for way, (label, size) in _PEERS.items()
        },
        "names that no record knows": {
            f"in {size} MB": _best("discovery", size * MEGABYTE, 0, NAMES) for size in discovery
        },
    }
    return "\n\n".join(_table(title, rows) for title, rows in tables.items())


def _table(title: str, rows: dict[str, Measured]) -> str:
    """Rows below their title; the seconds for a megabyte are also shown ÷ those of the first row."""
    lines = [
        f"{title:34} {'text':>9} {'found':>9} {'ready s':>8} {'seconds':>8} {'MB/s':>8} {'s/MB ÷ first':>12}"
        f" {'memory':>8}"
    ]
    first = next(iter(rows.values()))
    for label, one in rows.items():
        lines.append(
            f"  {label:32} {one.size / MEGABYTE:6.2f} MB {one.found:9,} {one.ready:8.2f} {one.seconds:8.2f} "
            f"{one.rate:8.3f} {first.rate / one.rate:12.2f} {one.memory / MEGABYTE:5.0f} MB"
        )
    return "\n".join(lines)


def _best(way: str, size: int, names: int, named: int) -> Measured:
    """The fastest of several runs, of one where the time is long."""
    is_long = way == "one-at-a-time" or size > SAME_TEXTS * MEGABYTE
    runs = [_run(way, size, names, named) for _ in range(1 if is_long else RUNS)]
    return min(runs, key=lambda one: one.seconds)


def _run(way: str, size: int, names: int, named: int) -> Measured:
    command = [sys.executable, "-m", "benchmarks.mentions", way, str(size), str(names), str(named)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 our own module
    return Measured(**json.loads(done.stdout))


def measure(way: str, size: int, names: int, named: int) -> Measured:
    """Find names in texts of that many code points or a text more, in this process.

    ``way`` is a key of WAYS. The first ``names`` made-up names are looked for, and the first ``named`` of
    them stand in the texts.
    """
    texts = list(film_texts(size, made_up_names(named).forms))
    known = made_up_names(names)
    began = time.process_time()
    find = WAYS[way](known)
    ready = time.process_time() - began
    # Word lists and the like are read when they are first needed, by whatever text comes first.
    find(next(film_texts(1, made_up_names(100).forms, seed=1)))
    began = time.process_time()
    found = [find(one) for one in texts]
    seconds = time.process_time() - began
    read = sum(len(one.text.encode("utf-8")) for one in texts)
    return Measured(read, sum(map(len, found)), ready, seconds, held_at_most())


def _mentions(known: Names) -> Find:
    matcher = NameMatcher(known.forms)
    return lambda document: find_mentions(document, matcher, known.bearers)


def _automaton(known: Names) -> Find:
    matcher = NameMatcher(known.forms)
    return lambda document: list(longest(matcher.find(fold(document.text))))


def _alternation(known: Names) -> Find:
    forms = sorted((re.escape(folded_form(one.form)) for one in known.forms), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
    return lambda document: pattern.findall(fold(document.text).text)


def _one_at_a_time(known: Names) -> Find:
    patterns = [re.compile(rf"(?<!\w){re.escape(folded_form(one.form))}(?!\w)") for one in known.forms]

    def find(document: Document) -> list[str]:
        text = fold(document.text).text
        return [words for pattern in patterns for words in pattern.findall(text)]

    return find


def _discovery(known: Names) -> Find:
    del known
    return find_names


WAYS: dict[str, Callable[[Names], Find]] = {
    "mentions": _mentions,
    "automaton": _automaton,
    "alternation": _alternation,
    "one-at-a-time": _one_at_a_time,
    "discovery": _discovery,
}

_PEERS = {
    "automaton": ("our automaton alone", MEGABYTE),
    "mentions": ("our whole way to mentions", MEGABYTE),
    "alternation": ("re: one alternation of them all", MEGABYTE),
    "one-at-a-time": ("re: one name at a time", MEGABYTE // 10),
}
"""The first is what the others are compared with. The last is slow and gets a tenth of the text."""


if __name__ == "__main__":
    way, *numbers = sys.argv[1:]
    print(json.dumps(asdict(measure(way, *map(int, numbers)))))
