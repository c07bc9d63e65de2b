"""What somebody meant who wrote texts, or keys of their own, where a list has entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.archive.entity import Kind
from plugins.authority.day_and_place import each_of
from plugins.authority.nearest import (
    LONGEST_LIST,
    form_of,
    id_for,
    is_full_name,
    of_words,
    record_named,
    several_ids,
    several_in,
)
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.authority.words_for_keys import (
    DATES,
    PARTS,
    job_meant,
    property_meant,
    role_of,
)

AN_ID, A_JOB = "ID", "JOB"
"""What stands in an entry for an id and for a job that nobody can tell."""

_YEAR = re.compile(r"\(\d{4}\)")

_BESIDE = re.compile(r"([^,;:()]{1,200})(?:(?:[,;:]| [-–—])\s+|\s*\((?=[^()]*\)\Z))([^,;:()]{1,200})\)?")
"""How a list has a person or a title with a job: ``Ines Varga, director``, ``director: Ines Varga``,
``The Quay (director)``."""

_PLAYED = re.compile(r"([^:]{1,200}?)(?::| [-–—]|\s*(?:…|\.{2,}))\s+([^:]{1,200})")
"""How a cast list has a part behind a sign: ``Max Schreck: Count Orlok``, ``Max Schreck … Count Orlok``."""

_PART_IN = re.compile(r"(?P<part>.+?) (?:in|of) (?P<who>.+)")
"""How a list of works has a part: ``Count Orlok in Nosferatu``."""

_BRACKETED = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
"""How a list of works has a part or a job: ``Nosferatu (Count Orlok)``."""

PART = re.compile(r"(?P<who>.+?)(?: (?:as|als) | ?\()(?P<part>.+?)\)?")
"""How a cast list has a part: ``Max Schreck as Count Orlok``, ``Max Schreck (Count Orlok)``."""


def is_plain(value: Any) -> bool:
    """Whether a value is a text or a list of texts, so that it can stand in an entry that is written out."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def texts_in(value: Any, by_id: Mapping[str, Record] | None = None) -> list[str]:
    """The texts that a value has: one, those of a list, those of a text that names several records."""
    if isinstance(value, str):
        named = by_id is not None and record_named(value, by_id.values()) is not None
        several = by_id is not None and not named and several_ids(value, list(by_id.values()))
        if by_id is not None and not named and (jobs := jobs_in(value)):
            return jobs
        if by_id is not None and (found := _bracketed(value)) and (jobs := jobs_in(found[2])):
            return [f"{found[1]} ({job})" for job in jobs]
        parts = several_in(value) if several else []
        return [value] if any(map(role_of, parts)) else parts or [value]
    if isinstance(value, list):
        return [text for one in value for text in texts_in(one, by_id)]
    if isinstance(value, dict) and is_row(value):
        return [str(one) for name, one in value.items() if form_of(str(name)) in _WHO]
    if isinstance(value, dict):
        # What a colon in a value looks like.
        return [f"{key}: {one}" if one else str(key) for key, one in value.items()]
    return []


def jobs_in(text: str) -> list[str]:
    """The jobs of a text that tells several, and nothing else; empty for any other text."""
    jobs = [role_of(one) for one in several_in(text)]
    return jobs if all(jobs) else []


def film_of(by_id: Mapping[str, Record]) -> str:
    """The id of the one film of an archive; of several nobody can tell which is meant."""
    films = [one.id for one in by_id.values() if one.folder == "films"]
    return films[0] if len(films) == 1 else AN_ID


def given_in(text: str, items: Mapping[str, Key], by_id: Mapping[str, Record]) -> dict[str, str]:
    """What a text says in the place of an entry, by the keys of the entry."""
    first = next((name for name, key in items.items() if key.required and key.shape is Shape.ID), "")
    if not first:
        texts = [name for name in ("value", "point", *items) if name in items]
        found = _bracketed(text) if "cite" in items else None
        sources = [one for one in by_id.values() if one.folder == "sources"]
        if found and (source := of_words(found[2], sources)):
            return {texts[0]: found[1], "cite": source}
        return {texts[0]: text}
    of_kind = [one for one in by_id.values() if one.kind.kind in items[first].kinds]
    text = _YEAR.sub("", text).strip()
    if "role" in items and (alone := role_of(text)) and record_named(text, of_kind) is None:
        return {first: film_of(by_id) if first == "work" else AN_ID, "role": alone}
    beside = _BESIDE.fullmatch(text) if "role" in items and len(text) <= LONGEST_LIST else None
    if beside is not None:
        for who, job in ((1, 2), (2, 1)):
            if role := job_meant(beside[job]):
                return {first: id_for(beside[who], of_kind), "role": role}
    if first == "work" and "role" in items and (told := _in_brackets(text, of_kind, by_id)):
        return told
    part = (_PART_IN if first == "work" else PART).fullmatch(text) if len(text) <= LONGEST_LIST else None
    if first == "work" and part and record_named(part["who"], of_kind) is None:
        part = None
    if part and record_named(text, of_kind) is None and "character" in items:
        character = record_named(part["part"], by_id.values())
        if character is None and (told := _beside_job(part["part"], items)):
            return {first: id_for(part["who"], of_kind), "role": "cast", **told}
        known = {"character": character.id} if character else {"character-name": part["part"]}
        return {first: id_for(part["who"], of_kind), "role": "cast", **known}
    return {first: id_for(part["who"] if part and record_named(text, of_kind) is None else text, of_kind)}


