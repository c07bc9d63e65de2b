"""Answers written into ``content/``: each file whole or not at all, and never over what somebody wrote."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from plugins.archive.errors import SettingFault
from plugins.suggestions.editing import Uneditable, with_entries, with_page_variants, with_variants
from plugins.suggestions.entries import Signature, judgement_entry, record_entry, refusal_entry
from plugins.suggestions.suggestion import (
    Change,
    NewJudgement,
    NewPage,
    NewRecord,
    NewRefusal,
    NewVariant,
)

TRIES = 3
"""How often a file is read anew that somebody has saved between our reading and our writing."""


@dataclass
class _FileChanges:
    """What is added to one file."""

    entries: list[dict[str, object]] = field(default_factory=list)
    variants: dict[str, list[str]] = field(default_factory=dict)
    page: str | None = None
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: for each file, by its path in the content folder, what it has more now.

    ``made`` are files that were not there before; ``left`` are those left alone, with the reason.
    """

    files: Mapping[str, tuple[str, ...]]
    made: frozenset[str]
    left: Mapping[str, str]


def write_changes(content: Path, changes: Iterable[tuple[Change, Signature]]) -> Written:
    """Add what answers write to the files of a content folder.

    A file that has come to have a fault is left alone, and the others are written all the same.

    Raises:
        SettingFault: a file cannot be written. What was written before stays.
    """
    files: dict[str, tuple[str, ...]] = {}
    made: set[str] = set()
    left: dict[str, str] = {}
    for name, wanted in _by_file(changes).items():
        is_new = not (content / name).exists()
        try:
            _write(content / name, wanted)
        except Uneditable as fault:
            left[name] = str(fault)
            continue
        files[name] = tuple(wanted.told)
        if is_new:
            made.add(name)
    return Written(files, frozenset(made), left)


def _by_file(changes: Iterable[tuple[Change, Signature]]) -> dict[str, _FileChanges]:
    found: dict[str, _FileChanges] = {}
    for change, signature in changes:
        if isinstance(change, NewVariant):
            own = found.setdefault(change.file, _FileChanges())
            forms = own.variants.setdefault(change.record, [])
            if change.form not in forms:
                forms.append(change.form)
                own.told.append(f"variant of {change.record}: {change.form}")
        elif isinstance(change, NewPage):
            own = found.setdefault(change.file, _FileChanges())
            own.page = change.text
            own.told.append("a new page")
        else:
            name, values, told = _entry(change, signature)
            own = found.setdefault(name, _FileChanges())
            own.entries.append(values)
            own.told.append(told)
    return dict(sorted(found.items()))


def _entry(
    change: NewJudgement | NewRecord | NewRefusal, signature: Signature
) -> tuple[str, dict[str, object], str]:
    """The file of a change that is a line, the line's values, and what is told of it."""
    if isinstance(change, NewJudgement):
        meaning = change.entity or "nothing"
        span = change.spot.span
        told = f"judgement: {change.spot.source} {span.start}-{span.end} means {meaning}"
        return (*judgement_entry(change, signature), told)
    if isinstance(change, NewRecord):
        return (*record_entry(change), f"record: {change.id}")
    refused = change.refusal
    about = refused.name or f"{refused.record} and {refused.other}"
    return (*refusal_entry(change, signature), f"refusal: {refused.code} {about}")


def _write(file: Path, wanted: _FileChanges) -> None:
    for _ in range(TRIES):
        before = _read(file)
        text = _text(before)
        made = _edited(file, text, wanted)
        if made == text or _replaced(file, before, made.encode("utf-8")):
            return
    raise Uneditable("somebody else keeps saving it; try again")


def _edited(file: Path, text: str | None, wanted: _FileChanges) -> str:
    if wanted.page is not None:
        if text is not None:
            raise Uneditable("it has come to be there; nothing is written over it")
        return wanted.page
    made = text or ""
    if wanted.variants and text is None:
        raise Uneditable("it is not there any more")
    if wanted.variants and file.suffix == ".md":
        made = with_page_variants(made, next(iter(wanted.variants.values())))
    elif wanted.variants:
        made = with_variants(made, wanted.variants)
    return with_entries(made, wanted.entries) if wanted.entries else made


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.exists() else None
    except OSError as fault:
        raise SettingFault(f"{file} cannot be read ({fault.strerror or fault})") from fault


def _text(data: bytes | None) -> str | None:
    try:
        return None if data is None else data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise Uneditable(f"byte {fault.start} is not UTF-8; save the file as UTF-8") from fault


def _replaced(file: Path, before: bytes | None, data: bytes) -> bool:
    """Put new bytes in a file's place at once; false if it has other bytes than before by then."""
    target = file.resolve() if file.is_symlink() else file
    beside = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        if before is not None:
            shutil.copymode(target, beside)
        is_the_same = _read(file) == before
        if is_the_same:
            beside.replace(target)
        else:
            beside.unlink()
    except BaseException as fault:
        with suppress(OSError):
            beside.unlink()
        if not isinstance(fault, OSError):
            raise
        raise SettingFault(f"{file} cannot be written ({fault.strerror or fault})") from fault
    return is_the_same
