"""The originals at hand: known by the sha256 of their bytes, never by name, never edited."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from plugins.archive.errors import Code, Problem
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Erratum, Original, Rights
from plugins.archive.span import Pointer
from plugins.authority.record import Record, Records, pointers
from plugins.incremental.kept import Kept
from plugins.incremental.keys import digest_of, digest_of_code, key_of_text
from plugins.sources.decoding import UnreadableOriginal, is_web_page, read_text
from plugins.sources.kept_documents import CODE, Plain, decode_document, encode_document

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""The files of a library that are taken for originals. What they hold is told by their bytes."""


@dataclass(frozen=True)
class Library:
    """Originals by sha256: the files are read when a record pins them."""

    files: dict[str, Path]
    beside: dict[str, str]
    """The digest of ``content/sources/<id>.txt``, by id: what the record there should pin."""


def read_library(settings: Settings) -> Library:
    """Every original in the libraries and beside the records of sources.

    A library that is not there holds nothing: the archive builds without it.
    """
    files: dict[str, Path] = {}
    beside: dict[str, str] = {}
    own = settings.content / "sources"
    for folder in (own, *settings.libraries):
        for file in originals_in(folder):
            digest = digest_of_bytes(file.read_bytes())
            if file.parent == own:
                beside[file.stem] = digest
            files.setdefault(digest, file)
    return Library(files, beside)


def originals_in(folder: Path) -> Iterator[Path]:
    """The files of a folder, and of those in it, that are taken for originals, in the order of names.

    Links that lead out of the folder are passed over: what lies elsewhere was not put there to be shown.
    """
    if folder.is_dir():
        home = os.path.realpath(folder)
        yield from sorted(
            file
            for file in folder.rglob("*")
            if file.suffix.lower() in SUFFIXES and file.is_file() and _lies_in(file, home)
        )


def _lies_in(file: Path, home: str) -> bool:
    return not file.is_symlink() or Path(os.path.realpath(file)).is_relative_to(home)


def digest_of_bytes(data: bytes) -> str:
    """The sha256 by which an original is known, in hex."""
    return hashlib.sha256(data).hexdigest()


def read_original(data: bytes) -> Original:
    """The bytes of an original, a text or a web page, as the text that offsets count in.

    Raises:
        UnreadableOriginal: no text that can be read without guessing its encoding.
    """
    if is_web_page(data):
        # Only archives with saved pages pay for the parser.
        from plugins.web_pages.page import read_web_page

        page = read_web_page(data)
        return Original(digest_of_bytes(data), page.text, page.blocks)
    return Original(digest_of_bytes(data), read_text(data))


@dataclass(frozen=True)
class Documents:
    """The sources whose originals are at hand, by id, in the order of ids.

    ``known_keys`` are those of ``keys`` that an earlier build has told.
    """

    by_id: dict[str, Document]
    problems: tuple[Problem, ...] = ()
    known_keys: dict[str, str] = field(default_factory=dict, compare=False)

    @cached_property
    def keys(self) -> dict[str, str]:
        """The digest of all that decides what is found in a text, by id."""
        return {key: self.known_keys.get(key) or key_of_text(one) for key, one in self.by_id.items()}


def cut_documents(records: Records, library: Library, kept: Kept | None = None) -> Documents:
    """A document for each source record whose original is in the library; cut now, or in an earlier build."""
    problems: list[Problem] = []
    pinning = list(_pinning(records, library, problems))
    found = (kept or Kept()).results(
        "documents",
        [_key(record, library) for record in pinning],
        lambda place: _made(pinning[place], library),
    )
    by_id, keys = {}, {}
    for record, plain in zip(pinning, found, strict=True):
        if "fault" in plain:
            code, message, place = plain["fault"]
            problems.append(record.fault(Code[code], message, place))
        else:
            by_id[record.id] = _document(record, plain, library)
            keys[record.id] = plain["key"]
    return Documents(by_id, tuple(problems), keys)


def _pinning(records: Records, library: Library, problems: list[Problem]) -> Iterator[Record]:
    """The records whose originals are at hand, each original once; who pins one again is a fault."""
    pinned: dict[str, str] = {}
    for record in records.sources:
        digest = record.text("sha256")
        if digest and pinned.setdefault(digest, record.id) != record.id:
            message = f"{pinned[digest]} pins the same text; keep one of the two records"
            problems.append(record.fault(Code.DUPLICATE_ORIGINAL, message, "sha256"))
        elif not library.files.keys().isdisjoint({digest, record.text("text-sha256")}):
            yield record