def _bracketed(text: str) -> re.Match[str] | None:
    """A text with something in brackets behind it, where it is short enough for an entry."""
    return _BRACKETED.fullmatch(text) if len(text) <= LONGEST_LIST else None


def _beside_job(said: str, items: Mapping[str, Key]) -> dict[str, str]:
    """What stands in brackets behind a person and is no part: a job, what became of it, the voice alone."""
    if role := job_meant(said):
        return {"role": role}
    word = said.lower()
    return {key: word for key in ("status", "mode") if key in items and word in items[key].choices}


def _in_brackets(text: str, works: list[Record], by_id: Mapping[str, Record]) -> dict[str, str]:
    """A work with a part or a job in brackets, or a part with its work there; empty for anything else."""
    found = _bracketed(text)
    if found is None or record_named(text, works):
        return {}
    for work, said in ((found[1], found[2]), (found[2], found[1])):
        if (known := record_named(work, works)) is not None:
            characters = [one for one in by_id.values() if one.kind.kind is Kind.CHARACTER]
            return {"work": known.id} | job_or_part(said, characters)
    return {}


def job_or_part(said: str, characters: Iterable[Record]) -> dict[str, str]:
    """A job, a part that has its record, or one that has none, by the keys of a credit.

    What nobody knows is a job in small letters, and with capitals the name of a part.
    """
    if (character := record_named(said, characters)) is not None:
        return {"role": "cast", "character": character.id}
    if job := job_meant(said):
        return {"role": job}
    return {"role": said} if said.islower() else {"role": "cast", "character-name": said}


def is_row(value: Any) -> bool:
    """Whether keys and values are a row of a table, of somebody or a title and of what else is told of it.

    >>> is_row({"title": "The Quay", "year": "1921"}), is_row({"director": "Ines Varga"})
    (True, False)
    """
    if not isinstance(value, dict) or len(value) < 2:
        return False
    forms = [form_of(str(name)) for name in value]
    return len(_WHO.intersection(forms)) == 1 and all(one in _OF_A_ROW for one in forms)


def _row(value: Mapping[str, Any], items: Mapping[str, Key], by_id: Mapping[str, Record]) -> dict[str, Any]:
    """What a row says by the keys of an entry that names a record; its years stand in the records."""
    first = next(name for name, key in items.items() if key.required and key.shape is Shape.ID)
    given: dict[str, Any] = {}
    characters = [one for one in by_id.values() if one.kind.kind is Kind.CHARACTER]
    of_kind = [one for one in by_id.values() if one.kind.kind in items[first].kinds]
    for name, said in value.items():
        form = form_of(str(name))
        if form in _WHO and isinstance(said, str):
            given[first] = id_for(said, of_kind)
        elif name in items and name != "role" and items[name].shape is not Shape.ID and is_plain(said):
            given[name] = said
        elif form in _PART_OF and isinstance(said, str) and "role" in items:
            given |= job_or_part(said, characters)
    return given


_WHO = frozenset(
    [
        "person",
        "actor",
        "actress",
        "name",
        "performer",
        "who",
        "darsteller",
        "title",
        "titel",
        "work",
        "film",
        "movie",
    ]
)
"""Words of a row for somebody or for a title."""

_PART_OF = PARTS | {"character", "character-name", "as", "figur", "credit", "position", "department"}
_OF_A_ROW = _WHO | _PART_OF | DATES | {"cite", "note", "status", "mode", "years"}


