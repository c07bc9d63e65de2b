"""Keys that an entry does not take, a property or a job in the place of one, and keys outside of theirs."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.archive.entity import Kind
from plugins.archive.file_names import as_id
from plugins.authority.day_and_place import PLACE_OF, each_of
from plugins.authority.meant_entries import (
    given_in,
    is_job_of,
    is_plain,
    job_or_part,
    jobs_in,
    texts_in,
    turned_round,
)
from plugins.authority.nearest import closest, form_of, record_named
from plugins.authority.schema import NO_FACTS_WRITTEN, Key
from plugins.authority.unknown_key import Unknown
from plugins.authority.words_for_keys import FACTS, PARTS, ROLES, SAID_OTHERWISE, choice_meant, job_meant
from plugins.authority.written_out import entry, left_open, listed, under


def property_for_key(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """A property as the key of its own entry: ``- born: Szeged``."""
    if not {"property", "value"} <= set(unknown.keys) or {"property", "value"} & set(unknown.values):
        return None
    name = FACTS.get(unknown.form) or as_id(unknown.word)
    if name in NO_FACTS_WRITTEN:
        return NO_FACTS_WRITTEN[name], frozenset({"property", "value"})
    words = {
        word: FACTS.get(form_of(word)) or as_id(word) for word in unknown.values if _is_fact(word, unknown)
    }
    lived = next((one for one in words.values() if one in PLACE_OF), "")
    words |= {word: PLACE_OF[lived] for word in words if lived and form_of(word) in _PLACES}
    first = next(iter(words), unknown.word)
    if first != unknown.word:
        return f"what is told for {first!r} has it", frozenset({"property", "value"})
    given = [
        {**unknown.beside, **fact}
        for word, said in words.items()
        for fact in each_of(said, next(iter(texts_in(unknown.values[word])), ""))
    ]
    told = listed((entry(unknown.keys, one) for one in given), has_brackets=unknown.has_brackets)
    return f"write {told}{unknown.in_place}", frozenset({"property", "value"})


_PLACES = frozenset({"place", "location", "where", "ort", "in", "at"})
"""Words for the place of a day beside which they stand."""


def _is_fact(word: str, unknown: Unknown) -> bool:
    """Whether a word in an entry is no key, no other word for one, and may be a property."""
    meant = {word, *SAID_OTHERWISE.get(form_of(word), ())}
    return not meant & set(unknown.keys) and word not in NO_FACTS_WRITTEN


def aspect_for_key(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """What a point is about as the key of its own entry: ``- acting: The boy is great``."""
    about = unknown.keys.get("about")
    if about is None or "point" not in unknown.keys or "point" in unknown.values:
        return None
    form = form_of(unknown.word)
    aspect = form if form in about.choices else choice_meant(unknown.word, "about", about.choices)
    if not aspect or not (said := texts_in(unknown.value)):
        return None
    given = {**unknown.beside, "point": said[0], "about": aspect}
    told = listed([entry(unknown.keys, given)], has_brackets=unknown.has_brackets)
    return f"write {told}{unknown.in_place}", frozenset({"point"})


def of_entry(unknown: Unknown) -> str | None:
    """A key of an entry that stands at the margin, below the key of its list."""
    lists = [
        name
        for name, key in unknown.keys.items()
        if key.items and name in unknown.values and _may_be_in(unknown, name, key.items)
    ]
    if unknown.is_inside or not lists:
        return None
    name, items = lists[0], unknown.items(lists[0])
    beside = {one: said for one, said in unknown.values.items() if one in items and one not in unknown.keys}
    held = unknown.values[name]
    if held is None and all(map(is_plain, beside.values())):
        if unknown.word != next(iter(beside)):
            return f"take the line out: what is told for {next(iter(beside))!r} has it"
        told = under(name, [entry(items, beside)], {})
        return f"the lines of an entry stand below a hyphen; {told} in place of these lines"
    last = held[-1] if isinstance(held, list) and held else None
    if (
        isinstance(last, dict)
        and unknown.word not in last
        and all(map(is_plain, {**last, **beside}.values()))
    ):
        told = listed([entry(items, {**last, **beside})], has_brackets=unknown.record.has_brackets(name))
        message = "a line of the entry above stands as far in as its first key"
        return f"{message}; write {told} in place of that entry, and take this line out"
    return None


def _may_be_in(unknown: Unknown, name: str, items: Mapping[str, Key]) -> bool:
    """Whether a line may belong to the entries of a list: it stands below them, and its value fits."""
    key, order = items.get(unknown.word), list(unknown.values)
    if key is None or order.index(unknown.word) < order.index(name):
        return False
    return not key.choices or unknown.value is None or unknown.value in key.choices


def is_job_for_key(unknown: Unknown) -> bool:
    """Whether the only key of an entry is no slip for another, and what somebody did: ``performer: Roxy``."""
    if not unknown.is_inside or "role" not in unknown.keys or len(unknown.values) > 1:
        return False
    if unknown.form in ROLES or unknown.form in SAID_OTHERWISE:
        return unknown.form in ROLES
    is_job = is_job_of(unknown.word, unknown.value, unknown.by_id)
    return is_job and not closest(unknown.word, unknown.keys, SLIP)


SLIP = 0.85
"""How near a word is to the key of which it is a slip: *persn* is one of *person*, *performer* is none."""


def job_for_key(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """A job or a name as the key of its own entry: ``- director: Ines Varga``."""
    ids = [name for name in ("person", "work") if name in unknown.keys]
    if not ids or ids[0] in unknown.values:
        return None
    role = ROLES.get(unknown.form) or ("role" in unknown.keys and job_meant(unknown.word)) or None
    if role is None and is_job_for_key(unknown):
        role = unknown.word.lower()
    if "role" not in unknown.keys and unknown.form in PARTS and "person" in unknown.values:
        return "whoever stands here plays the part of this record; take the line out", frozenset()
    if "role" not in unknown.keys and (found := record_named(unknown.word, unknown.by_id.values())):
        # Whoever plays the part of this record needs nothing besides.
        told = listed(
            [entry(unknown.keys, {**unknown.beside, ids[0]: found.id})], has_brackets=unknown.has_brackets
        )
        return f"write {told}{unknown.in_place}", frozenset({ids[0]})
    is_name = unknown.word[:1].isupper() or record_named(unknown.word, unknown.by_id.values())
    if "role" not in unknown.keys or not (role or is_name):
        return None
    if role:
        texts = texts_in(unknown.value, unknown.by_id) or [""]
        given = [given_in(one, unknown.keys, unknown.by_id) | {"role": role} for one in texts]
    else:
        named = given_in(unknown.word, unknown.keys, unknown.by_id)
        said = next(iter(texts_in(unknown.value)), "")
        characters = [one for one in unknown.by_id.values() if one.kind.kind is Kind.CHARACTER]
        given = [named | job_or_part(one, characters) for one in jobs_in(said) or [said]]
    turned = None if role else turned_round(unknown.word, unknown.value, unknown.keys, unknown.by_id)
    given = [{**unknown.beside, **one} for one in ([turned] if turned else given)]
    told = listed((entry(unknown.keys, one) for one in given), has_brackets=unknown.has_brackets)
    still = left_open(unknown.keys, given, unknown.by_id, unknown.values)
    return f"write {told}{unknown.in_place}{still}", frozenset({ids[0], "role"})
