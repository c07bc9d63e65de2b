"""The schema's table as JSON Schema (draft 2020-12), by which editors complete and check what is written.

It says what one value alone can say. That an id has a record, that a date is a day of the calendar and that a
name has one bearer, `invoke check` says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from plugins.archive.edtf import FORMS
from plugins.archive.file_names import ID
from plugins.archive.span import POINTER
from plugins.authority.language_tags import TAG
from plugins.authority.schema import ADDRESS, Key, Shape

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_AN_ID: Schema = {"type": ["string", "integer"], "pattern": f"^(?:{ID.pattern})$"}
"""An id of figures alone is a number to other readers."""

_TYPED = ["string", "number"]
"""A text as other readers of YAML have it: for us ``2013`` is what was written."""


def schema_of(title: str, keys: Mapping[str, Key]) -> Schema:
    """The schema of one record, as an editor shows it under ``title``."""
    return {"$schema": DIALECT, "title": title, **_object(keys)}


def schema_of_list(title: str, keys: Mapping[str, Key], more: Schema | None = None) -> Schema:
    """The schema of a file that is a list of records; ``more`` holds of each of them besides."""
    return {"$schema": DIALECT, "title": title, "type": "array", "items": _object(keys) | (more or {})}


def needed_by(key: str, needs: Mapping[str, tuple[str, ...]]) -> Schema:
    """What more must be there, by the value of a key."""
    return {
        "allOf": [
            {"if": {"properties": {key: {"const": value}}, "required": [key]}, "then": {"required": [*names]}}
            for value, names in needs.items()
        ]
    }


def _object(keys: Mapping[str, Key]) -> Schema:
    properties: Schema = {}
    for name, key in keys.items():
        properties[name] = _property(key)
        if key.also:
            properties[key.also] = {**properties[name], "description": f"another word for {name}"}
    twice = [{"required": [name, key.also]} for name, key in keys.items() if key.also]
    return {
        "type": "object",
        "properties": properties,
        "required": [name for name, key in keys.items() if key.required],
        "additionalProperties": False,
        **({"not": {"anyOf": twice}} if twice else {}),
    }


def _property(key: Key) -> Schema:
    made = {"description": key.meaning, **_SHAPES[key.shape](key)}
    if key.required:
        return made
    # A key may stand there with nothing behind it.
    if "enum" in made:
        return {**made, "enum": [*made["enum"], None]}
    if "type" in made:
        return {**made, "type": [*_listed(made["type"]), "null"]}
    return {**made, "anyOf": [*made["anyOf"], {"type": "null"}]}


def _listed(written: str | list[str]) -> list[str]:
    return [written] if isinstance(written, str) else written


def _text(key: Key) -> Schema:
    if key.choices:
        return {"enum": list(key.choices)}
    refused = {"not": {"enum": sorted(key.refused)}} if key.refused else {}
    return {"type": _TYPED, **refused}


def _date(_: Key) -> Schema:
    return {"type": ["string", "integer"], "pattern": f"^(?:{FORMS})$", "examples": ["2013-02", "2003~"]}


def _one_or_several(one: Schema) -> Schema:
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _topics(key: Key) -> Schema:
    return _one_or_several({"anyOf": [{"enum": list(key.choices)}, _AN_ID]})


def _items(key: Key) -> Schema:
    return {"type": "array", "items": _object(key.items or {})}


_POINTER: Schema = {
    "type": "string",
    "pattern": rf"^\s*(?:{POINTER})\s*$",
    "examples": ["quay-review p3", "quay-review p3 310-340 ba9876543210"],
}

_SHAPES: dict[Shape, Callable[[Key], Schema]] = {
    Shape.TEXT: _text,
    Shape.TEXTS: lambda _: _one_or_several({"type": _TYPED}),
    Shape.DATE: _date,
    Shape.CITES: lambda _: _one_or_several(_POINTER),
    Shape.ID: lambda _: _AN_ID,
    Shape.IDS: lambda _: _one_or_several(_AN_ID),
    Shape.TOPICS: _topics,
    Shape.LANGUAGE: lambda _: {"type": "string", "pattern": f"^(?:{TAG})$", "examples": ["en", "de"]},
    Shape.ADDRESS: lambda _: {"type": "string", "pattern": f"^(?:{ADDRESS})$"},
    Shape.DIGEST: lambda _: {"type": "string", "pattern": "^[0-9a-f]{64}$"},
    Shape.NUMBER: lambda _: {"type": "integer", "minimum": 0},
    Shape.ITEMS: _items,
}
