"""Keys that an entry or an event does not take, told by what stands behind them or by what is missing."""

from __future__ import annotations

from plugins.archive.nearest_date import is_date
from plugins.authority.meant_entries import texts_in
from plugins.authority.nearest import form_of, record_named
from plugins.authority.other_kind import records_for
from plugins.authority.schema import Key, Shape
from plugins.authority.unknown_key import Unknown, meant_for
from plugins.authority.words_for_keys import DATES, FACTS, NOTHING, SAID_OTHERWISE, choice_meant


def key_by_value(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """The one free key of which a value is a choice, a pointer, or a record: ``how: voice``."""
    found = [name for name in unknown.free if _fits(unknown, name, unknown.keys[name])]
    return _told(unknown, found[0]) if len(found) == 1 else None


def _fits(unknown: Unknown, name: str, key: Key) -> bool:
    texts = texts_in(unknown.value)
    if not texts:
        return False
    if key.shape is Shape.CITES:
        sources = {one.id for one in unknown.by_id.values() if one.folder == "sources"}
        return all(one.partition(" ")[0] in sources for one in texts) and not unknown.faults_under(
            name, unknown.value
        )
    if key.shape in {Shape.ID, Shape.IDS} and key.kinds:
        known = records_for(key, unknown.by_id)
        is_list = key.shape is Shape.IDS or len(texts) == 1
        return is_list and all(record_named(one, known) is not None for one in texts)
    return len(texts) == 1 and bool(
        form_of(texts[0]) in key.choices or choice_meant(texts[0], name, key.choices)
    )


def key_that_is_missing(unknown: Unknown) -> tuple[str, frozenset[str]] | None:
    """The one key that an entry must have and has not, where one key of it is no key: ``label: home``."""
    told = {name if name in unknown.keys else _otherwise(unknown, name) for name in unknown.values}
    missing = [name for name, key in unknown.keys.items() if key.required and name not in told]
    others = [name for name in unknown.values if name not in unknown.keys and not _otherwise(unknown, name)]
    if not unknown.is_inside or len(missing) != 1 or len(others) != 1 or _says_more(unknown, missing[0]):
        return None
    return _told(unknown, missing[0])


def _otherwise(unknown: Unknown, name: str) -> str:
    """The key for which a word stands; empty for one that is no other word for any."""
    said = SAID_OTHERWISE.get(form_of(name), ())
    return next((one for one in said if one in unknown.keys and one not in unknown.values), "")


def _says_more(unknown: Unknown, missing: str) -> bool:
    """Whether a word has a meaning of its own, or its value is none for the key that is missing."""
    if form_of(unknown.word) in {*DATES, *NOTHING, *FACTS} or not texts_in(unknown.value):
        return True
    key = unknown.keys[missing]
    if key.shape is Shape.ID:
        known = records_for(key, unknown.by_id)
        return any(record_named(one, known) is None for one in texts_in(unknown.value, unknown.by_id))
    return missing == "role" and any(map(is_date, texts_in(unknown.value)))


def _told(unknown: Unknown, name: str) -> tuple[str, frozenset[str]]:
    return meant_for(unknown, name), frozenset({name})
