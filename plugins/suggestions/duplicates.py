"""Records of one kind that are probably of one thing: ``LIKELY-DUPLICATE``. Only people merge records."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.record import Record, Refusal
from plugins.authority.schema import SuggestionCode
from plugins.suggestions.likeness import Likeness, likeness
from plugins.suggestions.material import Material
from plugins.suggestions.name_index import NameIndex
from plugins.suggestions.spelling import name_key
from plugins.suggestions.suggestion import Place, Suggestion

LEAST = 0.6
"""Two records that somebody wrote are two until more speaks for one: weaker likenesses are left out."""

TELLING_APART = ("year", "date", "kind", "film")
"""Keys of which two different values make two things: a remake, a song with the film's title."""


def likely_duplicates(material: Material) -> Iterator[Suggestion]:
    """A suggestion for each pair of likely doubles, at the second record, in no order."""
    compared = [one for one in material.recorded.by_id.values() if _is_compared(one)]
    by_kind: dict[Kind, list[Record]] = {}
    for record in compared:
        by_kind.setdefault(record.kind.kind, []).append(record)
    for kind, records in by_kind.items():
        index = NameIndex((record.name, record.id) for record in records)
        for second in records:
            for name, first_id in index.alike(second.name):
                first = material.recorded.by_id[first_id]
                if first.id < second.id and not _are_told_apart(first, second):
                    found = likeness(name, second.name, personal=kind in ANIMATE)
                    if found is not None and found.confidence >= LEAST:
                        yield _suggestion(*_in_order(first, second), found)


def _is_compared(record: Record) -> bool:
    """Whether a record has a name, and no title: of two sources or events called alike nothing follows."""
    kind = record.kind.kind
    return not (
        record.is_stub or kind in {Kind.SOURCE, Kind.PAGE} or (kind is Kind.EVENT and record.has_page)
    )


def _are_told_apart(one: Record, other: Record) -> bool:
    if one.id in other.texts("not") or other.id in one.texts("not"):
        return True
    return any(
        one.text(key) and other.text(key) and one.text(key) != other.text(key) for key in TELLING_APART
    )


def _in_order(one: Record, other: Record) -> tuple[Record, Record]:
    """The record to keep first: one with a page before one of a line."""
    return (one, other) if one.has_page >= other.has_page else (other, one)


def _suggestion(kept: Record, doubled: Record, found: Likeness) -> Suggestion:
    same = kept.name == doubled.name
    reason = "the same name" if same else found.reason
    variant = "" if same or name_key(kept.name) == "" else f", put {doubled.name!r} under its variants"
    return Suggestion(
        at=Place(doubled.path, *doubled.at("name")),
        code=SuggestionCode.LIKELY_DUPLICATE,
        name=doubled.name,
        reason=f"{kept.name} ({kept.id}, {kept.path}) is probably the same {kept.kind.kind.value}: {reason}",
        confidence=found.confidence,
        does=(
            f"nothing; keep {kept.id}, move what {doubled.id} says to it{variant}, and delete {doubled.id}. "
            "If they are two, refuse this"
        ),
        refusals=(Refusal(SuggestionCode.LIKELY_DUPLICATE, record=kept.id, other=doubled.id),),
        kind=kept.kind.kind.value,
        records=(kept.id, doubled.id),
    )
