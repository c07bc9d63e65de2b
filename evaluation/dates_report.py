"""What was measured of dates, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from evaluation.archive_events import OwnEvents, counts_of_own, written
from evaluation.dates import DatedEvent, OfDates
from evaluation.figures import Tally
from plugins.archive.date_expression import DateExpression


def dates_as_text(measured: OfDates) -> str:
    """The figures, then each event that is wrong, with what was found and how it came about."""
    lines: list[str] = []
    if measured.absent:
        lines += [f"Not at hand, so that all in them is missed: {', '.join(measured.absent)}", ""]
    lines += ["Dates of events in texts", ""]
    lines += [f"  {name:50}{ratio}" for name, ratio in measured.counts.items()]
    for title, listed in LISTS.items():
        found = [one for one in measured.events if listed(one)]
        if found:
            lines += [f"  {title} ({len(found)})", *(line for one in found for line in _lines(one))]
    if measured.own:
        lines += ["", "The archive’s own events", ""]
        lines += [f"  {name:50}{ratio}" for name, ratio in counts_of_own(measured.own).items()]
        for title, picked in OWN_LISTS.items():
            own = [one for one in measured.own if picked(one)]
            if own:
                lines += [f"  {title} ({len(own)})", *(line for one in own for line in _own_lines(one))]
    return "\n".join(lines)


LISTS: dict[str, Callable[[DatedEvent], bool]] = {
    "missed, though the text tells": lambda one: not one.is_right and not one.event.rests_elsewhere,
    "missed, for want of other texts": lambda one: not one.is_right and one.event.rests_elsewhere,
    "too precise": lambda one: bool(one.too_precise),
    "announced, shown as happened": lambda one: one.is_shown_too_soon,
}
"""The lists of events under the figures, by their titles."""


OWN_LISTS: dict[str, Callable[[OwnEvents], bool]] = {
    "not in the archive": lambda one: not one.events,
    "dated otherwise": lambda one: bool(one.events) and one.right is None,
    "announced, which the archive shows as happened": lambda one: one.is_shown_too_soon,
}
"""The lists of events under the figures of the archive's own, by their titles."""


def _own_lines(one: OwnEvents) -> Iterator[str]:
    event = one.event
    yield f"    {event.source}:{event.span.start} {event.id} {event.label}  expected {event.accepted[0]}"
    for own in one.events:
        yield f"      {own.id}: {written(own)} ({own.status}, {own.basis})"


def _lines(one: DatedEvent) -> Iterator[str]:
    event = one.event
    place = f"{event.source}:{event.span.start} {event.id} “{event.surface}”"
    yield f"    {place}  expected {event.accepted[0]}"
    if not one.found:
        yield "      no words that say when, in its span, its sentence or its paragraph"
    for found in (one.match,) if one.match else one.found:
        steps = "; ".join(step.says for step in found.derivation)
        known = f"{found.status.value}, {found.basis.value}: {steps}"
        yield f"      in its {one.scope}: “{found.quote}” {found.edtf} ({known})"


def dates_as_json(measured: OfDates) -> str:
    """The same as JSON; a share of none is null."""
    data = {
        "digest": measured.digest,
        "absent": measured.absent,
        "counts": _tally(measured.counts),
        "events": [_event(one) for one in measured.events],
        "own_counts": _tally(counts_of_own(measured.own)),
        "own_events": [_own(one) for one in measured.own],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _tally(counts: Tally) -> dict[str, Any]:
    return {name: {"part": one.part, "whole": one.whole, "share": one.share} for name, one in counts.items()}


def _own(one: OwnEvents) -> dict[str, Any]:
    return {
        "id": one.event.id,
        "right": one.right is not None,
        "too_precise": one.too_precise,
        "events": [
            {"id": own.id, "date": own.date and own.date.written, "status": own.status} for own in one.events
        ],
    }


def _event(one: DatedEvent) -> dict[str, Any]:
    return {
        "id": one.event.id,
        "source": one.event.source,
        "start": one.event.span.start,
        "accepted": one.event.accepted,
        "rests_elsewhere": one.event.rests_elsewhere,
        "announced": one.event.is_announced,
        "right": one.is_right,
        "left_undated": one.is_left_undated,
        "scope": one.scope,
        "match": _expression(one.match) if one.match else None,
        "found": [_expression(found) for found in one.found],
        "too_precise": [_expression(found) for found in one.too_precise],
    }


def _expression(one: DateExpression) -> dict[str, Any]:
    return {
        "start": one.span.start,
        "end": one.span.end,
        "quote": one.quote,
        "edtf": one.edtf.written if one.edtf else None,
        "status": one.status.value,
        "basis": one.basis.value,
        "derivation": [step.says for step in one.derivation],
    }
