"""Where a value stands in a record, and what is said of one that has another shape than its key takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.errors import Code, Problem
from plugins.authority.nearest import id_for
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.authority.written_out import entries_of, entry, is_plain, texts_in, whole
from plugins.markdown_it.yaml_lines import in_entry

Way = tuple[str | int, ...]
"""The way to a value in a record: keys and, in lists, positions from 0."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a value stands: its key, what stands beside it, the record, and all records."""

    name: str
    keys: Mapping[str, Key]
    values: Mapping[str, Any]
    by_id: Mapping[str, Record]
    record: Record
    way: Way

    @property
    def key(self) -> Key:
        return self.keys[self.name]

    @property
    def is_inside(self) -> bool:
        """Whether it stands in an entry of a list."""
        return len(self.way) > 1

    def wrong(self, code: Code, message: str, *further: str | int) -> Problem:
        return self.record.fault(code, message, *self.way, *further)

    def wrong_type(self, value: Any, *further: str | int) -> Problem:
        message = f"expected {self.key.shape.value}, found {shape_of(value)}; {_instead(value, self)}"
        return self.wrong(Code.WRONG_TYPE, message, *further)


def _instead(value: Any, spot: Spot) -> str:
    """What to write where a value has another shape than its key takes."""
    key = spot.key
    if key.shape is Shape.ITEMS:
        found = entries_of(value, key.items or {}, spot.by_id)
        return whole(spot.name, key, found, {}, spot.by_id)
    match value:
        case bool() if {"yes", "no"} <= set(key.choices):
            return f"write {'yes' if value else 'no'}"
        case bool() if key.choices:
            return f"the choice is {key.choice}"
        case bool():
            return f'put it between quotation marks: "{str(value).lower()}"'
        case [[str(words)]] if key.shape is Shape.TEXT:
            return f'a value that is a link stands between quotation marks: "[[{words}]]"'
        case [[str(words)]] if key.shape in _SINGLE and not isinstance(spot.values.get(spot.name), str):
            name = id_for(words, spot.by_id.values()) if key.shape in {Shape.ID, Shape.IDS} else words
            return f"it has no brackets here; write {spot.name}: {in_entry(name)}"
        case [str(), str(), *_] if spot.is_inside and key.shape in {Shape.TEXT, Shape.ID}:
            return f"each has an entry of its own: {each_in_its_own(value, spot)}"
        case [str(), str(), *_] if key.shape is Shape.DATE:
            dates = [str(one) for one in value]
            either, span = f'"[{",".join(dates)}]"', f"{dates[0]}/{dates[-1]}"
            return f"write {spot.name}: {either} for one of them, or {spot.name}: {span} for the time between"
        case [*_] if key.shape in _LISTS and (texts := texts_in(spot.values.get(spot.name))):
            return f"one list is enough: {spot.name}: [{', '.join(map(in_entry, texts))}]"
        case dict() if key.shape in {Shape.ID, Shape.IDS}:
            ids = [id_for(one, spot.by_id.values()) for one in map(str, value.values())]
            return f"write the id alone: {', '.join(ids)}"
        case [str(words), *_] if key.shape in _SINGLE:
            words = in_entry(", ".join(texts_in(value)))
            return f"write one value, without brackets and hyphens: {spot.name}: {words}"
        case dict() if len(value) == 1 and all(isinstance(one, str) for one in value.values()):
            [(first, rest)] = value.items()
            return f'if it is one value, put it between quotation marks: "{first}: {rest}"'
        case dict() if texts := texts_in(value):
            return f"write one value behind {spot.name}: {in_entry(', '.join(texts))}"
    return f"write behind {spot.name}: {key.meaning}, or take the line out"


def each_in_its_own(said: Iterable[Any], spot: Spot) -> str:
    """The entry in which a value stands, once for each of several."""
    others = {name: one for name, one in spot.values.items() if name != spot.name and is_plain(one)}
    entries = [entry(spot.keys, {**others, spot.name: str(one)}) for one in said]
    return " and ".join(f"- {one}" for one in entries)


_LISTS = frozenset({Shape.TEXTS, Shape.IDS})
_SINGLE = frozenset({Shape.TEXT, Shape.TEXTS, Shape.DATE, Shape.ID, Shape.IDS, Shape.LANGUAGE, Shape.ADDRESS})
"""Shapes of which one value is a text."""


def shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, bool):
        return str(value).lower()
    return "a list" if isinstance(value, list) else repr(value)
