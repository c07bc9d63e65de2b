"""Whether files are as they were: by what the system says of them, and by their bytes where that differs.

A file's *stamp* changes with every write, rename over it and copy: its size, the times of its last change
and of the change of its entry, and its number. As in git's index, equal stamps stand for equal bytes, but for
files changed so shortly before they were read that a later change may have the same times (``SETTLED``).
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size in bytes, last change and change of the entry in nanoseconds, and the file's number."""

SETTLED = 2_000_000_000
"""Nanoseconds that a change must lie back: file systems tell times in steps, of two seconds at most."""

_PART = 1 << 16
"""Bytes that are read of a file at a time: most pages and texts are shorter."""

AS_LINK = "/.link"
"""Behind the path of a link in its table: where it leads is known beside what stands there."""

LEFT_OUT = frozenset({"__pycache__", ".DS_Store"})
"""What other programs leave in folders, and nothing is made from."""


def stamps_below(folder: str | Path) -> dict[str, Stamp]:
    """The stamp of every file below a folder, by its path there with ``/``; empty without such a folder.

    Links to files are stamped as what they lead to, and once more as links (``AS_LINK``), as it counts where
    they lead. Links to folders are followed where they lead to what lies beside ``folder`` or in it, as
    ``content/people`` may, and no ring of them is gone around. What vanishes meanwhile is passed over.
    """
    found: dict[str, Stamp] = {}
    home = os.path.dirname(os.path.realpath(folder))  # noqa: PTH120 a tenth of the time of a Path
    _add_below(str(folder), "", found, home, ())
    return found


def _add_below(
    folder: str, before: str, found: dict[str, Stamp], home: str, entered: tuple[str, ...]
) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name in LEFT_OUT:
            continue
        path = before + entry.name
        with suppress(OSError):
            if entry.is_symlink():
                entry.stat()  # an editor's link to nothing is passed over
                found[path + AS_LINK] = stamp_of(entry.stat(follow_symlinks=False))
                there = os.path.realpath(entry.path)
                if entry.is_dir() and _may_be_entered(there, folder, home, entered):
                    _add_below(entry.path, f"{path}/", found, home, (*entered, there))
            elif entry.is_dir():
                _add_below(entry.path, f"{path}/", found, home, entered)
                continue
            if not entry.is_dir():
                found[path] = stamp_of(entry.stat())


def _may_be_entered(there: str, folder: str, home: str, entered: tuple[str, ...]) -> bool:
    """Whether a link in a folder leads to another one in its home, and not back."""
    here = os.path.realpath(folder)
    return _is_in(there, home) and not _is_in(here, there) and there not in entered


def _is_in(path: str, folder: str) -> bool:
    return f"{path}/".startswith(f"{folder.rstrip('/')}/")


def stamp_of(told: os.stat_result) -> Stamp:
    return (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)


def digest_of_file(path: str | Path) -> str:
    """The sha256 of a file's bytes in hex; empty for a file that cannot be read.

    Of a link by the name that ``stamps_below`` gives it, the place to which it leads.
    """
    digest = hashlib.sha256()
    try:
        if str(path).endswith(AS_LINK):
            return os.readlink(str(path).removesuffix(AS_LINK))  # noqa: PTH115 as above
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 a tenth of the time of Path.open
            # Not hashlib.file_digest: for each of thousands of small files it fills a buffer of 256 KB.
            while part := file.read(_PART):
                digest.update(part)
    except OSError:
        return ""
    return digest.hexdigest()


def is_settled(stamp: Stamp, taken: int) -> bool:
    """Whether a file cannot have changed after its stamp was taken without another stamp."""
    return max(stamp[1], stamp[2]) < taken - SETTLED


def changed(before: Mapping[str, str], after: Mapping[str, str]) -> frozenset[str]:
    """The names that only one of two tables of digests has, or both have with different digests.

    >>> sorted(changed({"a": "1", "b": "2"}, {"b": "3", "c": "4"}))
    ['a', 'b', 'c']
    """
    return frozenset(one for one in {*before, *after} if before.get(one) != after.get(one))
