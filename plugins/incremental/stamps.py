"""Whether files are as they were: by what the system says of them, and by their bytes where that differs.

A file's *stamp* changes with every write, rename over it and copy: its size, the times of its last change
and of the change of its entry, and its number. As in git's index, equal stamps stand for equal bytes, but for
files changed so shortly before they were read that a later change may have the same times (``SETTLED``).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size in bytes, last change and change of the entry in nanoseconds, and the file's number."""

SETTLED = 2_000_000_000
"""Nanoseconds that a change must lie back: file systems tell times in steps, of two seconds at most."""

LEFT_OUT = frozenset({"__pycache__", ".DS_Store"})
"""What other programs leave in folders, and nothing is made from."""


def stamps_below(folder: str | Path) -> dict[str, Stamp]:
    """The stamp of every file below a folder, by its path there with ``/``; empty without such a folder.

    Links to files are stamped as what they lead to; links to folders are not followed, so that no ring of
    them is gone around. What vanishes meanwhile is passed over.
    """
    return dict(_below(str(folder), ""))


def _below(folder: str, before: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return
    for entry in entries:
        if entry.name in LEFT_OUT:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{before}{entry.name}/")
            continue
        try:
            yield f"{before}{entry.name}", stamp_of(entry.stat())
        except OSError:
            continue


def stamp_of(told: os.stat_result) -> Stamp:
    return (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)


def digest_of_file(path: str | Path) -> str:
    """The sha256 of a file's bytes in hex; empty for a file that cannot be read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 a tenth of the time of Path.open, and there are thousands
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


class Digests:
    """The digests of files, read only where their stamps tell nothing.

    ``known`` has stamps and digests of an earlier time; ``now`` is the time in nanoseconds at which the new
    stamps were taken.
    """

    def __init__(self, known: Mapping[str, tuple[Stamp, str]], now: int) -> None:
        self._known = known
        self._settled = now - SETTLED

    def of(self, name: str, stamp: Stamp, path: Callable[[], str | Path]) -> str:
        """The digest of a file by its name here; ``path`` says where to read it."""
        known = self._known.get(name)
        if known is not None and known[0] == stamp and max(stamp[1:3]) < self._settled:
            return known[1]
        return digest_of_file(path())


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The names that only one of two tables of digests has, or both have with different digests.

    >>> sorted(changed({"a": "1", "b": "2"}, {"b": "3", "c": "4"}))
    ['a', 'b', 'c']
    """
    return frozenset(one for one in {*before, *after} if before.get(one) != after.get(one))


def newest(stamps: Iterable[Stamp]) -> int:
    """The last change among some files, in nanoseconds; 0 without any."""
    return max((max(one[1:3]) for one in stamps), default=0)
