"""A record's values against the schema: every fault with its place and the nearest right thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.errors import Code, Problem
from plugins.archive.span import Pointer, UnreadablePointer
from plugins.authority.nearest import nearest, nearest_id, nearest_key, nearest_pointer
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape

Fault = Callable[..., Problem]
"""``record.fault``: a code, a message, and the way to the value."""

Way = tuple[str | int, ...]

_TURNS = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates; the marks that only settle how a sign beside them is read may stay."""

_NO_GAP = re.compile(r"-[^\W\d]")
"""How a list begins whose hyphens have no space behind them: YAML reads one text."""

POINTER_FORM = "write: source p3 120-148 0123456789ab, as `invoke cite` prints it"


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands: its key in the schema, the records around it, and how to report it."""

    key: Key
    by_id: Mapping[str, Record]
    fault: Fault
    way: Way

    def wrong(self, code: Code, message: str, *further: str | int) -> Problem:
        return self.fault(code, message, *self.way, *further)

    def wrong_type(self, value: Any, *further: str | int) -> Problem:
        message = f"expected {self.key.shape.value}, found {_shape_of(value)}; {_instead(value, self.key)}"
        return self.wrong(Code.WRONG_TYPE, message, *further)


def check_values(
    values: Mapping[str, Any],
    keys: Mapping[str, Key],
    by_id: Mapping[str, Record],
    fault: Fault,
    way: Way = (),
) -> list[Problem]:
    """Every fault of a record, or of one entry of a list in it, in no particular order."""
    found: list[Problem] = []
    meant: set[str] = set()
    for key, value in values.items():
        known = keys.get(key)
        if known is None and (own := _also(key, keys)) is not None:
            message = f"{key!r} is another word for {own!r}; write all of it under one of the two"
            found.append(fault(Code.WRONG_VALUE, message, *way, key, ""))
        elif known is None:
            advice, name = nearest_key(key, keys.keys() - values.keys())
            meant.add(name)
            found.append(fault(Code.UNKNOWN_KEY, f"{key!r} is no key here; {advice}", *way, key, ""))
        elif value is not None:
            found += _CHECKS[known.shape](value, _Spot(known, by_id, fault, (*way, key)))
    for key, known in keys.items():
        value = values.get(key)
        # A key that is misspelt is told once, where it stands.
        if (
            key not in meant
            and known.required
            and (value is None or (isinstance(value, str) and not value.strip()))
        ):
            found.append(_missing(key, known, fault, way, is_there=key in values))
    return found


def _also(word: str, keys: Mapping[str, Key]) -> str | None:
    """The key for which a word stands too. What stands alone was read under that key."""
    return next((key for key, known in keys.items() if known.also == word), None)


def _missing(key: str, known: Key, fault: Fault, way: Way, *, is_there: bool) -> Problem:
    """A key that must be there and is not, or has nothing behind it."""
    meaning = known.meaning + (f": {', '.join(known.choices)}" if known.choices else "")
    if not is_there:
        return fault(Code.MISSING_KEY, f"{key!r} is missing; add a line {key}: with {meaning}", *way)
    message = f"{key!r} is empty; write behind it {meaning} (between quotation marks if it begins with #)"
    return fault(Code.MISSING_KEY, message, *way, key, "")


def _text(value: Any, spot: _Spot) -> Iterator[Problem]:
    choices = spot.key.choices
    if not isinstance(value, str):
        yield spot.wrong_type(value)
    elif choices and value not in choices:
        yield spot.wrong(Code.WRONG_VALUE, f"{value!r} is none of its values; {nearest(value, choices)}")
    elif value in spot.key.refused:
        message = f"{value!r} has keys of its own and is no fact; name the property in other words"
        yield spot.wrong(Code.WRONG_VALUE, message)
    else:
        yield from _turning(value, spot)


def _texts(value: Any, spot: _Spot) -> Iterator[Problem]:
    if isinstance(value, list):
        yield from (
            spot.wrong_type(one, place) for place, one in enumerate(value) if not isinstance(one, str)
        )
        yield from (
            fault
            for place, one in enumerate(value)
            if isinstance(one, str)
            for fault in _turning(one, spot, place)
        )
    elif not isinstance(value, str):
        yield spot.wrong_type(value)
    else:
        if _NO_GAP.match(value):
            message = f"{value[:40]!r} is no list; put a space behind each hyphen: - {value[1:30].split()[0]}"
            yield spot.wrong(Code.WRONG_VALUE, message)
        yield from _turning(value, spot)


def _turning(value: str, spot: _Spot, *further: str | int) -> Iterator[Problem]:
    """A sign that turns the direction of what is printed after the value; a page is not one value's."""
    if found := _TURNS.search(value):
        message = f"U+{ord(found.group()):04X} turns the direction of what follows it; leave it out"
        yield spot.wrong(Code.WRONG_VALUE, f"{message}, letters know theirs", *further)


def _cites(value: Any, spot: _Spot) -> Iterator[Problem]:
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        further = (number,) if isinstance(value, list) else ()
        try:
            source = Pointer.parse(one).source if isinstance(one, str) else None
        except UnreadablePointer:
            source = None
        if source is None or source not in spot.by_id or spot.by_id[source].folder != "sources":
            yield _no_pointer(one, source, spot, *further)


