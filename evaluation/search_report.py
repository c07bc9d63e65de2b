"""What was measured of the search, as tables for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from evaluation.figures import as_share
from evaluation.search import Measured, Miss
from evaluation.search_questions import Column

_WIDTH = 12


def search_as_text(measured: Sequence[Measured]) -> str:
    """A table for each collection, an engine in each row; then what our search missed, where it was asked."""
    return "\n\n".join("\n".join(_lines(one)) for one in measured)


def search_as_json(measured: Sequence[Measured]) -> str:
    """The same as JSON."""
    data = [
        {
            "collection": one.collection.name,
            "about": one.collection.about,
            "digest": one.collection.digest,
            "figures": [_row(one, column) for column in one.collection.columns],
            "misses": [_miss(one, miss) for miss in one.misses],
        }
        for one in measured
    ]
    return json.dumps(data, ensure_ascii=False, indent=1)


def _lines(measured: Measured) -> Iterator[str]:
    columns = measured.collection.columns
    yield f"{measured.collection.name}: {measured.collection.about}"
    yield ""
    kinds = [
        f"{column.kind} ({measured.asked(column)})" if _begins(columns, place) else ""
        for place, column in enumerate(columns)
    ]
    widths = [max(_WIDTH, len(kind) + 2) for kind in kinds]
    yield _line("", kinds, widths)
    yield _line("", [column.name for column in columns], widths)
    for engine in measured.answers:
        yield _line(engine, [as_share(measured.figure(engine, column)) for column in columns], widths)
    yield _line("target", [as_share(column.target) if column.target else "" for column in columns], widths)
    if measured.misses:
        yield ""
        yield f"Missed by our search ({len(measured.misses)})"
    for miss in measured.misses:
        yield from _told(measured, miss)


def _begins(columns: Sequence[Column], place: int) -> bool:
    return place == 0 or columns[place - 1].kind != columns[place].kind


def _line(label: str, cells: Sequence[str], widths: Sequence[int]) -> str:
    row = "".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"  {label:20}{row}".rstrip()


def _told(measured: Measured, miss: Miss) -> Iterator[str]:
    wanted = "; ".join(_named(measured, url) for url in sorted(miss.question.wanted)[:3])
    place = f"place {miss.place}" if miss.place else "not found"
    yield f"  [{miss.question.kind}] {miss.question.text!r}: {place}, wanted {wanted}"
    for number, url in enumerate(miss.first, 1):
        yield f"      {number}. {_named(measured, url)}"


def _named(measured: Measured, url: str) -> str:
    title = next((page.title for page in measured.collection.pages if page.url == url), "")
    return f"{title} <{url}>"


def _row(measured: Measured, column: Column) -> dict[str, Any]:
    return {
        "kind": column.kind,
        "asked": measured.asked(column),
        "measure": column.name,
        "target": column.target,
        **{engine: measured.figure(engine, column) for engine in measured.answers},
    }


def _miss(measured: Measured, miss: Miss) -> dict[str, Any]:
    return {
        "kind": miss.question.kind,
        "query": miss.question.text,
        "wanted": [_named(measured, url) for url in sorted(miss.question.wanted)],
        "place": miss.place,
        "first": [_named(measured, url) for url in miss.first],
    }
