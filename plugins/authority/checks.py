"""A record's values against the schema: every fault with its place and the nearest right thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from plugins.archive.errors import Code, Problem
from plugins.archive.span import Pointer, UnreadablePointer
from plugins.authority.schema import Key, Shape

if TYPE_CHECKING:
    from plugins.authority.records import Record

Fault = Callable[..., Problem]
"""``record.fault``: a code, a message, and the way to the value."""

Way = tuple[str | int, ...]

POINTER_FORM = "write: source p3 120-148 0123456789ab, as `invoke cite` prints it"


def check_values(
    values: Mapping[str, Any], keys: Mapping[str, Key], by_id: Mapping[str, Record], fault: Fault, way: Way = ()
) -> list[Problem]:
    """Every fault of a record, or of one entry of a list in it, in no particular order."""
    found: list[Problem] = []
    for key, value in values.items():
        known = keys.get(key)
        if known is None:
            found.append(fault(Code.UNKNOWN_KEY, f"{key!r} is no key here; {_nearest(key, keys)}", *way, key, ""))
        elif value is not None:
            found += _CHECKS[known.shape](value, known, by_id, fault, (*way, key))
    for key, known in keys.items():
        if known.required and values.get(key) is None:
            found.append(fault(Code.MISSING_KEY, f"{key!r} is missing; it is {known.meaning}", *way))
    return found


def _nearest(word: str, among: Mapping[str, object] | tuple[str, ...]) -> str:
    close = get_close_matches(word, list(among), n=1)
    return f"did you mean {close[0]!r}?" if close else f"the choice is {', '.join(sorted(among))}"


def _text(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}, found {_shape_of(value)}", *way)
    elif key.choices and value not in key.choices:
        yield fault(Code.WRONG_VALUE, f"{value!r} is none of its values; {_nearest(value, key.choices)}", *way)


def _texts(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if isinstance(value, str):
        return
    if not isinstance(value, list):
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}, found {_shape_of(value)}", *way)
        return
    for number, one in enumerate(value):
        if not isinstance(one, str):
            yield fault(Code.WRONG_TYPE, f"expected a text, found {_shape_of(one)}", *way, number)


def _cites(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        place = (*way, number) if isinstance(value, list) else way
        try:
            source = Pointer.parse(one).source if isinstance(one, str) else None
        except UnreadablePointer:
            source = None
        if source is None:
            yield fault(Code.BAD_POINTER, f"{one!r} is no pointer; {POINTER_FORM}", *place)
        elif source not in by_id or by_id[source].folder != "sources":
            sources = {record.id: record for record in by_id.values() if record.folder == "sources"}
            yield fault(Code.UNKNOWN_ID, f"no source is called {source!r}; {_nearest(source, sources)}", *place)


def _id(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}, found {_shape_of(value)}", *way)
        return
    record = by_id.get(value)
    if record is None:
        known = {
            one.id: one for one in by_id.values() if not key.kinds or one.kind.kind in key.kinds
        }
        yield fault(Code.UNKNOWN_ID, f"no record has the id {value!r}; {_nearest_id(value, known)}", *way)
    elif key.kinds and record.kind.kind not in key.kinds:
        wanted = " or ".join(kind.value for kind in key.kinds)
        yield fault(Code.WRONG_VALUE, f"{value!r} is a {record.kind.kind.value}; name a {wanted}", *way)


def _nearest_id(word: str, among: Mapping[str, object]) -> str:
    close = get_close_matches(word, list(among), n=1)
    return f"did you mean {close[0]!r}?" if close else "make a record for it, or mend the id"


def _ids(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield from _id(value, key, by_id, fault, way)
        return
    for number, one in enumerate(value):
        yield from _id(one, key, by_id, fault, (*way, number))


def _digest(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{64}", value):
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}; `sha256sum FILE` prints them", *way)


def _number(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, str) or not value.isdecimal():
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}, found {value!r}", *way)


def _items(value: Any, key: Key, by_id: Mapping[str, Record], fault: Fault, way: Way) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield fault(Code.WRONG_TYPE, f"expected {key.shape.value}, found {_shape_of(value)}", *way)
        return
    for number, one in enumerate(value):
        if isinstance(one, dict):
            yield from check_values(one, key.items or {}, by_id, fault, (*way, number))
        else:
            yield fault(Code.WRONG_TYPE, f"expected keys and values, found {_shape_of(one)}", *way, number)


def _shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return repr(value)


_CHECKS: dict[Shape, Callable[[Any, Key, Mapping[str, Any], Fault, Way], Iterator[Problem]]] = {
    Shape.TEXT: _text,
    Shape.DATE: _text,
    Shape.TEXTS: _texts,
    Shape.CITES: _cites,
    Shape.ID: _id,
    Shape.IDS: _ids,
    Shape.DIGEST: _digest,
    Shape.NUMBER: _number,
    Shape.ITEMS: _items,
}
