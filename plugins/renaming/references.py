"""Where records name each other by id: in values that are ids by the schema, in pointers, in wiki links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.markdown_it.quick_yaml import Path

_NAMING = frozenset({Shape.ID, Shape.IDS, Shape.TOPICS, Shape.CITES})
"""Shapes of values that are ids or, as pointers do, begin with one."""


def ways_to(named: str, values: Mapping[str, Any], keys: Mapping[str, Key], way: Path = ()) -> Iterator[Path]:
    """The ways to all values that name a record, or point into it if it is a source."""
    for key, value in values.items():
        known = keys.get(key)
        if known is None:
            continue
        for further, one in _each(value):
            here = (*way, key, *further)
            if known.shape is Shape.ITEMS and isinstance(one, dict):
                yield from ways_to(named, one, known.items or {}, here)
            elif known.shape in _NAMING and _names(one, named, known.shape):
                yield here


def _each(value: Any) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, list):
        yield from (((number,), one) for number, one in enumerate(value))
    else:
        yield (), value


def _names(value: Any, named: str, shape: Shape) -> bool:
    if not isinstance(value, str):
        return False
    return value == named or (shape is Shape.CITES and value.split(" ", 1)[0] == named)


def with_value_renamed(text: str, record: Record, way: Path, old: str, new: str) -> str:
    """The text of a file in which the value at a way has the new id; all else stays as it was written.

    The other values of the file stay where they are only if those behind are renamed first.

    Raises:
        LookupError: the id does not stand where the value does.
    """
    line, column = record.at(*way)
    lines = text.split("\n")
    before = lines[line - 1]
    found = word_of(old).search(before, column - 1)
    if not found:
        raise LookupError(f"{record.path}:{line}:{column}")
    lines[line - 1] = before[: found.start()] + new + before[found.end() :]
    return "\n".join(lines)


def word_of(named: str) -> re.Pattern[str]:
    """What finds an id that stands by itself, and no other of which it is a part."""
    return re.compile(rf"(?<![\w-]){re.escape(named)}(?![\w-])")


def with_links_renamed(text: str, old: str, new: str) -> str:
    """A text in which wiki links to an id lead to another; labels and places on the page stay.

    >>> with_links_renamed("[[amy]], [[amy|her]], [[amy#h-voice]], [[amy-adams]]", "amy", "amy-lind")
    '[[amy-lind]], [[amy-lind|her]], [[amy-lind#h-voice]], [[amy-adams]]'
    """
    return re.sub(rf"(\[\[\s*){re.escape(old)}(?=\s*(?:[|#][^\[\]\n]*)?\]\])", rf"\g<1>{new}", text)
