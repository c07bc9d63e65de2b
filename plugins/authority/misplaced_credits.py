"""Jobs, parts and films where a record has other keys for them, or another record tells them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.archive.entity import Kind
from plugins.authority.meant_entries import (
    entries_of,
    film_of,
    given_in,
    is_row,
    played,
    texts_in,
)
from plugins.authority.nearest import bare, id_for, is_full_name, record_named, several_in
from plugins.authority.other_kind import performer_added
from plugins.authority.record import Record
from plugins.authority.schema import FOLDERS
from plugins.authority.unknown_key import Unknown
from plugins.authority.words_for_keys import JOBS, NOTHING, PARTS, ROLES, job_meant, role_of
from plugins.authority.written_out import entry, left_open, listed, under


def job_as_key(unknown: Unknown) -> str | None:
    """A job with who did it, in the record of a thing, of a person, or of what takes no credits."""
    role = ROLES.get(unknown.form) or _job_of_somebody(unknown)
    if "performed-by" in unknown.keys and (role == "cast" or unknown.form in {"credits", "credit", "voice"}):
        items = unknown.items("performed-by")
        return unknown.whole("performed-by", entries_of(_performers_in(unknown.value), items, unknown.by_id))
    if role is None:
        return None
    items = unknown.items("credits")
    if "person" in items:
        value = unknown.value
        if role == "cast":
            rows = value if isinstance(value, list) else [value]
            value = [
                line
                for one in rows
                for line in (
                    [one]
                    if is_row(one)
                    else [played(text, unknown.by_id) for text in texts_in(one, unknown.by_id)]
                )
            ]
        given = [_with_role(one, role) for one in entries_of(value, items, unknown.by_id)]
        return unknown.whole("credits", given)
    named = [record_named(one, _works(unknown)) for one in texts_in(unknown.value)]
    if "work" in items and role != "cast" and (any(named) or unknown.form not in NOTHING):
        works = [{"work": id_for(one, _works(unknown)), "role": role} for one in texts_in(unknown.value)]
        return unknown.whole("credits", works)
    if unknown.form in NOTHING:
        return None
    if role == "cast":
        line = "performed-by: [{person: ID}]"
        return f"who plays a part is told in the character's record: {line}; take the line out here"
    people = [_with_role(one, role) for one in entries_of(unknown.value, _CREDIT, unknown.by_id)]
    return _of_the_film(unknown, people or [{"role": role}])


def _job_of_somebody(unknown: Unknown) -> str | None:
    """The job of a credit block that a key means whose value is people; None for any other key."""
    people = [one for one in unknown.by_id.values() if one.kind.kind is Kind.PERSON]
    names = _named(unknown.value)
    if "person" not in unknown.items("credits") or not names or _OF_NOBODY.search(unknown.form):
        return None
    if not all(is_full_name(bare(one)) or record_named(one, people) for one in names):
        return None
    return job_meant(_BY.sub("", unknown.word.replace("_", " ").replace("-", " "))) or None


_OF_NOBODY = re.compile(r"compan|studio|distribut|publish|label|soundtrack|crew|production\Z")
"""Words of which firms and things are told, and those for no job in particular."""

_BY = re.compile(r" (?:by|von)\Z", re.IGNORECASE)


def _of_the_film(unknown: Unknown, given: list[dict[str, str]]) -> str:
    """Where credits are written that stand in a record which has none."""
    entries = [entry(_CREDIT, one) for one in given]
    film = unknown.by_id.get(film_of(unknown.by_id))
    where = film.path if film else "the film's record"
    still = left_open(_CREDIT, given, unknown.by_id, unknown.value)
    if film is not None and film.items("credits"):
        has_brackets = film.has_brackets("credits")
        told = f"add there before the ] that ends credits: , {', '.join(entries)}"
        if not has_brackets:
            told = f"add there to what stands under credits {listed(entries)}"
        return f"who made a film is told in {where}; {told}; take the line out here{still}"
    told = under("credits", entries, {})
    return f"who made a film is told in {where}; {told} there, and take the line out here{still}"


_CREDIT = FOLDERS["films"].keys["credits"].items or {}


def _with_role(given: Mapping[str, str], role: str) -> dict[str, str]:
    if role == "cast":
        return {"role": role, **given}
    return {**{name: value for name, value in given.items() if name == "person"}, "role": role}


def _works(unknown: Unknown) -> list[Record]:
    return [one for one in unknown.by_id.values() if one.kind.kind is Kind.WORK]


def in_a_person(unknown: Unknown) -> str | None:
    """A part, a job or films in a person's record."""
    if unknown.record.folder != "people":
        return None
    if unknown.form in {"films", "movies", "filmography", "filme", "works", "film", "work", "movie"}:
        known = _works(unknown)
        items, rows = unknown.items("credits"), unknown.value
        if isinstance(rows, list) and rows and all(map(is_row, rows)):
            return unknown.whole("credits", entries_of(rows, items, unknown.by_id))
        titles = [_without_year(one, known) for one in _named(unknown.value)]
        return unknown.whole("credits", [given_in(one, items, unknown.by_id) for one in titles])
    if (
        unknown.form in PARTS
        or unknown.form in {"character", "characters"}
        or ROLES.get(unknown.form) == "cast"
    ):
        texts = _named(unknown.value)
        characters = [one for one in unknown.by_id.values() if one.kind.kind is Kind.CHARACTER]
        if (found := record_named(texts[0] if texts else "", characters)) is not None:
            told = performer_added(found, unknown.record.id)
            return f"a part is told in the character's record; {told}; take the line out here"
        if unknown.form in JOBS and texts and not any(map(job_meant, texts)):
            # What somebody is, and not on the film.
            facts = [{"property": "profession", "value": one} for one in texts]
            return f"tell it as a fact: {unknown.whole('facts', facts).removeprefix('write ')}"
        jobs = unknown.form in JOBS or any(map(role_of, texts))
        said = [_job_or_part(one, is_job=jobs, is_part=unknown.form in _PLAYED) for one in texts]
        line = unknown.whole("credits", [{"work": film_of(unknown.by_id), **one} for one in said])
        if jobs:
            return line
        performed = f"performed-by: [{{person: {unknown.record.id}}}]"
        return f"{line}; a part that has its own record is told there: {performed}"
    return None


