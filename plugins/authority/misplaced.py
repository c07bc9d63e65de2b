"""Keys that a record does not take, as people bring them along: where what they say is written here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.file_names import as_id
from plugins.archive.nearest_date import is_date, nearest_dates
from plugins.authority.cast_lists import as_played, performers_in
from plugins.authority.day_and_place import each_of
from plugins.authority.meant_entries import entries_of, film_of, given_in, is_plain, played, texts_in
from plugins.authority.misplaced_in_entries import (
    aspect_for_key,
    is_job_for_key,
    job_for_key,
    of_entry,
    property_for_key,
)
from plugins.authority.nearest import (
    LONGEST_CHOICE,
    bare,
    closest,
    form_of,
    id_for,
    record_named,
    several_in,
)
from plugins.authority.nearest_pointer import pointer_form
from plugins.authority.other_kind import performer_added
from plugins.authority.record import Record
from plugins.authority.schema import ADDRESS, FOLDERS, NO_FACTS_WRITTEN, Key, Shape
from plugins.authority.unknown_key import Unknown, meant_for
from plugins.authority.words_for_keys import (
    DATES,
    FACTS,
    JOBS,
    NOTHING,
    PARTS,
    PICTURES,
    PROSE,
    ROLES,
    SAID_OTHERWISE,
    role_of,
)
from plugins.authority.written_out import entry, left_open, one_list, under
from plugins.markdown_it.yaml_lines import in_entry

LIKE = 0.75
"""How near a key must be to be offered: *sumary* is near, and *rating* is not near to *lang*."""

_TIME = re.compile(r"[T ]\d\d:\d\d")
"""A time of the day, as programs set it behind the day on which a page was written."""


def advice_for(unknown: Unknown) -> tuple[str, frozenset[str]]:
    """What to do about a key that a record does not take, and the keys that it stands for."""
    for rule in (of_entry, _told_elsewhere, _rated, _meant, *(_INSIDE if unknown.is_inside else _OUTSIDE)):
        if found := rule(unknown):
            return found if isinstance(found, tuple) else (found, frozenset())
    return _choice(unknown), frozenset()


def _told_elsewhere(unknown: Unknown) -> str | None:
    """What has a place of its own in the record of another kind."""
    if unknown.is_inside or unknown.word not in {"praises", "minds", "verdict"}:
        return None
    return f"{NO_FACTS_WRITTEN[unknown.word]}; take it out here"


_RATING = re.compile(r"\W*[\d.,½]+\W*(?:\d+|stars?|sterne|points?|out of \d+|%)?\W*|[★☆*½]+", re.IGNORECASE)
"""How a judgement is told in numbers or stars."""


def _rated(unknown: Unknown) -> str | None:
    """A judgement in numbers, where a sentence is wanted."""
    said = next(iter(texts_in(unknown.value)), "")
    is_verdict = "verdict" in SAID_OTHERWISE.get(unknown.form, ()) and "verdict" in unknown.keys
    if not is_verdict or not _RATING.fullmatch(said):
        return None
    return f"{_fact(unknown, 'rating', said)}; what it judges, in a sentence, stands behind verdict:"


def _meant(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """A key in other letters, in another word, or with a slip."""
    if is_job_for_key(unknown):
        return None
    known = {form_of(name): name for name in unknown.keys}
    said = known.get(unknown.form) or next(
        (one for one in SAID_OTHERWISE.get(unknown.form, ()) if one in unknown.keys), ""
    )
    if said == "outlet" and re.fullmatch(ADDRESS, str(unknown.value)):
        said = "url"
    if not said and not _is_told(unknown):
        said = closest(unknown.word, unknown.keys, LIKE)
    if not said:
        return None
    if said in unknown.values and not isinstance(unknown.values[said], list):
        return f"{said!r} stands here too; keep one value behind {said}, and take this line out", frozenset()
    key = unknown.keys[said]
    if key.shape is Shape.ITEMS and not _are_entries(unknown.value, key):
        found = entries_of(unknown.value, key.items or {}, unknown.by_id)
        return unknown.whole(said, found), frozenset({said})
    if said in unknown.values:
        return one_list(said, unknown.keys[said], unknown.values[said], unknown.value), frozenset()
    return meant_for(unknown, said), frozenset({said})


def _is_told(unknown: Unknown) -> bool:
    """Whether a rule below speaks of the word, so that it is no slip."""
    known = (ROLES, FACTS, NOTHING, PICTURES, PROSE, SAID_OTHERWISE)
    return any(unknown.form in words for words in known)


def _are_entries(value: Any, key: Key) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and set(one) & set(key.items or ()) for one in value
    )


def _role(unknown: Unknown) -> str | None:
    role = ROLES.get(unknown.form)
    if "performed-by" in unknown.keys and (role == "cast" or unknown.form in {"credits", "credit", "voice"}):
        items = unknown.items("performed-by")
        return unknown.whole("performed-by", entries_of(performers_in(unknown.value), items, unknown.by_id))
    if role is None:
        return None
    items = unknown.items("credits")
    if "person" in items:
        value = unknown.value
        if role == "cast":
            told = [as_played(one) for one in value] if isinstance(value, list) else value
            value = [played(one, unknown.by_id) for one in texts_in(told, unknown.by_id)]
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
    films = [one.path for one in unknown.by_id.values() if one.folder == "films"]
    where = films[0] if len(films) == 1 else "the film's record"
    people = [{"person": id_for(one, unknown.by_id.values()), "role": role} for one in _named(unknown.value)]
    given = people or [{"role": role}]
    told = under("credits", [entry(_CREDIT, one) for one in given], {})
    still = left_open(_CREDIT, given, unknown.by_id, unknown.value)
    return f"who made a film is told in {where}; {told} there, and take the line out here{still}"


_CREDIT = FOLDERS["films"].keys["credits"].items or {}


def _with_role(given: Mapping[str, str], role: str) -> dict[str, str]:
    if role == "cast":
        return {"role": role, **given}
    return {**{name: value for name, value in given.items() if name == "person"}, "role": role}


def _works(unknown: Unknown) -> list[Record]:
    return [one for one in unknown.by_id.values() if one.kind.kind is Kind.WORK]


def _of_person(unknown: Unknown) -> str | None:
    """A part, a job or films in a person's record."""
    if unknown.record.folder != "people":
        return None
    if unknown.form in {"films", "movies", "filmography", "filme", "works", "film", "work", "movie"}:
        known = _works(unknown)
        titles = [_without_year(one, known) for one in _named(unknown.value)]
        return unknown.whole(
            "credits", [given_in(one, unknown.items("credits"), unknown.by_id) for one in titles]
        )
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
    if is_job or (said.islower() and not is_part):
        return {"role": role_of(said) or said.lower()}
    return {"role": "cast", "character-name": said}


