"""A built site searched for words that are not free: every file, every reading of it, every text."""

from __future__ import annotations

import mmap
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.incremental.changeover import MARK
from plugins.leaks.decoding import SLICE
from plugins.leaks.facts import Facts
from plugins.leaks.packed import Bytes
from plugins.leaks.protected import Protected
from plugins.leaks.reading import Place, Reading, joined
from plugins.leaks.readings import Opening, readings_of
from plugins.leaks.report import Report, Unreadable
from plugins.leaks.search_files import BROKEN_OFF, SearchFiles, UnreadableShard, texts_of_documents, values_in
from plugins.leaks.tally import Tally


def leaks_in(
    folder: Path,
    documents: Iterable[Document],
    settings: Settings,
    names: Iterable[str] = (),
    titles: Mapping[str, Iterable[str]] | None = None,
    absent: Iterable[str] = (),
    told: Callable[[int], None] | None = None,
) -> Report:
    """What the files below a folder show of texts whose rights are not full.

    The limits are those of the public edition, whatever the edition of ``settings``. ``names`` of people,
    works and all else that has a record, and ``titles`` of sources by their ids, are no leak. ``absent``
    sources are only handed on to the report. ``told`` is called with the bytes read so far, file by file.

    Memory is bounded by the texts and by the largest slice or stream, not by the site; time grows with both.
    """
    protected = Protected(documents, settings)
    tally = Tally(protected, Facts(protected, names, titles or {}))
    search = SearchFiles(protected)
    unreadable: list[Unreadable] = []
    files = size = 0
    for path in sorted(folder.rglob("*")):
        name = _printable(path.relative_to(folder).as_posix())
        tally.read(name, Reading(name, "name of the file", lambda _: Place()))
        if path.is_file():
            try:
                with _opened(path) as data:
                    unreadable += _scan(data, name, tally, search)
                    size += len(data)
            except OSError as fault:
                unreadable.append(Unreadable(name, Place(), f"cannot be opened ({fault.strerror})"))
            files += 1
            if told is not None:
                told(size)
    for text in search.texts():
        tally.read_index(text)
    unreadable += (Unreadable(name, Place(), reason) for name, reason in search.unread())
    return Report(
        files, size, edition_of(folder), tally.shown(), tally.leaks(), tuple(unreadable), tuple(absent)
    )


def edition_of(folder: Path) -> str | None:
    """The edition that the mark of a site names, or None for a folder without one that does."""
    try:
        named = re.match(r"The (\w+) edition", (folder / MARK).read_text("utf-8", "replace"))
    except OSError:
        return None
    return named[1] if named else None


def _printable(name: str) -> str:
    """A file's name, where the machine has it in another encoding with the bytes replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


@contextmanager
def _opened(path: Path) -> Iterator[Bytes]:
    """The bytes of a file, large ones left on the disk."""
    if path.stat().st_size <= SLICE:
        yield path.read_bytes()
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        yield data


def _scan(data: Bytes, file: str, tally: Tally, search: SearchFiles) -> Iterator[Unreadable]:
    """Every reading of one file into the account; gives what could not be read."""
    if file.endswith(".br"):
        # The one packing that does not begin in a way of its own.
        yield Unreadable(file, Place(), "is packed by Brotli, which is not opened here")
    opening = Opening()
    for reading in readings_of(data, opening):
        if reading.plain:
            try:
                for value in values_in(reading.text):
                    search.add(value, file)
                    for one in _documents(value, reading):
                        tally.read(file, one)
            except UnreadableShard:
                yield Unreadable(file, reading.place(0), BROKEN_OFF)
        tally.read(file, reading)
    for unread in opening.unread:
        yield Unreadable(file, unread.place, unread.reason)


def _documents(value: dict[str, Any], shard: Reading) -> Iterator[Reading]:
    """What a file of the search index shows of each document, by its title."""
    for title, field, text in texts_of_documents(value):
        name = f"search index, {field} of “{title}”"
        yield Reading(text, joined(shard.name, name), partial(_place_in_shard, text, shard))


def _place_in_shard(text: str, shard: Reading, offset: int) -> Place:
    """Where words of a document stand in its file, found by the words themselves up to an escape."""
    words = re.compile(r"[^\"\\\n]*").match(text, offset)
    return shard.place(max(0, shard.text.find(words.group() if words else "")))
