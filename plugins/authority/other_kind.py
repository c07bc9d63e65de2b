"""What to write where an id leads to a record of another kind than its key takes."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.archive.entity import Kind
from plugins.authority.nearest import LONGEST_CHOICE
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape

_OF_THE_PART = frozenset({Kind.PERSON, Kind.ORGANISATION})


def instead_of(
    found: Record, key: str, keys: Mapping[str, Key], record: Record, by_id: Mapping[str, Record]
) -> str:
    """Advice for the id of ``found`` behind a key of ``record``; ``keys`` are those beside it."""
    wanted, kind = keys[key].kinds, found.kind.kind
    if record.kind.kind is Kind.PERSON and kind is Kind.CHARACTER and Kind.WORK in wanted:
        return f"a part is told in the character's record, and not here; {performer_added(found, record.id)}"
    if _OF_THE_PART & set(wanted) and kind is Kind.CHARACTER and (who := _performers(found)):
        beside = _beside(kind, key, keys)
        also = f"; a character stands under {beside}" if beside else ""
        return f"name who plays the part: {' or '.join(who)}{also}"
    if Kind.CHARACTER in wanted and kind in _OF_THE_PART:
        parts = [
            one.id
            for one in by_id.values()
            if one.kind.kind is Kind.CHARACTER and found.id in _performers(one)
        ]
        beside = _beside(kind, key, keys)
        told = f"did you mean {' or '.join(map(repr, parts))}?" if parts else ""
        also = f"a person stands under {beside}" if beside else ""
        if told or also:
            return "; ".join(filter(None, (told, also)))
    if beside := _beside(kind, key, keys):
        return f"write it under {beside}: {_in_shape(found.id, keys[beside])}"
    return f"name {ids_to_name(keys[key], by_id)}"


def performer_added(character: Record, person: str) -> str:
    """How a person is added to those who play a part, in the character's record."""
    told, where = f"{{person: {person}}}", f"in {character.path}"
    if person in _performers(character):
        return f"it stands {where} already; take it out here"
    if not character.items("performed-by"):
        return f"write {where}: performed-by: [{told}]"
    if character.has_brackets("performed-by"):
        return f"add {where} before the ] that ends performed-by: , {told}"
    return f"add {where} to what stands under performed-by: - {told}"


def records_for(key: Key, by_id: Mapping[str, Record]) -> list[Record]:
    """The records whose ids a key takes."""
    return [one for one in by_id.values() if not key.kinds or one.kind.kind in key.kinds]


def ids_to_name(key: Key, by_id: Mapping[str, Record], folder: str = "") -> str:
    """Which ids a key takes: all of a few, else what kind of record they are of, and an example."""
    kinds = " or ".join(_article(kind.value) for kind in key.kinds) or "a record"
    ids = sorted(one.id for one in records_for(key, by_id))
    if folder and (of_folder := [one for one in ids if by_id[one].folder == folder]):
        ids = of_folder
    if not ids:
        return f"{kinds}, by the name of its file without .md; there is none yet"
    if len(ids) == 1:
        return ids[0]
    if len(ids) <= LONGEST_CHOICE:
        return f"one of {', '.join(ids)}"
    return f"{kinds} by its id, which is the name of its file without .md, like {ids[0]}"


def _article(word: str) -> str:
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def _performers(character: Record) -> list[str]:
    return [one["person"] for one in character.items("performed-by") if isinstance(one.get("person"), str)]


def _beside(kind: Kind, key: str, keys: Mapping[str, Key]) -> str:
    """Another key of the same record or entry that takes records of a kind; empty for none."""
    return next((name for name, one in keys.items() if name != key and kind in one.kinds), "")


def _in_shape(record_id: str, key: Key) -> str:
    return f"[{record_id}]" if key.shape is Shape.IDS else record_id