def _named(value: Any) -> list[str]:
    return [part for one in texts_in(value) for part in (several_in(one) or [one])]


def _of_part(unknown: Unknown) -> str | None:
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


def _date(unknown: Unknown) -> str | None:
    """A date in a record that has none; whoever brings a blog along means the day of writing."""
    if unknown.form not in DATES or str(unknown.value).lower() in _YES_OR_NO:
        return None
    if "facts" not in unknown.keys:
        return "no date stands in such a record; take the line out"
    said = next(iter(texts_in(unknown.value)), "")
    if _TIME.search(said):
        return "on which day a page was written is not told; take the line out"
    line = _fact(unknown, "born", said)
    return (
        f"say of what, and {line}; what happened on a day is a record in content/events; "
        "the day of writing is not told"
    )


def _ending(unknown: Unknown) -> str | None:
    """The end of a time that has a key of its own."""
    if unknown.form not in _ENDS or "date" not in unknown.keys:
        return None
    first, last = (next(iter(texts_in(one)), "") for one in (unknown.values.get("date"), unknown.value))
    days = [one if is_date(one) else next(iter(nearest_dates(one)), "") for one in (first, last)]
    line = f"date: {'/'.join(days)}" if all(days) else "date: 1948-04/1948-08"
    return f"a time from one day to another stands in one line; write {line}, and take this line out"


_YES_OR_NO = frozenset({"true", "false", "yes", "no"})
"""What is no date: generators of sites have ``published: false`` for a page that is not to be seen yet."""

_ENDS = frozenset({"end", "end-date", "ends", "ended", "until", "till", "to", "ende", "bis", "date-end"})
"""Words for the day on which something ended."""


def _cite(unknown: Unknown) -> str | None:
    """A pointer that stands by no value."""
    if "cite" not in SAID_OTHERWISE.get(unknown.form, ("",)) and unknown.form != "cite":
        return None
    if "url" in unknown.free and re.fullmatch(ADDRESS, str(unknown.value)):
        return f"where a text was published stands behind url; write url: {unknown.value}"
    sources = {one.id: one for one in unknown.by_id.values() if one.folder == "sources"}
    if "facts" not in unknown.keys:
        named = next((one for one in sources if one in str(unknown.value)), min(sources, default="its-id"))
        told = "nothing here rests on a source; take the line out, and name the source in the text"
        return f"{told}: [[{named}]]"
    said = next((one for one in texts_in(unknown.value) if one.partition(" ")[0] in sources), "")
    for key in ("facts", "credits", "performed-by"):
        last = next(reversed(unknown.record.items(key)), None)
        if said and last and "cite" not in last and all(map(is_plain, last.values())):
            told = entry(unknown.items(key), last | {"cite": unknown.value})
            return f"a pointer stands in the entry that it holds for: - {told}; take this line out"
    given = {"cite": said or f"{min(sources, default='NAME')} p1"}
    where = "a pointer stands in the fact or credit that it holds for"
    form = "" if said else f"; {pointer_form(sources)}"
    items = unknown.items("facts")
    return f"{where}: facts: [{entry(items, given)}]{left_open(items, [given], unknown.by_id)}{form}"


