"""Dates in texts against the events of an annotation: which are right, too precise, or shown as facts too soon.

The folder of the annotation holds ``events.jsonl``, one object a line: ``id``, ``label``, ``source``, ``start``,
``end``, ``surface``, ``date`` and ``accept_dates`` (EDTF), ``precision``, ``basis``, ``explanation``, and
``needs_cross_source`` where the date rests on other texts too.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.annotated import sources_by_digest
from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors, share_kept
from evaluation.gold import Gold, UnreadableGold, digest_of_files
from plugins.archive.date_expression import DateExpression, DateStatus
from plugins.archive.edtf import EARLIEST, LATEST, Edtf, UnreadableDate
from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.quotations.sentences import find_sentences
from plugins.stages import archive_flow

FILE = "events.jsonl"

UNKNOWN = "XXXX"
"""What the annotation writes where its text tells no date at all; a date that stays words is as right."""

_ANNOUNCED = re.compile(r"\b(?:planned|plan|forecast|future tense|announced)\b", re.IGNORECASE)
"""Words of a row that say that its text looks ahead."""

_ELSEWHERE = re.compile(r"cross-source|other sources", re.IGNORECASE)
"""Words of a row’s basis that say that its date rests on other texts."""


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of the annotation with the dates that are right for it, the most precise first."""

    id: str
    label: str
    source: str
    span: Span
    surface: str
    accepted: tuple[str, ...]
    rests_elsewhere: bool = False
    is_announced: bool = False


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What was found for an event: ``match`` is the expression that is right, and where it stands.

    ``scope`` is the narrowest of span, sentence and paragraph that holds an expression, None where none does.
    ``too_precise`` are expressions in the event's own span.
    """

    event: GoldEvent
    match: DateExpression | None
    scope: str | None
    found: tuple[DateExpression, ...]
    too_precise: tuple[DateExpression, ...]

    @property
    def is_right(self) -> bool:
        return self.match is not None

    @property
    def is_shown_too_soon(self) -> bool:
        """Whether what the text announces stands there as a fact."""
        return (
            self.event.is_announced
            and self.match is not None
            and self.match.status is not DateStatus.ANNOUNCED
        )


@dataclass(frozen=True)
class OfDates:
    """One measurement. ``absent`` are texts of the annotation that the archive does not hold."""

    digest: str
    absent: tuple[str, ...]
    events: tuple[DatedEvent, ...]
    expressions: int
    unresolved: int

    @property
    def counts(self) -> Tally:
        """The counts, by what was counted."""
        alone = [one for one in self.events if not one.event.rests_elsewhere]
        elsewhere = [one for one in self.events if one.event.rests_elsewhere]
        announced = [one for one in self.events if one.event.is_announced and one.is_right]
        return {
            "right, of what a text tells alone": _right(alone),
            "right, of what needs other texts": _right(elsewhere),
            "right": _right(self.events),
            "too precise": Ratio(sum(bool(one.too_precise) for one in self.events), len(self.events)),
            "announced, shown as happened": Ratio(
                sum(one.is_shown_too_soon for one in announced), len(announced)
            ),
            "left in words": Ratio(self.unresolved, self.expressions),
        }

    @property
    def floors(self) -> Floors:
        """What the annotation could be held to, after this measurement."""
        counts = self.counts
        return Floors(
            self.digest,
            {
                "dates": {
                    "right, of what a text tells alone": share_kept(
                        counts["right, of what a text tells alone"]
                    ),
                    "right": share_kept(counts["right"]),
                    "not too precise": share_kept(counts["too precise"].rest),
                    "announced as announced": share_kept(counts["announced, shown as happened"].rest),
                }
            },
        )


def _right(events: Iterable[DatedEvent]) -> Ratio:
    hits = [one.is_right for one in events]
    return Ratio(sum(hits), len(hits))


def measure_dates(folder: Path, libraries: Sequence[Path], settings: Settings) -> OfDates:
    """The dates that the archive reads in the texts of an annotation.

    Raises:
        UnreadableGold: the annotation cannot be read, or does not fit the texts.
        ContentFaults: the records have faults.
    """
    events, digest = read_events(folder)
    ends = {one.source: 0 for one in events}
    sources = sources_by_digest(Gold((), (), (), (), ends, digest), libraries)
    flow = archive_flow(settings)
    documents: Mapping[str, Document] = flow.sound_value("documents").by_id
    dates: Mapping[str, tuple[DateExpression, ...]] = flow.sound_value("date_expressions").by_source
    published: Mapping[str, Edtf] = flow.value("date_expressions").published
    here = {
        source: one for one in documents.values() if (source := sources.get(one.original.sha256)) is not None
    }
    judged = []
    for event in events:
        document = here.get(event.source)
        if document is None:
            judged.append(DatedEvent(event, None, None, (), ()))
            continue
        if (there := event.span.of(document.text)) != event.surface:
            raise UnreadableGold(f"{event.source}:{event.span.start} has {there!r}, not {event.surface!r}")
        looked_at = _with_status(event, published.get(document.source))
        judged.append(judge(looked_at, document, dates.get(document.source, ())))
    read = [one for document in here.values() for one in dates.get(document.source, ())]
    return OfDates(
        digest,
        tuple(sorted(ends.keys() - here.keys())),
        tuple(judged),
        len(read),
        sum(one.edtf is None for one in read),
    )


def _with_status(event: GoldEvent, published: Edtf | None) -> GoldEvent:
    """An event with what its text's own date tells: what lies behind it is announced."""
    best = _readable(event.accepted[0])
    late = best is not None and published is not None and best.first > published.last
    if not late or event.is_announced:
        return event
    return GoldEvent(
        event.id,
        event.label,
        event.source,
        event.span,
        event.surface,
        event.accepted,
        event.rests_elsewhere,
        is_announced=True,
    )


