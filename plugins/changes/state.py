"""What an archive knew at one time, as its open data tells it."""

from __future__ import annotations

import builtins
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.claim import EDITOR, RETRACTED
from plugins.archive.relation import Relation, Topic
from plugins.claims.dated_passages import UNSORTED

CLAIMS, DISAGREEMENTS, SEGMENTS = "data/claims.jsonl", "data/disagreements.json", "data/segments.jsonl"
"""The files of a build that a state is read from. The first must be there."""

REMARKS = frozenset({"derivation"})
"""Qualifiers that explain a value and are no part of it: to put them better is no change."""

FIRST_VERSION = 1
"""Of ``disagreements.json``: it told only of values that may contradict each other, all of them unjudged."""


class UnreadableState(ValueError):
    """Files that hold no state; the message says what is wrong with which."""


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim as the data has it. ``place`` is its pointer as contributors write it, None for an editor's.

    ``status`` is the claim's own; ``corrected`` says that its source has taken it back.
    """

    id: str
    subject: str
    property: str
    value: str
    status: str
    source: str | None
    place: str | None
    qualifiers: tuple[tuple[str, str], ...] = ()
    is_read: bool = False
    corrected: bool = False

    @builtins.property
    def standing(self) -> str:
        return RETRACTED if self.corrected else self.status

    @builtins.property
    def knowledge(self) -> tuple[object, ...]:
        """What is known by it, and from whom: everything but where in its source the words stand."""
        return self.subject, self.property, self.value, self.status, self.qualifiers, self.source

    @builtins.property
    def passage(self) -> tuple[object, ...]:
        """What is asked of which words: two claims with the same are two answers."""
        return self.subject, self.property, self.source, self.place


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person decided on a topic: the values that hold, or what the difference means."""

    values: tuple[str, ...]
    relation: str | None
    who: str
    when: str
    why: str

    @property
    def judgement(self) -> tuple[object, ...]:
        """The decision itself; who gave which reason for it may be mended."""
        return self.values, self.relation


@dataclass(frozen=True)
class State:
    """Claims by id, the values that contradict each other by topic, and what people settled.

    ``at_hand`` are the sources whose originals were there, or None where nobody knows: what programs read in
    the others is no part of the state.
    """

    claims: Mapping[str, Stated]
    contradicted: Mapping[Topic, tuple[str, ...]]
    settled: Mapping[Topic, Settled]
    at_hand: frozenset[str] | None = None


def state_of_files(files: Mapping[str, bytes]) -> State:
    """The state that the data files of a build tell, by their paths in the site.

    Raises:
        UnreadableState: there are no claims, or a file is none of ours.
    """
    if CLAIMS not in files:
        raise UnreadableState(f"there is no {CLAIMS}")
    try:
        claims = [_stated(row) for row in _rows(files[CLAIMS]) if not _stands_in(row)]
        differing = list(_differing(files.get(DISAGREEMENTS, b'{"disagreements": []}')))
        at_hand = None
        if SEGMENTS in files:
            at_hand = frozenset(str(row["source"]) for row in _rows(files[SEGMENTS]))
    except (ValueError, KeyError, TypeError, AttributeError) as fault:
        raise UnreadableState(f"these are no data files of an archive: {fault!r}") from None
    return State(
        {one.id: one for one in claims},
        {topic: values for topic, values, _ in differing if values},
        {topic: settled for topic, _, settled in differing if settled},
        at_hand,
    )


def _rows(data: bytes) -> Iterator[dict[str, Any]]:
    """The records of a file of lines, after the line with its version."""
    lines = [json.loads(line) for line in data.decode("utf-8").split("\n") if line.strip()]
    return (one for one in lines if "version" not in one)


def _stands_in(row: dict[str, Any]) -> bool:
    """Whether it is the date of a passage, which goes as soon as somebody records an event of its text.

    Nothing is lost then, and nothing was known before that a person had looked at.
    """
    phase: str | None = row.get("qualifiers", {}).get("phase")
    return phase == UNSORTED and row["maker"] != EDITOR


def _stated(row: dict[str, Any]) -> Stated:
    return Stated(
        id=row["id"],
        subject=row["subject"],
        property=row["property"],
        value=row["value"],
        status=row["status"],
        source=row["source"],
        place=_place(row),
        qualifiers=tuple(sorted((k, v) for k, v in row.get("qualifiers", {}).items() if k not in REMARKS)),
        is_read=row["maker"] != EDITOR,
        corrected=row.get("corrected_by") is not None,
    )


def _place(row: dict[str, Any]) -> str | None:
    if row["source"] is None:
        return None
    parts = [row["source"]]
    if row["paragraph"] is not None:
        parts.append(f"p{row['paragraph']}")
    if row["start"] is not None:
        parts.append(f"{row['start']}-{row['end']} {row['digest']}")
    return " ".join(parts)


def _differing(data: bytes) -> Iterator[tuple[Topic, tuple[str, ...], Settled | None]]:
    """Each topic with the values that contradict each other, and what was settled."""
    whole = json.loads(data)
    for row in whole["disagreements"]:
        topic = row["subject"], row["property"], row.get("of")
        values = [side["value"] for side in row["sides"]]
        if whole.get("version") == FIRST_VERSION:
            yield topic, tuple(values), None
        else:
            yield topic, tuple(_contradicting(row, values)), _settled(row["settled"], values)


def _contradicting(row: dict[str, Any], values: list[str]) -> Iterable[str]:
    pairs = [pair["sides"] for pair in row["pairs"] if pair["relation"] == Relation.CONFLICT.value]
    places = sorted({place for pair in pairs for place in pair})
    return dict.fromkeys(values[place] for place in places)


def _settled(row: dict[str, Any] | None, values: list[str]) -> Settled | None:
    if row is None:
        return None
    held = tuple(dict.fromkeys(values[place] for place in row["sides"]))
    return Settled(held, row["relation"], row["who"], row["when"], row["why"])
