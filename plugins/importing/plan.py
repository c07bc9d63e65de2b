"""What an import would do: a plan made of bytes and of what the archive has, without touching either.

The same files give the same plan, whatever their names, their dates and their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.source import Document, Original, Rights
from plugins.authority.record import Record
from plugins.importing.detected import Detected, Field
from plugins.importing.detection import detect
from plugins.importing.holdings import Holdings, text_key
from plugins.importing.places import place_of_byte
from plugins.importing.record_page import plain, record_page
from plugins.importing.saved_files import SavedFile
from plugins.importing.source_ids import DIGITS, assign_ids, base_id
from plugins.importing.stated import stated_by
from plugins.sources.decoding import UnreadableOriginal, is_web_page
from plugins.sources.library import cut, digest_of_bytes, read_original
from plugins.web_pages.page import WebPage, read_web_page


class Outcome(Enum):
    """What becomes of an original."""

    NEW = "new"
    RESTORED = "restored"
    UNCHANGED = "already imported"
    SAME_TEXT = "same text"


class Place(Enum):
    """Where a file is written."""

    LIBRARY = "library"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to write, by its name in its place. It never replaces other bytes."""

    place: Place
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """The bytes of an original, read: its text in segments, and what it says of itself."""

    paths: tuple[str, ...]
    data: bytes
    digest: str
    document: Document
    detected: tuple[Detected, ...]
    page: WebPage | None = None

    @property
    def is_page(self) -> bool:
        return self.page is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """One original of a plan. ``id`` is its record's, new or there already; ``files`` is what is written."""

    reading: Reading
    outcome: Outcome
    id: str
    name: str
    files: tuple[NewFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, in the order of the files' names, and the faults of what is no text."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def plan_import(files: Iterable[SavedFile], holdings: Holdings) -> Plan:
    """A record and a pinned original for each new text; nothing for texts that a record pins already.

    The same bytes under several names are one text. Bytes that say the same with other line ends are the
    text of the first, by digest, and get no record of their own: one text has one set of rights. A file
    that is no text, or is empty, is a fault, and the others are planned all the same.
    """
    readings, problems = _read(files)
    known = [one for one in readings if _record_of(one, holdings)]
    new, doubles = _one_for_each_text([one for one in readings if not _record_of(one, holdings)])
    wanted = {one.digest: base_id(one.detected, one.digest) for one in new}
    ids = assign_ids(wanted, _taken(holdings, new))
    names = _names(new, holdings.names)
    entries = [
        *(_known(one, holdings) for one in known),
        *(_new(one, ids[one.digest], names[one.digest], holdings) for one in new),
        *(Entry(one, Outcome.SAME_TEXT, ids[first], names[first]) for one, first in doubles),
    ]
    return Plan(tuple(sorted(entries, key=lambda one: one.reading.paths)), tuple(sorted(problems)))


def read_saved(file: SavedFile) -> Reading:
    """A file's bytes as a text with its segments and what it says of itself.

    Raises:
        UnreadableOriginal: no text that can be read without a guess.
    """
    page: WebPage | None = None
    if is_web_page(file.data):
        page = read_web_page(file.data)
        original = Original(digest_of_bytes(file.data), page.text, page.blocks)
        stated = stated_by(page.facts)
    else:
        original, stated = read_original(file.data), ()
    document = cut("", Rights.SUMMARY, original)
    detected = detect(original.text, document.segments, stated)
    return Reading((file.path,), file.data, original.sha256, document, detected, page)


def _read(files: Iterable[SavedFile]) -> tuple[list[Reading], list[Problem]]:
    """The texts among the files, each once, in the order of digests; web pages before texts."""
    readings: dict[str, Reading] = {}
    problems: list[Problem] = []
    by_digest: dict[str, list[SavedFile]] = {}
    for file in files:
        by_digest.setdefault(digest_of_bytes(file.data), []).append(file)
    for digest, same in sorted(by_digest.items()):
        first = min(same, key=lambda one: one.path)
        try:
            reading = read_saved(first)
        except UnreadableOriginal as fault:
            problems += (_unreadable(one, fault) for one in same)
            continue
        if not reading.document.text.strip():
            problems += (_empty(one) for one in same)
            continue
        paths = tuple(sorted(one.path for one in same))
        readings[digest] = replace(reading, paths=paths)
    return sorted(readings.values(), key=lambda one: (not one.is_page, one.digest)), problems


_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, as word processors write them"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
"""How files begin that people save among texts."""


def _unreadable(file: SavedFile, fault: UnreadableOriginal) -> Problem:
    kind = next((name for mark, name in _OTHER_KINDS if file.data.startswith(mark)), None)
    what = f"this is {kind}, whatever its name says; save its words" if kind else f"{fault}; save it"
    message = f"{what} as text in UTF-8 and import it again"
    line, column = place_of_byte(file.data, fault.offset)
    return problem(file.path, line, column, Code.UNREADABLE_ORIGINAL, message)


def _empty(file: SavedFile) -> Problem:
    message = "it holds no text; save the page again, or leave it out"
    return problem(file.path, 1, 1, Code.EMPTY_ORIGINAL, message)


def _record_of(reading: Reading, holdings: Holdings) -> str | None:
    return holdings.pinned.get(reading.digest) or holdings.texts.get(text_key(reading.document.text))


def _one_for_each_text(readings: list[Reading]) -> tuple[list[Reading], list[tuple[Reading, str]]]:
    """The first reading of each text, and the others with the digest of their first."""
    first: dict[str, Reading] = {}
    doubles: list[tuple[Reading, str]] = []
    for one in readings:
        same = first.setdefault(text_key(one.document.text), one)
        if same is not one:
            doubles.append((one, same.digest))
    return list(first.values()), doubles


def _taken(holdings: Holdings, new: list[Reading]) -> frozenset[str]:
    """Ids that no new source can have: those of records, and names of files with other bytes."""
    own = {one.digest for one in new}
    shelved = {name.split(".")[0].casefold() for name, digest in holdings.shelf.items() if digest not in own}
    return frozenset({*holdings.records.by_id, *holdings.files, *shelved})


def _names(new: list[Reading], taken: frozenset[str]) -> Mapping[str, str]:
    """A name for each text, by digest, that no other record answers to."""
    wanted = {one.digest: _name(one) for one in new}
    asked = Counter(wanted.values())
    return {
        digest: name if name not in taken and asked[name] == 1 else f"{name} ({digest[:DIGITS]})"
        for digest, name in wanted.items()
    }


def _name(reading: Reading) -> str:
    """The headline, or what sort of text it is and whose; digits of its digest where it says neither."""
    said = {one.field: plain(one.value) for one in reversed(reading.detected)}
    if said.get(Field.HEADLINE):
        return said[Field.HEADLINE]
    kind = said.get(Field.KIND, "text")
    if said.get(Field.OUTLET):
        return f"{said[Field.OUTLET]} {kind}"
    return f"{kind.capitalize()} {reading.digest[:DIGITS]}"


def _new(reading: Reading, record_id: str, name: str, holdings: Holdings) -> Entry:
    original = reading.document.original
    extracted = original.text.encode("utf-8") if reading.is_page else None
    file = f"{record_id}.html" if reading.is_page else f"{record_id}.txt"
    page = record_page(
        record_id,
        name,
        reading.document,
        reading.detected,
        reading.digest,
        digest_of_bytes(extracted) if extracted is not None else None,
        file,
    )
    files = [*_shelved(file, reading.data, holdings)]
    if extracted is not None:
        files += _shelved(f"{file}.txt", extracted, holdings)
    record = NewFile(Place.SOURCES, f"{record_id}.md", page.encode("utf-8"))
    return Entry(reading, Outcome.NEW, record_id, name, (*files, record))


def _shelved(name: str, data: bytes, holdings: Holdings) -> Iterator[NewFile]:
    """The file for the library, if it has not those bytes under any name."""
    if digest_of_bytes(data) not in holdings.shelved:
        yield NewFile(Place.LIBRARY, name, data)


def _known(reading: Reading, holdings: Holdings) -> Entry:
    """Nothing to do for a text that a record pins, but to put back what is missing of its original."""
    record = holdings.records.by_id[_record_of(reading, holdings) or ""]
    if reading.digest not in holdings.pinned:
        return Entry(reading, Outcome.SAME_TEXT, record.id, record.name)
    missing = [
        NewFile(Place.LIBRARY, _free_name(record.id, ending, data, holdings), data)
        for ending, data in _pinned_parts(reading, record)
        if digest_of_bytes(data) not in holdings.at_hand
    ]
    outcome = Outcome.RESTORED if missing else Outcome.UNCHANGED
    return Entry(reading, outcome, record.id, record.name, tuple(missing))


def _pinned_parts(reading: Reading, record: Record) -> Iterator[tuple[str, bytes]]:
    """The files that a record pins, as far as this reading has their bytes, with their endings."""
    if not reading.is_page:
        is_read_from_page = record.text("text-sha256") == reading.digest
        yield (".html.txt" if is_read_from_page else ".txt"), reading.data
        return
    yield ".html", reading.data
    text = reading.document.text.encode("utf-8")
    if record.text("text-sha256") == digest_of_bytes(text):
        yield ".html.txt", text


def _free_name(record_id: str, ending: str, data: bytes, holdings: Holdings) -> str:
    """A name for a file that is put back; one with digits of its digest where another has the first."""
    name = f"{record_id}{ending}"
    return f"{record_id}-{digest_of_bytes(data)[:DIGITS]}{ending}" if name in holdings.shelf else name