def _no_pointer(value: Any, source: str | None, spot: _Spot, *further: str | int) -> Problem:
    """What is wrong with a pointer that cannot be read, or whose source has no record."""
    sources = {record.id: record for record in spot.by_id.values() if record.folder == "sources"}
    written = value
    while isinstance(written, list) and len(written) == 1:
        written = written[0]
    meant = nearest_pointer(written, sources) if isinstance(written, str) else ""
    if source is None or meant.startswith("it names"):
        said = _shape_of(value) if written is value else f"[[{written}]]"
        message = f"{said} is no pointer; {meant or POINTER_FORM}"
        return spot.wrong(Code.BAD_POINTER, message, *further)
    advice = nearest_id(source, sources.values(), "make a record for it in content/sources, or mend the id")
    return spot.wrong(Code.UNKNOWN_ID, f"no source is called {source!r}; {advice}", *further)


def _id(value: Any, spot: _Spot, *further: str | int) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield spot.wrong_type(value, *further)
        return
    kinds, record = spot.key.kinds, spot.by_id.get(value)
    if record is None:
        known = (one for one in spot.by_id.values() if not kinds or one.kind.kind in kinds)
        advice = nearest_id(value, known, "make a record for it, or mend the id")
        yield spot.wrong(Code.UNKNOWN_ID, f"no record has the id {value!r}; {advice}", *further)
    elif kinds and record.kind.kind not in kinds:
        wanted = " or ".join(kind.value for kind in kinds)
        message = f"{value!r} is a record of the kind {record.kind.kind.value}; name a {wanted}"
        yield spot.wrong(Code.WRONG_VALUE, message, *further)


def _ids(value: Any, spot: _Spot) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield from _id(value, spot)
        return
    for number, one in enumerate(value):
        yield from _id(one, spot, number)


def _topics(value: Any, spot: _Spot) -> Iterator[Problem]:
    """Aspects and ids of records; a word that is both is the aspect."""
    aspects = spot.key.choices
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        further = (number,) if isinstance(value, list) else ()
        if not isinstance(one, str):
            yield spot.wrong_type(one, *further)
        elif one not in aspects and one not in spot.by_id:
            otherwise = f"write the id of a record, or one of {', '.join(aspects)}"
            advice = nearest(one, {*aspects, *spot.by_id}, otherwise)
            message = f"{one!r} is no aspect of a film and no id of a record; {advice}"
            yield spot.wrong(Code.UNKNOWN_ID, message, *further)


def _digest(value: Any, spot: _Spot) -> Iterator[Problem]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{64}", value):
        yield spot.wrong(Code.WRONG_TYPE, f"expected {spot.key.shape.value}; `sha256sum FILE` prints them")


def _number(value: Any, spot: _Spot) -> Iterator[Problem]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,15}", value):
        yield spot.wrong_type(value)


def _items(value: Any, spot: _Spot) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield spot.wrong_type(value)
        return
    for number, one in enumerate(value):
        if isinstance(one, dict):
            yield from check_values(one, spot.key.items or {}, spot.by_id, spot.fault, (*spot.way, number))
        else:
            first = next(iter(spot.key.items or ()), "")
            advice = f"write - {first}: {one[:40]}" if isinstance(one, str) else f"begin with - {first}:"
            message = f"expected keys and values, found {_shape_of(one)}; {advice}"
            yield spot.wrong(Code.WRONG_TYPE, message, number)


def _instead(value: Any, key: Key) -> str:
    """What to write where a value has another shape than its key takes."""
    match value:
        case bool() if {"yes", "no"} <= set(key.choices):
            return f"write {'yes' if value else 'no'}"
        case bool() if key.choices:
            return f"the choice is {', '.join(key.choices)}"
        case bool():
            return f'put it between quotation marks: "{str(value).lower()}"'
        case [[str(words)]] if key.shape is Shape.TEXT:
            return f'a value that is a link stands between quotation marks: "[[{words}]]"'
        case [[str(words)]] if key.shape in _SINGLE:
            return f"an id has no brackets here: {words}"
        case [str(words), *_] if key.shape in _SINGLE:
            return f"write one value, without brackets and hyphens: {words}"
        case str() if key.shape is Shape.ITEMS:
            return f"write below the key: - {next(iter(key.items or ()), '')}: {value[:40].strip('[]')}"
        case dict() if key.shape is Shape.ITEMS:
            return f"put a hyphen before the first key: - {next(iter(value), '')}"
        case dict() if len(value) == 1 and all(isinstance(one, str) for one in value.values()):
            [(first, rest)] = value.items()
            return f'if it is one value, put it between quotation marks: "{first}: {rest}"'
    return "write it as its neighbours have it"


_SINGLE = frozenset({Shape.TEXT, Shape.TEXTS, Shape.DATE, Shape.ID, Shape.IDS})
"""Shapes of which one value is a text."""


def _shape_of(value: Any) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, bool):
        return str(value).lower()
    return "a list" if isinstance(value, list) else repr(value)


_CHECKS: dict[Shape, Callable[[Any, _Spot], Iterator[Problem]]] = {
    Shape.TEXT: _text,
    Shape.DATE: _text,
    Shape.TEXTS: _texts,
    Shape.CITES: _cites,
    Shape.ID: _id,
    Shape.IDS: _ids,
    Shape.TOPICS: _topics,
    Shape.DIGEST: _digest,
    Shape.NUMBER: _number,
    Shape.ITEMS: _items,
}
