"""What a whole export leaves for edits: the columns of its index, its files, and the texts of its pages."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import Stemmer
import whoosh

from plugins.search_index.bits import Numbers
from plugins.search_index.contents import Contents
from plugins.search_index.entries import Entries
from plugins.search_index.facets import Traits
from plugins.search_index.fields import FIELDS
from plugins.search_index.filing import Filed
from plugins.search_index.inverted import Inverted, from_zero
from plugins.search_index.page import SearchPage
from plugins.search_index.rooms import part_of, parts_in, room_of_each
from plugins.search_index.shard import Tail, build_of, encode
from plugins.search_index.state import Section, Stored, Unusable, as_lines, write_stored
from plugins.search_index.term_shards import TermEntries

NAME = "search-state"
"""What the file is called in its folder."""


def leave(
    folder: Path,
    index: Inverted,
    told: TermEntries,
    contents: Contents,
    result: Filed,
    pages: Sequence[SearchPage],
    traits: Sequence[Traits],
    stems: Mapping[str, str],
    shard_bytes: int,
) -> None:
    """Write all of it into a folder; ``pages`` are in the order of the documents."""
    room = room_of_each([len(page.body) for page in pages])
    parts = parts_in(len(pages))
    # Whole texts move only with their own page; telling sentences with what stands in the others.
    texts = [encode([page.body, page.anchors]).encode() for page in pages] if room is not None else []
    sections: dict[str, Section] = {
        "terms": as_lines(contents.terms),
        "stems": as_lines(stems.get(term, "") for term in contents.terms),
        "family": contents.family,
        "list_term": index.term,
        "list_field": _small(index.field),
        "spread": index.spread,
        "document": index.document,
        "count": _small(index.count),
        "posting_bits": _small(told.posting_bits),
        "place_bits": _small(told.place_bits),
        "lengths": index.lengths,
        "entries": contents.entries.data,
        "entry_begins": contents.entries.begins,
        "aside": told.aside,
        "places": contents.places.data,
        "place_begins": contents.places.begins,
        "telling": index.telling,
        "worth": index.worth,
        "urls": encode([page.url for page in pages]).encode(),
        "part": _small(np.array([part_of(page.url, parts) for page in pages], dtype=np.int64)),
        "body": np.array([len(page.body) for page in pages], dtype=np.int64),
        "documents": as_lines(contents.documents),
        "traits": as_lines(map(encode, traits)),
        "spelling": as_lines(contents.spelling),
        "texts": b"".join(texts),
        "text_begins": from_zero(np.array([len(one) for one in texts], dtype=np.int64)),
        "text_checks": np.array([zlib.crc32(one) for one in texts], dtype=np.uint32),
        "tails": b"".join(tail.data for tail in result.tails.values()),
    }
    about = {
        "settings": _settings(contents.language, shard_bytes),
        "build": build_of(result.tails),
        "room": room,
        "kinds": contents.kinds,
        "facets": list(contents.facets),
        "runs": {kind: [0, *(end for _, end in runs)] for kind, runs in result.runs.items()},
        "tails": [
            (name, tail.wide, tail.other, len(tail.data), tail.digest) for name, tail in result.tails.items()
        ],
    }
    write_stored(folder / NAME, about, sections)


class Left:
    """What an export has left in a folder, and reads of it what is asked for.

    Raises:
        Unusable: there is none, it is damaged, or it was left by other code or for other settings.
    """

    def __init__(self, folder: Path, language: str, shard_bytes: int) -> None:
        stored = self.stored = Stored(folder / NAME)
        if stored.about.get("settings") != _settings(language, shard_bytes):
            raise Unusable("other code or other settings")
        self.build: str = stored.about["build"]
        self.room: int | None = stored.about["room"]
        self.kinds: Mapping[str, Any] = stored.about["kinds"]
        self.facets: Sequence[str] = stored.about["facets"]
        self.terms = stored.lines("terms")
        self.urls = json.loads(bytes(stored.bytes_of("urls")))
        self.list_term, self.list_field = stored.column("list_term"), stored.column("list_field")
        self.spread, self.document = stored.column("spread"), stored.column("document")
        self.count = stored.column("count")
        self.posting_bits, self.place_bits = stored.column("posting_bits"), stored.column("place_bits")
        self.list_begins = from_zero(self.spread)
        self.lengths = stored.column("lengths").reshape(len(FIELDS), len(self.urls))
        self.entries = Entries(bytes(stored.bytes_of("entries")), stored.column("entry_begins"))
        self.aside = stored.column("aside")
        self.places = Entries(bytes(stored.bytes_of("places")), stored.column("place_begins"))
        self.part, self.body = stored.column("part"), stored.column("body")

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each term."""
        return dict(zip(self.terms, range(len(self.terms)), strict=True))

    @cached_property
    def _term_lists(self) -> Numbers:
        """Where the lists of each term begin, and where the last one ends."""
        begins: Numbers = from_zero(np.bincount(self.list_term, minlength=len(self.terms)))
        return begins

    def lists_of(self, term: int) -> list[tuple[int, slice]]:
        """The field of each list of a term, and its postings."""
        first, end = self._term_lists[term : term + 2].tolist()
        begins = self.list_begins[first : end + 1].tolist()
        return [
            (which, slice(*run))
            for which, run in zip(self.list_field[first:end].tolist(), pairwise(begins), strict=True)
        ]

    def text_of(self, document: int) -> tuple[str, Sequence[str]]:
        """The body of a document, and its anchors; only where documents show telling sentences.

        Raises:
            Unusable: it is damaged.
        """
        begins = self.stored.column("text_begins")
        data = self.stored.bytes_of("texts", checked=False)[begins[document] : begins[document + 1]]
        if zlib.crc32(data) != self.stored.column("text_checks")[document]:
            raise Unusable(f"the text of document {document} is damaged")
        body, anchors = json.loads(bytes(data))
        return body, tuple(anchors)

    @cached_property
    def tails(self) -> dict[str, Tail]:
        """What each file ends with."""
        data = self.stored.bytes_of("tails")
        tails = {}
        at = 0
        for name, wide, other, size, digest in self.stored.about["tails"]:
            tails[name] = Tail(bytes(data[at : at + size]), wide, other, digest)
            at += size
        return tails

    def tails_of_runs(self) -> dict[tuple[str, int, int], Tail]:
        """What the files of neighbours end with, by their kind, the first of them, and the end."""
        return {
            (kind, *run): self.tails[f"{kind}-{number}"]
            for kind, begins in self.stored.about["runs"].items()
            for number, run in enumerate(pairwise(begins))
        }


def _small(numbers: Numbers) -> Numbers:
    """Numbers from 0 in as few bytes as the largest needs."""
    most = int(numbers.max()) if len(numbers) else 0
    kind = next(one for one in (np.uint8, np.uint16, np.int32, np.int64) if most <= np.iinfo(one).max)
    return numbers.astype(kind)


def _settings(language: str, shard_bytes: int) -> str:
    """The digest of what decides besides the pages: the code of this plugin, of libraries, and settings."""
    code = [
        f"{file.name} {hashlib.sha256(file.read_bytes()).hexdigest()}"
        for file in sorted(Path(__file__).parent.glob("*.py"))
    ]
    versions = (
        sys.version,
        unicodedata.unidata_version,
        whoosh.versionstring(),
        Stemmer.version(),
        sys.byteorder,
    )
    return hashlib.sha256(json.dumps([*code, *versions, language, shard_bytes]).encode()).hexdigest()
