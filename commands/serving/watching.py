"""Files that somebody saves, told as soon as they are saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from watchfiles import DefaultFilter, watch

LONGEST, QUIET = 400, 30
"""Milliseconds for which changes are gathered at most, and after how many without a further one they are
told: editors save in several steps."""


class _Written(DefaultFilter):
    """What people save: no file that an editor keeps beside it, and nothing that Python keeps of its code."""

    ignore_entity_patterns = (
        *DefaultFilter.ignore_entity_patterns,
        r"\.part$",
        r"^\.#",
        r"^#.*#$",
        r"^4913$",
    )


def changes_below(places: Iterable[Path]) -> Iterator[list[Path]]:
    """What has changed in files and folders, each time that somebody saves; absent ones are left out."""
    there = sorted({one.resolve() for one in places if one.exists()})
    for changes in watch(
        *there, watch_filter=_Written(), debounce=LONGEST, step=QUIET, rust_timeout=1000, raise_interrupt=True
    ):
        yield sorted({Path(path) for _, path in changes})
