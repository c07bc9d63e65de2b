"""Dates in texts against the events of an annotation: which are right, too precise, or facts too soon.

Measured are the dates that the archive reads in the texts, and those that its own events have
(``archive_events.py``).

The annotation's folder holds ``events.jsonl``, one object a line: ``id``, ``label``, ``source``, ``start``,
``end``, ``surface``, ``date`` and ``accept_dates`` (EDTF), ``precision``, ``basis``, ``explanation``,
``more_evidence`` (further passages), and ``needs_cross_source`` where the date rests on other texts too.

Where the accepted dates include ``XXXX``, leaving the event undated is right: then neither its own words nor
its sentence may be given a date, or what stands there must stay words. Such events are counted among those
that are right, and by themselves, so that nobody takes silence for reading.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from evaluation.annotated import sources_by_digest
from evaluation.archive_events import OwnEvents, counts_of_own, figures_of_own, own_events
from evaluation.date_meaning import UNKNOWN, days_left_open, meaning
from evaluation.dated_event import GoldEvent
from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors, share_kept
from evaluation.gold import UnreadableGold, digest_of_files
from plugins.archive.assemble import Archive
from plugins.archive.date_expression import DateExpression, DateStatus
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.dates.texts import DatesOfTexts
from plugins.quotations.sentences import find_sentences
from plugins.stages import archive_flow

FILE = "events.jsonl"

ALONE = "right, of what a text tells alone"
ELSEWHERE = "right, of what needs other texts"
UNDATED = "right, left undated"
TOO_SOON = "announced, shown as happened"

_ANNOUNCED = re.compile(r"\b(?:planned|plan|forecast|future tense|announced)\b", re.IGNORECASE)
"""Words of a row that say that its text looks ahead."""

_RESTS_ELSEWHERE = re.compile(r"cross-source|other sources", re.IGNORECASE)
"""Words of a row’s basis that say that its date rests on other texts."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What was found for an event: ``match`` is an expression that is right, None where there is none.

    ``scope`` is the narrowest of span, sentence and paragraph in which the match stands, or else in which
    anything was found; ``found`` is what stands there. ``too_precise`` are expressions in the event's own
    span. ``is_without_date`` says that nothing in its sentences came to a date.
    """

    event: GoldEvent
    match: DateExpression | None = None
    scope: str | None = None
    found: tuple[DateExpression, ...] = ()
    too_precise: tuple[DateExpression, ...] = ()
    is_without_date: bool = False

    @property
    def is_right(self) -> bool:
        return self.match is not None or self.is_left_undated

    @property
    def is_left_undated(self) -> bool:
        """Whether it has no date, and that is right."""
        is_open = self.match is None or self.match.edtf is None
        return is_open and self.is_without_date and UNKNOWN in self.event.accepted

    @property
    def is_shown_too_soon(self) -> bool:
        """Whether what the text announces stands there as a fact."""
        shown = self.match is not None and self.match.status is not DateStatus.ANNOUNCED
        return self.event.is_announced and shown


@dataclass(frozen=True)
class OfDates:
    """One measurement. ``absent`` are texts of the annotation that the archive does not hold.

    ``expressions`` counts what was found in the annotated texts, ``unresolved`` how much of it stays words.
    ``own`` are the archive's own events for those of the annotation.
    """

    digest: str
    absent: tuple[str, ...]
    events: tuple[DatedEvent, ...]
    expressions: int
    unresolved: int
    own: tuple[OwnEvents, ...] = ()

    @property
    def counts(self) -> Tally:
        """The counts, by what was counted."""
        right = [one for one in self.events if one.is_right]
        announced = [one for one in right if one.event.is_announced]
        return {
            ALONE: _right(one for one in self.events if not one.event.rests_elsewhere),
            ELSEWHERE: _right(one for one in self.events if one.event.rests_elsewhere),
            "right": _right(self.events),
            UNDATED: Ratio(sum(one.is_left_undated for one in right), len(right)),
            **{
                f"right, in the event’s {scope}": Ratio(
                    sum(one.match is not None and one.scope == scope for one in right), len(right)
                )
                for scope in ("span", "sentence", "paragraph")
            },
            "too precise": Ratio(sum(bool(one.too_precise) for one in self.events), len(self.events)),
            TOO_SOON: Ratio(sum(one.is_shown_too_soon for one in announced), len(announced)),
            "left in words": Ratio(self.unresolved, self.expressions),
        }


def floors_of_dates(measured: OfDates) -> Floors:
    """What the annotation could be held to, after this measurement."""
    counts = measured.counts
    figures = {
        ALONE: share_kept(counts[ALONE]),
        "right": share_kept(counts["right"]),
        "not too precise": share_kept(counts["too precise"].rest),
        "announced, shown as announced": share_kept(counts[TOO_SOON].rest),
    }
    own = figures_of_own(counts_of_own(measured.own))
    return Floors(measured.digest, {"dates": figures, "the archive’s events": own})


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
    wanted = {one.source: 0 for one in events}
    sources = sources_by_digest(wanted, libraries)
    flow = archive_flow(settings)
    documents: Mapping[str, Document] = flow.sound_value("documents").by_id
    dates: DatesOfTexts = flow.sound_value("date_expressions")
    archive: Archive = flow.sound_value("archive")
    here = {
        source: one for one in documents.values() if (source := sources.get(one.original.sha256)) is not None
    }
    read = [one for document in here.values() for one in dates.by_source[document.source]]
    judged = tuple(_judge_in(event, here.get(event.source), dates) for event in events)
    names = {document.source: source for source, document in here.items()}
    return OfDates(
        digest,
        tuple(sorted(wanted.keys() - here.keys())),
        judged,
        len(read),
        sum(one.edtf is None for one in read),
        tuple(own_events(one.event, archive.events, names) for one in judged),
    )


def _judge_in(event: GoldEvent, document: Document | None, dates: DatesOfTexts) -> DatedEvent:
    if document is None:
        return DatedEvent(event)
    if (there := event.span.of(document.text)) != event.surface:
        raise UnreadableGold(f"{event.source}:{event.span.start} has {there!r}, not {event.surface!r}")
    known = with_status(event, dates.published.get(document.source))
    return judge(known, document, dates.by_source[document.source])


def with_status(event: GoldEvent, published: Edtf | None) -> GoldEvent:
    """An event that is announced if the date of its own text is the earlier one."""
    try:
        best = Edtf.parse(event.accepted[0])
    except UnreadableDate:
        return event
    is_later = published is not None and best.first > published.last
    return replace(event, is_announced=event.is_announced or is_later)


def judge(event: GoldEvent, document: Document, expressions: Sequence[DateExpression]) -> DatedEvent:
    """The expressions beside an event, and one that is right: in its span, its sentences, its paragraph."""
    accepted = {meaning(one) for one in event.accepted}
    too_precise = tuple(
        one
        for one in expressions
        if one.span.overlaps(event.span) and meaning(_written(one)) not in accepted and _exceeds(one, event)
    )
    scopes = dict(_scopes(event.span, document))
    sentences = scopes.get("sentence", event.span)
    is_without_date = not any(one.edtf is not None and sentences.overlaps(one.span) for one in expressions)
    nothing = DatedEvent(event, too_precise=too_precise, is_without_date=is_without_date)
    for scope, stretch in scopes.items():
        found = tuple(one for one in expressions if stretch.overlaps(one.span))
        match = next((one for one in found if meaning(_written(one)) in accepted), None)
        if match is not None:
            return replace(nothing, match=match, scope=scope, found=found)
        if found and nothing.scope is None:
            nothing = replace(nothing, scope=scope, found=found)
    return nothing


def _exceeds(one: DateExpression, event: GoldEvent) -> bool:
    """Whether a date is more precise than every accepted one."""
    return days_left_open(_written(one)) < min(map(days_left_open, event.accepted))


def _written(one: DateExpression) -> str:
    return one.edtf.written if one.edtf else UNKNOWN


def _scopes(span: Span, document: Document) -> Iterator[tuple[str, Span]]:
    """The stretches in which an event's date is looked for, the narrowest first."""
    yield "span", span
    segment = document.segment_at(span.start)
    if segment is not None:
        sentences = [one for one in find_sentences(document.text, segment.span) if one.overlaps(span)]
        if sentences:
            yield "sentence", Span(sentences[0].start, sentences[-1].end)
        yield "paragraph", segment.span


def read_events(folder: Path) -> tuple[tuple[GoldEvent, ...], str]:
    """The events of an annotation, and a digest of their file.

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
            raise ValueError(f"{written!r} is no EDTF date")
    said = " ".join(str(row.get(key) or "") for key in ("precision", "basis", "explanation"))
    rests_elsewhere = bool(row.get("needs_cross_source")) or _RESTS_ELSEWHERE.search(row.get("basis") or "")
    return GoldEvent(
        row["id"],
        row["label"],
        row["source"],
        Span(row["start"], row["end"]),
        row["surface"],
        accepted,
        bool(rests_elsewhere),
        _ANNOUNCED.search(said) is not None,
        tuple((one["source"], Span(one["start"], one["end"])) for one in row.get("more_evidence") or ()),
    )
