"""A record's values against the schema: every fault with its place and the nearest right thing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from plugins.archive.errors import Code, Problem
from plugins.archive.file_names import as_id
from plugins.authority.as_list import bulleted, list_line
from plugins.authority.cites import cite_faults, sources_of
from plugins.authority.day_and_place import told_in
from plugins.authority.id_faults import id_faults, ids_faults, several_in_one
from plugins.authority.language_tags import is_tag, tag_for
from plugins.authority.life import life_faults
from plugins.authority.meant_entries import entries_of, given_in, texts_in
from plugins.authority.misplaced import advice_for
from plugins.authority.names_as_written import name_faults, remark_faults, several_names
from plugins.authority.nearest import nearest, record_named, several_in
from plugins.authority.nearest_pointer import pointer_form, pointers_meant
from plugins.authority.other_kind import ids_to_name
from plugins.authority.record import Record
from plugins.authority.schema import ADDRESS, Key, Shape
from plugins.authority.spot import Spot, Way, shape_of
from plugins.authority.text_advice import text_advice
from plugins.authority.texts_as_they_stand import turning, value_faults
from plugins.authority.unknown_key import Unknown
from plugins.authority.words_for_keys import choice_meant
from plugins.authority.written_out import entry, left_open, listed
from plugins.markdown_it.yaml_lines import in_entry

_HOST = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}(?:/\S*)?(?=\s|\Z)")
"""An address without what a browser sets before it."""

_NO_GAP_BEHIND = re.compile(r"([a-z-]{1,20}):([^\s:]\S*)")
"""How an entry begins whose colons have no space behind them: YAML reads one text."""

_NO_GAP = re.compile(r"-[^\W\d]")
"""How a list begins whose hyphens have no space behind them: YAML reads one text."""


def check_values(
    values: Mapping[str, Any],
    keys: Mapping[str, Key],
    by_id: Mapping[str, Record],
    record: Record,
    way: Way = (),
) -> list[Problem]:
    """Every fault of a record, or of one entry of a list in it, in no particular order."""
    found: list[Problem] = []
    meant: set[str] = set()
    cut_off = _cut_off(values, keys, record, way)
    unknown = _unknown(values, keys, by_id, record, way, cut_off)
    for key, value in values.items():
        known = keys.get(key)
        if key in cut_off:
            continue
        if known is None and (own := _also(key, keys)) is not None:
            message = f"{key!r} is another word for {own!r}; write all of it under one of the two"
            found.append(record.fault(Code.WRONG_VALUE, message, *way, key, ""))
        elif known is None:
            advice, names = advice_for(unknown[key])
            meant |= names
            advice = _of_all_lines(advice, record, (*way, key))
            found.append(record.fault(Code.UNKNOWN_KEY, f"{key!r} is no key here; {advice}", *way, key, ""))
        elif value is not None:
            spot = Spot(key, keys, values, by_id, record, (*way, key))
            if parts := bulleted(value, known):
                told = list_line(key, known, parts, by_id)
                message = (
                    f"a hyphen stands before each of a list, or brackets around all of them; write {told}"
                )
                found.append(spot.wrong(Code.WRONG_TYPE, message))
            elif rest := [one for one, before in cut_off.items() if before == key]:
                found.append(_with_comma(value, rest, spot))
            else:
                found += _CHECKS[known.shape](value, spot)
    if values.get("derivation") and not values.get("basis") and {"derivation", "basis"} <= keys.keys():
        message = "'derivation' tells how a date was reached that no text states, and 'basis' is missing"
        told = ", ".join(
            f"{one} ({means})" for one, means in keys["basis"].meanings.items() if one != "stated"
        )
        found.append(
            record.fault(
                Code.MISSING_KEY, f"{message}; add a line basis: with {told}", *way, "derivation", ""
            )
        )
    for key, known in keys.items():
        # A key that is misspelt is told once, where it stands.
        if known.required and key not in meant and _is_empty(values.get(key)):
            found.append(_missing(Spot(key, keys, values, by_id, record, (*way, key))))
    return found


def _of_all_lines(advice: str, record: Record, way: Way) -> str:
    """Advice to take a line out, for a key whose value goes on below it."""
    is_one = len(record.lines_below.get(way, ())) < 2
    return advice if is_one else _A_LINE_OUT.sub("take these lines out", advice)


_A_LINE_OUT = re.compile(r"take (?:th(?:e|is) line|it) out")


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _unknown(
    values: Mapping[str, Any],
    keys: Mapping[str, Key],
    by_id: Mapping[str, Record],
    record: Record,
    way: Way,
    cut_off: Collection[str],
) -> dict[str, Unknown]:
    """The keys that a record does not take, each with what the others are to be written as."""

    def faults_under(key: str, value: Any) -> list[Problem]:
        spot = Spot(key, keys, {**values, key: value}, by_id, record, (*way, key))
        return [] if value is None else list(_CHECKS[keys[key].shape](value, spot))

    gathered: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    found = {
        key: Unknown(key, value, keys, values, record, by_id, way, faults_under, gathered)
        for key, value in values.items()
        if key not in keys and key not in cut_off and _also(key, keys) is None
    }
    for one in found.values() if len(found) > 1 else ():
        advice_for(one)
    return found


def _cut_off(values: Mapping[str, Any], keys: Mapping[str, Key], record: Record, way: Way) -> dict[str, str]:
    """What a comma between braces has cut off a value, and looks like a key, with the key of that value."""
    found: dict[str, str] = {}
    before = ""
    for key, value in values.items():
        if (
            value is None
            and key not in keys
            and before
            and _line(record, way, key) == _line(record, way, before)
        ):
            found[key] = before
        else:
            before = key if isinstance(value, str) and key in keys else ""
    return found


def _line(record: Record, way: Way, key: str) -> int:
    return record.at(*way, key, "")[0]


def _with_comma(value: str, rest: list[str], spot: Spot) -> Problem:
    meant = (
        pointers_meant(", ".join([value, *rest]), sources_of(spot)) if spot.key.shape is Shape.CITES else []
    )
    if len(meant) == 1:
        return spot.wrong(Code.BAD_POINTER, f"one pointer stands here; write {spot.name}: {meant[0]}")
    if spot.key.shape in _OF_SEVERAL:
        message = f"between {{ and }} several values stand between brackets; write {spot.name}: "
        return spot.wrong(Code.WRONG_VALUE, f"{message}[{', '.join(map(in_entry, meant or [value, *rest]))}]")
    text = ", ".join([value, *rest])
    if advice := several_in_one(text, spot):
        return spot.wrong(Code.UNKNOWN_ID if spot.key.shape is Shape.ID else Code.WRONG_VALUE, advice)
    line = f"{spot.name}: {in_entry(text)}"
    message = f"between {{ and }} a value with a comma stands between quotation marks; write {line}"
    return spot.wrong(Code.WRONG_VALUE, message)


def _also(word: str, keys: Mapping[str, Key]) -> str | None:
    """The key for which a word stands too. What stands alone was read under that key."""
    return next((key for key, known in keys.items() if known.also == word), None)


_OF_SEVERAL = frozenset({Shape.CITES, Shape.IDS, Shape.TOPICS, Shape.TEXTS})


def _missing(spot: Spot) -> Problem:
    """A key that must be there and is not, or has nothing behind it."""
    key, known = spot.name, spot.key
    wanted = known.meaning + (f": {known.choice}" if known.choices else "")
    if known.shape is Shape.CITES:
        wanted += f"; {pointer_form(sources_of(spot))}"
    elif known.kinds:
        wanted = ids_to_name(known, spot.by_id, "films" if key == "film" else "")
    if key in spot.values:
        is_words = known.shape is Shape.TEXT and not known.choices
        hidden = " (between quotation marks if it begins with #)" if is_words else ""
        message = f"{key!r} is empty; write behind it {wanted}{hidden}"
        if known.shape is Shape.CITES:
            message = f"{key!r} is empty; {pointer_form(sources_of(spot))}"
        return spot.record.fault(Code.MISSING_KEY, message, *spot.way, "")
    texts = {name: one for name, one in spot.values.items() if isinstance(one, str)}
    if inside := next((name for name, one in texts.items() if f" {key}: " in one), ""):
        message = f"{key!r} was read as a part of {inside!r}; close the quotation mark where that line ends"
        return spot.record.fault(Code.MISSING_KEY, message, *spot.way[:-1], inside)
    if key == "role" and {"character", "character-name"} & spot.values.keys():
        wanted = "cast"
    if key == "id" and (made := as_id(texts.get("name", ""))):
        wanted = made
    said = f"{key}: {'' if ' ' not in wanted else 'with '}{wanted}"
    is_entry = spot.is_inside or spot.record.folder == "authority"
    message = f"{key!r} is missing; {'add to this entry' if is_entry else 'add a line'} {said}"
    if key == "film" and spot.record.folder == "characters" and "performed-by" not in spot.values:
        message += "; or, if this is a real person, move the file to content/people/"
    return spot.record.fault(Code.MISSING_KEY, message, *spot.way[:-1])


def _text(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield spot.wrong_type(value)
    elif advice := text_advice(value, spot):
        yield spot.wrong(Code.WRONG_VALUE, advice)
    else:
        yield from value_faults(value, spot)
        yield from name_faults(value, spot)
        yield from life_faults(value, spot)


def _texts(value: Any, spot: Spot) -> Iterator[Problem]:
    if isinstance(value, list):
        yield from (
            spot.wrong_type(one, place) for place, one in enumerate(value) if not isinstance(one, str)
        )
        yield from (
            fault
            for place, one in enumerate(value)
            if isinstance(one, str)
            for fault in (*value_faults(one, spot, place), *remark_faults([one], spot, place))
        )
    elif not isinstance(value, str):
        yield spot.wrong_type(value)
    else:
        if _NO_GAP.match(value):
            parts = [one.strip() for one in re.split(r"(?:\A|\s)-(?=\w)", value) if one.strip()]
            told = list_line(spot.name, spot.key, parts, spot.by_id)
            message = f"{value[:40]!r} is no list; a space stands behind each hyphen, or brackets around all"
            yield spot.wrong(Code.WRONG_VALUE, f"{message}; write {told}")
        yield from value_faults(value, spot)
        yield from several_names(value, spot)


def _topics(value: Any, spot: Spot) -> Iterator[Problem]:
    """Aspects and ids of records; a word that is both is the aspect."""
    aspects = spot.key.choices
    for number, one in enumerate(value if isinstance(value, list) else [value]):
        further = (number,) if isinstance(value, list) else ()
        if not isinstance(one, str):
            yield spot.wrong_type(one, *further)
        elif one not in aspects and one not in spot.by_id:
            if len(parts := several_in(one)) > 1 and all(it in aspects or it in spot.by_id for it in parts):
                message = f"{one!r} are several; write {spot.name}: [{', '.join(parts)}]"
                yield spot.wrong(Code.UNKNOWN_ID, message, *further)
                continue
            otherwise = f"write the id of a record, or one of {', '.join(aspects)}"
            meant = choice_meant(one, spot.name, aspects)
            advice = f"did you mean {meant!r}?" if meant else _nearest_topic(one, aspects, spot, otherwise)
            message = f"{one!r} is no aspect of a film and no id of a record; {advice}"
            yield spot.wrong(Code.UNKNOWN_ID, message, *further)


def _nearest_topic(word: str, aspects: Iterable[str], spot: Spot, otherwise: str) -> str:
    if (record := record_named(word, spot.by_id.values())) is not None:
        return f"did you mean {record.id!r}?"
    return nearest(word, [*aspects, *spot.by_id], otherwise)


def _language(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield spot.wrong_type(value)
    elif not is_tag(value):
        meant = tag_for(value)
        advice = f"did you mean {meant!r}?" if meant else "write en for English, de for German, fr for French"
        yield spot.wrong(Code.WRONG_VALUE, f"{value!r} is no tag of a language; {advice}")


def _address(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, str):
        yield spot.wrong_type(value)
    elif not re.fullmatch(ADDRESS, value):
        found = re.search(ADDRESS, value.replace(")", " ").replace(">", " "))
        host = _HOST.match(value)
        meant = found[0].rstrip("*”“\"'.,;") if found else f"https://{host[0]}" if host else ""
        told = "write the whole of it, as a browser shows it, or take the line out"
        told = f"write {spot.name}: {meant}" if meant else told
        what = "is more than an address" if found else "is no address that begins with https://"
        yield spot.wrong(Code.WRONG_VALUE, f"{value!r} {what}; {told}")
    else:
        yield from turning(value, spot)


def _digest(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{64}", value):
        advice = "take the line out, or write what `sha256sum FILE` prints"
        yield spot.wrong(Code.WRONG_TYPE, f"expected {spot.key.shape.value}; {advice}")


def _number(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,15}", value):
        yield spot.wrong_type(value)


def _items(value: Any, spot: Spot) -> Iterator[Problem]:
    if not isinstance(value, list):
        yield spot.wrong_type(value)
        return
    items = spot.key.items or {}
    if names := _in_brackets(value):
        given = [given_in(one, items, spot.by_id) for one in names]
        entries = ", ".join(entry(items, one) for one in given)
        message = f"expected a list of entries with keys of their own, found {shape_of(value[0])} in a list"
        still = left_open(items, given, spot.by_id, names)
        yield spot.wrong(Code.WRONG_TYPE, f"{message}; write {spot.name}: [{entries}]{still}")
        return
    there: set[str] = set()
    for number, one in enumerate(value):
        if isinstance(one, dict) and one:
            said = repr(sorted(one.items(), key=repr))
            if said in there:
                message = "this entry stands here twice; take one of the two out"
                yield spot.wrong(Code.WRONG_VALUE, message, number)
                continue
            there.add(said)
        if isinstance(one, dict):
            yield from check_values(one, items, spot.by_id, spot.record, (*spot.way, number))
            continue
        if isinstance(one, str) and (found := _NO_GAP_BEHIND.match(one)) and found[1] in items:
            advice = f"put a space behind each colon: - {found[1]}: {found[2]}"
            message = f"{found[0]!r} is no key with a value; {advice}"
            yield spot.wrong(Code.WRONG_TYPE, message, number)
            continue
        given = [given_in(text, items, spot.by_id) for text in texts_in(one, spot.by_id)] or [{}]
        if isinstance(one, str) and "property" in items:
            given = told_in(one) or given
        if isinstance(one, list) and one and all(isinstance(pair, dict) for pair in one):
            # Brackets in the place of braces.
            pairs = {name: value for pair in one for name, value in pair.items()}
            given = list(entries_of(pairs, items, spot.by_id))
        has_brackets = spot.record.has_brackets(*spot.way)
        told = listed((entry(items, each) for each in given), has_brackets=has_brackets)
        message = f"expected keys and values, found {shape_of(one)}; write {told}"
        message += left_open(items, given, spot.by_id, one)
        yield spot.wrong(Code.WRONG_TYPE, message, number)


def _in_brackets(value: list[Any]) -> list[str]:
    """The names in a list of lists of one each, as which links without quotation marks are read."""
    alone = [one[0] for one in value if isinstance(one, list) and len(one) == 1 and isinstance(one[0], str)]
    return alone if len(alone) == len(value) else []


_CHECKS: dict[Shape, Callable[[Any, Spot], Iterator[Problem]]] = {
    Shape.TEXT: _text,
    Shape.DATE: _text,
    Shape.TEXTS: _texts,
    Shape.CITES: cite_faults,
    Shape.ID: id_faults,
    Shape.IDS: ids_faults,
    Shape.TOPICS: _topics,
    Shape.LANGUAGE: _language,
    Shape.ADDRESS: _address,
    Shape.DIGEST: _digest,
    Shape.NUMBER: _number,
    Shape.ITEMS: _items,
}
