"""An annotation made by hand, read from its folder: who is named where, and what only looks like a name.

The folder holds ``entities.json`` (``id``, ``kind``, ``name``, ``aliases``) and three files of one object a
line: ``mentions.jsonl`` (people, characters, works), ``mentions_other.jsonl`` (what else has a name) and
``traps.jsonl``. Spans count code points of the raw file, from 0, the end not included.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from plugins.archive.entity import Kind
from plugins.archive.span import Span

JUDGED = (Kind.PERSON, Kind.CHARACTER, Kind.WORK)
"""The kinds whose mentions are annotated whole, so that what else is predicted is wrong."""

FILES = ("entities.json", "mentions.jsonl", "mentions_other.jsonl", "traps.jsonl")


class UnreadableGold(ValueError):
    """An annotation that is incomplete, or does not fit its texts; the message names the place."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Somebody or something that the annotated texts name. ``kind`` is the annotator's word."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()

    @property
    def is_judged(self) -> bool:
        return self.kind in {one.value for one in JUDGED}


@dataclass(frozen=True, slots=True)
class Row:
    """A name that the annotator saw. One that is not ``required`` counts neither way.

    ``alt_spans`` and ``alt_entities`` are as right as ``span`` and ``entity``.
    """

    source: str
    span: Span
    surface: str
    entity: str
    required: bool = True
    alt_spans: tuple[Span, ...] = ()
    alt_entities: tuple[str, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.span, *self.alt_spans)

    @property
    def entities(self) -> tuple[str, ...]:
        return (self.entity, *self.alt_entities)


@dataclass(frozen=True, slots=True)
class Trap:
    """Words that a careless program would link; ``correct`` is what they belong to, None for nothing."""

    source: str
    span: Span
    surface: str
    correct: str | None = None


@dataclass(frozen=True)
class Gold:
    """One annotation. ``ends`` says for each text how far it is annotated at least, in code points.

    ``digest`` is the sha256 of what it was read from.
    """

    entities: tuple[GoldEntity, ...]
    rows: tuple[Row, ...]
    others: tuple[Row, ...]
    traps: tuple[Trap, ...]
    ends: Mapping[str, int]
    digest: str

    @cached_property
    def by_id(self) -> dict[str, GoldEntity]:
        """The entities by id, in the annotation's order."""
        return {one.id: one for one in self.entities}

    @cached_property
    def sought(self) -> tuple[GoldEntity, ...]:
        """The people, characters and works with a mention that is required, in the annotation's order."""
        named = {row.entity for row in self.rows if row.required}
        return tuple(one for one in self.entities if one.id in named)


def read_gold(folder: Path) -> Gold:
    """The annotation in a folder; what else the folder holds is not read.

    Raises:
        UnreadableGold: a file is missing, a line lacks what it needs, or a row's entity is unknown.
    """
    try:
        data = {name: (folder / name).read_bytes() for name in FILES}
        entities = tuple(_each(FILES[0], json.loads(data[FILES[0]]), _entity))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        raise UnreadableGold(f"{folder} holds no annotation that can be read: {fault}") from None
    mentions, mentions_other, traps = (list(_lines(name, data[name])) for name in FILES[1:])
    rows, others = (
        tuple(_each(name, found, _row)) for name, found in ((FILES[1], mentions), (FILES[2], mentions_other))
    )
    known = {one.id: one for one in entities}
    for row in (*rows, *others):
        if unknown := set(row.entities) - set(known):
            raise UnreadableGold(f"{row.source}:{row.span.start} names {min(unknown)}, which is no entity")
    for row in rows:
        if not known[row.entity].is_judged:
            raise UnreadableGold(f"{row.source}:{row.span.start} is no person, character or work")
    found_traps = tuple(_each(FILES[3], traps, _trap))
    ends: dict[str, int] = {}
    annotated: tuple[Row | Trap, ...] = (*rows, *others, *found_traps)
    for one in annotated:
        ends[one.source] = max(ends.get(one.source, 0), one.span.end)
    return Gold(entities, rows, others, found_traps, ends, digest_of_files(data.items()))


def digest_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """One sha256 for several files, their names and their order included."""
    whole = hashlib.sha256()
    for name, data in files:
        whole.update(f"{name} {len(data)}\n".encode() + data)
    return whole.hexdigest()


Made = TypeVar("Made")


def _lines(name: str, data: bytes) -> Iterator[Any]:
    for number, line in enumerate(data.decode("utf-8").split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except json.JSONDecodeError as fault:
                raise UnreadableGold(f"{name}:{number} is no JSON: {fault}") from None


def _each(name: str, items: Iterable[Any], make: Callable[[Any], Made]) -> Iterator[Made]:
    for number, item in enumerate(items, 1):
        try:
            yield make(item)
        except (KeyError, TypeError, ValueError) as fault:
            raise UnreadableGold(f"item {number} of {name} lacks something: {fault!r}") from None


def _entity(item: Any) -> GoldEntity:
    return GoldEntity(item["id"], item["kind"], item["name"], tuple(item.get("aliases", ())))


def _row(item: Any) -> Row:
    return Row(
        item["source"],
        Span(item["start"], item["end"]),
        item["surface"],
        item["entity"],
        item["score"] == "required",
        tuple(Span(*one) for one in item.get("alt_spans", ())),
        tuple(item.get("alt_entities", ())),
    )


def _trap(item: Any) -> Trap:
    return Trap(item["source"], Span(item["start"], item["end"]), item["surface"], item["correct"])
