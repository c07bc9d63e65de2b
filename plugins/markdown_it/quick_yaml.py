"""YAML without a fault, read in one pass by libyaml; whatever else is left to the careful reader.

What is read here has the values and the places that ``front_matter`` gives it. Everything out of the ordinary
(a fault, an alias, a tag, a key twice, a value too deep) is answered with None, so that its message comes
from one place whether libyaml is there or not.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML was built with it, as its wheels are; it is some fifteen times as quick."""

DEEPEST = 32
"""How many lists and mappings may stand in each other. The schema needs three."""

LONGEST_VALUE = 65_536
"""Letters of one value. A page's words stand in its body; Markdown of a longer value would take seconds."""

PLAIN: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "false": False
}  # fmt: skip
"""What words mean that stand without quotation marks; all others are texts."""

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
"""What no page can show, and UTF-8 cannot write: control characters, and halves of a surrogate pair."""

Path = tuple[str | int, ...]
"""The way to a value: keys and, in lists, positions from 0."""

Place = tuple[int, int]


_READ_OTHERWISE = re.compile(
    r"[\t\ufeff]|---(?<!\S---)|\.\.\.(?<!\S\.\.\.)|%(?<!\S%)|\?(?<![^\s\[{,-]\?)(?!\S)|[|>][-+0-9]*#"
)
"""What libyaml may read otherwise than PyYAML: it takes tabs and comments where PyYAML refuses them, counts a
byte order mark as a column, and sets an empty value behind ``---`` or a key behind ``?`` at another place.
What must stand before is asked last, so that the search goes from one of these signs to the next.
"""


class Places(Mapping[Path, Place]):
    """Line and column of each value and key of a YAML text, worked out when somebody asks for one.

    ``numbers`` are the lines and columns, from 0, in the order of the text: of a mapping its own, then for
    each key that of the key and those of its value. A key's own place is found under its way and an empty
    text.
    """

    def __init__(self, values: Any, numbers: Iterable[int], first_line: int) -> None:
        self._values = values
        # A list would take twice as much of what thousands of pages hold to the end of a build.
        self.numbers = array("I", numbers)
        self._first_line = first_line

    def __getitem__(self, way: Path) -> Place:
        return self._by_way[way]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._by_way)

    def __len__(self) -> int:
        return len(self._by_way)

    @cached_property
    def _by_way(self) -> dict[Path, Place]:
        numbers = iter(self.numbers)
        # One iterator, asked twice for each pair.
        pairs = ((line + self._first_line, column + 1) for line, column in zip(numbers, numbers, strict=True))
        found: dict[Path, Place] = {}
        _place(self._values, (), pairs, found)
        return found


def _place(value: Any, way: Path, pairs: Iterator[Place], found: dict[Path, Place]) -> None:
    found.setdefault(way, next(pairs))
    if isinstance(value, list):
        for number, one in enumerate(value):
            _place(one, (*way, number), pairs, found)
    elif isinstance(value, dict):
        for key, one in value.items():
            of_key = next(pairs)
            _place(one, (*way, key), pairs, found)
            found[(*way, key, "")] = of_key


class _Unusual(Exception):
    """Something that the careful reader must see."""


def quick_value(
    text: str, most_keys: int | None = None, loader: Any = LOADER
) -> tuple[Any, list[int]] | None:
    """The value of a YAML text with the numbers of its ``Places``; None for everything that is unusual."""
    if _READ_OTHERWISE.search(text):
        return None
    try:
        reader = _Reader(yaml.parse(text, Loader=loader), may_escape="\\" in text)
        value = reader.whole()
    except (_Unusual, yaml.YAMLError, ValueError, OverflowError):
        return None
    if most_keys is not None and reader.keys > most_keys:
        return None
    return value, reader.numbers


class _Reader:
    """A value as it grows out of the parser's events."""

    def __init__(self, events: Iterator[yaml.Event], may_escape: bool) -> None:
        self.numbers: list[int] = []
        self.keys = 0
        self._next = events.__next__
        self._may_escape = may_escape

    def whole(self) -> Any:
        """The value of the one document; None where there is none."""
        self._next()
        if type(self._next()) is yaml.StreamEndEvent:
            return None
        value = self._value(self._next(), 1, False)
        self._next()
        if type(self._next()) is not yaml.StreamEndEvent:
            raise _Unusual
        return value

    def _value(self, event: Any, depth: int, in_flow: bool) -> Any:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None or event.tag is not None:
            raise _Unusual
        mark = event.start_mark
        self.numbers += (mark.line, mark.column)
        if kind is yaml.ScalarEvent:
            return self._scalar(event, in_flow)
        if depth > DEEPEST:
            raise _Unusual
        make = self._mapping if kind is yaml.MappingStartEvent else self._list
        return make(depth + 1, event.flow_style)

    def _scalar(self, event: Any, in_flow: bool) -> str | bool | None:
        value: str = event.value
        if len(value) > LONGEST_VALUE or (self._may_escape and UNPRINTABLE.search(value)):
            raise _Unusual
        if event.style:
            return value
        # Between brackets PyYAML takes no question mark, and sets an empty value before the spaces.
        if in_flow and (not value or "?" in value):
            raise _Unusual
        return PLAIN.get(value, value)

    def _list(self, depth: int, in_flow: bool) -> list[Any]:
        made = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            made.append(self._value(event, depth, in_flow))
        return made

    def _mapping(self, depth: int, in_flow: bool) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            # An empty key is set after its line by libyaml.
            if type(event) is not yaml.ScalarEvent or not event.value or event.value in made:
                raise _Unusual
            self._value(event, depth, in_flow)
            self.keys += 1
            made[event.value] = self._value(self._next(), depth, in_flow)
        return made