def played(text: str, by_id: Mapping[str, Record]) -> str:
    """A line of a cast list in words, the person first; any other text as it is.

    >>> played("Max Schreck: Count Orlok", {})
    'Max Schreck as Count Orlok'
    """
    found = _PLAYED.fullmatch(text) if len(text) <= LONGEST_LIST else None
    if found is None or record_named(text, by_id.values()):
        return text
    people = [one for one in by_id.values() if one.kind.kind is Kind.PERSON]
    first, second = found[1], found[2]
    if record_named(second, people) and not record_named(first, people):
        first, second = second, first
    return f"{first} as {second}"


def _with_cut_off(value: Mapping[str, Any], items: Mapping[str, Key]) -> dict[str, Any]:
    """Keys and values with what a comma has cut off a value put back to it: ``{person: otto, lena}``."""
    found: dict[str, Any] = {}
    for name, one in value.items():
        last = next(reversed(found), "")
        if one is None and name not in items and isinstance(found.get(last), str):
            found[last] = f"{found[last]}, {name}"
        else:
            found[name] = one
    return found


def is_job_of(key: str, value: Any, by_id: Mapping[str, Record]) -> bool:
    """Whether a key is what somebody did whose name stands behind it: ``Titles: Saul Bass``.

    Of two that may both be names, the key is taken for one.
    """
    if not isinstance(value, str) or role_of(value) or record_named(key, by_id.values()):
        return False
    return value[:1].isupper() if key == key.lower() else is_full_name(value) and not is_full_name(key)


def turned_round(
    key: str, value: Any, items: Mapping[str, Key], by_id: Mapping[str, Record]
) -> dict[str, str] | None:
    """The credit of a part before whoever plays it: ``Count Orlok: Max Schreck``; None for anything else.

    Of the two only the second is somebody that the archive knows.
    """
    people = [one for one in by_id.values() if one.kind.kind is Kind.PERSON]
    if "person" not in items or not isinstance(value, str) or job_meant(key) or not is_full_name(key):
        return None
    who = record_named(value, people)
    if who is None or record_named(key, people) is not None:
        return None
    characters = [one for one in by_id.values() if one.kind.kind is Kind.CHARACTER]
    return {"person": who.id, **job_or_part(key, characters)}


def entries_of(value: Any, items: Mapping[str, Key], by_id: Mapping[str, Record]) -> Iterator[dict[str, Any]]:
    """What each entry would hold, for a value that stands in the place of a list of entries."""
    if isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for one in value:
            yield from entries_of(one, items, by_id)
        return
    value = _with_cut_off(value, items) if isinstance(value, dict) else value
    known = {name: one for name, one in value.items() if name in items} if isinstance(value, dict) else {}
    needed = {name: key for name, key in items.items() if key.required}
    if is_row(value) and _has_ids(items) and not needed.keys() & known.keys() - {"role"}:
        yield _row(value, items, by_id)
    elif known and (needed.keys() & known.keys() or len(known) == len(value)):
        kept = {
            name: one
            for name, one in known.items()
            if isinstance(one, str) or (is_plain(one) and name not in needed)
        }
        of_id = next((name for name in kept if name in needed and needed[name].shape is Shape.ID), "")
        of_kind = [one for one in by_id.values() if of_id and one.kind.kind in needed[of_id].kinds]
        for text in texts_in(kept[of_id], by_id) if of_id else ("",):
            yield kept | ({of_id: id_for(text, of_kind)} if of_id else {})
    elif isinstance(value, dict) and "role" in items:
        beside = {name: one for name, one in known.items() if is_plain(one)}
        characters = [one for one in by_id.values() if one.kind.kind is Kind.CHARACTER]
        for name, one in value.items():
            if (turned := turned_round(name, one, items, by_id)) is not None:
                yield beside | turned
                continue
            role = job_meant(name) or (name.lower() if is_job_of(name, one, by_id) else "")
            for text in texts_in(one, by_id) if name not in known else ():
                what = {"role": role} if role else job_or_part(text, characters)
                yield beside | given_in(text if role else name, items, by_id) | what
    elif isinstance(value, dict) and {"property", "value"} <= set(items):
        beside = {name: one for name, one in known.items() if is_plain(one)}
        for name, one in value.items():
            for text in texts_in(one) if name not in known else ():
                yield from (beside | fact for fact in each_of(property_meant(str(name)), text))
    else:
        yield from (
            given_in(text, items, by_id) for text in texts_in(value, by_id if _has_ids(items) else None)
        )


def _has_ids(items: Mapping[str, Key]) -> bool:
    return any(key.required and key.shape is Shape.ID for key in items.values())
