"""The exported files, read back as docs/index-format.md says, bit by bit."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import floor
from typing import Any

from tests.search_index.contract import text_of

_CALL = re.compile(r'Intertitle\.shards\.receive\("([a-z]+(?:-[a-z0-9]+)?)",(.*)\);\n', re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A term in one field of one document, with its count, and its positions if the index keeps them."""

    term: str
    document: int
    field: str
    count: int
    positions: tuple[int, ...]


@dataclass(frozen=True)
class Entry:
    """A term with what the head of its shard says of it."""

    term: str
    back: int
    bits: Bits


class Bits:
    """A string of zeros and ones, read from a place on."""

    def __init__(self, bits: str) -> None:
        self._bits = bits
        self.at = 0

    def plain(self, size: int) -> int:
        self.at += size
        return int(self._bits[self.at - size : self.at] or "0", 2)

    def zeros(self) -> int:
        one = self._bits.index("1", self.at)
        zeros, self.at = one - self.at, one
        return zeros

    def gamma(self) -> int:
        return self.plain(self.zeros() + 1)

    def rice(self, parameter: int) -> int:
        high = self.zeros()
        self.at += 1
        return (high << parameter) + self.plain(parameter)

    def part(self, size: int) -> Bits:
        """The next so many bits."""
        self.at += size
        return Bits(self._bits[self.at - size : self.at])

    def to_whole_bytes(self) -> None:
        self.at += -self.at % 8


def shards_of(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """The values of all shards by name; fails unless each file is one call with its own name."""
    shards = {}
    for path, content in files.items():
        call = _CALL.fullmatch(text_of(content))
        assert call is not None, path
        assert path == f"search/{call[1]}.js"
        shards[call[1]] = json.loads(call[2])
    return shards


def bits_of(data: str) -> Bits:
    return Bits("".join(f"{ord(one) - 0x3400:015b}" for one in data))


def strings_of(bits: Bits, count: int) -> Iterator[str]:
    """Sorted strings, each told by what it adds to the one before."""
    before = ""
    for _ in range(count):
        before = before[: bits.gamma() - 1]
        before += "".join(_character(bits) for _ in range(bits.gamma() - 1))
        yield before


def _character(bits: Bits) -> str:
    code = bits.plain(5)
    if code == 26:
        return str(bits.plain(4))
    return chr(bits.plain(21)) if code == 27 else chr(97 + code)


def entries_of(shard: dict[str, Any], *, linked: bool = True) -> list[Entry]:
    """The terms of a shard with their entries."""
    bits = bits_of(shard["data"])
    terms = list(strings_of(bits, shard["terms"]))
    sizes = [bits.gamma() - 1 for _ in terms]
    backs = [bits.gamma() - 1 if linked else 0 for _ in terms]
    bits.to_whole_bytes()
    return [
        Entry(term, back, bits.part(8 * size)) for term, size, back in zip(terms, sizes, backs, strict=True)
    ]


def parameter(span: int, count: int) -> int:
    """How many bits of a number Rice's code has plain."""
    return max((7 * span // (10 * count)).bit_length() - 1, 0)


def length_of(manifest: dict[str, Any], document: int) -> int:
    """How long a document's running text is, by its step."""
    step = ord(manifest["lengths"][document]) - ord("#")
    return floor(2 ** ((step - 1) / 2) + 0.5) if step else 0


def places_of(shards: Mapping[str, dict[str, Any]]) -> Iterator[Place]:
    """Every term in every field of every document, in the order of the files."""
    manifest = shards["manifest"]
    apart = {
        entry.term: entry.bits
        for number in range(len(manifest["shards"]["positions"]))
        for entry in entries_of(shards[f"positions-{number}"], linked=False)
    }
    for number in range(len(manifest["shards"]["terms"])):
        for entry in entries_of(shards[f"terms-{number}"]):
            yield from _term_places(entry, manifest, apart)


def _term_places(entry: Entry, manifest: dict[str, Any], apart: dict[str, Bits]) -> Iterator[Place]:
    bits, fields = entry.bits, manifest["fields"]
    last = len(fields) - 1
    mask = 1 << last if bits.plain(1) else bits.plain(len(fields))
    for which, field in enumerate(fields):
        if not mask >> which & 1:
            continue
        spread = bits.gamma()
        places = bits
        if field["form"] == "text" and not bits.plain(1):
            places = apart[entry.term]
        found = []
        document = -1
        for _ in range(spread):
            document += bits.rice(parameter(manifest["documents"], spread)) + 1
            count = bits.gamma() if field["form"] != "words" else 1
            if field["form"] == "list":
                bits.gamma()
            found.append((document, count))
        for document, count in found:
            yield Place(
                entry.term,
                document,
                field["name"],
                count,
                _positions(places, field, manifest, document, count),
            )


def _positions(
    bits: Bits, field: dict[str, Any], manifest: dict[str, Any], document: int, count: int
) -> tuple[int, ...]:
    form = field["form"]
    if form == "words":
        return ()
    if form == "list":
        return tuple((bits.gamma() - 1) * 32 + bits.rice(1) for _ in range(count))
    steps = parameter(length_of(manifest, document), count) if form == "text" else 2
    position, found = -1, []
    for _ in range(count):
        position += bits.rice(steps) + 1
        found.append(position)
        if form == "names":
            bits.gamma()
    return tuple(found)
