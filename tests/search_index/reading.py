"""The exported files, read back as docs/index-format.md says, by nothing but JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_CALL = re.compile(r'Intertitle\.shards\.receive\("([a-z]+(?:-\d+)?)",(.*)\);\n', re.DOTALL)


@dataclass(frozen=True)
class Place:
    """A term in one field of one document, with its positions."""

    term: str
    document: int
    field: str
    positions: tuple[int, ...]


def shards_of(files: Mapping[str, bytes]) -> dict[str, dict[str, Any]]:
    """The values of all shards by name; fails unless each file is one call with its own name."""
    shards = {}
    for path, content in files.items():
        call = _CALL.fullmatch(content.decode("utf-8"))
        assert call is not None, path
        assert path == f"search/{call[1]}.js"
        shards[call[1]] = json.loads(call[2])
    return shards


def places_of(shards: Mapping[str, dict[str, Any]]) -> Iterator[Place]:
    """Every term in every field of every document, in the order of the files."""
    fields = [field["name"] for field in shards["manifest"]["fields"]]
    for entry in shards["manifest"]["shards"]["terms"]:
        terms, positions = shards[entry["name"]], shards[entry["positions"]]["positions"]
        for term, flat, steps in zip(terms["terms"], terms["postings"], positions, strict=True):
            yield from _term_places(term, fields, iter(flat), iter(steps))


def _term_places(term: str, fields: list[str], flat: Iterator[int], steps: Iterator[int]) -> Iterator[Place]:
    document = 0
    for step in flat:
        document += step
        mask = next(flat)
        for which, field in enumerate(fields):
            if mask >> which & 1:
                position = 0
                found = [position := position + next(steps) for _ in range(next(flat))]
                yield Place(term, document, field, tuple(found))
