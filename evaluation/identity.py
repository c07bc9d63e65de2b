"""Which of the archive's records is which entity of an annotation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from evaluation.gold import JUDGED, Gold, GoldEntity
from plugins.archive.entity import Entity, Kind


def same_entities(gold: Gold, entities: Iterable[Entity]) -> dict[str, str]:
    """The annotation's id for each record that it knows, by the record's id.

    Ids decide first, then names, then any name of both that only one record has; always among records of
    its kind. A record is one entity, and an entity one record at most.
    """
    left = {one.id: one for one in entities}
    same: dict[str, str] = {}
    for known_by in (_by_id, _by_name, _by_alias):
        for one in gold.entities:
            if one.id not in same.values():
                found = [ours for ours in left.values() if _is_of_kind(ours, one) and known_by(ours, one)]
                if len(found) == 1:
                    same[found[0].id] = one.id
                    del left[found[0].id]
    return same


def _is_of_kind(ours: Entity, gold: GoldEntity) -> bool:
    """A place may be a term with us, but no person; a kind that we do not have may be anything."""
    if gold.is_judged:
        return ours.kind.value == gold.kind
    return ours.kind not in JUDGED or gold.kind not in {one.value for one in Kind}


def _by_id(ours: Entity, gold: GoldEntity) -> bool:
    return ours.id == gold.id


def _by_name(ours: Entity, gold: GoldEntity) -> bool:
    return folded(ours.name) == folded(gold.name)


def _by_alias(ours: Entity, gold: GoldEntity) -> bool:
    ours_names = {folded(name) for name in (ours.name, *ours.variants)}
    return not ours_names.isdisjoint(folded(name) for name in (gold.name, *gold.aliases))


def folded(name: str) -> str:
    """A name without case, accents and marks.

    >>> folded("K. K.  Barrétt")
    'k k barrett'
    """
    plain = "".join(
        one for one in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(one)
    )
    return " ".join(re.findall(r"\w+", plain))
