"""How the files of a site were made, in little room: one of 10,000 pages and its stubs has 800,000 reads."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from plugins.incremental.as_json import as_json, from_json
from plugins.incremental.reads import Read

_CODE = "Q"
"""The array type of reads: the number of a way in the upper half, that of a key in the lower."""

_HALF = 32

_LOWER = (1 << _HALF) - 1


@dataclass(frozen=True, slots=True)
class MadeFile:
    """How a file came out: its key, and the reads behind that."""

    key: str
    reads: tuple[Read, ...] = ()


class MadeFiles:
    """The files of one site by path; ``basis`` is the digest of what decides about all of them.

    Ways and keys are each held once, and a read as the numbers of both.
    """

    def __init__(self, basis: str = "") -> None:
        self.basis = basis
        self._ways = _Numbered()
        self._keys = _Numbered()
        self._files: dict[str, tuple[str, array[int]]] = {}

    def __contains__(self, path: str) -> bool:
        return path in self._files

    def __iter__(self) -> Iterator[str]:
        """The paths, in the order in which they were added."""
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, path: str) -> MadeFile:
        key, codes = self._files[path]
        ways, keys = self._ways.values, self._keys.values
        return MadeFile(key, tuple((ways[code >> _HALF], keys[code & _LOWER]) for code in codes))

    def add(self, path: str, file: MadeFile) -> None:
        """Hold how a file was made; what was held of it before is gone."""
        way_of, key_of = self._ways.number_of, self._keys.number_of
        codes = array(_CODE, [way_of(way) << _HALF | key_of(key) for way, key in file.reads])
        self._files[path] = file.key, codes

    def as_bytes(self) -> bytes:
        """What ``from_bytes`` reads: a line of JSON, and the reads of one file after the other."""
        files = {path: [key, len(codes)] for path, (key, codes) in self._files.items()}
        told = {
            "basis": self.basis,
            "ways": self._ways.values,
            "keys": self._keys.values,
            "files": files,
        }
        codes = (_low_end_first(codes).tobytes() for _, codes in self._files.values())
        return b"".join([as_json(told), b"\n", *codes])

    @classmethod
    def from_bytes(cls, written: bytes) -> MadeFiles:
        """What ``as_bytes`` wrote.

        Raises:
            AttributeError, LookupError, TypeError, ValueError: another version of this program wrote it in
                another form.
        """
        line, _, rest = written.partition(b"\n")
        told = from_json(line)
        made = cls(told["basis"])
        made._ways = _Numbered(told["ways"])
        made._keys = _Numbered(map(_key, told["keys"]))
        codes = _low_end_first(array(_CODE, rest))
        ends = [0]
        ends += (ends[-1] + length for _, length in told["files"].values())
        if ends[-1] != len(codes):
            raise ValueError(f"{len(codes)} reads stand where {ends[-1]} are told of")
        for (path, (key, _)), (start, end) in zip(told["files"].items(), pairwise(ends), strict=True):
            made._files[path] = key, codes[start:end]
        return made


class _Numbered:
    """Values in the order in which they came, each once, and the number of each."""

    def __init__(self, values: Iterable[Any] = ()) -> None:
        self.values = list(values)
        self._numbers = {value: number for number, value in enumerate(self.values)}

    def number_of(self, value: Any) -> int:
        number = self._numbers.setdefault(value, len(self.values))
        if number == len(self.values):
            self.values.append(value)
        return number


def _key(written: Any) -> Any:
    """A key as it was before JSON made lists of tuples."""
    return tuple(map(_key, written)) if isinstance(written, list) else written


def _low_end_first(codes: array[int]) -> array[int]:
    """The same, its bytes in the order in which they are written on every machine."""
    if sys.byteorder == "little":
        return codes
    turned = codes[:]
    turned.byteswap()
    return turned