def judge(event: GoldEvent, document: Document, expressions: Iterable[DateExpression]) -> DatedEvent:
    """The expressions beside an event, and the one that is right: in its span, its sentences, its paragraph."""
    accepted = {meaning(one) for one in event.accepted}
    scopes = _scopes(event.span, document)
    all_of_them = tuple(expressions)
    in_span = tuple(one for one in all_of_them if event.span.overlaps(one.span))
    narrowest = max(map(width, event.accepted)) if UNKNOWN in event.accepted else None
    least = min(map(width, event.accepted)) if narrowest is None else narrowest
    too_precise = tuple(
        one
        for one in in_span
        if one.edtf is not None
        and width(one.edtf.written) < least
        and meaning(one.edtf.written) not in accepted
    )
    seen: tuple[DateExpression, ...] = ()
    first_scope = None
    for scope, stretch in scopes.items():
        found = tuple(one for one in all_of_them if stretch.overlaps(one.span))
        if found and first_scope is None:
            first_scope, seen = scope, found
        for one in found:
            if meaning(one.edtf.written if one.edtf else UNKNOWN) in accepted:
                return DatedEvent(event, one, scope, found, too_precise)
    return DatedEvent(event, None, first_scope, seen, too_precise)


def _scopes(span: Span, document: Document) -> dict[str, Span]:
    """The stretches in which an event's date is looked for, the narrowest first."""
    segment = document.segment_at(span.start)
    if segment is None:
        return {"span": span}
    sentences = [one for one in find_sentences(document.text, segment.span) if one.overlaps(span)]
    whole = (
        Span(min(one.start for one in sentences), max(one.end for one in sentences)) if sentences else span
    )
    return {"span": span, "sentence": whole, "paragraph": segment.span}


def read_events(folder: Path) -> tuple[tuple[GoldEvent, ...], str]:
    """The events of an annotation, and a digest of the file.

    Raises:
        UnreadableGold: the file is missing, or a line lacks what it needs.
    """
    try:
        data = (folder / FILE).read_bytes()
        lines = data.decode("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise UnreadableGold(f"{folder} holds no annotation that can be read: {fault}") from None
    events = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                events.append(_event(json.loads(line)))
            except (KeyError, TypeError, ValueError) as fault:
                raise UnreadableGold(f"line {number} of {FILE} lacks something: {fault!r}") from None
    return tuple(events), digest_of_files([(FILE, data)])


def _event(row: Mapping[str, Any]) -> GoldEvent:
    accepted = (row["date"], *row.get("accept_dates", ()))
    for written in accepted:
        if meaning(written) is None:
            raise ValueError(f"{written!r} is no EDTF")
    said = " ".join(str(row.get(key) or "") for key in ("precision", "basis", "explanation"))
    return GoldEvent(
        row["id"],
        row["label"],
        row["source"],
        Span(row["start"], row["end"]),
        row["surface"],
        accepted,
        bool(row.get("needs_cross_source")) or _ELSEWHERE.search(row.get("basis") or "") is not None,
        _ANNOUNCED.search(said) is not None,
    )


Meaning = tuple[str, tuple[tuple[Any, ...], ...]]


def meaning(written: str) -> Meaning | None:
    """What an EDTF date means, equal for two writings of the same; None for what is none.

    >>> meaning("?2013") == meaning("2013?"), meaning("[..2010]") == meaning("../2010")
    (True, False)
    """
    if written == UNKNOWN:
        return (UNKNOWN, ())
    shape, parts = _taken_apart(written)
    read = [_readable(part) for part in parts]
    if not parts or any(one is None for part, one in zip(parts, read, strict=True) if part):
        return None
    return (
        shape,
        tuple((one.first, one.last, one.uncertain, one.approximate) if one else () for one in read),
    )


def _taken_apart(written: str) -> tuple[str, list[str]]:
    """The brackets or the slash of a date, and its ends or members; an open end is empty."""
    inner = written.strip("[]{}")
    shape = written[:1] if written[:1] in "[{" else ""
    if "/" in inner:
        return "/", ["" if part in {"", ".."} else part for part in inner.split("/")]
    if ".." in inner:
        return f"{shape}..", inner.split("..")
    return shape, [part.strip() for part in inner.split(",")]


def _readable(written: str) -> Edtf | None:
    try:
        return Edtf.parse(written)
    except UnreadableDate:
        return None


def width(written: str) -> float:
    """How many days a date leaves open; endless where an end is, or where nothing is told."""
    _, parts = _taken_apart(written)
    read = [_readable(part) for part in parts if part]
    known = [one for one in read if one is not None]
    if (
        written == UNKNOWN
        or "" in parts
        or not known
        or known[0].first in {EARLIEST}
        or known[-1].last == LATEST
    ):
        return math.inf
    first, last = known[0].first, known[-1].last
    if first[0] == 0:
        return math.inf
    return (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + (last[2] - first[2])
