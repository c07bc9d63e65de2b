"""What a build leaves for the next one: values by name in one file, each with its check."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

FORMAT = 1
"""Raise it when the form of the file changes: one of another form is made anew."""

_CHECK = 16

_UNUSABLE = (sqlite3.Error, OSError, ValueError)
"""What a damaged file may come to; the names in it need not be text any more."""


class Store:
    """Bytes by name, in a SQLite file of our own; whole changes or none, whenever a process is killed.

    A file that is damaged, foreign or of another form holds nothing and is replaced by the next change; a
    value whose check does not match is not there. A folder that cannot be written keeps nothing, and stops
    no build.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        """Where it is."""

    def get(self, name: str) -> bytes | None:
        """The value of a name, or None."""
        return self.several([name]).get(name)

    def several(self, names: Iterable[str]) -> dict[str, bytes]:
        """The values of those of the names that are there and whole."""
        found: dict[str, bytes] = {}
        with suppress(*_UNUSABLE), self._opened() as store:
            if not _is_ours(store):
                return {}
            for name in names:
                row = store.execute("SELECT value, mark FROM kept WHERE name = ?", (name,)).fetchone()
                # Of damaged bytes a text may have become, or a number.
                if row is not None and isinstance(row[0], bytes) and row[1] == _check(name, row[0]):
                    found[name] = row[0]
        return found

    @property
    def folder(self) -> Path:
        """A folder of its own, for what is too large for one value."""
        return self.file.with_suffix("")

    def beside(self) -> Store:
        """An empty store that can take the place of this one."""
        other = Store(self.file.with_suffix(".new"))
        other.remove()
        return other

    def become(self, other: Store) -> None:
        """Hold what the other one holds, which is gone then."""
        with suppress(OSError):
            other.file.replace(self.file)

    def remove(self) -> None:
        """Hold nothing."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)

    def update(self, values: Mapping[str, bytes]) -> None:
        """Hold these values beside the others."""
        for _ in range(2):
            with suppress(OSError):
                self.file.parent.mkdir(parents=True, exist_ok=True)
            try:
                if not self._holds_ours():
                    self.remove()
                with self._opened(anew=True) as store, store:
                    store.execute(
                        "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB, mark BLOB)"
                    )
                    store.execute(f"PRAGMA user_version = {FORMAT}")
                    rows = ((name, value, _check(name, value)) for name, value in values.items())
                    store.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                return
            except _UNUSABLE:
                # What another program left there, half a file, or a full disk: it is ours to remove, and a
                # build that finds nothing makes everything.
                self.remove()

    def _holds_ours(self) -> bool:
        with suppress(*_UNUSABLE), self._opened() as store:
            return _is_ours(store)
        return False

    @contextmanager
    def _opened(self, anew: bool = False) -> Iterator[sqlite3.Connection]:
        if not (anew or self.file.is_file()):
            raise FileNotFoundError(self.file)
        with closing(sqlite3.connect(self.file, timeout=30)) as store:
            # Losing the last change with the power costs a build its time and nothing else.
            store.execute("PRAGMA synchronous = OFF")
            yield store


def _is_ours(store: sqlite3.Connection) -> bool:
    return bool(store.execute("PRAGMA user_version").fetchone() == (FORMAT,))


def _check(name: str, value: bytes) -> bytes:
    return hashlib.blake2b(name.encode() + b"\n" + value, digest_size=_CHECK).digest()
