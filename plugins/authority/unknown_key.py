"""A key that a record does not take, with what is known of it, and its value under the key that was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from plugins.archive.errors import Problem
from plugins.archive.nearest_date import date_fault, is_date, nearest_dates
from plugins.authority.day_and_place import date_in_parts
from plugins.authority.language_tags import tag_for
from plugins.authority.meant_entries import is_plain, texts_in
from plugins.authority.nearest import LONGEST_CHOICE, form_of, record_named
from plugins.authority.record import Record
from plugins.authority.schema import FORMER_IDS, Key, Shape
from plugins.authority.words_for_keys import SAID_OTHERWISE
from plugins.authority.written_out import whole
from plugins.markdown_it.yaml_lines import text_in_entry

SELDOM = frozenset({FORMER_IDS, "not", "spoiler", "text-sha256", "sha256", "file"})
"""Keys that nobody looks for who writes another word."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A key that a record does not take: the word and its value, beside what else the record has."""

    word: str
    value: Any
    keys: Mapping[str, Key]
    values: Mapping[str, Any]
    record: Record
    by_id: Mapping[str, Record]
    way: tuple[str | int, ...]
    """The way to the entry of a list that it stands in; empty for a key of the record itself."""
    faults_under: Callable[[str, Any], list[Problem]]
    """The faults that a value would have behind a key of the record."""
    gathered: dict[str, dict[str, list[Mapping[str, str]]]]
    """The entries that unknown keys of one record are to be written as, by key and word, as they are told."""

    @property
    def form(self) -> str:
        return form_of(self.word)

    @property
    def is_inside(self) -> bool:
        return bool(self.way)

    @property
    def beside(self) -> dict[str, Any]:
        """What else stands in its entry, by the keys that are meant: an entry written anew keeps it."""
        found: dict[str, Any] = {}
        for name, value in self.values.items():
            said = SAID_OTHERWISE.get(form_of(name), ())
            meant = name if name in self.keys else next((one for one in said if one in self.keys), "")
            if meant and is_plain(value):
                found.setdefault(meant, value)
        return found

    @property
    def has_brackets(self) -> bool:
        """Whether the list of its entry stands between brackets."""
        return self.record.has_brackets(*self.way[:-1])

    @property
    def in_place(self) -> str:
        """What an entry written anew stands in place of, where it is more than the line itself."""
        lines = {self.record.at(*self.way, name, "")[0] for name in self.values}
        return " in place of these lines" if len(lines) > 1 else ""

    @property
    def free(self) -> list[str]:
        """The keys that are not used yet, those first that must be there."""
        free = [name for name in self.keys if name not in self.values and name not in SELDOM]
        return sorted(free, key=lambda name: not self.keys[name].required)

    def items(self, key: str) -> Mapping[str, Key]:
        return (self.keys[key].items if key in self.keys else None) or {}

    def whole(self, key: str, found: Iterable[Mapping[str, str]]) -> str:
        """A line with these entries and those of the other unknown keys, told once, for the first of them."""
        of_key = self.gathered.setdefault(key, {})
        of_key[self.word] = list(islice(found, LONGEST_CHOICE + 1)) or [{}]
        first = next(iter(of_key))
        if isinstance(self.values.get(key), list):
            has_brackets = self.record.has_brackets(key)
            given = of_key[self.word]
            return whole(
                key,
                self.keys[key],
                given,
                self.values,
                self.by_id,
                has_brackets=has_brackets,
                said=self.values,
            )
        if first != self.word:
            return f"take the line out: what is told for {first!r} has it"
        told = [entry for entries in of_key.values() for entry in entries]
        *others, last = map(repr, of_key)
        in_place = f" in place of {', '.join(others)} and {last}" if others else ""
        return whole(key, self.keys[key], told, self.values, self.by_id, in_place=in_place, said=self.values)


def meant_for(unknown: Unknown, said: str) -> str:
    """The key that was meant, and its value as it may stand there, so that no second fault follows."""
    value, key = unknown.value, unknown.keys[said]
    if key.shape is Shape.DATE and isinstance(value, str) and not is_date(value):
        dates = nearest_dates(value)
        if len(dates) == 1:
            return f"write {said}: {text_in_entry(dates[0])}"
        return f"did you mean {said!r}? But {date_fault(value)}"
    if key.shape is Shape.DATE and isinstance(value, dict) and (date := date_in_parts(value)):
        return f"write {said}: {text_in_entry(date)}"
    if not (faults := unknown.faults_under(said, value)):
        return f"did you mean {said!r}?"
    mended = _mended(value, key, unknown.by_id)
    if mended is not None and not unknown.faults_under(said, mended):
        shown = f"[{', '.join(mended)}]" if isinstance(mended, list) else mended
        return f"write {said}: {shown}"
    return f"did you mean {said!r}? But {faults[0].message}"


def _mended(value: Any, key: Key, by_id: Mapping[str, Record]) -> str | list[str] | None:
    """A value as its key takes it, where that is certain: ids for names, a choice in its own letters."""
    if key.shape in {Shape.ID, Shape.IDS}:
        known = [one for one in by_id.values() if not key.kinds or one.kind.kind in key.kinds]
        named = [record_named(one, known) for one in texts_in(value, {one.id: one for one in known})]
        ids = [one.id for one in named if one is not None]
        if not ids or len(ids) < len(named):
            return None
        return ids[0] if len(ids) == 1 else ids
    if isinstance(value, str) and key.shape is Shape.LANGUAGE:
        return tag_for(value)
    return {form_of(one): one for one in key.choices}.get(form_of(value)) if isinstance(value, str) else None
