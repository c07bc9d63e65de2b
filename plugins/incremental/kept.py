"""Results of stages that are kept from one build to the next, each under a digest of all that decides it."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any

from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.workers import spread

FORMAT = 2
"""Raise it when the form of the files changes: results of another form are made anew."""

BUILDS = 8
"""How many builds' results stay: both editions, with originals and without, and an edit of each."""

_LAST_BUILDS = "builds"
_TOGETHER = ".together"
_ENTRY = re.compile(r"[a-z-]+/(?:[0-9a-f]{64}(?:\.together)?|\.new-\w+)|\.new-\w+")


class Kept:
    """Results by the name of their stage and their key, in a folder; in memory only where that is None.

    A result is what JSON can hold. What was asked for in one go stands in one file, so that a build of
    thousands of texts reads few. A file that is damaged, foreign or of an older form is passed over, and its
    results made anew; a folder that cannot be written keeps nothing, and stops no build. ``made`` and
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

    def results(
        self,
        stage: str,
        keys: Sequence[str],
        make: Callable[[int], Any],
        prepare: Callable[[], object] = lambda: None,
    ) -> list[Any]:
        """The results for several keys, in their order; what is missing is made on all cores.

        ``make`` is given the place of a key among ``keys``. It may run in a process of its own and returns
        what JSON can hold; nothing else that it does is seen here. ``prepare`` is called before it where
        anything is missing, once: what it reads and imports is there in all processes.
        """
        if not keys:
            return []
        entry = _entry(stage, keys)
        self._used.add(entry)
        known = self._known(stage, entry, keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        if missing:
            prepare()
        made = spread(lambda place: as_json(make(place)), missing, stage)
        known.update((keys[place], body) for place, body in zip(missing, made, strict=True))
        if missing or not self._is_kept(entry):
            self._keep(entry, {key: known[key] for key in keys})
        self.made += Counter({stage: len(missing)})
        self.reused += Counter({stage: len(keys) - len(missing)})
        return [from_json(known[key]) for key in keys]

    def still_used(self, stage: str, keys: Sequence[str]) -> None:
        """Let stay what ``results`` would give for these keys: the build rests on it without reading it."""
        self._used.add(_entry(stage, keys))

    def _known(self, stage: str, entry: str, keys: Sequence[str]) -> dict[str, bytes]:
        """The results that are kept for these keys: in their own file, or in those of earlier builds."""
        if self._folder is None:
            return {key: self._held[f"{stage}/{key}"] for key in keys if f"{stage}/{key}" in self._held}
        if len(keys) == 1:
            body = self._read(entry)
            return {} if body is None else {keys[0]: body}
        found = self._read_together(entry)
        for other in self._others(stage) if len(found) < len(set(keys)) else ():
            if not set(self._index(other)).isdisjoint(set(keys) - found.keys()):
                found = {**self._read_together(other), **found}
        return {key: found[key] for key in keys if key in found}

    def _others(self, stage: str) -> list[str]:
        """The files of a stage with several results each, the latest first."""
        files = list((self._folder / stage).glob(f"*{_TOGETHER}")) if self._folder else []
        with suppress(OSError):
            files.sort(key=lambda one: (-one.stat().st_mtime_ns, one.name))
        return [f"{stage}/{one.name}" for one in files]

    def _index(self, entry: str) -> dict[str, int]:
        """The keys in a file with several results, not checked; empty where it cannot be read."""
        try:
            with (Path(self._folder or "") / entry).open("rb") as file:
                file.readline()
                return dict(from_json(file.readline()))
        except (OSError, ValueError, TypeError):
            return {}

    def _read_together(self, entry: str) -> dict[str, bytes]:
        index, _, rest = (self._read(entry) or b"{}").partition(b"\n")
        found, start = {}, 0
        for key, length in from_json(index).items():
            found[key] = rest[start : start + length]
            start += length
        return found

    def _is_kept(self, entry: str) -> bool:
        return self._folder is None or (self._folder / entry).is_file()

    def _keep(self, entry: str, bodies: Mapping[str, bytes]) -> None:
        if self._folder is None:
            stage = entry.partition("/")[0]
            self._held.update((f"{stage}/{key}", body) for key, body in bodies.items())
        elif not entry.endswith(_TOGETHER):
            self._write(entry, *bodies.values())
        else:
            index = as_json({key: len(body) for key, body in bodies.items()})
            self._write(entry, b"\n".join([index, b"".join(bodies.values())]))

    def forget(self) -> None:
        """Remove what none of the last builds has used. Call it when a build is done; it is the last then."""
        if self._folder is None:
            return
        last = self._read(_LAST_BUILDS)
        earlier: list[list[str]] = from_json(last) if last else []
        used = sorted(self._used)
        builds = [used, *(one for one in earlier if one != used)][:BUILDS]
        self._write(_LAST_BUILDS, as_json(builds))
        self._remove_all_but({entry for build in builds for entry in build})

    def forget_since(self, when: int) -> None:
        """Remove what was kept from a time on, in nanoseconds: made by other code than its keys name."""
        for file in self._folder.glob("*/*") if self._folder else ():
            with suppress(OSError):
                if _ENTRY.fullmatch(file.relative_to(self._folder or "").as_posix()) and (
                    file.stat().st_mtime_ns >= when
                ):
                    file.unlink()

    def _remove_all_but(self, wanted: Iterable[str]) -> None:
        wanted = set(wanted)
        folder = Path(self._folder or "")
        for file in chain(folder.glob("*/*"), folder.glob(".new-*")) if self._folder else ():
            entry = file.relative_to(folder).as_posix()
            # Whatever else lies there is not ours.
            if entry not in wanted and _ENTRY.fullmatch(entry):
                with suppress(OSError):
                    file.unlink()

    def _read(self, entry: str) -> bytes | None:
        try:
            header, _, body = (Path(self._folder or "") / entry).read_bytes().partition(b"\n")
        except OSError:
            return None
        return body if header == _header(entry, body) else None

    def _write(self, entry: str, body: bytes) -> None:
        """Keep a result: whole or not at all, whoever reads or writes it at the same time."""
        file = Path(self._folder or "") / entry
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


def _entry(stage: str, keys: Sequence[str]) -> str:
    """The file, below the folder, of results that are asked for in one go."""
    if len(keys) == 1:
        return f"{stage}/{keys[0]}"
    return f"{stage}/{hashlib.sha256(' '.join(keys).encode()).hexdigest()}{_TOGETHER}"


def _header(entry: str, body: bytes) -> bytes:
    """The first line of a file: its form, what it is, and the sha256 of the rest."""
    return f"intertitle {FORMAT} {entry} {hashlib.sha256(body).hexdigest()}".encode("ascii")
