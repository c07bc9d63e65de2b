"""Two pages for one person: pages of one kind with one name, and no word that they are two.

Short records and names that are only alike are suggestions, which people decide (``plugins/suggestions``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.entity import ANIMATE, Kind
from plugins.archive.errors import Code, Problem
from plugins.archive.file_names import words_of
from plugins.authority.record import Record, Records
from plugins.authority.schema import SuggestionCode

TELLING_APART = ("year", "kind", "film", "place")
"""Keys of which two different values make two things: a remake, a part of another film."""

COMPARED = frozenset({*ANIMATE, Kind.WORK, Kind.EVENT})

_SMALL = frozenset({"a", "an", "and", "de", "der", "in", "of", "on", "the", "van", "von"})
"""Words that have no capital within a name."""


@dataclass(frozen=True, slots=True)
class Doubles:
    """The faults of pages that are probably one, each at the one that has to change."""

    problems: tuple[Problem, ...] = ()


def find_doubles(records: Records) -> Doubles:
    """Pages of people, characters, works and events that share a name with a page of their kind.

    One's name may also be a listed variant of the other's. ``not`` in one of them, or a refusal of
    LIKELY-DUPLICATE, says that they are two. Events of one name are many, and are told where they also have
    one day or one summary, which is the sign of a copy.
    """
    refused = {
        frozenset((one.record, one.other))
        for one in records.refusals
        if one.code is SuggestionCode.LIKELY_DUPLICATE
    }
    found = [
        _fault(first, second)
        for first, second in _pairs(records)
        if frozenset((first.id, second.id)) not in refused and not _are_told_apart(first, second)
    ]
    return Doubles(tuple(found))


def _pairs(records: Records) -> Iterator[tuple[Record, Record]]:
    """Pages of one kind of which one has the other's name, in the order of ids."""
    named: dict[tuple[Kind, str], list[Record]] = {}
    pages = [one for one in records.of(*COMPARED) if one.has_page and one.text("name")]
    for record in pages:
        named.setdefault((record.kind.kind, _form(record.name)), []).append(record)
    seen: set[frozenset[str]] = set()
    for record in pages:
        for form in (record.name, *record.texts("variants")):
            for other in named.get((record.kind.kind, _form(form)), ()):
                pair = frozenset((record.id, other.id))
                if len(pair) == 2 and pair not in seen:
                    seen.add(pair)
                    yield (record, other) if record.id < other.id else (other, record)


def _form(name: str) -> str:
    return " ".join(name.casefold().split())


def _are_told_apart(one: Record, other: Record) -> bool:
    if one.id in other.texts("not") or other.id in one.texts("not"):
        return True
    if one.kind.kind is Kind.EVENT and not any(_share(key, one, other) for key in ("date", "summary")):
        return True
    return any(
        one.text(key) and other.text(key) and one.text(key) != other.text(key) for key in TELLING_APART
    )


def _share(key: str, one: Record, other: Record) -> bool:
    return bool(one.text(key)) and one.text(key) == other.text(key)


def _fault(first: Record, second: Record) -> Problem:
    """Told at the page that was copied, where its id says so, else at the one that says less."""
    kind = first.kind.kind.value
    copies = [one for one in (first, second) if not _is_called_so(one)]
    is_copy = len(copies) == 1 and _form(first.name) == _form(second.name)
    here = copies[0] if is_copy else min(second, first, key=_length)
    other = second if here is first else first
    keep = "what it says here, and delete it"
    if _length(here) <= _length(other):
        keep = f"what stands here to {other.path}, and delete this page"
    ways = [f"if they are one {kind}, move {keep}"]
    if here.kind.kind is Kind.EVENT:
        ways = ["if this page was copied, write its own name and summary here", *ways]
    else:
        copied = [f"if this page was copied, write name: {_name_of(here.id)} here"] if is_copy else []
        ways = [*copied, *ways, f"if they are two, say so here: not: [{other.id}]"]
    variant = _shared_variant(here, other)
    if variant is not None:
        ways.append("if this form is somebody else's, take it out of variants")
    message = f"{other.path} has this name too; {'; '.join(ways)}"
    way = ("name",) if variant is None else ("variants", variant)
    return here.fault(Code.DUPLICATE_NAME, message, *way)


def _shared_variant(here: Record, other: Record) -> int | None:
    """Which of the listed variants of a record is the other's name, where its own name is not."""
    if _form(here.name) in map(_form, (other.name, *other.texts("variants"))):
        return None
    written = here.values.get("variants")
    forms = enumerate(written if isinstance(written, list) else ())
    return next(
        (place for place, one in forms if isinstance(one, str) and _form(one) == _form(other.name)), None
    )


def _is_called_so(record: Record) -> bool:
    """Whether a file's name is made of its record's name; a number or a further word does no harm."""
    words, own = set(words_of(record.id)), set(words_of(record.name))
    return not own or words <= own or own <= words


def _length(record: Record) -> int:
    """How much a page says: the letters of its values, but for its name, and of its text."""
    return len(record.body) + sum(len(str(value)) for key, value in record.values.items() if key != "name")


def _name_of(record_id: str) -> str:
    """The name from which an id was probably made."""
    words = [one if one in _SMALL else one.capitalize() for one in record_id.split("-")]
    return " ".join([words[0].capitalize(), *words[1:]])
