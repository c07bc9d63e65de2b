"""Lines that cannot be read and were meant as a list, or as a date, each told with what to write for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plugins.archive.errors import Code, Problem
from plugins.archive.nearest_date import is_date
from plugins.authority.cites import PAGE
from plugins.authority.meant_entries import entries_of, given_in, texts_in
from plugins.authority.nearest import id_for, linked, record_named
from plugins.authority.other_kind import records_for
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.authority.written_out import entry, left_open, to_be_made
from plugins.markdown_it.quick_yaml import Path
from plugins.markdown_it.yaml_lines import in_entry

_OF_IDS = frozenset({Shape.IDS, Shape.TOPICS})
_LISTS = _OF_IDS | {Shape.ITEMS, Shape.TEXTS, Shape.CITES}


def meant_as_list(
    record: Record, faults: list[Problem], by_id: Mapping[str, Record]
) -> tuple[Record, list[Problem]]:
    """The record with what its unreadable line was meant as, and the fault with that to write: ids looked up.

    As they are where the line was meant as something else: what is told of its value is enough then.
    """
    first, *others = faults
    if first.code != Code.BAD_YAML.name.replace("_", "-"):
        return record, faults
    record, told = _told(record, first, by_id)
    return record, [told, *others]


def _told(record: Record, fault: Problem, by_id: Mapping[str, Record]) -> tuple[Record, Problem]:
    way = _key_on(record, fault.line)
    known = record.kind.key_at(way)
    if known is None:
        return _told_of_date(record, fault)
    value = _value_at(record.values, way)
    if isinstance(value, list) and len(value) == 1 and known.shape not in _LISTS and value[0]:
        meant = value[0]
        if known.shape is Shape.ID and isinstance(meant, str):
            meant = id_for(meant, records_for(known, by_id))
        told = f"no hyphen and no brackets stand before one value; write {way[-1]}: {_in_line(meant)}"
        return _with(record, way, meant), replace(fault, message=told)
    if known.shape not in _LISTS or (isinstance(value, str) and not linked(value)):
        return record, fault
    meant = list(_meant(value, known, by_id))
    what = fault.message.partition("; write ")[0]
    if isinstance(value, str):
        what = f"{way[-1]!r} takes no links"
    lines = {at[0] for one, at in record.places.items() if one[: len(way)] == way}
    in_place = " in place of these lines" if max(lines) > fault.line else ""
    told = f"{what}; write {way[-1]}: {_in_line(meant, known.items or {})}{in_place}"
    still = ""
    if known.shape is Shape.ITEMS:
        still = left_open(known.items or {}, meant, by_id, value)
    elif known.shape is Shape.IDS:
        still = to_be_made(meant, by_id, known.kinds, value)
    # What is open in it is told here, and not once more for what stands in it.
    return _with(record, way, [] if still else meant), replace(fault, message=told + still)


def _told_of_date(record: Record, fault: Problem) -> tuple[Record, Problem]:
    """What is told of a date that has a colon: not to hold it by quotation marks, but what to write."""
    dates = [
        key
        for key, known in record.kind.keys.items()
        if known.shape is Shape.DATE and isinstance(record.values.get(key), str)
    ]
    for key in dates:
        written = record.values[key]
        if record.at(key)[0] == fault.line and not is_date(written):
            what = fault.message.partition("; write ")[0]
            told = f"{what}, but {record.told_of_date(key, written)}"
            return _with(record, (key,), None), replace(fault, message=told)
    return record, fault


def bulleted(value: Any, known: Key) -> list[str]:
    """What stands behind the marks of a list in a value that is one text; empty for any other value."""
    if known.shape not in _LISTS or not isinstance(value, str):
        return []
    if known.shape not in _OF_IDS | {Shape.CITES}:
        parts = _BULLET.split(value) if _BULLET.match(value) else []
    elif value[:1] == "(" and value[-1:] in {")", "]", "}"}:
        # Other brackets than those of a list.
        parts = value[1:-1].split(",")
    else:
        parts = _ANY_MARK.split(value) if _ANY_MARK.search(value) else []
    told = [one.strip() for one in parts if one.strip()]
    # A page apart from its source is no part of a list, but of a pointer: "harmetz p2 - p4".
    return [] if known.shape is Shape.CITES and any(map(PAGE.fullmatch, told)) else told


def list_line(key: str, known: Key, parts: list[str], by_id: Mapping[str, Record]) -> str:
    """A key with its list between brackets, ids looked up, and what is still open in it."""
    meant = list(_meant(parts, known, by_id))
    still = left_open(known.items or {}, meant, by_id, parts) if known.shape is Shape.ITEMS else ""
    still = to_be_made(meant, by_id, known.kinds, parts) if known.shape is Shape.IDS else still
    return f"{key}: {_in_line(meant, known.items or {})}{still}"


_BULLET = re.compile(r"(?:\A|\s)(?:[*+•·‣▪–—]|\d{1,2}[.)])\s+")
"""What texts have before each of a list."""

_ANY_MARK = re.compile(r"(?:\A|\s)(?:(?:[*+•·‣▪–—-]|\d{1,2}[.)])\s+|-(?=[a-z]))")
"""The same with the hyphen, of a list of which another line lacks it: no id has spaces."""


def _key_on(record: Record, line: int) -> Path:
    """The way to the list or the links whose key stands on a line; empty for none."""
    ways = {at: way[:-1] for way, at in record.places.items() if way and way[-1] == "" and at[0] == line}
    values = {way: _value_at(record.values, way) for _, way in sorted(ways.items())}
    links = [way for way, one in values.items() if isinstance(one, str) and linked(one)]
    lists = [way for way, one in values.items() if isinstance(one, list)]
    return next(iter((*links, *lists)), ())


def _value_at(values: Any, way: Path) -> Any:
    for step in way:
        values = values[step]
    return values


def _with(record: Record, way: Path, value: Any) -> Record:
    """The record with another value at the end of a way."""

    def laid(held: Any, rest: Path) -> Any:
        if not rest:
            return value
        inner = laid(held[rest[0]], rest[1:])
        if isinstance(held, dict):
            return {**held, rest[0]: inner}
        return [inner if place == rest[0] else one for place, one in enumerate(held)]

    return replace(record, values=laid(record.values, way))


def _meant(value: Any, known: Key, by_id: Mapping[str, Record]) -> Iterator[Any]:
    """What each of the list is, as it should be written."""
    items = known.items or {}
    for one in value if isinstance(value, list) else linked(value) or [value]:
        if known.shape is Shape.ITEMS and isinstance(one, dict) and set(one) <= set(items):
            yield {name: _looked_up(said, items[name], by_id) for name, said in one.items()}
        elif known.shape is Shape.ITEMS and isinstance(one, dict):
            yield from entries_of(one, items, by_id)
        elif known.shape is Shape.ITEMS:
            yield from (given_in(text, items, by_id) for text in texts_in(one, by_id))
        elif known.shape in _OF_IDS and isinstance(one, str):
            yield one if one in known.choices else id_for(one, records_for(known, by_id))
        else:
            yield one


def _looked_up(said: Any, known: Key, by_id: Mapping[str, Record]) -> Any:
    if known.shape is not Shape.ID or not isinstance(said, str) or said in by_id:
        return said
    return found.id if (found := record_named(said, records_for(known, by_id))) else said


def _in_line(value: Any, items: Mapping[str, Key] | None = None) -> str:
    if isinstance(value, list):
        return f"[{', '.join(_in_line(one, items) for one in value)}]"
    if isinstance(value, dict):
        return entry(items or {}, {name: one for name, one in value.items() if one is not None})
    return in_entry(str(value))
