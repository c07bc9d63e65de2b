"""The credits of an annotation made by hand, read from its ``credits.json``.

They are those of one film, and as traps those of other works, which must never be given to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.gold import UnreadableGold, digest_of_files
from plugins.archive.span import Span
from plugins.credits.jobs import roles_of_label
from plugins.credits.outcome import FINAL, REPLACED, SCREEN, VOICE

FILE = "credits.json"

OPTIONAL = frozenset({"informal"})
"""Statuses of crew that no list of a film would have: friends who lent a room."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that states a credit."""

    source: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class CastRow:
    """Somebody in a part, with what became of it in our words; ``mode`` is empty where there is none."""

    id: str
    character: str
    person: str
    status: str
    mode: str
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CrewRow:
    """Somebody's job on the film, or in a trap on another work.

    ``roles`` are those of our table that the annotator's ``role`` is; none for one that it does not know.
    """

    id: str
    role: str
    roles: tuple[str, ...]
    person: str
    required: bool
    evidence: tuple[Passage, ...]


@dataclass(frozen=True)
class GoldCredits:
    """The credits of one film, and those of other works that must never be given to it."""

    cast: tuple[CastRow, ...]
    crew: tuple[CrewRow, ...]
    others: tuple[CrewRow, ...]
    digest: str

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Every place that the annotation names."""
        rows: tuple[CastRow | CrewRow, ...] = (*self.cast, *self.crew, *self.others)
        return tuple(one for row in rows for one in row.evidence)


def read_gold_credits(folder: Path) -> GoldCredits:
    """The credits of an annotation.

    Raises:
        UnreadableGold: the file is missing, or a row lacks something.
    """
    try:
        data = (folder / FILE).read_bytes()
        written = json.loads(data)
        return GoldCredits(
            tuple(map(_cast_row, written["cast"])),
            tuple(map(_crew_row, written["crew"])),
            tuple(map(_crew_row, written["other_works"])),
            digest_of_files([(FILE, data)]),
        )
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnreadableGold(f"{folder} holds no credits that can be read: {fault!r}") from None


def _cast_row(item: Any) -> CastRow:
    status, mode = item["status"], item["mode"]
    if status == "released":
        status = FINAL
    elif status.startswith("replaced"):
        status = REPLACED
    mode = VOICE if mode.startswith("voice") else SCREEN if "screen" in mode else ""
    return CastRow(item["id"], item["character"], item["performer"], status, mode, tuple(_passages(item)))


def _crew_row(item: Any) -> CrewRow:
    role = item["role"]
    roles = roles_of_label(role.split(":")[0])
    return CrewRow(
        item.get("id") or str(item.get("work")),
        role,
        roles,
        item["entity"],
        bool(roles) and item.get("status") not in OPTIONAL,
        tuple(_passages(item)),
    )


def _passages(item: Any) -> Iterator[Passage]:
    for one in item["evidence"]:
        yield Passage(one["source"], Span(one["start"], one["end"]), one["surface"])
