"""Two states of a small archive, made as a build makes them and read as the command reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.changes.change import Change, changes_between
from plugins.changes.state import State, state_of_files
from tests.making import ARCHIVE, flow_over, front_matter, write_archive

FILM = "films/tin-harbour.md"
NINETY = {"property": "running-time", "value": "90 minutes", "cite": "harbour-review p4"}
NINETY_ONE = {"property": "running-time", "value": "91 minutes", "cite": "harbour-review p3"}


def film(*facts: Mapping[str, Any], **changed: Any) -> dict[str, str | bytes]:
    """The film with these facts."""
    return {FILM: front_matter({**ARCHIVE[FILM], "facts": list(facts), **changed})}


def data_of(folder: Path, *layers: Mapping[str, str | bytes]) -> dict[str, bytes]:
    """The data files of the archive with some files laid over it."""
    files: dict[str, str | bytes] = {}
    for layer in layers:
        files |= layer
    made: dict[str, bytes] = flow_over(write_archive(folder, files)).sound_value("data_files")
    return made


def state_of(folder: Path, *layers: Mapping[str, str | bytes]) -> State:
    return state_of_files(data_of(folder, *layers))


def told(before: State, after: State) -> list[tuple[str, str]]:
    """Kind and property of every change that is told."""
    return [(one.kind.value, one.topic[1]) for one in changes_between(before, after) if one.kind.is_told]


def values(change: Change) -> tuple[str | None, str | None]:
    """The value before and after."""
    return (
        change.before.value if change.before else None,
        change.after.value if change.after else None,
    )