_LIFE = re.compile(r"\(?(?P<born>\d{4})\s*[-–—/]\s*(?P<died>\d{4})?\)?")
"""A life in brackets, as lists have it."""


def _said_fact(unknown: Unknown) -> str | None:
    name = FACTS.get(unknown.form)
    if name is None:
        return None
    said = texts_in(unknown.value)
    if "facts" in unknown.keys and name == "lived" and (found := _LIFE.fullmatch(" ".join(said))):
        days = [{"property": one, "value": found[one]} for one in ("born", "died") if found[one]]
        line = unknown.whole("facts", days)
        return line if line.startswith("take") else f"tell it as facts: {line.removeprefix('write ')}"
    if "facts" in unknown.keys:
        return _fact(unknown, name, *said)
    if unknown.record.folder == "authority" and "note" in unknown.free and said:
        return f"such an entry has no facts; write in its place note: {in_entry(said[0])}"
    return "such a record has no facts; write it into the text below the second ---"


def _fact(unknown: Unknown, name: str, *said: str) -> str:
    given = [fact for one in said if one for fact in each_of(name, one)]
    line = unknown.whole("facts", given or [{"property": name}])
    return line if line.startswith("take") else f"tell it as a fact: {line.removeprefix('write ')}"


_OF_IMDB = re.compile(r"(?:tt|nm)\d{6,9}")
"""What a film or a person is called in a database of films."""


def _nothing(unknown: Unknown) -> str | None:
    if unknown.form in PICTURES:
        name = bare(next(iter(texts_in(unknown.value)), "")) or "NAME.jpg"
        picture = f"![what it shows](../images/{name})"
        return f"a picture stands in the text below the second ---: {picture}, its file in content/images"
    if unknown.form in {"url", "link", "website", "homepage", "imdb", "wikipedia", "wikidata"}:
        said = texts_in(unknown.value)
        found = next((one for one in said if _OF_IMDB.fullmatch(one)), "")
        of_imdb = f"https://www.imdb.com/{'title' if found[:2] == 'tt' else 'name'}/{found}/"
        address = of_imdb if found else next((one for one in said if "://" in one), "https://...")
        return f"an address may stand in the text below the second ---: [words]({address})"
    if unknown.form in PROSE:
        return "write it below the second ---, as the page's text"
    return NOTHING.get(unknown.form)


def _as_fact(unknown: Unknown) -> str | None:
    """Whatever else somebody wants to say of a thing."""
    if "facts" not in unknown.keys or not (said := texts_in(unknown.value)) or not as_id(unknown.word):
        return None
    known = [record_named(one, unknown.by_id.values()) for one in said]
    told = [f"[[{found.id}]]" if found else one for one, found in zip(said, known, strict=True)]
    line = _fact(unknown, as_id(unknown.word), *told)
    if line.startswith("take"):
        return line
    free = f"the keys that are free here are {', '.join(unknown.free)}"
    return f"if it is something to know of it, {line}; {free}"


def _choice(unknown: Unknown) -> str:
    free = unknown.free
    if unknown.record.folder == "pages":
        return "a page of prose has no such line; take it out, and write what it says below the second ---"
    if not free or len(free) > LONGEST_CHOICE:
        return "take it out"
    has_no_text = unknown.is_inside or unknown.record.folder == "authority"
    if has_no_text and "note" in free and (said := texts_in(unknown.value)):
        note = in_entry(f"{unknown.word}: {said[0]}")
        return (
            f"the keys that are free in this entry are {', '.join(free)}; what is none of them: note: {note}"
        )
    if unknown.is_inside:
        return f"the keys that are free in this entry are {', '.join(free)}"
    told = f"the keys that are free here are {', '.join(free)}"
    return f"{told}; anything else stands in the text below the second ---"


Rule = Callable[[Unknown], "tuple[str, frozenset[str]] | str | None"]

_INSIDE: tuple[Rule, ...] = (property_for_key, job_for_key, aspect_for_key)
_OUTSIDE: tuple[Rule, ...] = (
    _of_person,
    _role,
    _of_part,
    _ending,
    _date,
    _cite,
    _said_fact,
    _nothing,
    _as_fact,
)
"""What is asked of a word in turn; the first that has an answer gives it."""
