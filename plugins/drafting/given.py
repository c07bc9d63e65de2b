"""What somebody gives with a new record, as its keys take it: ids for names, a day for a date in words."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.archive.errors import Code, SettingFault
from plugins.archive.nearest_date import is_date, nearest_dates
from plugins.authority.checks import check_values
from plugins.authority.meant_entries import entries_of
from plugins.authority.nearest import record_named
from plugins.authority.record import Record
from plugins.authority.schema import Key, Shape
from plugins.authority.written_out import entry, whole


def refuse_unknown_keys(record: Record, by_id: Mapping[str, Record]) -> None:
    """Refuse what is given under keys that a new record does not take, with the place where it is written.

    Raises:
        SettingFault: the first of them, and what to write where.
    """
    keys = record.kind.keys
    for fault in check_values(record.values, keys, by_id, record):
        if fault.code == Code.UNKNOWN_KEY.name.replace("_", "-"):
            what, _, advice = fault.message.partition("; ")
            word = what.split("'")[1]
            if not advice.startswith("did you mean"):
                advice = f"leave --set {word} out, and when the file is there: {advice}"
            raise SettingFault(f"{word!r} is no key of such a record, and no file was made; {advice}")


def as_keys_take_it(
    given: Mapping[str, str], keys: Mapping[str, Key], by_id: Mapping[str, Record]
) -> dict[str, str]:
    """The values of a new record, those changed that can mean one thing only; all others as they were given.

    Raises:
        SettingFault: a list whose entries need more than was said, with the entry to write.
    """
    return {name: _value(name, value, keys[name], by_id) for name, value in given.items()}


def _value(name: str, value: str, key: Key, by_id: Mapping[str, Record]) -> str:
    match key.shape:
        case Shape.ID:
            return _id(value, key, by_id)
        case Shape.IDS:
            return _ids(value, key, by_id)
        case Shape.DATE:
            dates = () if is_date(value) else nearest_dates(value)
            return dates[0] if len(dates) == 1 else value
        case Shape.ITEMS:
            return _entries(name, value, key, by_id)
    return value


def _id(name: str, key: Key, by_id: Mapping[str, Record]) -> str:
    """The id of the record that a name means; of none that is known the name itself, for a check to tell."""
    of_kind = (one for one in by_id.values() if not key.kinds or one.kind.kind in key.kinds)
    found = record_named(name, of_kind)
    return found.id if found else name


def _ids(value: str, key: Key, by_id: Mapping[str, Record]) -> str:
    """The ids of several names; a name may have a comma itself."""
    alone = _id(value, key, by_id)
    if alone in by_id or "," not in value:
        return alone
    return ", ".join(_id(one.strip(), key, by_id) for one in value.split(",") if one.strip())


def _entries(name: str, value: str, key: Key, by_id: Mapping[str, Record]) -> str:
    """A list of entries on one line, where one key is all that they need, and what is given are records."""
    items = key.items or {}
    found = list(entries_of(value, items, by_id))
    needed = [one for one, inner in items.items() if inner.required]
    is_whole = len(needed) == 1 and items[needed[0]].shape is Shape.ID
    if found and is_whole and all(one.get(needed[0]) in by_id for one in found):
        return f"[{', '.join(entry(items, one) for one in found)}]"
    told = whole(name, key, found, {}, by_id, said=value).removeprefix("write ")
    raise SettingFault(
        f"{name!r} is a list of entries with keys of their own, and no file was made; "
        f"leave --set {name} out, and write in the file: {told}"
    )
