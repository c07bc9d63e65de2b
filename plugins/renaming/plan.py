"""What a rename does to the files of an archive, worked out before anything is written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.errors import SettingFault
from plugins.archive.file_names import ID, why_unusable
from plugins.authority.entries import AUTHORITY, list_of, read_entries
from plugins.authority.record import Record, Records
from plugins.authority.schema import (
    AUTHORITY_FILES,
    FOLDERS,
    FORMER_IDS,
    JUDGEMENT_KEYS,
    JUDGEMENTS_FILE,
    REFUSAL_KEYS,
    REFUSALS_FILE,
    SETTLEMENTS_FILE,
    Key,
    RecordKind,
)
from plugins.changes.log import LOG
from plugins.claims.settlements import SETTLEMENT_KEYS
from plugins.renaming.references import ways_to, with_links_renamed, with_value_renamed, word_of
from plugins.suggestions.editing import Uneditable, with_page_texts

LISTS: Mapping[str, Mapping[str, Key]] = {
    **{name: kind.keys for name, kind in AUTHORITY_FILES.items()},
    JUDGEMENTS_FILE: JUDGEMENT_KEYS,
    REFUSALS_FILE: REFUSAL_KEYS,
    SETTLEMENTS_FILE: SETTLEMENT_KEYS,
}
"""The lists of ``content/authority/`` that name records, with the keys of their entries."""


_CREDIT = '"property": "credit"'
"""In a line of the log: its values are ids, such as of a person and of the part."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """Files by their paths in the content folder: those that move, and the texts that others have then.

    A file that moves and changes stands in both, its text under the new path.
    """

    moved: Mapping[str, str]
    texts: Mapping[str, str]


def plan_renaming(content: Path, records: Records, old: str, new: str) -> Renaming:
    """All that has to be done so that a record is called otherwise and everything still leads to it.

    Raises:
        SettingFault: there is no such record, the new id cannot be one or is taken, or a file is set in a
            way that a program cannot mend.
    """
    record = _record(records, old)
    _refuse_unusable(records, old, new)
    try:
        texts = dict(_mended(content, records, old, new))
        name = _name_in(content, record)
        if not record.has_page:
            return Renaming({}, texts)
        texts[name] = with_page_texts(
            texts.get(name) or _text(content / name), FORMER_IDS, [old], behind=("sort-name", "name")
        )
    except LookupError as place:
        raise SettingFault(f"{place.args[0]}: a program cannot mend this; write it anew by hand") from None
    except Uneditable as fault:
        raise SettingFault(f"{record.path}: {fault}") from None
    moved = dict(_moved(content, record, new))
    return Renaming(moved, {moved.get(path, path): text for path, text in sorted(texts.items())})


def _record(records: Records, old: str) -> Record:
    if old in records.by_id:
        return records.by_id[old]
    now = records.former_ids.get(old)
    raise SettingFault(f"{old!r} is the id of no record" + (f"; it was renamed to {now!r}" if now else ""))


def _refuse_unusable(records: Records, old: str, new: str) -> None:
    if not ID.fullmatch(new) or why_unusable(new):
        raise SettingFault(f"{new!r} can be no id: use small letters, digits and hyphens: amy-adams")
    if new == old:
        raise SettingFault(f"{old!r} is its id already")
    if new in records.by_id:
        raise SettingFault(f"{new!r} is the id of {records.by_id[new].path} already")
    if had := records.former_ids.get(new):
        path = records.by_id[had].path
        raise SettingFault(f"{new!r} is a former id of {path}: take it off the list {FORMER_IDS} there first")


def _name_in(content: Path, record: Record) -> str:
    return record.path.removeprefix(f"{content.name}/")


def _text(file: Path) -> str:
    with file.open(encoding="utf-8", newline="") as opened:
        return opened.read()


def _mended(content: Path, records: Records, old: str, new: str) -> Iterator[tuple[str, str]]:
    """The files that name the record, with their texts as they will be."""
    written: dict[str, list[tuple[Record, Mapping[str, Key]]]] = {}
    for record in records.by_id.values():
        if record.folder in FOLDERS and not record.is_stub:
            written[_name_in(content, record)] = [(record, record.kind.keys)]
    for name, keys in LISTS.items():
        written[f"{AUTHORITY}/{name}"] = [(entry, keys) for entry in _entries(content, name, keys)]
    for name, parts in written.items():
        if (content / name).is_file():
            before = _text(content / name)
            after = with_links_renamed(_with_values_renamed(before, parts, old, new), old, new)
            if after != before:
                yield name, after
    if (content / LOG).is_file():
        before = _text(content / LOG)
        if (after := _log_renamed(before, old, new)) != before:
            yield LOG, after


def _entries(content: Path, name: str, keys: Mapping[str, Key]) -> Iterator[Record]:
    file = list_of(content, name)
    kind = AUTHORITY_FILES.get(name) or RecordKind(AUTHORITY_FILES["terms.yaml"].kind, None, dict(keys))
    for entry in read_entries(file, "")[0] if file else ():
        yield Record("", AUTHORITY, kind, file.path if file else "", entry.values, places=entry.places)


def _with_values_renamed(
    text: str, parts: Iterable[tuple[Record, Mapping[str, Key]]], old: str, new: str
) -> str:
    found = [
        (record.at(*way), record, way)
        for record, keys in parts
        for way in (*ways_to(old, record.values, keys), *_own_id(record, old), *_part(record, old))
    ]
    for _, record, way in sorted(found, key=lambda one: one[0], reverse=True):
        text = with_value_renamed(text, record, way, old, new)
    return text


def _own_id(record: Record, old: str) -> Iterator[tuple[str]]:
    """The id of a short record stands in its entry."""
    if record.folder == AUTHORITY and record.values.get("id") == old:
        yield ("id",)


def _part(entry: Record, old: str) -> Iterator[tuple[str]]:
    """The part in a credit that a settlement is about: ``cast: odile``."""
    if entry.values.get("property") == "credit" and word_of(old).search(entry.text("of") or ""):
        yield ("of",)


def _log_renamed(log: str, old: str, new: str) -> str:
    """The log of changes as if the record had always been called so: a new name is no news."""
    subject = f'"subject": {json.dumps(old)}'
    renamed = with_links_renamed(log, old, new).replace(subject, f'"subject": {json.dumps(new)}')
    renamed = re.sub(rf'("cite": "){re.escape(old)}(?=[ "])', rf"\g<1>{new}", renamed)
    word = word_of(old)
    return "\n".join(word.sub(new, line) if _CREDIT in line else line for line in renamed.split("\n"))


def _moved(content: Path, record: Record, new: str) -> Iterator[tuple[str, str]]:
    """The record's own file, and originals that lie beside it under its name."""
    for file in sorted((content / record.folder).iterdir()):
        stem, ending = file.name[: len(record.id)], file.name[len(record.id) :]
        if stem == record.id and ending.startswith(".") and not ending.endswith(".part"):
            yield f"{record.folder}/{file.name}", f"{record.folder}/{new}{ending}"
