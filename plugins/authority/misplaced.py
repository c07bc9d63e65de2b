"""Keys that a record does not take, as people bring them along: where what they say is written here."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from plugins.archive.file_names import as_id
from plugins.archive.nearest_date import is_date, nearest_dates
from plugins.authority.day_and_place import each_of
from plugins.authority.key_for_value import key_by_value, key_that_is_missing
from plugins.authority.meant_entries import (
    entries_of,
    is_plain,
    texts_in,
)
from plugins.authority.misplaced_credits import in_a_person, job_as_key, part_as_key
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
    record_named,
)
from plugins.authority.nearest_pointer import pointer_form
from plugins.authority.schema import ADDRESS, NO_FACTS_WRITTEN, Key, Shape
from plugins.authority.unknown_key import Unknown, meant_for
from plugins.authority.words_for_keys import (
    DATES,
    FACTS,
    NOTHING,
    PICTURES,
    PROSE,
    ROLES,
    SAID_OTHERWISE,
)
from plugins.authority.written_out import entry, left_open, one_list
from plugins.markdown_it.yaml_lines import in_entry

LIKE = 0.75
"""How near a key must be to be offered: *sumary* is near, and *rating* is not near to *lang*."""

_TIME = re.compile(r"[T ]\d\d:\d\d")
"""A time of the day, as programs set it behind the day on which a page was written."""


def advice_for(unknown: Unknown) -> tuple[str, frozenset[str]]:
    """What to do about a key that a record does not take, and the keys that it stands for."""
    for rule in (
        _without_colon,
        of_entry,
        _told_elsewhere,
        _rated,
        _meant,
        *(_INSIDE if unknown.is_inside else _OUTSIDE),
    ):
        if found := rule(unknown):
            return found if isinstance(found, tuple) else (found, frozenset())
    return _choice(unknown), frozenset()


def _without_colon(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """A key and its value between braces, run together: ``{property home}``, ``{mode:voice}``."""
    found = _RUN_TOGETHER.fullmatch(unknown.word) if unknown.value is None else None
    if found is None or found[1] not in unknown.keys:
        return None
    told = f"a colon and a space stand behind a key; write {found[1]}: {in_entry(found[2])}"
    return told, frozenset({found[1]})


_RUN_TOGETHER = re.compile(r"([a-z-]{1,40})[ :;=/–—-]+([^\s:;=/–—-].{0,200})")


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
    others = [one for one in SAID_OTHERWISE.get(unknown.form, ()) if one in unknown.keys]
    said = known.get(unknown.form) or next(iter(_fitting(others, unknown) or others), "")
    is_address = re.match(r"https?:|www\.|\S+\.[a-z]{2,5}(?:/|\Z)", str(unknown.value))
    if said in {"outlet", "url"} and {"outlet", "url"} <= set(unknown.keys):
        said = "url" if is_address else "outlet"
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


def _fitting(keys: list[str], unknown: Unknown) -> list[str]:
    """Those of several keys that are free, and take the value as it is."""
    if len(keys) < 2:
        return keys
    return [one for one in keys if one not in unknown.values and not unknown.faults_under(one, unknown.value)]


def _is_told(unknown: Unknown) -> bool:
    """Whether a rule below speaks of the word, so that it is no slip."""
    known = (ROLES, FACTS, NOTHING, PICTURES, PROSE, SAID_OTHERWISE)
    return any(unknown.form in words for words in known)


def _are_entries(value: Any, key: Key) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and set(one) & set(key.items or ()) for one in value
    )


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
    free = f"; the keys that are free here are {', '.join(unknown.free)}" if unknown.free else ""
    return f"if it is something to know of it, {line}{free}"


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

_INSIDE: tuple[Rule, ...] = (
    property_for_key,
    job_for_key,
    aspect_for_key,
    key_by_value,
    key_that_is_missing,
)
_OUTSIDE: tuple[Rule, ...] = (
    in_a_person,
    job_as_key,
    part_as_key,
    _ending,
    _date,
    _cite,
    _said_fact,
    _nothing,
    _as_fact,
    key_by_value,
)
"""What is asked of a word in turn; the first that has an answer gives it."""
