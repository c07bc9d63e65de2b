"""A new record's page, with everything that is known about it, and a line for everything that may be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plugins.archive.errors import SettingFault
from plugins.archive.file_names import ID, usable, words_of
from plugins.authority.nearest import nearest
from plugins.authority.schema import AUTHORITY_FILES, FOLDERS, Key, Shape
from plugins.authority.written_out import A_POINTER, entry
from plugins.importing.record_page import quoted
from plugins.suggestions.entries import as_text

FOLDER_OF = {
    "person": "people",
    "character": "characters",
    "work": "works",
    "film": "films",
    "event": "events",
    "source": "sources",
    "page": "pages",
}
"""What contributors call a record, and the folder that it stands in."""

_WAITING = """\
# Begun by invoke new. A key without a value waits for one; the lines with # say what else there is.
# Below the second --- stands the page in your own words. Then run: invoke check\
"""

_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Known:
    """What the texts of an archive say of a name before anybody has written a record of it.

    ``variants`` are its other forms, ``places`` pointers to where it stands, the first first, and ``facts``
    what a program has read of it, as lines of a record's ``facts``.
    """

    variants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


def id_for(kind: str, name: str, given: Mapping[str, str]) -> str:
    """The id that a new record gets: the words of its name; an event's day, as far as it is known, first.

    >>> id_for("event", "The First Night", {"date": "1922-03-04"}), id_for("person", "Greta Schröder", {})
    ('1922-03-04-the-first-night', 'greta-schroder')

    Raises:
        SettingFault: the name has no letter that an address can have.
    """
    words = words_of(name)
    day = given.get("date", "")
    if kind == "event" and _DAY.fullmatch(day):
        words = [day, *words]
    if not words_of(name):
        raise SettingFault(
            f"no address can be made of {name!r}: say --id with small letters, digits and hyphens"
        )
    return usable("-".join(words))


def refuse_unusable(kind: str, record_id: str) -> None:
    """Refuse what is no kind or no id.

    Raises:
        SettingFault: which it is, and what would do.
    """
    if kind not in FOLDER_OF:
        raise SettingFault(f"there is no {kind!r}; {_instead(kind)}")
    if record_id and not ID.fullmatch(record_id):
        raise SettingFault(f"{record_id!r} can be no id: use small letters, digits and hyphens")


def _instead(kind: str) -> str:
    """What to do about a kind of which no page is made."""
    if f"{kind}s.yaml" in AUTHORITY_FILES:
        line = "- {id: its-id, name: Its Name}"
        return f"it has no page of its own: write a line in content/authority/{kind}s.yaml: {line}"
    return nearest(kind, FOLDER_OF)


def open_keys(kind: str, given: Mapping[str, str]) -> Iterator[tuple[str, Key]]:
    """The keys that a record of this kind must have, and that nobody has given."""
    keys = FOLDERS[FOLDER_OF[kind]].keys
    return ((name, key) for name, key in keys.items() if key.required and name not in {"name", *given})


def draft_page(kind: str, name: str, given: Mapping[str, str], known: Known) -> str:
    """The text of a record's file: what is given and known as keys, what is needed empty, else comments.

    >>> page = draft_page("page", "House rules", {}, Known())
    >>> [line for line in page.splitlines() if line.startswith(("name", "summary"))]
    ['name: House rules', "summary:  # one sentence about it, in the archive's words"]
    """
    values = {"name": name, **given}
    lines = ["---", _WAITING]
    for key, meaning in FOLDERS[FOLDER_OF[kind]].keys.items():
        if key in values:
            lines.append(f"{key}: {_written(values[key], meaning)}")
        elif key == "variants" and known.variants:
            lines.append(f"variants: [{', '.join(quoted(one) for one in known.variants)}]")
        elif meaning.required:
            lines.append(f"{key}:  # {_told(meaning)}")
        elif meaning.items:
            lines.append(f"# {key}: [{_entry(meaning.items)}]  # {_told(meaning)}")
        else:
            lines.append(f"# {key}:  {_told(meaning)}")
    return "\n".join([*lines, *_found(known), "---", "", ""])


def _entry(items: Mapping[str, Key]) -> str:
    """An entry with words in capitals for what somebody has to write; the check knows them."""
    return entry(items, {"cite": A_POINTER} if "cite" in items else {})


def _told(key: Key) -> str:
    choice = f"; one of {', '.join(key.choices)}" if key.choices and key.shape is not Shape.TOPICS else ""
    return f"{key.meaning}{choice}"


def _written(value: str, key: Key) -> str:
    """A value as people write it; several in a list where the key takes one; entries are written out."""
    if key.shape is Shape.ITEMS:
        return value
    if key.shape in {Shape.TEXTS, Shape.IDS, Shape.TOPICS} and "," in value:
        return f"[{', '.join(as_text(one.strip()) for one in value.split(','))}]"
    return as_text(value, is_date=key.shape is Shape.DATE)


def _found(known: Known) -> Iterator[str]:
    if known.places:
        yield "# The texts name it here; after cite: such a pointer says where a fact stands."
        yield from (f"#   {one}" for one in known.places)
    if known.facts:
        yield "# A program has read this of it. What is right belongs under facts, credits or performed-by."
        yield from (f"#   {one}" for one in known.facts)
