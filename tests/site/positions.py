"""What a positional index gives away: the running text of every page, put together again.

Reads the files of ``search/`` by docs/index-format.md alone, as anybody could who finds them on a host.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from plugins.search_index.client import SCRIPTS
from tests.search_index.reading import places_of, shards_of


def texts_of(site: Path) -> dict[tuple[int, str], dict[int, str]]:
    """The term at each position, for each document by its number and field by its name."""
    files = (file for file in (site / "search").iterdir() if file.stem not in SCRIPTS)
    texts: dict[tuple[int, str], dict[int, str]] = {}
    for place in places_of(shards_of({f"search/{file.name}": file.read_bytes() for file in files})):
        for position in place.positions:
            texts.setdefault((place.document, place.field), {})[position] = place.term
    return texts


def runs_in(text: dict[int, str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of that many terms at positions that follow each other."""
    for start in text:
        run = tuple(text.get(place, "") for place in range(start, start + length))
        if all(run):
            yield run
