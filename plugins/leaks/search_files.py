"""The files of the search index, read by docs/index-format.md alone, and put together to running text.

A positional index of a text is a copy of the text. The files are known by what they hold: a copy under
another name, or packed, is read as well, and what belongs together is found by the name of its build.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from plugins.leaks.index_bits import NoCode
from plugins.leaks.index_entries import (
    Entry,
    Manifest,
    Occurrences,
    entry_of,
    holds_terms_alone,
    places_apart,
    shard_of,
)
from plugins.leaks.protected import UNKNOWN, Protected
from plugins.leaks.words import terms_of

_CALL = re.compile(r"receive\(\s*+\"[^\"\n]{0,200}+\"\s*+,\s*+(?=\{)")
_POSITIONAL = '"data"'
_KEYS = (_POSITIONAL, '"documents"', '"fields"')

_DOCUMENT = ("address", "title", "year", "summary", "body", "anchors")
"""What a file of documents has of each, in its order."""

BROKEN_OFF = "looks like a part of the search index and is broken off"
NO_MANIFEST = "is a part of a search index without its manifest"

_CODE_BITS, _PART_BITS = 21, 12
"""A term's place is one number: its position, its part where it is of several signs, and its code."""


class UnreadableShard(ValueError):
    """What begins like a file of the search index and does not go on like one."""


def values_in(text: str) -> Iterator[dict[str, Any]]:
    """The values that a script hands to the search, or the one that stands there as bare JSON.

    Raises:
        UnreadableShard: a file of terms or positions is broken off.
    """
    if not any(key in text for key in _KEYS):
        return
    calls = [call.end() for call in _CALL.finditer(text)]
    bare = [text.index("{")] if text.lstrip().startswith("{") else []
    for start in calls or bare:
        try:
            value, _ = json.JSONDecoder().raw_decode(text, start)
        except (ValueError, RecursionError):
            if calls and _POSITIONAL in text:
                raise UnreadableShard from None
        else:
            if isinstance(value, dict):
                yield value


