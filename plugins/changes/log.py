"""The log of an archive's states: one line for each change, under a line that says who kept it and when.

The states themselves are not kept: each is what all lines before it add up to. So the file grows by what is
new, a later page or feed has its entries ready, and two people's lines can be merged.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from plugins.archive.errors import Problem
from plugins.archive.relation import Topic
from plugins.changes.change import Change, ChangeKind
from plugins.changes.state import Settled, State, Stated

LOG = "changes.jsonl"
"""The file in the content folder."""

VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """The changes that somebody kept on one day, those that are not told included.

    ``when`` is a whole day: a feed needs one, and whoever keeps a log knows it. ``at_hand`` are the sources
    whose originals were there.
    """

    who: str
    when: str
    at_hand: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def told(self) -> tuple[Change, ...]:
        """The changes that are news. What the first entry begins with is none."""
        return tuple(one for one in self.changes if one.kind.is_told)


@dataclass(frozen=True)
class ChangeLog:
    """The log of an archive: its entries in the order of its lines, and every fault of a line.

    There are no entries where nobody has begun a log, and of a faulty log only those that could be read.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def begun(self) -> Entry | None:
        """The entry that the log begins with, or None where there is no log."""
        return self.entries[0] if self.entries else None


NO_LOG = ChangeLog()
"""Of an archive whose changes nobody keeps."""


def lines_of(entry: Entry, is_first: bool) -> str:
    """The lines of one entry, to be put at the end of a log; the first begins with the log's version."""
    rows: list[dict[str, Any]] = [{"version": VERSION}] if is_first else []
    rows.append({"who": entry.who, "when": entry.when, "at_hand": list(entry.at_hand)})
    rows += [as_data(change) for change in entry.changes]
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def state_after(entries: Iterable[Entry]) -> State:
    """The state that all changes of some entries add up to."""
    claims: dict[str, Stated] = {}
    contradicted: dict[Topic, tuple[str, ...]] = {}
    settled: dict[Topic, Settled] = {}
    at_hand: set[str] = set()
    for entry in entries:
        at_hand |= set(entry.at_hand)
        for change in entry.changes:
            if change.before:
                claims.pop(change.before.id, None)
            if change.after:
                claims[change.after.id] = change.after
            _decide(change, contradicted, settled)
    return State(claims, contradicted, settled, frozenset(at_hand))


def _decide(
    change: Change, contradicted: dict[Topic, tuple[str, ...]], settled: dict[Topic, Settled]
) -> None:
    if change.kind is ChangeKind.RECONCILED:
        contradicted.pop(change.topic, None)
    elif change.kind is ChangeKind.REOPENED:
        settled.pop(change.topic, None)
    elif change.settled:
        settled[change.topic] = change.settled
    elif change.values:
        contradicted[change.topic] = change.values


def as_data(change: Change) -> dict[str, Any]:
    """A change for programs, and as a line of the log: what it has, and nothing else."""
    row: dict[str, Any] = {"change": change.kind.value}
    row |= dict(zip(("subject", "property", "of"), change.topic, strict=True))
    row |= {name: dict(_claim_row(claim)) for name in ("before", "after") if (claim := getattr(change, name))}
    if change.values:
        row["values"] = list(change.values)
    if change.settled:
        row["settled"] = {**asdict(change.settled), "values": list(change.settled.values)}
    return row


def _claim_row(claim: Stated) -> Iterator[tuple[str, Any]]:
    """The parts of a claim that are not the usual ones; subject and property stand in the change."""
    yield from (("id", claim.id), ("value", claim.value), ("status", claim.status), ("cite", claim.place))
    if claim.qualifiers:
        yield "qualifiers", dict(claim.qualifiers)
    if claim.is_read:
        yield "read", True
    if claim.corrected:
        yield "corrected", True
