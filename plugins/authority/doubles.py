"""Two pages for one person: pages of one kind with one name, and no word that they are two.

Short records and names that are only alike are suggestions, which people decide (``plugins/suggestions``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.entity import ANIMATE, Kind
from plugins.archive.errors import Code, Problem
from plugins.authority.record import Record, Records
from plugins.authority.schema import SuggestionCode

TELLING_APART = ("year", "kind", "film")
"""Keys of which two different values make two things: a remake, a part of another film."""

COMPARED = frozenset({*ANIMATE, Kind.WORK})


@dataclass(frozen=True, slots=True)
class Doubles:
    """The faults of pages that are probably one, each at the second of the two."""

    problems: tuple[Problem, ...] = ()


def find_doubles(records: Records) -> Doubles:
    """Pages of people, characters and works that share a name with a page of their kind.

    One's name may also be a listed variant of the other's. ``not`` in one of them, or a refusal of
    LIKELY-DUPLICATE, says that they are two.
    """
    refused = {
        frozenset((one.record, one.other))
        for one in records.refusals
        if one.code is SuggestionCode.LIKELY_DUPLICATE
    }
    found = [
        _fault(first, second)
        for first, second in _pairs(records)
        if frozenset((first.id, second.id)) not in refused and not _are_told_apart(first, second)
    ]
    return Doubles(tuple(found))


def _pairs(records: Records) -> Iterator[tuple[Record, Record]]:
    """Pages of one kind of which one has the other's name, in the order of ids."""
    named: dict[tuple[Kind, str], list[Record]] = {}
    pages = [one for one in records.of(*COMPARED) if one.has_page and one.text("name")]
    for record in pages:
        named.setdefault((record.kind.kind, _form(record.name)), []).append(record)
    seen: set[frozenset[str]] = set()
    for record in pages:
        for form in (record.name, *record.texts("variants")):
            for other in named.get((record.kind.kind, _form(form)), ()):
                pair = frozenset((record.id, other.id))
                if len(pair) == 2 and pair not in seen:
                    seen.add(pair)
                    yield (record, other) if record.id < other.id else (other, record)


def _form(name: str) -> str:
    return " ".join(name.casefold().split())


def _are_told_apart(one: Record, other: Record) -> bool:
    if one.id in other.texts("not") or other.id in one.texts("not"):
        return True
    return any(
        one.text(key) and other.text(key) and one.text(key) != other.text(key) for key in TELLING_APART
    )


def _fault(first: Record, second: Record) -> Problem:
    kind = first.kind.kind.value
    message = (
        f"{first.path} has this name too; if they are one {kind}, keep one page; "
        f"if they are two, say so here: not: [{first.id}]"
    )
    return second.fault(Code.DUPLICATE_NAME, message, "name")
