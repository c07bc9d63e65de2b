"""What to write for a text that is none of those that its key takes: a choice, a job, a property, a part."""

from __future__ import annotations

import re

from plugins.archive.entity import Kind
from plugins.authority.nearest import form_of, nearest
from plugins.authority.roles import role_advice
from plugins.authority.schema import NO_FACTS_WRITTEN
from plugins.authority.spot import Spot
from plugins.authority.words_for_keys import choice_meant, property_meant
from plugins.authority.written_out import STANDING_FOR
from plugins.markdown_it.yaml_lines import in_entry


def text_advice(value: str, spot: Spot) -> str:
    """What is wrong with a text behind a key, and what to write; empty for one that may stand there."""
    choices = spot.key.choices
    if choices and value not in choices:
        return f"{value!r} is none of its values; {_of_choice(value, spot)}"
    if spot.is_inside and value == STANDING_FOR.get(spot.name):
        told = f"write behind {spot.name}: {spot.key.meaning}"
        return f"{value} stands for what nobody can guess; {told}"
    if value in spot.key.refused:
        return f"{value!r} has a place of its own and is no fact; {_place_of(value, spot)}"
    by_name = _BY_NAME.get(spot.name)
    return by_name(value, spot) if by_name else ""


def _property(value: str, _: Spot) -> str:
    said = property_meant(value)
    return f"{value!r} is told under another word; write property: {said}" if said != value else ""


def _role(value: str, spot: Spot) -> str:
    return role_advice(value, spot) if spot.is_inside else ""


def _kind(value: str, _: Spot) -> str:
    is_word = re.fullmatch(r"[A-Z][a-z]+(?: [A-Za-z][a-z]+)*", value)
    return f"a kind is written in small letters; write kind: {value.lower()}" if is_word else ""


def _file(value: str, _: Spot) -> str:
    if not _PATH.fullmatch(value):
        return ""
    name = re.split(r"[/\\]", value.strip("/\\"))[-1]
    return f"the name alone stands here, without its folder; write file: {in_entry(name)}"


_PATH = re.compile(r"[\w .:~/\\-]*[/\\][\w .-]*\.(?:txt|html?|md|pdf|docx?|rtf)")
"""The way to a file; what has other signs is no file that anybody saved."""


def _as_character(value: str, spot: Spot) -> str:
    """Advice for a part that has its record, or is named twice; empty for one that has none."""
    if spot.values.get("character"):
        return "character: names the part already; take this line out"
    record = spot.by_id.get(value)
    if record is None or record.kind.kind is not Kind.CHARACTER:
        return ""
    return f"{value!r} is the id of a record; write character: {value} in place of character-name"


def _of_choice(value: str, spot: Spot) -> str:
    key = spot.key
    others = (
        (name, one if one == form_of(value) else choice_meant(value, name, (one,)))
        for name, other in spot.keys.items()
        for one in other.choices
        if name != spot.name and name not in spot.values
    )
    if beside := next((f"{name}: {one}" for name, one in others if one), ""):
        return f"write {beside} in its place, or one of {key.choice}"
    if set(key.choices) == {"yes", "no"} and len(value.split()) > 1:
        return f"the choice is {key.choice}; words for it stand in the text below the second ---"
    if meant := choice_meant(value, spot.name, key.choices):
        told = f" ({key.meanings[meant]})" if meant in key.meanings else ""
        return f"did you mean {meant!r}{told}? The choice is {key.choice}"
    return nearest(value, key.choices, f"the choice is {key.choice}" if key.meanings else "")


def _place_of(property_: str, spot: Spot) -> str:
    """Where what is no fact is written."""
    folder, value = spot.record.folder, spot.values.get("value")
    said = in_entry(value) if isinstance(value, str) else "2004"
    if property_ == "date" and folder in _DATED:
        return f"take the entry out, and write a line {_DATED[folder]}: {said}"
    return NO_FACTS_WRITTEN[property_]


_DATED = {"films": "year", "works": "year", "sources": "published"}
"""The key for the date of a thing, by the folder of its record."""


_BY_NAME = {
    "property": _property,
    "role": _role,
    "character-name": _as_character,
    "kind": _kind,
    "file": _file,
}
"""What is asked of the texts behind some keys."""