def texts_of_documents(value: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The title, the field and the text of everything that a file of documents shows of them."""
    match value:
        case {"documents": [*documents]}:
            for document in documents:
                match document:
                    case [str(), str(title), *_]:
                        for field, told in zip(_DOCUMENT, document, strict=False):
                            yield from ((title, field, one) for one in _texts(told))


def _texts(told: Any) -> Iterator[str]:
    """A text, or several with nothing but their ends between them."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list):
        yield "\n\n".join(one for one in told if isinstance(one, str))


@dataclass(frozen=True, slots=True)
class IndexText:
    """A field of a document put together again. ``files`` has, for a code, the file of its positions."""

    document: int
    field: str
    codes: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file that waits for its manifest: how many terms it has, and its bits as characters."""

    file: str
    terms: int
    data: str


class SearchFiles:
    """The indexes of a site, collected file by file.

    Memory: 8 bytes for each word that a text has too, and those parts of an index that came before what
    they cannot be read without. By their names that is none but the places that stand apart.
    """

    def __init__(self, protected: Protected) -> None:
        self._protected = protected
        self._manifests: dict[str, Manifest] = {}
        self._waiting: dict[str, list[_Kept]] = defaultdict(list)
        self._broken: dict[str, None] = {}
        self._entries: dict[tuple[str, str], Entry] = {}
        self._apart: dict[tuple[str, str], tuple[str, str]] = {}
        self._files: dict[str, dict[str, str]] = defaultdict(dict)
        self._places: dict[tuple[str, int, int], array[int]] = defaultdict(lambda: array("Q"))

    def add(self, value: dict[str, Any], file: str) -> None:
        """Keep what one file holds. What is no file of terms, places or fields is passed over."""
        build = str(value.get("build", ""))
        manifest = Manifest.of(value)
        if manifest is not None:
            self._manifests[build] = manifest
        match value:
            case {"terms": int(terms), "data": str(data), "build": str()}:
                self._waiting[build].append(_Kept(file, terms, data))
        if build in self._manifests:
            for kept in self._waiting.pop(build, ()):
                self._read(build, kept)

    def unread(self) -> Iterator[tuple[str, str]]:
        """The files that are parts of an index and could not be read, and why not."""
        without_terms = (file for of, (file, _) in self._apart.items() if of not in self._entries)
        yield from ((file, BROKEN_OFF) for file in dict.fromkeys([*self._broken, *without_terms]))
        for build in sorted(self._waiting):
            yield from ((kept.file, NO_MANIFEST) for kept in self._waiting[build])

    def _read(self, build: str, kept: _Kept) -> None:
        """Read a file of terms, of places, or of terms alone; what fits to the end tells which it is."""
        for read in (self._read_terms, self._read_places, self._read_alone):
            try:
                read(build, kept)
            except (NoCode, OverflowError):
                continue
            return
        self._broken[kept.file] = None

    def _read_terms(self, build: str, kept: _Kept) -> None:
        shard, manifest = shard_of(kept.terms, kept.data, links=True), self._manifests[build]
        found = [
            (term, codes, entry_of(bits, manifest))
            for term, bits in zip(shard.terms, shard.entries, strict=True)
            if (codes := self._codes_of(term))
        ]
        for term, codes, entry in found:
            self._place(build, kept.file, codes, entry.told)
            if entry.apart:
                self._entries[build, term] = entry
                self._place_apart(build, term, codes)

    def _read_places(self, build: str, kept: _Kept) -> None:
        shard = shard_of(kept.terms, kept.data, links=False)
        for term, bits in zip(shard.terms, shard.entries, strict=True):
            if codes := self._codes_of(term):
                self._apart[build, term] = (kept.file, bits)
                self._place_apart(build, term, codes)

    def _read_alone(self, _: str, kept: _Kept) -> None:
        """Words for correcting others tell of no document."""
        if not holds_terms_alone(kept.terms, kept.data):
            raise NoCode

    def _place_apart(self, build: str, term: str, codes: str) -> None:
        """Place a term whose places have a file of their own, once both are there."""
        entry, apart = self._entries.get((build, term)), self._apart.get((build, term))
        if entry is not None and apart is not None:
            file, bits = apart
            self._place(build, file, codes, places_apart(bits, entry, self._manifests[build]))

    def _codes_of(self, term: str) -> str:
        """The codes of a term, or nothing where no text has any of it."""
        codes = self._protected.codes_of(terms_of(term)[: 1 << _PART_BITS])
        return codes if codes.strip(UNKNOWN) else ""

    def _place(self, build: str, file: str, codes: str, found: Iterable[Occurrences]) -> None:
        """Put a term at its places, in the texts of its documents."""
        for one in found:
            if not one.places:
                continue
            self._files[build].setdefault(codes[0], file)
            self._places[build, one.document, one.field].extend(
                ((place << _PART_BITS) + part << _CODE_BITS) + ord(code)
                for place in one.places
                for part, code in enumerate(codes)
            )

    def texts(self) -> Iterator[IndexText]:
        """Every field of every document, by their numbers, as running text."""
        for build, document, field in sorted(self._places):
            names = self._manifests[build].names
            codes = "".join(chain.from_iterable(_read_on(self._places[build, document, field])))
            yield IndexText(document, names[field], codes, self._files[build])


def _read_on(places: array[int]) -> Iterator[str]:
    """The codes in the order of their positions, UNKNOWN where one is missing."""
    before = None
    for number in sorted(set(places)):
        place = number >> _CODE_BITS
        position, part = place >> _PART_BITS, place % (1 << _PART_BITS)
        if before is not None and place != before + 1 and (part or position != (before >> _PART_BITS) + 1):
            yield UNKNOWN
        yield chr(number % (1 << _CODE_BITS))
        before = place
