"""Results of stages that are kept from one build to the next, each under a digest of all that decides it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from plugins.incremental.workers import spread

FORMAT = 1
"""Raise it when the form of the files changes: results of another form are made anew."""

BUILDS = 8
"""How many builds' results stay: both editions, with originals and without, and an edit of each."""

_LAST_BUILDS = "builds"
_ENTRY = re.compile(r"[a-z-]+/(?:[0-9a-f]{64}|\.new-\w+)")


class Kept:
    """Results by the name of their stage and their key, in a folder; in memory only where that is None.

    A result is what JSON can hold. A file that is damaged, foreign or of an older form is passed over, and
    its result made anew; a folder that cannot be written keeps nothing, and stops no build. ``made`` and
    ``reused`` count results by stage.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.made: Counter[str] = Counter()
        self.reused: Counter[str] = Counter()
        self._folder = folder
        self._held: dict[str, bytes] = {}
        self._used: set[str] = set()

    def result(self, stage: str, key: str, make: Callable[[], Any]) -> Any:
        """The result of a stage for a key, made now if it is not kept; the same either way, as JSON has it.

        ``key`` is a sha256 in hex of everything that can change the result.
        """
        return self.results(stage, [key], lambda _: make())[0]

    def results(self, stage: str, keys: Sequence[str], make: Callable[[int], Any]) -> list[Any]:
        """The results for several keys, in their order; what is missing is made on all cores.

        ``make`` is given the place of a key among ``keys``. It may run in a process of its own and returns
        what JSON can hold; nothing else that it does is seen here.
        """
        entries = [f"{stage}/{key}" for key in keys]
        self._used.update(entries)
        bodies = [self._read(entry) for entry in entries]
        missing = [place for place, body in enumerate(bodies) if body is None]
        for place, body in zip(
            missing, spread(lambda place: _body(make(place)), missing, stage), strict=True
        ):
            bodies[place] = body
            self._write(entries[place], body)
        made = set(missing)
        for place in range(len(keys)):
            (self.made if place in made else self.reused)[stage] += 1
        return [json.loads(body) for body in bodies if body is not None]

    def forget(self) -> None:
        """Remove what none of the last builds has used. Call it when a build is done; it is the last then."""
        if self._folder is None:
            return
        last = self._read(_LAST_BUILDS)
        earlier: list[list[str]] = json.loads(last) if last else []
        used = sorted(self._used)
        builds = [used, *(one for one in earlier if one != used)][:BUILDS]
        self._write(_LAST_BUILDS, json.dumps(builds, separators=(",", ":")).encode("ascii"))
        self._remove_all_but({entry for build in builds for entry in build})

    def _remove_all_but(self, wanted: Iterable[str]) -> None:
        wanted = set(wanted)
        for file in self._folder.glob("*/*") if self._folder else ():
            entry = f"{file.parent.name}/{file.name}"
            # Whatever else lies there is not ours.
            if entry not in wanted and _ENTRY.fullmatch(entry):
                file.unlink(missing_ok=True)

    def _read(self, entry: str) -> bytes | None:
        if self._folder is None:
            return self._held.get(entry)
        try:
            header, _, body = (self._folder / entry).read_bytes().partition(b"\n")
        except OSError:
            return None
        return body if header == _header(entry, body) else None

    def _write(self, entry: str, body: bytes) -> None:
        """Keep a result: whole or not at all, whoever reads or writes it at the same time."""
        if self._folder is None:
            self._held[entry] = body
            return
        file = self._folder / entry
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            handle, beside = tempfile.mkstemp(prefix=".new-", dir=file.parent)
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(_header(entry, body) + b"\n" + body)
            Path(beside).replace(file)
        except OSError:
            Path(beside).unlink(missing_ok=True)


def _body(result: Any) -> bytes:
    return json.dumps(result, separators=(",", ":")).encode("ascii")


def _header(entry: str, body: bytes) -> bytes:
    """The first line of a file: its form, what it is, and the sha256 of the rest."""
    return f"intertitle {FORMAT} {entry} {hashlib.sha256(body).hexdigest()}".encode("ascii")