def _without_year(title: str, works: list[Record]) -> str:
    """A title without the year that a list has before it, where no work is called so."""
    bare_title = _YEAR_FIRST.sub("", title)
    return title if record_named(title, works) else bare_title


_YEAR_FIRST = re.compile(r"\A\(?(?:19|20)\d\d\)?\s*[:–—-]\s*")
"""A year before a title, as filmographies have it."""

_PLAYED = frozenset({"part", "parts", "plays", "character", "characters"})
"""Words behind which a part stands, whatever its letters."""


def _job_or_part(said: str, *, is_job: bool, is_part: bool = False) -> dict[str, str]:
    if is_job or ((said.islower() or job_meant(said)) and not is_part):
        return {"role": job_meant(said) or said.lower()}
    return {"role": "cast", "character-name": said}


def _named(value: Any) -> list[str]:
    return [part for one in texts_in(value) for part in (several_in(one) or [one])]


def part_as_key(unknown: Unknown) -> str | None:
    """Characters and jobs in a film's record, and the name of a part in its own."""
    if "person" in unknown.items("credits"):
        if unknown.form in {"character", "characters", "figuren"}:
            line = f"film: {unknown.record.id}"
            return f"each has a record, content/characters/NAME.md, with a line {line}; take the line out"
        if unknown.form in PARTS:
            given = [_job_or_part(one, is_job=True) for one in _named(unknown.value)]
            return unknown.whole("credits", given)
    if unknown.form in PARTS and unknown.record.folder == "characters":
        return "the name of the part stands behind name:; take the line out"
    return None


def _performers_in(value: Any) -> Any:
    """Credits as the record of a character has them, where nobody needs a role."""
    if not isinstance(value, list):
        return value
    return [
        {name: said for name, said in one.items() if name in _PERFORMED} if isinstance(one, dict) else one
        for one in value
    ]


_PERFORMED = FOLDERS["characters"].keys["performed-by"].items or {}