def _key(record: Record, library: Library) -> str:
    """The digest of all that decides how the original of a record is read and cut."""
    pins = [record.text("sha256") or "", record.text("text-sha256") or ""]
    stated = stated_errata(record)
    own = [record.id, repr(stated)] if stated else []
    return digest_of(digest_of_code(*CODE), *pins, repr([one in library.files for one in pins]), *own)


def _made(record: Record, library: Library) -> Plain:
    """The document of a record as JSON holds it, with the key of its text; or what is wrong with it."""
    try:
        original, is_file = _pinned(record, library)
    except UnreadableOriginal as fault:
        message = f"{fault}; save the text as UTF-8 and pin it anew"
        return {"fault": [Code.UNREADABLE_ORIGINAL.name, message, "sha256"]}
    except ExtractionChanged as fault:
        return {"fault": [Code.EXTRACTION_CHANGED.name, str(fault), "text-sha256"]}
    document = cut(record.id, rights_of(record), original, stated_errata(record))
    text = None if is_file else original.text
    return {**encode_document(document), "text": text, "key": key_of_text(document)}


def _document(record: Record, plain: Plain, library: Library) -> Document:
    sha256, text = record.text("sha256") or "", plain["text"]
    if text is None:
        text = read_text(library.files[sha256].read_bytes())
    return decode_document(plain, record.id, rights_of(record), sha256, text)


def cut(
    source: str, rights: Rights, original: Original, stated: Sequence[tuple[Pointer, Pointer]] = ()
) -> Document:
    """An original cut into its segments, its errata tied to what they correct.

    ``stated`` are the corrections that a record states, as the corrected passage and the words that
    stand in its place; a person's word is not added to. Those that point elsewhere are left out here,
    and reported where pointers are verified.
    """
    # What knows the looks of texts is read where one is cut.
    from plugins.errata.tying import tie_errata
    from plugins.sources.segments import segment

    segments = segment(source, original.text, original.blocks)
    document = Document(source, rights, original, segments)
    errata = tuple(_pinned_errata(document, stated)) if stated else tie_errata(original.text, segments)
    return replace(document, errata=errata)


def stated_errata(record: Record) -> tuple[tuple[Pointer, Pointer], ...]:
    """The corrections that a source's record states; what cannot be read was reported with the record."""
    found = []
    for erratum in record.items("errata"):
        read = [_pointer(erratum.get(key)) for key in ("passage", "reads")]
        if read[0] is not None and read[1] is not None:
            found.append((read[0], read[1]))
    return tuple(found)


def _pointer(written: object) -> Pointer | None:
    try:
        return pointers(written)[0] if isinstance(written, str) else None
    except ValueError:
        return None


def _pinned_errata(document: Document, stated: Sequence[tuple[Pointer, Pointer]]) -> Iterator[Erratum]:
    for passage, reads in stated:
        if passage.span is None or reads.span is None or passage.source != document.source:
            continue
        printed = document.segment_at(reads.span.start)
        if printed is not None and passage.span.end <= len(document.text):
            yield Erratum(printed.span, passage.span, passage.span, reads.span, "stated by the record")


class ExtractionChanged(ValueError):
    """A web page is read otherwise than when its text was pinned, and the pinned text is not at hand."""


def _pinned(record: Record, library: Library) -> tuple[Original, bool]:
    """The original that a record pins, and whether its text is that of the pinned file itself.

    A web page whose reading has changed is read from the text that was pinned with it, so that no
    pointer moves; its markup is not known then.
    """
    file = library.files.get(record.text("sha256") or "")
    read_then = record.text("text-sha256")
    copy = library.files.get(read_then or "")
    if file is not None:
        original = read_original(file.read_bytes())
        if original.blocks is None or read_then in {None, digest_of_bytes(original.text.encode("utf-8"))}:
            return original, original.blocks is None
    if copy is None:
        raise ExtractionChanged(
            "this page is now read otherwise than when its text was pinned, and the pinned text is not in "
            "the library; put it back, or import the page anew and mend the pointers into it"
        )
    return _as_pinned(record, copy), False


def _as_pinned(record: Record, copy: Path) -> Original:
    """The text that was read from a page, without the page: a text, even where it shows HTML."""
    return Original(record.text("sha256") or "", read_text(copy.read_bytes()))


def rights_of(record: Record) -> Rights:
    """What a source allows; ``summary`` until somebody says otherwise."""
    written = record.text("rights")
    known = {one.value for one in Rights}
    return Rights(written) if written in known else Rights.SUMMARY
