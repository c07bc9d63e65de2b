"""The files of the search index, read by docs/index-format.md alone, and put together to running text.

A positional index of a text is a copy of the text. The files are known by what they hold: a copy under
another name, or packed, is read as well, and terms find their positions by the counts of both.
"""

from __future__ import annotations

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from plugins.leaks.protected import UNKNOWN, Protected
from plugins.leaks.words import terms_of

_CALL = re.compile(r"receive\(\s*+\"[^\"\n]{0,200}+\"\s*+,\s*+(?=\{)")
_POSITIONAL = ('"postings"', '"positions"')
_KEYS = (*_POSITIONAL, '"documents"', '"fields"')

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
            if calls and any(key in text for key in _POSITIONAL):
                raise UnreadableShard from None
        else:
            if isinstance(value, dict):
                yield value


def fields_of_documents(value: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """The number, the field and the text of everything that a file of documents shows of them."""
    match value:
        case {"documents": [*documents], "first": int(first)}:
            for number, document in enumerate(documents, first):
                for field, text in document.items() if isinstance(document, dict) else ():
                    if isinstance(text, str):
                        yield number, field, text


@dataclass(frozen=True, slots=True)
class IndexText:
    """A field of a document put together again. ``files`` has, for a code, the file of its positions."""

    document: int
    field: str
    codes: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Half:
    """A file of terms or one of positions, waiting for the other. ``counts`` is what they have in common."""

    file: str
    counts: tuple[int, ...]
    terms: list[Any]
    numbers: list[array[int]]


class SearchFiles:
    """The indexes of a site, collected file by file. Memory: 8 bytes for each word that a text has too."""

    def __init__(self, protected: Protected) -> None:
        self._protected = protected
        self._waiting: dict[tuple[str, bool, tuple[int, ...]], _Half] = {}
        self._fields: dict[str, list[str]] = {}
        self._files: dict[str, dict[str, str]] = defaultdict(dict)
        self._places: dict[tuple[str, int, int], array[int]] = defaultdict(lambda: array("Q"))

    def add(self, value: dict[str, Any], file: str) -> None:
        """Keep what one file holds. What is no file of terms, positions or fields is passed over."""
        build = str(value.get("build", ""))
        try:
            match value:
                case {"terms": [*terms], "postings": [*postings]} if len(terms) == len(postings):
                    numbers = [array("L", one) for one in postings]
                    counts = tuple(sum(count for *_, count in _occurrences(one)) for one in numbers)
                    self._pair(build, _Half(file, counts, terms, numbers))
                case {"positions": [*positions]}:
                    numbers = [array("L", one) for one in positions]
                    self._pair(build, _Half(file, tuple(map(len, numbers)), [], numbers))
                case {"fields": [*fields]}:
                    self._fields[build] = [str(one.get("name")) for one in fields if isinstance(one, dict)]
        except (TypeError, OverflowError, IndexError):
            return

    def _pair(self, build: str, half: _Half) -> None:
        other = self._waiting.pop((build, not half.terms, half.counts), None)
        if other is None:
            self._waiting[build, bool(half.terms), half.counts] = half
        else:
            self._place(build, *((half, other) if half.terms else (other, half)))

    def _place(self, build: str, words: _Half, places: _Half) -> None:
        """Put each term at its positions, in the texts of its documents."""
        for term, postings, steps in zip(words.terms, words.numbers, places.numbers, strict=True):
            codes = self._protected.codes_of(terms_of(str(term))[: 1 << _PART_BITS])
            if not codes.strip(UNKNOWN):
                continue
            self._files[build].setdefault(codes[0], places.file)
            step = iter(steps)
            for document, field, count in _occurrences(postings):
                position = 0
                text = self._places[build, document, field]
                for _ in range(count):
                    position += next(step)
                    text.extend(
                        ((position << _PART_BITS) + part << _CODE_BITS) + ord(code)
                        for part, code in enumerate(codes)
                    )

    def texts(self) -> Iterator[IndexText]:
        """Every field of every document, by their numbers, as running text."""
        for build, document, field in sorted(self._places):
            names = self._fields.get(build, [])
            name = names[field] if field < len(names) else f"field {field}"
            codes = "".join(chain.from_iterable(_read_on(self._places[build, document, field])))
            yield IndexText(document, name, codes, self._files[build])


def _occurrences(postings: array[int]) -> Iterator[tuple[int, int, int]]:
    """The document, the field and the count of each entry of a flat list of postings.

    Raises:
        IndexError: the list is broken off.
    """
    place, document = 0, 0
    while place < len(postings):
        document += postings[place]
        mask = postings[place + 1]
        place += 2
        for field in (bit for bit in range(mask.bit_length()) if mask >> bit & 1):
            yield document, field, postings[place]
            place += 1


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
