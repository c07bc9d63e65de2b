"""Entries and lines as a front matter should have them, whole, so that a message can be copied into it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.file_names import as_id
from plugins.authority.meant_entries import A_JOB, AN_ID, texts_in
from plugins.authority.nearest import (
    LONGEST_CHOICE,
    LONGEST_LIST,
    in_order,
    ways_to_make,
)
from plugins.authority.other_kind import ids_to_name
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.markdown_it.yaml_lines import in_entry, text_in_entry

A_POINTER = "POINTER"
"""What stands in an entry for a pointer that nobody can tell."""

STANDING_FOR = {
    "role": A_JOB,
    "property": "PROPERTY",
    "value": "VALUE",
    "point": "POINT",
    **dict.fromkeys(("person", "work"), AN_ID),
    **dict.fromkeys(("passage", "reads"), A_POINTER),
}
"""What stands in an entry, by its key, where nobody can tell what was meant; none may be left in a file."""


def entry(items: Mapping[str, Key], given: Mapping[str, Any]) -> str:
    """An entry of a list with all that it needs, on one line; its values are texts and lists of texts.

    >>> from plugins.authority.schema import FOLDERS
    >>> entry(FOLDERS["people"].keys["facts"].items, {"property": "born", "value": "June 3, 1931"})
    '{property: born, value: "June 3, 1931"}'
    """
    pairs = {
        name: given.get(name) or STANDING_FOR.get(name, AN_ID) for name, key in items.items() if key.required
    }
    whole = pairs | {name: value for name, value in given.items() if value}
    return "{" + ", ".join(f"{name}: {_in_braces(value)}" for name, value in whole.items()) + "}"


def _in_braces(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_in_braces, value))}]"
    return text_in_entry(" ".join(value.split()))


def under(key: str, entries: Iterable[str], values: Mapping[str, Any], *, has_brackets: bool = False) -> str:
    """Where entries are written: under a key of their own, or to what stands under it already."""
    if isinstance(values.get(key), list) and has_brackets:
        added = "".join(f", {one}" for one in entries)
        return f"add before the ] that ends {key}: {added} and take this line out"
    if isinstance(values.get(key), list):
        told = list(entries)
        return f"add to what stands under {key}{':' * (len(told) == 1)} {listed(told)}; take this line out"
    return f"write {key}: [{', '.join(entries)}]"


def one_list(key: str, known: Key, *lists: Any) -> str:
    """What to write where a list stands under its key and under another word for it, on a line of its own."""
    texts = [text for one in lists for text in texts_in(one)]
    if known.shape is Shape.ITEMS or not texts:
        return f"{key!r} stands here too; put all of it under {key}, and take this line out"
    told = ", ".join(map(in_entry, dict.fromkeys(texts)))
    return f"{key!r} stands here too; write {key}: [{told}] in its place, and take this line out"


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def listed(entries: Iterable[str], *, has_brackets: bool = False) -> str:
    """One entry of a list as it is written, or several, each on a line of its own.

    >>> listed(["{person: otto}"]), listed(["{person: otto}"], has_brackets=True)
    ('- {person: otto}', '{person: otto}')
    >>> listed(["{person: otto}", "{person: lena}"])
    'two entries, each on a line of its own: - {person: otto} and below it - {person: lena}'
    """
    told = list(entries)
    if has_brackets:
        return ", ".join(told)
    lines = " and below it ".join(f"- {one}" for one in told)
    if len(told) < 2:
        return lines
    number = _NUMBERS[len(told)] if len(told) < len(_NUMBERS) else str(len(told))
    return f"{number} entries, each on a line of its own: {lines}"


def to_be_made(
    ids: Iterable[str], by_id: Mapping[str, Record], kinds: Collection[Kind], said: Any = None
) -> str:
    """How the records are made that ids in a sample have not yet, as the end of a sentence; empty for none.

    ``said`` is what somebody wrote, in which the names stand from which the ids were made.
    """
    missing = [one for one in dict.fromkeys(ids) if one not in {*by_id, "", AN_ID}]
    ways = {one: ways_to_make(_name_in(one, said), kinds) or "a file of its own" for one in missing}
    return "".join(f"; {one} has no record yet, make one: {way}" for one, way in ways.items())


def _name_in(record_id: str, said: Any) -> str:
    """The name from which an id was made, where it stands in what somebody wrote; else the id."""
    number = record_id.count("-") + 1
    for text in _all_texts(said):
        words = re.sub(r"[\[\]|]", " ", text[:LONGEST_LIST]).split()
        for length in range(max(1, number - 2), number + 2):
            for start in range(len(words) - length + 1):
                name = " ".join(words[start : start + length]).strip(",;:()")
                if as_id(in_order(name)) == record_id:
                    return name
    return record_id


def _all_texts(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for key, one in said.items():
            yield str(key)
            yield from _all_texts(one)
    elif isinstance(said, list):
        for one in said:
            yield from _all_texts(one)


def left_open(
    items: Mapping[str, Key],
    given: Iterable[Mapping[str, Any]],
    by_id: Mapping[str, Record],
    said: Any = None,
) -> str:
    """What is still to be put into entries, and which records are to be made, as the end of a sentence.

    Empty for nothing. ``said`` is what somebody wrote in the place of the entries.
    """
    told = list(given)
    open_keys = [
        name
        for name, key in items.items()
        if key.required and any((one.get(name) or AN_ID) in STANDING_FOR.values() for one in told)
    ]
    still = "".join(f"; {_still(name, items[name], by_id)}" for name in open_keys)
    if "property" in open_keys and any(len(str(one.get("value", "")).split()) > _FEW_WORDS for one in told):
        still += f", and leave of its value what that does not say, as in {_A_FACT}"
    ids = {name: key for name, key in items.items() if key.shape is Shape.ID}
    return still + "".join(
        to_be_made((str(one.get(name, "")) for one in told), by_id, key.kinds, said)
        for name, key in ids.items()
    )


_FEW_WORDS = 3
"""A value of more is likely a sentence, of which a part tells what is said."""

_A_FACT = "{property: eye-colour, value: grey}"


def _still(name: str, key: Key, by_id: Mapping[str, Record]) -> str:
    if key.shape is Shape.ID:
        return f"for {AN_ID} write {ids_to_name(key, by_id)}"
    return f"for {STANDING_FOR.get(name, AN_ID)} write {key.meaning}"


def whole(
    key: str,
    known: Key,
    found: Iterable[Mapping[str, str]],
    values: Mapping[str, Any],
    by_id: Mapping[str, Record],
    *,
    has_brackets: bool = False,
    in_place: str = "",
    said: Any = None,
) -> str:
    """A key with its entries written out, as many as one reads, and what is still to be put into them."""
    items = known.items or {}
    given = list(islice(found, LONGEST_CHOICE + 1)) or [{}]
    told = under(
        key, [entry(items, one) for one in given[:LONGEST_CHOICE]], values, has_brackets=has_brackets
    )
    told += " and so on" if len(given) > LONGEST_CHOICE else ""
    return told + in_place + left_open(items, given, by_id, said)
