"""The lines of a log, read and checked: every line that is none of ours is a fault, with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.relation import Topic
from plugins.changes.change import Change, ChangeKind
from plugins.changes.log import LOG, VERSION, ChangeLog, Entry
from plugins.changes.state import Settled, Stated, UnreadableState

TEXT, TEXT_OR_NOTHING, TEXTS = "a line of text", "a line of text or null", "a list of texts"
TRUTH, TABLE = "true or false", "an object"

ENTRY_KEYS = {"who": TEXT, "when": TEXT, "at_hand": TEXTS}
CHANGE_KEYS = {"change": TEXT, "subject": TEXT, "property": TEXT, "of": TEXT_OR_NOTHING}
CLAIM_KEYS = {"id": TEXT, "value": TEXT, "status": TEXT, "cite": TEXT_OR_NOTHING}
SETTLED_KEYS = {"values": TEXTS, "relation": TEXT_OR_NOTHING, "who": TEXT, "when": TEXT, "why": TEXT}
"""What each kind of line must have, and of which shape."""

FURTHER = {"values": TEXTS, "qualifiers": TABLE, "read": TRUTH, "corrected": TRUTH}
"""What lines and their claims may have besides."""

PARTS = {
    ChangeKind.ADDED: ("after",),
    ChangeKind.CHANGED: ("before", "after"),
    ChangeKind.REMOVED: ("before",),
    ChangeKind.CONTRADICTED: ("values",),
    ChangeKind.RECONCILED: ("values",),
    ChangeKind.SETTLED: ("settled",),
    ChangeKind.REOPENED: ("settled",),
    ChangeKind.MOVED: ("before", "after"),
}
"""What each kind of change tells of; a log begins with any of them."""

NEXT = "mend the line as `invoke changes --record` wrote it, or take the file from an earlier version"


def is_day(written: str) -> bool:
    """Whether a text is one whole day of EDTF, nothing of it in doubt.

    >>> [is_day(one) for one in ("2026-11-27", "2026-11", "2026-11-27?", "2026-02-30")]
    [True, False, False, False]
    """
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", Edtf.parse(written).written))
    except UnreadableDate:
        return False


def read_log(text: str) -> tuple[Entry, ...]:
    """The entries of a log, the oldest first; none for an empty text.

    Raises:
        UnreadableState: a line is none of ours; the message names the first.
    """
    read = read_lines(text, LOG)
    if read.problems:
        first = min(read.problems)
        raise UnreadableState(f"line {first.line} of {LOG} is no entry: {first.message}")
    return read.entries


def read_lines(text: str, path: str) -> ChangeLog:
    """The entries of a log with every fault of its lines. ``path`` is what messages call the file."""
    read = _Reading()
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        try:
            if line.strip():
                read.take(_object(line))
        except _Fault as fault:
            problems.append(problem(path, number, fault.column, fault.code, f"{fault.said}; {NEXT}"))
    return ChangeLog(tuple(read.entries()), tuple(problems))


class _Fault(Exception):
    """What is wrong with a line. ``column`` counts from 1."""

    def __init__(self, code: Code, said: str, column: int = 1) -> None:
        self.code, self.said, self.column = code, said, column
        super().__init__(said)


@dataclass
class _Reading:
    """The lines so far: each head with the changes that follow it."""

    heads: list[tuple[dict[str, Any], list[Change]]] = field(default_factory=list)

    def take(self, row: dict[str, Any]) -> None:
        if "version" in row:
            if row["version"] != VERSION:
                raise _Fault(Code.WRONG_VALUE, f"the version is {row['version']!r}, and {VERSION} is known")
        elif "who" in row:
            # Its changes belong to it, whatever else is wrong with it.
            self.heads.append((row, []))
            _check(row, ENTRY_KEYS)
            if not is_day(row["when"]):
                raise _Fault(Code.BAD_DATE, f"{row['when']!r} is no day; write one like 2026-11-27")
        else:
            change = _change(row)
            if not self.heads:
                raise _Fault(Code.MISSING_KEY, "no line before it says who kept it and when")
            self.heads[-1][1].append(change)

    def entries(self) -> Iterator[Entry]:
        for head, changes in self.heads:
            at_hand = head.get("at_hand")
            sources = tuple(at_hand) if isinstance(at_hand, list) else ()
            yield Entry(str(head["who"]), str(head.get("when")), sources, tuple(changes))


def _object(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as fault:
        raise _Fault(Code.UNREADABLE_LINE, f"no JSON: {fault.msg}", fault.colno) from None
    except (RecursionError, ValueError):
        raise _Fault(Code.UNREADABLE_LINE, "no JSON that can be read") from None
    if not isinstance(row, dict):
        raise _Fault(Code.WRONG_TYPE, f"expected an object, found {_shape(row)}")
    return row


def _check(row: Mapping[str, Any], keys: Mapping[str, str]) -> None:
    for key, shape in keys.items():
        if key not in row:
            raise _Fault(Code.MISSING_KEY, f"there is no {key!r}")
        _check_shape(row, key, shape)
    for key, shape in FURTHER.items():
        if key in row:
            _check_shape(row, key, shape)


def _check_shape(row: Mapping[str, Any], key: str, shape: str) -> None:
    if not _SHAPES[shape](row[key]):
        raise _Fault(Code.WRONG_TYPE, f"{key!r} is {shape}, found {_shape(row[key])}")


def _shape(value: Any) -> str:
    return {dict: "an object", list: "a list", str: "text", type(None): "null"}.get(type(value), repr(value))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_SHAPES: dict[str, Callable[[Any], bool]] = {
    TEXT: _is_text,
    TEXT_OR_NOTHING: lambda value: value is None or _is_text(value),
    TEXTS: lambda value: isinstance(value, list) and all(map(_is_text, value)),
    TRUTH: lambda value: isinstance(value, bool),
    TABLE: lambda value: isinstance(value, dict) and all(map(_is_text, value.values())),
}


def _change(row: dict[str, Any]) -> Change:
    _check(row, CHANGE_KEYS)
    if row["change"] not in {one.value for one in ChangeKind}:
        raise _Fault(Code.WRONG_VALUE, f"{row['change']!r} is no kind of change")
    kind = ChangeKind(row["change"])
    topic = row["subject"], row["property"], row["of"]
    before, after = (_claim(row[name], topic) if name in row else None for name in ("before", "after"))
    settled = _settled(row["settled"]) if "settled" in row else None
    values = tuple(row.get("values", ()))
    made = Change(kind, topic, before, after, values, settled)
    _check_parts(made)
    return made


def _check_parts(change: Change) -> None:
    for key in PARTS.get(change.kind, ()):
        if not getattr(change, key):
            raise _Fault(Code.MISSING_KEY, f"what is {change.kind.value} has no {key!r}")
    if not (change.after or change.values or change.settled or change.before):
        raise _Fault(Code.MISSING_KEY, "there is no claim, no values and no settlement")


def _settled(row: Any) -> Settled:
    if not isinstance(row, dict):
        raise _Fault(Code.WRONG_TYPE, f"'settled' is an object, found {_shape(row)}")
    _check(row, SETTLED_KEYS)
    return Settled(tuple(row["values"]), row["relation"], row["who"], row["when"], row["why"])


def _claim(row: Any, topic: Topic) -> Stated:
    if not isinstance(row, dict):
        raise _Fault(Code.WRONG_TYPE, f"a claim is an object, found {_shape(row)}")
    _check(row, CLAIM_KEYS)
    cite = row["cite"]
    return Stated(
        id=row["id"],
        subject=topic[0],
        property=topic[1],
        value=row["value"],
        status=row["status"],
        source=cite.split()[0] if cite and cite.split() else None,
        place=cite or None,
        qualifiers=tuple(sorted(row.get("qualifiers", {}).items())),
        is_read=row.get("read", False),
        corrected=row.get("corrected", False),
    )
