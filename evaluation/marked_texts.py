"""Plain texts with their names marked where they stand, read as a text and its annotation.

A mark is ``{surface|k:entity-id}``: k is p for a person, c for a character, w for a work, o for anything
else that has a name; ``?k`` makes it optional. ``{surface|-}`` is a trap: it names nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import Gold, GoldEntity, Row, Trap, UnreadableGold, digest_of_files
from plugins.archive.span import Span

KINDS = {"p": "person", "c": "character", "w": "work", "o": "other"}

_MARK = re.compile(
    r"\{(?P<surface>[^{}|\n]+)\|(?:(?P<trap>-)|(?P<optional>\?)?(?P<kind>[pcwo]):(?P<entity>[a-z0-9-]+))\}"
)


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and what they say of it; its whole length is annotated."""

    name: str
    text: str
    gold: Gold


def read_marked_texts(folder: Path) -> tuple[MarkedText, ...]:
    """The marked texts of a folder, each an annotation of its own, in the order of names.

    Raises:
        UnreadableGold: the folder holds none, or one has a brace that begins or ends no mark.
    """
    files = sorted(folder.glob("*.txt"))
    if not files:
        raise UnreadableGold(f"{folder} holds no marked texts (*.txt)")
    return tuple(read_marked_text(file.stem, file.read_bytes().decode("utf-8")) for file in files)


def read_marked_text(name: str, marked: str) -> MarkedText:
    """One marked text; ``name`` is its source in the annotation.

    An entity is called by the first of its longest surfaces, those that are required before others.

        >>> read_marked_text("a", "{Varga|p:ines-varga} in {May|-}").text
        'Varga in May'

    Raises:
        UnreadableGold: a brace that begins or ends no mark, or an entity with marks of two kinds.
    """
    text, place = "", 0
    rows: list[tuple[str, Row]] = []
    traps: list[Trap] = []
    for mark in _MARK.finditer(marked):
        text += _without_braces(name, marked, place, mark.start())
        span = Span(len(text), len(text) + len(mark["surface"]))
        text, place = text + mark["surface"], mark.end()
        if mark["trap"]:
            traps.append(Trap(name, span, mark["surface"]))
        else:
            row = Row(name, span, mark["surface"], mark["entity"], mark["optional"] is None)
            rows.append((KINDS[mark["kind"]], row))
    text += _without_braces(name, marked, place, len(marked))
    entities = tuple(_entities(name, rows))
    judged = {one.id for one in entities if one.is_judged}
    gold = Gold(
        entities,
        tuple(row for _, row in rows if row.entity in judged),
        tuple(row for _, row in rows if row.entity not in judged),
        tuple(traps),
        {name: len(text)},
        digest_of_files([(name, marked.encode("utf-8"))]),
    )
    return MarkedText(name, text, gold)


def digest_of_marked(texts: tuple[MarkedText, ...]) -> str:
    """One digest for all marked texts of a folder."""
    return digest_of_files((one.name, one.gold.digest.encode("ascii")) for one in texts)


def _without_braces(name: str, marked: str, start: int, end: int) -> str:
    stray = re.compile(r"[{}]").search(marked, start, end)
    if stray is not None:
        line = marked.count("\n", 0, stray.start()) + 1
        raise UnreadableGold(f"{name}, line {line}: this {stray[0]} is no part of a mark")
    return marked[start:end]


def _entities(name: str, rows: list[tuple[str, Row]]) -> Iterator[GoldEntity]:
    """The entities of the marks, in the order of their first."""
    for entity in dict.fromkeys(row.entity for _, row in rows):
        kinds = {kind for kind, row in rows if row.entity == entity}
        if len(kinds) > 1:
            raise UnreadableGold(f"{name}: {entity} is marked as {' and as '.join(sorted(kinds))}")
        own = [row for _, row in rows if row.entity == entity]
        called = max(own, key=lambda row: (row.required, len(row.surface))).surface
        yield GoldEntity(entity, kinds.pop(), called, tuple(dict.fromkeys(row.surface for row in own)))
