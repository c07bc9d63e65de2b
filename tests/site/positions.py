"""What a positional index gives away: the running text of every page, put together again.

Reads the files of ``search/`` by docs/index-format.md alone, as anybody could who finds them on a host.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def shard(site: Path, name: str) -> dict[str, Any]:
    """The value that one file of the index hands to the client."""
    text = (site / "search" / f"{name}.js").read_text("utf-8")
    called, value = text.removeprefix("Intertitle.shards.receive(").split(",", 1)
    assert json.loads(called) == name
    received: dict[str, Any] = json.loads(value.rstrip().removesuffix(";").removesuffix(")"))
    return received


def texts_of(site: Path) -> dict[tuple[int, int], dict[int, str]]:
    """The term at each position, for each document and field by their numbers."""
    texts: dict[tuple[int, int], dict[int, str]] = {}
    for pair in shard(site, "manifest")["shards"]["terms"]:
        words, places = shard(site, pair["name"]), shard(site, pair["positions"])["positions"]
        for term, postings, steps in zip(words["terms"], words["postings"], places, strict=True):
            step = iter(steps)
            for document, field, count in occurrences(postings):
                position = 0
                for _ in range(count):
                    position += next(step)
                    texts.setdefault((document, field), {})[position] = term
            assert list(step) == []
    return texts


def occurrences(postings: list[int]) -> Iterator[tuple[int, int, int]]:
    """The document, the field and the count of each entry of a flat list of postings."""
    numbers, document = iter(postings), 0
    for forward in numbers:
        document += forward
        mask = next(numbers)
        for field in (bit for bit in range(mask.bit_length()) if mask >> bit & 1):
            yield document, field, next(numbers)


def runs_in(text: dict[int, str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of that many terms at positions that follow each other."""
    for start in text:
        run = tuple(text.get(place, "") for place in range(start, start + length))
        if all(run):
            yield run
