"""Lists of entries, read with the place of every part: short records, and what people decided."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.authority.checks import check_values
from plugins.authority.record import Record
from plugins.authority.schema import Key, RecordKind
from plugins.markdown_it.front_matter import read_yaml
from plugins.markdown_it.quick_yaml import Path, Place

LONGEST_FILE = 5_000_000
"""Bytes. No record of a person's work comes near; a file beyond it is something else."""


@dataclass(frozen=True)
class Entry:
    """One entry of a list: its values, none where it is no mapping, and where each of them stands."""

    values: dict[str, Any]
    places: Mapping[Path, Place]


def read_decisions(
    content: File,
    name: str,
    keys: dict[str, Key],
    by_id: Mapping[str, Record],
    faults_of: Callable[[Record], list[Problem]],
    example: str,
) -> tuple[list[Record], list[Problem]]:
    """What people decided in a file of ``content/authority/``: the sound entries in order, and the faults.

    An entry is sound if its keys are, its ``when`` is a date, and ``faults_of`` finds nothing else in it.
    Nothing where there is no such file. ``example`` is an entry as it is written, for a file that is no list.
    """
    file = content / "authority" / name
    if not file.is_file():
        return [], []
    path = f"{content.name}/authority/{name}"
    entries, faults = read_entries(file, path, example)
    sound: list[Record] = []
    kind = RecordKind(Kind.TERM, None, keys)
    for number, entry in enumerate(entries):
        record = Record(str(number), "authority", kind, path, entry.values, places=entry.places)
        found = check_values(record.values, keys, by_id, record.fault)
        found = found or [*_faults_of_date(record), *faults_of(record)]
        faults += found
        if not found:
            sound.append(record)
    return sound, faults


def _faults_of_date(record: Record) -> list[Problem]:
    when = record.text("when")
    try:
        Edtf.parse(when or "")
    except UnreadableDate:
        return [record.fault(Code.BAD_DATE, f"{when!r} is no EDTF date; write 2026-11-22", "when")]
    return []


def read_entries(file: File, path: str, example: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file in its order, and what is wrong with it; nothing for an empty file."""
    text, faults = text_of(file, path)
    written, places, yaml_faults = read_yaml(text, path)
    faults += yaml_faults
    if written is not None and not isinstance(written, list):
        message = f"the file is a list of entries; begin each with a hyphen: - {example}"
        return [], [*faults, problem(path, 1, 1, Code.WRONG_TYPE, message)]
    of_entry = _places_of_entries(places)
    entries = [
        Entry(values if isinstance(values, dict) else {}, of_entry.get(number, {}))
        for number, values in enumerate(written or ())
    ]
    return entries, faults


def _places_of_entries(places: Mapping[Path, Place]) -> dict[int, dict[Path, Place]]:
    """The places of each entry of a list, by its number from 0."""
    found: dict[int, dict[Path, Place]] = {}
    for way, at in places.items():
        if way and isinstance(way[0], int):
            found.setdefault(way[0], {})[way[1:]] = at
    return found


def text_of(file: File, path: str) -> tuple[str, list[Problem]]:
    """The text of a file that contributors write; empty, with the fault, where it cannot be read."""
    data = file.read_bytes()
    if len(data) > LONGEST_FILE:
        message = f"{len(data)} bytes is no record; the longest that is read has {LONGEST_FILE}"
        return "", [problem(path, 1, 1, Code.BAD_YAML, message)]
    try:
        # One form of each letter, so that a name written on one system is found from another.
        return unicodedata.normalize("NFC", data.decode("utf-8-sig").replace("\r\n", "\n")), []
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"byte {data[fault.start]:#04x} is not UTF-8; save the file as UTF-8"
        return "", [problem(path, line, 1, Code.BAD_YAML, message)]
