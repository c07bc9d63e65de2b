"""Records and judgements as values: what contributors wrote, with the place of every part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.file_names import as_id
from plugins.archive.nearest_date import date_fault
from plugins.archive.packed_text import PackedText
from plugins.archive.span import Pointer, Span
from plugins.authority.schema import FORMER_IDS, RecordKind, SuggestionCode
from plugins.markdown_it.quick_yaml import Path, Place


def called_as(name: str) -> str:
    """A name as it is compared: as an id, or in small letters where its script has none."""
    return as_id(name) or name.strip().casefold()


@dataclass(frozen=True)
class Record:
    """One record as it was written. ``places`` and ``path`` say where each value stands.

    Records are equal that say the same, wherever that stands in them and however it is written.
    """

    id: str
    folder: str
    kind: RecordKind
    path: str
    values: dict[str, Any]
    body: PackedText = PackedText()  # noqa: RUF009 a descriptor, which dataclasses ask for its default
    body_line: int = field(default=1, compare=False)
    places: Mapping[Path, Place] = field(default_factory=dict, compare=False)
    is_meant: bool = False
    """Whether a line of it could not be read, and its values are what was probably meant."""
    front: str = field(default="", compare=False)
    """``front_digest`` of its page, "" without one."""
    is_stub: bool = False
    """Whether a program stands in for a contributor who has not come yet; there is no such file."""

    @property
    def name(self) -> str:
        return str(self.values.get("name") or self.id)

    @cached_property
    def lines_below(self) -> Mapping[Path, frozenset[int]]:
        """By the way to each value the lines of its file on which that and what it holds begin."""
        found: dict[Path, set[int]] = defaultdict(set)
        for way, place in self.places.items():
            for depth in range(len(way) + 1):
                found[way[:depth]].add(place[0])
        return {way: frozenset(lines) for way, lines in found.items()}

    @property
    def has_page(self) -> bool:
        return self.kind.url is not None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one, nothing as an empty list."""
        value = self.values.get(key)
        if isinstance(value, str):
            return (value,)
        return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        return value if isinstance(value, str) else None

    @cached_property
    def called(self) -> frozenset[str]:
        """What it is called, each as ``called_as`` has it: its id, its names, its name in an index."""
        names = (self.id, self.name, self.text("sort-name") or "", *self.texts("variants"))
        return frozenset(called_as(name) for name in names if name)

    def items(self, key: str) -> tuple[dict[str, Any], ...]:
        """The entries of a list of entries."""
        value = self.values.get(key)
        return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()

    def at(self, *way: str | int) -> tuple[int, int]:
        """Line and column of a value, or of the nearest part around it that has a place."""
        for length in range(len(way), -1, -1):
            if way[:length] in self.places:
                return self.places[way[:length]]
        return (1, 1)

    def has_brackets(self, *way: str | int) -> bool:
        """Whether the list at the end of a way stands between brackets, not in lines with hyphens."""
        line, column = self.at(*way)
        # Before an entry of a list without brackets stand a hyphen and a space.
        return (line, column + 1) == self.at(*way, 0) or line == self.at(*way, "")[0]

    def told_of_date(self, key: str, written: str) -> str:
        """The message for a text that is no date, behind a key."""
        if key == "published" and "outlet" in self.kind.keys and not self.text("outlet"):
            return date_fault(written, rest="behind outlet: or into the text below the second ---")
        return date_fault(written)

    def fault(self, code: Code, message: str, *way: str | int) -> Problem:
        return problem(self.path, *self.at(*way), code, message)


def pointers(cites: str | list[str] | None) -> tuple[Pointer, ...]:
    """The pointers of a ``cite`` that has been checked."""
    written = [cites] if isinstance(cites, str) else cites or []
    return tuple(Pointer.parse(one) for one in written)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision about one mention. ``entity`` is None for a word that names nothing.

    ``path``, ``line`` and ``col`` say where it was written.
    """

    source: str
    span: Span
    entity: str | None
    who: str
    when: str
    why: str
    path: str = ""
    line: int = 1
    col: int = 1


@dataclass(frozen=True, slots=True)
class Refusal:
    """A person's decision against a suggestion, which does not come back.

    What was suggested is known again by the parts that its code needs (``schema.REFUSED_BY``); those of
    others are None. A name without a ``kind`` is refused whatever it is taken for. ``sentence`` finds a
    mention again where the offsets of its text have moved.
    """

    code: SuggestionCode
    name: str | None = None
    kind: str | None = None
    record: str | None = None
    other: str | None = None
    source: str | None = None
    span: Span | None = None
    sentence: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""


@dataclass(frozen=True)
class Records:
    """Every record of an archive by id, in the order of ids, with the faults found on the way."""

    by_id: dict[str, Record]
    judgements: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unread: frozenset[str] = frozenset()
    """The paths of the files of which nothing could be read, and whose faults are not all known."""

    def of(self, *kinds: Kind) -> Iterator[Record]:
        return (record for record in self.by_id.values() if record.kind.kind in kinds)

    def subject(self, film: str) -> str:
        """The id of the film that the archive is about: the one named, else its first; empty for none.

        A work that is only spoken of is no film of the archive, whatever its name.
        """
        films = [record.id for record in self.by_id.values() if record.folder == "films"]
        return film if film in films else next(iter(films), "")

    @cached_property
    def former_ids(self) -> dict[str, str]:
        """The ids that records had before they were renamed, with those that they have now."""
        return {one: record.id for record in self.by_id.values() for one in record.texts(FORMER_IDS)}

    @cached_property
    def sources(self) -> tuple[Record, ...]:
        return tuple(self.of(Kind.SOURCE))
