"""What an archive has already: records, the texts that they pin, and names that are taken."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from plugins.authority.record import Records
from plugins.sources.decoding import UnreadableOriginal
from plugins.sources.library import Library, digest_of_bytes, originals_in, read_original


@dataclass(frozen=True)
class Holdings:
    """The archive before an import. All digests are of sha256, in hex.

    ``at_hand`` are the originals in any library. ``shelf`` maps the names of the files in the library
    that imports go to, without their folder, to their digests. ``texts`` maps the key of a text, however
    its bytes write it, to the record that pins it.
    """

    records: Records
    at_hand: frozenset[str]
    shelf: dict[str, str]
    texts: dict[str, str]
    files: frozenset[str]
    """The names, without endings, of the files beside the records of sources."""

    @cached_property
    def pinned(self) -> dict[str, str]:
        """The id of the record that pins a digest, its original's or its text's."""
        found: dict[str, str] = {}
        for record in self.records.sources:
            for key in ("sha256", "text-sha256"):
                digest = record.text(key)
                if digest:
                    found.setdefault(digest, record.id)
        return found

    @cached_property
    def shelved(self) -> frozenset[str]:
        """The digests of the files in the library that imports go to."""
        return frozenset(self.shelf.values())

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name and variant of a record: a second bearer would make links to the first ambiguous."""
        return frozenset(
            form for one in self.records.by_id.values() for form in (one.name, *one.texts("variants"))
        )


def read_holdings(records: Records, library: Library, content: Path, shelf: Path) -> Holdings:
    """What the archive has, with every original that a record pins read for its text."""
    texts: dict[str, str] = {}
    for record in records.sources:
        file = library.files.get(record.text("sha256") or "")
        try:
            if file is not None:
                texts.setdefault(text_key(read_original(file.read_bytes()).text), record.id)
        except UnreadableOriginal:
            continue
    shelved = [file for file in originals_in(shelf) if file.parent == shelf]
    on_shelf = {file.name: digest_of_bytes(file.read_bytes()) for file in shelved}
    beside = frozenset(file.stem.casefold() for file in (content / "sources").glob("*"))
    return Holdings(records, frozenset(library.files), on_shelf, texts, beside)


def text_key(text: str) -> str:
    """The same for texts that differ only in their line ends and in white space at their end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    return hashlib.sha256(lines.encode("utf-8")).hexdigest()
