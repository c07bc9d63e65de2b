"""Ids where one, or a list of them, is expected: each leads to a record of a kind that its key takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem
from plugins.authority.meant_entries import AN_ID, PART, jobs_in, played
from plugins.authority.nearest import (
    LONGEST_LIST,
    bare,
    id_for,
    linked,
    nearest_id,
    record_named,
    several_ids,
)
from plugins.authority.other_kind import ids_to_name, instead_of, records_for
from plugins.authority.record import Record
from plugins.authority.schema import Shape
from plugins.authority.spot import Spot, each_in_its_own, one_of
from plugins.authority.words_for_keys import role_of
from plugins.authority.written_out import to_be_made
from plugins.markdown_it.yaml_lines import in_entry


def id_faults(value: Any, spot: Spot, *further: str | int) -> Iterator[Problem]:
    """The faults of one id."""
    if not isinstance(value, str):
        yield spot.wrong_type(value, *further)
        return
    if value == AN_ID:
        message = f"{AN_ID} stands for the id of a record; write {ids_to_name(spot.key, spot.by_id)}"
        yield spot.wrong(Code.UNKNOWN_ID, message, *further)
        return
    kinds, record = spot.key.kinds, spot.by_id.get(value)
    if record is None and "role" in spot.keys and (job := role_of(value)):
        wanted = ids_to_name(spot.key, spot.by_id, "films")
        message = f"{value!r} is a job, and a job stands behind role: {job}; write here {wanted}"
        yield spot.wrong(Code.UNKNOWN_ID, message, *further)
    elif record is None:
        # Of what a name does not mean, its own record is none.
        known = records_for(spot.key, spot.by_id)
        known = [one for one in known if spot.name != "not" or one is not spot.record]
        key = "" if further else spot.name
        advice = (
            _of_several(value, known, spot)
            or _with_its_part(value, known, spot)
            or _of_another_kind(value, known, spot)
            or nearest_id(value, known, kinds, key)
        )
        if not record_named(value, known) and "character-name" in spot.keys and spot.name == "character":
            advice += f"; a part without a record stands behind character-name: {in_entry(bare(value))}"
        yield spot.wrong(Code.UNKNOWN_ID, f"no record has the id {value!r}; {advice}", *further)
    elif spot.name == "not" and value == spot.record.id:
        message = f"{value!r} is this record itself; take it out, or write the id of the one that it is not"
        yield spot.wrong(Code.WRONG_VALUE, message, *further)
    elif kinds and record.kind.kind not in kinds:
        advice = instead_of(record, spot.name, spot.keys, spot.record, spot.by_id)
        message = f"{value!r} is a record of the kind {record.kind.kind.value}; {advice}"
        yield spot.wrong(Code.WRONG_VALUE, message, *further)


def _of_several(value: str, known: list[Record], spot: Spot) -> str:
    """Advice for several ids where one stands; empty for a text that names no several."""
    if spot.key.shape is Shape.IDS or record_named(value, known) or not (ids := several_ids(value, known)):
        return ""
    if not spot.is_inside:
        return one_of(ids, spot, value)
    missing = to_be_made(ids, spot.by_id, spot.key.kinds, value)
    return f"{each_in_its_own(ids, spot)}{missing}"


def _with_its_part(value: str, known: list[Record], spot: Spot) -> str:
    """Advice for a line of a cast list where characters stand; empty for any other text."""
    line = played(value, spot.by_id) if len(value) <= LONGEST_LIST else ""
    found = PART.fullmatch(line) if Kind.CHARACTER in spot.key.kinds else None
    if found is None or record_named(value, known):
        return ""
    people = [one for one in spot.by_id.values() if one.kind.kind is Kind.PERSON]
    who, part = record_named(found["who"], people), record_named(found["part"], known)
    beside = next((name for name, key in spot.keys.items() if Kind.PERSON in key.kinds), "")
    if who is None and not (part or " as " in line):
        return ""
    part_id = part.id if part else id_for(found["part"], known)
    who_id = who.id if who else id_for(found["who"], people)
    told = f"write {part_id}" + (f"; {who_id} stands under {beside}" if beside else "")
    told += to_be_made([part_id], spot.by_id, (Kind.CHARACTER,), found["part"])
    return told + to_be_made([who_id], spot.by_id, (Kind.PERSON,), found["who"])


def _of_another_kind(value: str, known: list[Record], spot: Spot) -> str:
    """Advice for the name of a record that the key does not take; empty for the name of any other."""
    found = record_named(value, spot.by_id.values())
    if found is None or record_named(value, known) or spot.name == "not":
        return ""
    advice = instead_of(found, spot.name, spot.keys, spot.record, spot.by_id)
    return f"{found.id} is a {found.kind.kind.value}; {advice}"


def ids_faults(value: Any, spot: Spot) -> Iterator[Problem]:
    """The faults of one id, or of each in a list."""
    if names := _linked(value):
        yield _written_as_links(names, spot)
        return
    if not isinstance(value, list):
        yield from id_faults(value, spot)
        return
    if record := _turned_name(value, spot):
        message = f"{', '.join(value)!r} is no id; write {spot.name}: [{record.id}]"
        yield spot.wrong(Code.UNKNOWN_ID, message)
        return
    there: set[str] = set()
    for number, one in enumerate(value):
        if isinstance(one, str) and one in there:
            yield spot.wrong(Code.WRONG_VALUE, f"{one!r} stands here twice; take one of the two out", number)
        else:
            yield from id_faults(one, spot, number)
        if isinstance(one, str):
            there.add(one)


def _turned_name(value: list[Any], spot: Spot) -> Record | None:
    """The record whose name an index has with a comma, which makes a list of two; None for any other list."""
    if len(value) == 2 and all(isinstance(one, str) and one not in spot.by_id for one in value):
        return record_named(", ".join(value), records_for(spot.key, spot.by_id))
    return None


def _linked(value: Any) -> list[str]:
    """What stands in the brackets of links, where a value is links alone; empty for any other."""
    if isinstance(value, list):
        # Without quotation marks the brackets of a link are those of a list in a list.
        names = [_in_lists(one) for one in value]
        if value and all(names):
            return [one.partition("|")[0] for one in names]
        found = [_linked(one) if isinstance(one, str) else [] for one in value]
        return [name for names in found for name in names] if all(found) else []
    return linked(value) if isinstance(value, str) else []


def _in_lists(value: Any) -> str:
    """The one text that stands in a list, or in a list of that alone; empty for any other value."""
    held = value
    while isinstance(held, list) and len(held) == 1:
        held = held[0]
    return held if isinstance(held, str) and held is not value else ""


def _written_as_links(names: list[str], spot: Spot) -> Problem:
    known = records_for(spot.key, spot.by_id)
    ids = [id_for(one, known) for one in names]
    message = f"ids stand here without the brackets of links; write {spot.name}: [{', '.join(ids)}]"
    message += to_be_made(ids, spot.by_id, spot.key.kinds, names)
    return spot.wrong(Code.UNKNOWN_ID, message)


def several_in_one(text: str, spot: Spot) -> str:
    """What to write for a text with a comma where one job or one id stands; empty for any other text."""
    if spot.name == "role" and (jobs := jobs_in(text)):
        return f"several jobs stand behind role; {each_in_its_own(jobs, spot)}"
    if spot.key.shape is not Shape.ID:
        return ""
    known = records_for(spot.key, spot.by_id)
    if (record := record_named(text, known)) is not None:
        return f"{text!r} is no id; write {spot.name}: {record.id}"
    if advice := _of_several(text, known, spot):
        return f"several ids stand behind {spot.name}; {advice}"
    return f"no record has the id {text!r}; {nearest_id(text, known, spot.key.kinds)}"
