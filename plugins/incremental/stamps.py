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
from stat import S_ISDIR

Stamp = tuple[int, int, int, int]
"""Size in bytes, last change and change of the entry in nanoseconds, and the file's number."""

SETTLED = 2_000_000_000
"""Nanoseconds that a change must lie back: file systems tell times in steps, of two seconds at most."""

_PART = 1 << 16
"""Bytes that are read of a file at a time: most pages and texts are shorter."""

AS_LINK = "//link"
"""Added to the path of a link, for the link itself. No file has such a path."""

LEFT_OUT = frozenset({"__pycache__", ".DS_Store"})
"""What other programs leave in folders, and nothing is made from."""


def stamps_below(folder: str | Path) -> dict[str, Stamp]:
    """The stamp of every file below a folder, by its path there with ``/``; empty without such a folder.

    Links to files are stamped as what they lead to. Of each link there is one stamp more, of the link itself
    (``AS_LINK``): where it leads decides whether it is read. Links to folders are not followed: what they
    lead to within the folder stands there as well, and what lies elsewhere is not read. What vanishes
    meanwhile is passed over, and so are links to nothing.
    """
    found: dict[str, Stamp] = {}
    _add_below(str(folder), "", found)
    return found


def _add_below(folder: str, before: str, found: dict[str, Stamp]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name in LEFT_OUT:
            continue
        path = before + entry.name
        if entry.is_dir(follow_symlinks=False):
            _add_below(entry.path, f"{path}/", found)
            continue
        with suppress(OSError):
            told = entry.stat()
            if entry.is_symlink():
                found[path + AS_LINK] = stamp_of(entry.stat(follow_symlinks=False))
            if not S_ISDIR(told.st_mode):
                found[path] = stamp_of(told)


def stamp_of(told: os.stat_result) -> Stamp:
    return (told.st_size, told.st_mtime_ns, told.st_ctime_ns, told.st_ino)


def digest_of_file(path: str | Path) -> str:
    """The sha256 of a file's bytes in hex; empty for a file that cannot be read."""
    digest = hashlib.sha256()
    try:
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


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> frozenset[str]:
    """The names that only one of two tables has, of digests or stamps, or both have with different ones.

    >>> sorted(changed({"a": "1", "b": "2"}, {"b": "3", "c": "4"}))
    ['a', 'b', 'c']
    """
    return frozenset(one for one in {*before, *after} if before.get(one) != after.get(one))
