"""Lists of entries, read with the place of every part: short records, and what people decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as File
from typing import Any

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import as_id
from plugins.archive.nearest_date import date_fault
from plugins.authority.checks import check_values
from plugins.authority.content_files import LONGEST_LIST, ContentFile, files_of, text_of
from plugins.authority.record import Record
from plugins.authority.schema import Key, RecordKind
from plugins.markdown_it.front_matter import read_yaml
from plugins.markdown_it.quick_yaml import Path, Place
from plugins.markdown_it.yaml_lines import in_entry

AUTHORITY = "authority"
"""The folder of ``content/`` that holds lists."""


_NAMED = re.compile(
    r"""\bid:[ \t]{0,9}["']?(?P<id>[a-z0-9-]{1,100})["']?[ \t]{0,9},?\s{1,40}name:[ \t]{0,9}"""
    r"""(?P<name>"[^"\n]*"|'[^'\n]*'|[^,}\n]*)"""
)
"""An id with the name behind it, as entries have them."""

_ID_FOR_KEY = re.compile(r"^(?P<id>[a-z0-9-]{1,100}):[ \t]{1,9}(?P<name>[^\s{\[][^\n]*)$", re.MULTILINE)
"""An id as a key with the name as its value: a list that is written without entries."""


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
    file = list_of(content, name)
    if file is None:
        return [], []
    entries, faults = read_entries(file, example)
    sound: list[Record] = []
    kind = RecordKind(Kind.TERM, None, keys)
    for number, entry in enumerate(entries):
        record = Record(str(number), "authority", kind, file.path, entry.values, places=entry.places)
        found = check_values(record.values, keys, by_id, record)
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
        return [record.fault(Code.BAD_DATE, date_fault(when or "", "write 2026-11-22"), "when")]
    return []


def list_of(content: File, name: str) -> ContentFile | None:
    """A file of ``content/authority/``; None where there is none."""
    return next((one for one in files_of(content, AUTHORITY, name) if one.name == name), None)


def read_entries(file: ContentFile, example: str) -> tuple[list[Entry], list[Problem]]:
    """The entries of a file in its order, and what is wrong with it; nothing for an empty file."""
    text, faults = text_of(file, LONGEST_LIST)
    written, places, yaml_faults = read_yaml(text, file.path)
    faults += yaml_faults
    if yaml_faults and (fence := re.search(r"^---\s*$", text, re.MULTILINE)):
        # A page has two such lines; behind the second nothing of a list is read.
        line = text.count("\n", 0, fence.start()) + 1
        message = "a list has no lines of ---; take them out"
        return [], [problem(file.path, line, 1, Code.BAD_YAML, message)]
    if written is not None and not isinstance(written, list):
        if isinstance(written, dict):
            # One entry without its hyphen, or a name behind each id.
            first, name = next(iter(written.items()))
            if {"id", "name"} & set(written):
                name = written.get("name") or written.get("id")
                first = written.get("id") or name
            example = _entry(str(first), name, example)
        message = f"the file is a list of entries; begin each with a hyphen: - {example}"
        return [], [*faults, problem(file.path, 1, 1, Code.WRONG_TYPE, message)]
    of_entry = _places_of_entries(places)
    entries = []
    for number, values in enumerate(written or ()):
        places = of_entry.get(number, {})
        if isinstance(values, dict):
            entries.append(Entry(values, places))
            continue
        named = _entry(values, values, example) if isinstance(values, str) else example
        message = f"an entry has keys with their values; write - {named}"
        faults.append(problem(file.path, *places.get((), (1, 1)), Code.WRONG_TYPE, message))
    return entries, faults


def _entry(record_id: str, name: Any, example: str) -> str:
    """The entry of somebody or something that is named by what stands there; else the example."""
    if not (example.startswith("{id:") and as_id(record_id) and isinstance(name, str)):
        return example
    return f"{{id: {as_id(record_id)}, name: {in_entry(name)}}}"


def under_own_keys(
    values: dict[str, Any], places: Mapping[Path, Place], keys: Mapping[str, Key]
) -> tuple[dict[str, Any], Mapping[Path, Place]]:
    """Values and places of a record, what stands under another word for a key under the key itself.

    Where both are there, both stay, and the other word is a fault.
    """
    words = {known.also: key for key, known in keys.items() if known.also in values and key not in values}
    if not words:
        return values, places
    return (
        {words.get(key, key): value for key, value in values.items()},
        {(words.get(str(way[0]), way[0]), *way[1:]) if way else way: at for way, at in places.items()},
    )


def named_in(text: str) -> Iterator[tuple[str, str]]:
    """The ids and names that stand in a list that cannot be read, each id once.

    So one slip in a list is one fault, and not one more for each record that names something of it.

    >>> list(named_in("- {id: ostend, name: Ostend: a port}\\n- {id: sea, name: 'The Sea'}"))
    [('ostend', 'Ostend: a port'), ('sea', 'The Sea')]
    """
    found: dict[str, str] = {}
    for one in (*_NAMED.finditer(text), *_ID_FOR_KEY.finditer(text)):
        found.setdefault(one["id"], one["name"].strip(" \"'"))
    yield from found.items()


def _places_of_entries(places: Mapping[Path, Place]) -> dict[int, dict[Path, Place]]:
    """The places of each entry of a list, by its number from 0."""
    found: dict[int, dict[Path, Place]] = {}
    for way, at in places.items():
        if way and isinstance(way[0], int):
            found.setdefault(way[0], {})[way[1:]] = at
    return found
