"""Where a value stands in a record, and what is said of one that has another shape than its key takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.errors import Code, Problem
from plugins.archive.nearest_date import is_date
from plugins.authority.day_and_place import date_in_parts, date_meant
from plugins.authority.meant_entries import entries_of, is_plain, is_row, texts_in
from plugins.authority.nearest import id_for, record_named
from plugins.authority.other_kind import records_for
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.authority.written_out import entry, listed, to_be_made, whole
from plugins.markdown_it.yaml_lines import in_entry, quoted, text_in_entry

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
        return whole(spot.name, key, found, {}, spot.by_id, said=value)
    match value:
        case bool() if {"yes", "no"} <= set(key.choices):
            return f"write {'yes' if value else 'no'}"
        case bool() if key.choices:
            return f"the choice is {key.choice}"
        case bool():
            return f'put it between quotation marks: "{str(value).lower()}"'
        case [[str(words)]] if key.shape is Shape.TEXT and not key.choices and spot.name not in _PLAIN:
            return f'a value that is a link stands between quotation marks: "[[{words}]]"'
        case [[str(words)]] if key.shape in _SINGLE and not isinstance(spot.values.get(spot.name), str):
            name = id_for(words, spot.by_id.values()) if key.shape in {Shape.ID, Shape.IDS} else words
            return f"it has no brackets here; write {spot.name}: {in_entry(name)}"
        case [[str()], *_] if key.shape is Shape.ID and all(isinstance(one, list) for one in value):
            # Links without quotation marks.
            return _instead([text for one in value for text in one], spot)
        case [str(), str(), *_] if spot.is_inside and key.shape is Shape.ID:
            ids = _ids_of(value, spot)
            return each_in_its_own(ids, spot) + to_be_made(ids, spot.by_id, key.kinds, value)
        case [str(), str(), *_] if key.shape is Shape.ID:
            return one_of(_ids_of(value, spot), spot, value)
        case [str(), str(), *_] if spot.is_inside and key.shape is Shape.TEXT:
            return each_in_its_own(value, spot)
        case [*_] if key.shape is Shape.DATE and is_date(bracketed := f"[{','.join(map(str, value))}]"):
            told = f"write {spot.name}: {text_in_entry(bracketed)}"
            if len(value) == 1:
                return f"a date with brackets stands between quotation marks; {told}"
            first, last = value[0], value[-1]
            return f"{told} for one of them, or {spot.name}: {first}/{last} for the time between"
        case [str(), str(), *_] if key.shape is Shape.DATE:
            dates = list(filter(None, map(date_meant, map(str, value))))
            if len(dates) < len(value):
                return f"write behind {spot.name}: {key.meaning}"
            either, span = f'"[{",".join(dates)}]"', f"{dates[0]}/{dates[-1]}"
            return f"write {spot.name}: {either} for one of them, or {spot.name}: {span} for the time between"
        case [*_] if key.shape in _LISTS and (texts := texts_in(spot.values.get(spot.name))):
            return f"one list is enough: {spot.name}: [{', '.join(map(in_entry, texts))}]"
        case dict() if all(one is None for one in value.values()) and key.shape in _OF_SEVERAL:
            # Braces for brackets.
            told = ", ".join(in_entry(str(one)) for one in value)
            return f"a list stands between [ and ]; write {spot.name}: [{told}]"
        case dict() if key.shape in {Shape.ID, Shape.IDS}:
            # The name stands behind a word for it, or before a remark.
            known = records_for(key, spot.by_id)
            names = (
                texts_in(value)
                if is_row(value)
                else [
                    str(name) if record_named(str(name), known) else text
                    for name, said in value.items()
                    for text in texts_in(said) or [str(name)]
                ]
            )
            ids = list(dict.fromkeys(_ids_of(names, spot)))
            ids = [one for one in ids if one in spot.by_id] or ids
            if key.shape is Shape.ID and len(ids) > 1:
                return one_of(ids, spot, value)
            return f"write the id alone: {', '.join(ids)}{to_be_made(ids, spot.by_id, key.kinds, value)}"
        case dict() if key.shape is Shape.DATE and (date := date_in_parts(value)):
            return f"write {spot.name}: {text_in_entry(date)}"
        case dict() if key.shape is Shape.TEXTS and not isinstance(spot.values.get(spot.name), list):
            return f"write {spot.name}: [{', '.join(map(in_entry, texts_in(list(value.values()))))}]"
        case [str(), str(), *_] if key.choices and all(one in key.choices for one in value):
            return f"one of them stands here; write {' or '.join(f'{spot.name}: {one}' for one in value)}"
        case [str(), str(), *_] if key.shape in {Shape.LANGUAGE, Shape.ADDRESS}:
            return f"one of them stands here; write {' or '.join(f'{spot.name}: {one}' for one in value)}"
        case [str(words), *_] if key.shape in _SINGLE:
            words = in_entry(_joined(texts_in(value), spot))
            return f"write one value, without brackets and hyphens: {spot.name}: {words}"
        case dict() if len(value) == 1 and all(isinstance(one, str) for one in value.values()):
            [(first, rest)] = value.items()
            begins = "" if key.shape in _LISTS else f"{spot.name}: "
            value_alone = f"{begins}{quoted(f'{first}: {rest}')}"
            return f"if it is one value, put it between quotation marks: {value_alone}"
        case dict() if texts := texts_in(value):
            return f"write one value behind {spot.name}: {in_entry(', '.join(texts))}"
    wanted = key.meaning + (f": {key.choice}" if key.choices else "")
    return f"write behind {spot.name}: {wanted}" + ("" if key.required else ", or take the line out")


def _joined(texts: list[str], spot: Spot) -> str:
    """Several texts as one: sentences one behind the other, people with *and* before the last."""
    if all(one.rstrip().endswith((".", "!", "?")) for one in texts):
        return " ".join(one.strip() for one in texts)
    if spot.name == "author" and len(texts) > 1:
        return f"{', '.join(texts[:-1])} and {texts[-1]}"
    return ", ".join(texts)


def one_of(ids: Iterable[str], spot: Spot, said: Any) -> str:
    """What to write for several ids where one stands; ``said`` is what stands there."""
    told = list(ids)
    either = " or ".join(f"{spot.name}: {one}" for one in told)
    missing = to_be_made(told, spot.by_id, spot.key.kinds, said)
    return f"one id stands here; write {either}, and name the other in the text below the second ---{missing}"


def _ids_of(names: Iterable[str], spot: Spot) -> list[str]:
    known = records_for(spot.key, spot.by_id)
    return [id_for(one, known) for one in names]


def each_in_its_own(said: Iterable[Any], spot: Spot) -> str:
    """The entry in which a value stands, once for each of several, to be written in its place."""
    others = {name: one for name, one in spot.values.items() if name != spot.name and is_plain(one)}
    entries = [entry(spot.keys, {**others, spot.name: str(one)}) for one in said]
    told = listed(entries, has_brackets=spot.record.has_brackets(*spot.way[:-2]))
    return f"write in place of this entry {told}"


_PLAIN = frozenset({"role", "kind", "property", "name", "sort-name", "title", "author", "outlet", "file"})
"""Keys whose texts are no Markdown, so that no link stands there."""

_LISTS = frozenset({Shape.TEXTS, Shape.IDS})
_OF_SEVERAL = frozenset({Shape.TEXTS, Shape.TOPICS, Shape.CITES})
_SINGLE = frozenset({Shape.TEXT, Shape.TEXTS, Shape.DATE, Shape.ID, Shape.IDS, Shape.LANGUAGE, Shape.ADDRESS})
"""Shapes of which one value is a text."""


def shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, bool):
        return str(value).lower()
    return "a list" if isinstance(value, list) else repr(value)
