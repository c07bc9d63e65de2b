"""The originals at hand: known by the sha256 of their bytes, never by name, never edited."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.errors import Code, Problem
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Original, Rights
from plugins.authority.record import Record, Records
from plugins.sources.segments import segment

SUFFIXES = frozenset({".txt", ".text"})
"""The files of a library that are read as originals."""


class UnreadableOriginal(ValueError):
    """The bytes are no text that can be read without guessing its encoding."""


def read_text(data: bytes) -> str:
    """The text of an original's bytes, a byte order mark taken off, nothing else changed.

    Line ends, no-break spaces and typos stay: offsets count code points of this very text.

    Raises:
        UnreadableOriginal: neither UTF-8 nor UTF-16 with a byte order mark; never guesses.
    """
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as fault:
        name = "UTF-16" if encoding == "utf-16" else "UTF-8"
        raise UnreadableOriginal(f"byte {fault.start} is not {name}") from fault


@dataclass(frozen=True)
class Library:
    """Originals by sha256. ``unreadable`` maps the digest of bytes that are no text to the reason."""

    by_digest: dict[str, Original]
    unreadable: dict[str, str]
    beside: dict[str, str]
    """The digest of ``content/sources/<id>.txt``, by id: what the record there should pin."""


def read_library(settings: Settings) -> Library:
    """Every original in the libraries and beside the records of sources.

    A library that is not there holds nothing: the archive builds without it.
    """
    by_digest: dict[str, Original] = {}
    unreadable: dict[str, str] = {}
    beside: dict[str, str] = {}
    own = settings.content / "sources"
    for folder in (own, *settings.libraries):
        for file in _originals_in(folder):
            data = file.read_bytes()
            digest = hashlib.sha256(data).hexdigest()
            if file.parent == own:
                beside[file.stem] = digest
            try:
                by_digest.setdefault(digest, Original(digest, read_text(data)))
            except UnreadableOriginal as fault:
                unreadable[digest] = str(fault)
    return Library(by_digest, unreadable, beside)


def _originals_in(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(
            file for file in folder.rglob("*") if file.suffix.lower() in SUFFIXES and file.is_file()
        )


@dataclass(frozen=True)
class Documents:
    """The sources whose originals are at hand, by id, in the order of ids."""

    by_id: dict[str, Document]
    problems: tuple[Problem, ...] = ()


def cut_documents(records: Records, library: Library) -> Documents:
    """A document for each source record whose original is in the library."""
    by_id: dict[str, Document] = {}
    problems: list[Problem] = []
    pinned: dict[str, str] = {}
    for record in records.sources:
        digest = record.text("sha256")
        problems += _faults(record, digest, library)
        if digest and pinned.setdefault(digest, record.id) != record.id:
            message = f"{pinned[digest]} pins the same text; keep one of the two records"
            problems.append(record.fault(Code.DUPLICATE_ORIGINAL, message, "sha256"))
            continue
        original = library.by_digest.get(digest or "")
        if original is not None:
            by_id[record.id] = Document(
                record.id, rights_of(record), original, segment(record.id, original.text)
            )
    return Documents(by_id, tuple(problems))


def rights_of(record: Record) -> Rights:
    """What a source allows; ``summary`` until somebody says otherwise."""
    written = record.text("rights")
    known = {one.value for one in Rights}
    return Rights(written) if written in known else Rights.SUMMARY


def _faults(record: Record, digest: str | None, library: Library) -> Iterator[Problem]:
    beside = library.beside.get(record.id)
    if beside is not None and beside != digest:
        message = (
            f"{record.id}.txt has the digest {beside}; restore the text, or pin the new one with "
            f"sha256: {beside} and mend the pointers into it"
        )
        yield record.fault(Code.ORIGINAL_CHANGED, message, "sha256")
    if digest in library.unreadable:
        message = f"{library.unreadable[digest]}; save the text as UTF-8 and pin it anew"
        yield record.fault(Code.UNREADABLE_ORIGINAL, message, "sha256")
