"""Pointers behind ``cite``: each is one, and leads to a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem
from plugins.archive.span import Pointer, UnreadablePointer
from plugins.authority.nearest import LONGEST_CHOICE, nearest_id
from plugins.authority.nearest_pointer import nearest_pointer, pointer_form
from plugins.authority.record import Record
from plugins.authority.spot import Spot, shape_of


def sources_of(spot: Spot) -> dict[str, Record]:
    """The records of texts, by id."""
    return {record.id: record for record in spot.by_id.values() if record.folder == "sources"}


def cite_faults(value: Any, spot: Spot) -> Iterator[Problem]:
    """The faults of one pointer, or of each in a list."""
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        further = (number,) if isinstance(value, list) else ()
        try:
            source = Pointer.parse(one).source if isinstance(one, str) else None
        except UnreadablePointer:
            source = None
        if source is None or source not in spot.by_id or spot.by_id[source].folder != "sources":
            if number and isinstance(one, str) and (page := PAGE.fullmatch(one)):
                yield _page_apart(page[0], value[number - 1], spot, number)
            else:
                yield _no_pointer(one, source, spot, *further)


PAGE = re.compile(r"\W*(?:pp?|pages?|par(?:agraph)?s?|seiten?|s)?[. ]*\d[\d\s–-]*", re.IGNORECASE)
"""A page or a paragraph that stands apart from its source: ``[harmetz, p. 123]``."""


def _page_apart(page: str, before: Any, spot: Spot, number: int) -> Problem:
    """What is told of a page that stands beside its source in the list."""
    advice = nearest_pointer(f"{before} {page}", sources_of(spot), spot.by_id, has_note="note" in spot.keys)
    advice = advice or pointer_form(sources_of(spot))
    return spot.wrong(Code.BAD_POINTER, f"{page!r} is no pointer; it names no source; {advice}", number)


def _no_pointer(value: Any, source: str | None, spot: Spot, *further: str | int) -> Problem:
    """What is wrong with a pointer that cannot be read, or whose source has no record."""
    sources = sources_of(spot)
    written = value
    while isinstance(written, list) and len(written) == 1:
        written = written[0]
    if isinstance(written, dict):
        # A source and a page with keys of their own.
        written = " ".join(str(one) for one in written.values() if isinstance(one, str))
    has_note = "note" in spot.keys
    meant = (
        nearest_pointer(written, sources, spot.by_id, has_note=has_note, key="" if further else spot.name)
        if isinstance(written, str)
        else ""
    )
    if source is None or meant.startswith("it names"):
        is_told = written is value or isinstance(value, dict)
        said = shape_of(value) if is_told else f"[[{written}]]"
        return spot.wrong(
            Code.BAD_POINTER, f"{said} is no pointer; {meant or pointer_form(sources)}", *further
        )
    there = spot.by_id.get(source)
    advice = nearest_id(source, sources.values(), (Kind.SOURCE,))
    if there is not None:
        advice = f"{source} is a {there.kind.kind.value}, and only texts are cited; {pointer_form(sources)}"
    elif advice.startswith("make") and 0 < len(sources) <= LONGEST_CHOICE:
        advice = f"{advice}; the sources are {', '.join(sorted(sources))}"
    return spot.wrong(Code.UNKNOWN_ID, f"no source is called {source!r}; {advice}", *further)
