"""A file of columns and texts that one build leaves and another maps into memory: nothing of it is unpickled.

Its first line names the form and has the sha256 of the second; the second line is JSON: what the file is
about, how large it is, and for each section where it begins behind them, its size, its type and its CRC-32.
A section is looked at when it is asked for, and then checked.
"""

from __future__ import annotations

import hashlib
import json
import mmap
import os
import tempfile
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORM = "intertitle search state 1"

ALIGNED = 64
"""Sections begin at multiples of so many bytes."""

Section = bytes | NDArray[Any]


HALF = ".new-"
"""How the name of a file begins that is not whole yet."""


class Unusable(Exception):
    """A file that is damaged, foreign or of another form, or an edit that cannot be made with it."""


class Stored:
    """The sections of a file.

    Raises:
        Unusable: the file cannot be read, or is not one that ``write_stored`` wrote.
    """

    def __init__(self, file: Path) -> None:
        try:
            with file.open("rb") as opened:
                first, told = opened.readline(200), opened.readline()
                self._data = memoryview(mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ))
        except (OSError, ValueError) as fault:
            raise Unusable(f"{file} cannot be read") from fault
        if first != _first_line(told):
            raise Unusable(f"{file} has another form")
        header = json.loads(told)
        begin = _aligned(len(first) + len(told))
        self._data = self._data[begin:]
        if header["size"] != len(self._data):
            raise Unusable(f"{file} has another size")
        self.about: Mapping[str, Any] = header["about"]
        self.name = hashlib.sha256(told).hexdigest()
        self._sections: Mapping[str, tuple[int, int, str, int]] = header["sections"]
        self._checked: set[str] = set()

    def bytes_of(self, name: str, checked: bool = True) -> memoryview:
        """What a section holds.

        Raises:
            Unusable: it is damaged.
        """
        begin, size, _, check = self._sections[name]
        data = self._data[begin : begin + size]
        if checked and name not in self._checked:
            if zlib.crc32(data) != check:
                raise Unusable(f"the section {name} is damaged")
            self._checked.add(name)
        return data

    def column(self, name: str) -> NDArray[Any]:
        """The numbers of a section; they cannot be written to."""
        return np.frombuffer(self.bytes_of(name), dtype=self._sections[name][2])

    def lines(self, name: str) -> list[str]:
        """The strings of a section that ``as_lines`` joined."""
        text = str(self.bytes_of(name), "utf-8")
        return text.split("\n")[:-1]


def as_lines(strings: Any) -> bytes:
    """Strings that have no line end in them."""
    return "".join(f"{string}\n" for string in strings).encode()


def remove_left(folder: Path) -> None:
    """Remove what a build that was killed has left in its folder: no other one writes there now."""
    for left in folder.glob(f"{HALF}*"):
        with suppress(OSError):
            left.unlink()


def write_stored(file: Path, about: Mapping[str, Any], sections: Mapping[str, Section]) -> None:
    """Write the file whole or not at all; where it cannot be written, what stood there goes if it can."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        remove_left(file.parent)
        handle, beside = tempfile.mkstemp(prefix=HALF, dir=file.parent)
    except OSError:
        return
    try:
        with os.fdopen(handle, "wb") as new:
            for piece in _pieces(about, sections):
                new.write(piece)
        Path(beside).replace(file)
    except OSError:
        for left in (Path(beside), file):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _pieces(about: Mapping[str, Any], sections: Mapping[str, Section]) -> list[Any]:
    plain = {name: _plain(section) for name, section in sections.items()}
    listed = {}
    size = 0
    for name, data in plain.items():
        section = sections[name]
        kind = section.dtype.str if isinstance(section, np.ndarray) else "u1"
        listed[name] = (size, len(data), kind, zlib.crc32(data))
        size += _aligned(len(data))
    header = {"about": about, "size": size, "sections": listed}
    told = json.dumps(header, separators=(",", ":")).encode() + b"\n"
    begin = len(_first_line(told)) + len(told)
    pieces: list[Any] = [_first_line(told), told, bytes(_aligned(begin) - begin)]
    for data in plain.values():
        pieces += [data, bytes(_aligned(len(data)) - len(data))]
    return pieces


def _plain(section: Section) -> Any:
    view = memoryview(section if isinstance(section, bytes) else np.ascontiguousarray(section).data)
    return view.cast("B") if view.nbytes else b""


def _first_line(told: bytes) -> bytes:
    return f"{FORM} {hashlib.sha256(told).hexdigest()}\n".encode()


def _aligned(at: int) -> int:
    return -(-at // ALIGNED) * ALIGNED
