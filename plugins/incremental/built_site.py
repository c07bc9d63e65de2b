"""What is known of a site that a build has left: what it was made from, and which files it has."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.keys import digest_of
from plugins.incremental.stamps import AS_LINK, Stamp, digest_of_file, is_settled, stamp_of, stamps_below
from plugins.incremental.store import Store

NAME = "site"
"""Under which a store keeps it."""

OutputStamp = tuple[int, int, int]
"""Size in bytes, last change in nanoseconds, and the file's number. The change of its entry is left out: a
link to a file changes that."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """All files that a site is made from, by ``group/path``: their stamps, and the sha256 of their bytes.

    ``taken`` is when the stamps were taken, in nanoseconds.
    """

    taken: int = 0
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def are_settled(self) -> bool:
        """Whether equal stamps stand for equal bytes from now on, for all of the files."""
        return all(is_settled(stamp, self.taken) for stamp in self.stamps.values())

    def digest(self, *groups: str) -> str:
        """The digest of all files of some groups, names and bytes."""
        chosen = sorted(one for one in self.digests if one.split("/", 1)[0] in groups)
        return digest_of(*(part for one in chosen for part in (one, self.digests[one])))


def read_inputs(groups: Mapping[str, Path], now: int, known: Inputs | None = None) -> Inputs:
    """The files of some folders, each called as its group is; a group may be a single file as well.

    ``known`` saves reading those whose stamps have not changed since.
    """
    stamps = stamps_of(groups)
    known = known or Inputs()
    if known.stamps == stamps and known.are_settled:
        return Inputs(now, stamps, known.digests)
    return Inputs(now, stamps, {name: _digest(name, stamp, groups, known) for name, stamp in stamps.items()})


def stamps_of(groups: Mapping[str, Path]) -> dict[str, Stamp]:
    """The stamps of the files of some folders, as ``Inputs`` has them."""
    stamps: dict[str, Stamp] = {}
    for group, path in groups.items():
        found = stamps_below(path)
        if not found and path.is_file():
            found = {path.name: stamp_of(path.stat())}
        stamps.update((f"{group}/{name}", stamp) for name, stamp in found.items())
    return stamps


def _digest(name: str, stamp: Stamp, groups: Mapping[str, Path], known: Inputs) -> str:
    if known.stamps.get(name) == stamp and is_settled(stamp, known.taken):
        return known.digests[name]
    group, path = name.split("/", 1)
    home = groups[group]
    if path.endswith(AS_LINK):
        return _end_of(home / path.removesuffix(AS_LINK))
    return digest_of_file(home if home.is_file() else home / path)


def _end_of(link: Path) -> str:
    """Where a link leads; empty where it has become none meanwhile."""
    try:
        return os.fsencode(link.readlink()).hex()
    except OSError:
        return ""


def outputs_of(folder: Path) -> dict[str, OutputStamp]:
    """Every file of a site by its path there."""
    return {
        name: (size, changed, number) for name, (size, changed, _, number) in stamps_below(folder).items()
    }


def output_stamp(file: Path) -> OutputStamp:
    """The stamp of one file of a site."""
    size, changed, _, number = stamp_of(file.stat())
    return size, changed, number


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site as its build has left it.

    ``folder`` is the number that the system gives its folder: another one at the same place is another site.
    ``basis`` is the digest of settings, code and theme, ``pages`` how many HTML files there are.
    """

    folder: int
    basis: str
    inputs: Inputs
    outputs: Mapping[str, OutputStamp]

    def is_at(self, output: Path) -> bool:
        """Whether the folder there is the one that the build has left, whatever has become of its files."""
        try:
            return output.stat().st_ino == self.folder
        except OSError:
            return False

    def touched(self, output: Path) -> frozenset[str]:
        """The files that somebody has changed, added or removed since."""
        found = outputs_of(output)
        if found == self.outputs:
            return frozenset()
        return frozenset(one for one in {*found, *self.outputs} if found.get(one) != self.outputs.get(one))

    def stands_at(self, output: Path) -> bool:
        """Whether the site is there and nobody has touched its files since."""
        return self.is_at(output) and not self.touched(output)

    @property
    def pages(self) -> int:
        return sum(name.endswith(".html") for name in self.outputs)

    def as_bytes(self) -> bytes:
        """What ``read_built_site`` reads."""
        inputs = self.inputs
        digests = [inputs.digests[name] for name in inputs.stamps]
        told = [self.folder, self.basis, inputs.taken, digests, *_columns(inputs.stamps)]
        return as_json([*told, *_columns(self.outputs)])


def read_built_site(store: Store) -> BuiltSite | None:
    """The site that a store knows of, or None; also where another version of this program wrote it."""
    written = store.get(NAME)
    with suppress(AttributeError, LookupError, TypeError, ValueError):
        return _site_from(from_json(written)) if written is not None else None
    return None


def _site_from(told: list[Any]) -> BuiltSite:
    folder, basis, taken, digests, names, stamps, files, outputs = told
    inputs = Inputs(taken, _rows(names, stamps), dict(zip(names, digests, strict=True)))
    return BuiltSite(folder, basis, inputs, _rows(files, outputs))


def _columns(table: Mapping[str, tuple[int, ...]]) -> tuple[list[str], list[tuple[int, ...]]]:
    """The names of a table and its columns: read in three quarters of the time that its rows take."""
    return list(table), list(zip(*table.values(), strict=True))


def _rows(names: list[str], columns: list[list[int]]) -> dict[str, Any]:
    return dict(zip(names, zip(*columns, strict=True), strict=True))


def store_of(output: Path, cache: Path) -> Path:
    """Where what is known of the site in a folder is kept."""
    name = hashlib.sha256(os.fsencode(output.resolve())).hexdigest()[:24]
    return cache / "sites" / f"{name}.db"


def digest_of_settings(settings: Mapping[str, Any]) -> str:
    """The digest of everything that is set; of a function its name, as its code is among the files."""
    return digest_of(*(f"{name}={_written(settings[name])}" for name in sorted(settings)))


def _written(value: Any) -> str:
    """A value as it is written in every process: sets in order, and nothing by its place in memory."""
    match value:
        case str():
            return repr(value)
        case dict():
            return f"{{{', '.join(f'{key!r}: {_written(one)}' for key, one in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(_written, value))}]"
        case set() | frozenset():
            return f"{{{', '.join(sorted(map(_written, value)))}}}"
        case _:
            return getattr(value, "__qualname__", "") or _ADDRESS.sub("", repr(value))


_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
