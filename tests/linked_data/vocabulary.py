"""Things of pages held against the vocabulary of schema.org: types, properties, domains and ranges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

CONTEXT = "https://schema.org"

FORMS = {
    "Text": re.compile(r".+", re.DOTALL),
    "URL": re.compile(r"(https?://|\.|[a-z0-9-]+/)\S*"),
    "Date": re.compile(r"\d{4}(-\d\d(-\d\d)?)?"),
    "Duration": re.compile(r"PT\d+M"),
}
"""How a value of each of the types that are written as texts looks on our pages."""


@cache
def vocabulary() -> dict[str, Any]:
    """The types with those above them, and the properties with their domains and ranges."""
    file = Path(__file__).parent / "schema_org.json"
    read: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return read


def faults_of(thing: Any) -> Iterator[str]:
    """What schema.org has no place for in the block of a page."""
    if thing.get("@context") != CONTEXT:
        yield f"the context is {thing.get('@context')!r}"
    yield from _faults({name: value for name, value in thing.items() if name != "@context"}, "")


def _faults(node: dict[str, Any], of: str) -> Iterator[str]:
    """The faults of a node that is the value of the property ``of``, or the block's own."""
    kind = node.get("@type")
    above = _above(kind) if kind else ()
    if kind and not above:
        yield f"{kind} is no type"
    for name, values in node.items():
        if name in {"@type", "@id"}:
            continue
        if name not in vocabulary()["properties"]:
            yield f"{name} is no property"
            continue
        domains, ranges = (one.split() for one in vocabulary()["properties"][name])
        # A role bears the property once more whose value it is: https://schema.org/Role
        if kind and not set(domains) & set(above) and not (name == of and "Role" in above):
            yield f"{name} is no property of {kind}"
        for value in values if isinstance(values, list) else [values]:
            yield from _faults_of_value(name, value, ranges)


def _faults_of_value(name: str, value: Any, ranges: list[str]) -> Iterator[str]:
    if isinstance(value, dict):
        above = _above(value.get("@type", ""))
        if above and not {*ranges, "Role"} & set(above):
            yield f"{value['@type']} is no value of {name}, which takes {' '.join(ranges)}"
        yield from _faults(value, name)
    elif not isinstance(value, str):
        yield f"{value!r} of {name} is no text"
    elif not any(FORMS[one].fullmatch(value) for one in ranges if one in FORMS):
        yield f"{value!r} is no value of {name}, which takes {' '.join(ranges)}"


def _above(kind: str) -> tuple[str, ...]:
    return tuple(vocabulary()["types"].get(kind, "").split())
