"""The archive's own events against an annotation: which of the annotated ones it has, and how it dates them.

An annotated event is in the archive where a pointer of one of the archive's events leads into its words, or
into words that the annotation names as further evidence of it. Of several such events one that is dated
rightly is enough: a sentence may tell of more than one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from evaluation.date_meaning import UNKNOWN, days_left_open, meaning
from evaluation.dated_event import GoldEvent
from evaluation.figures import Ratio, Tally
from evaluation.floors import Figures, share_kept
from plugins.archive.entity import Event
from plugins.archive.span import Pointer

HAD = "annotated events that the archive has"
RIGHT = "the archive’s dates, right"
TOO_PRECISE = "the archive’s dates, too precise"
TOO_SOON = "announced, which the archive shows as happened"

ANNOUNCED = "announced"
"""The status of an event that is still to come."""


@dataclass(frozen=True, slots=True)
class OwnEvents:
    """The archive's events that rest on the words of an annotated one, in the order of the timeline."""

    event: GoldEvent
    events: tuple[Event, ...] = ()

    @property
    def right(self) -> Event | None:
        """The first that has an accepted date; one without a date where none can be told."""
        accepted = {meaning(one) for one in self.event.accepted}
        return next((one for one in self.events if meaning(written(one)) in accepted), None)

    @property
    def too_precise(self) -> bool:
        """Whether none is right, and one says more than any accepted date."""
        least = min(map(days_left_open, self.event.accepted))
        return self.right is None and any(days_left_open(written(one)) < least for one in self.events)

    @property
    def is_shown_too_soon(self) -> bool:
        """Whether what its text only announces is told as a fact."""
        shown = self.right is not None and self.right.status != ANNOUNCED
        return self.event.is_announced and shown


def written(event: Event) -> str:
    """The date of an event as EDTF."""
    return event.date.written if event.date else UNKNOWN


def own_events(event: GoldEvent, events: Sequence[Event], sources: Mapping[str, str]) -> OwnEvents:
    """The archive's events for an annotated one; ``sources`` are the annotation's names by those of ours."""
    return OwnEvents(event, tuple(one for one in events if _rests_on(event, _pointers(one), sources)))


def _pointers(event: Event) -> Iterable[Pointer]:
    return (claim.pointer for claim in event.claims if claim.pointer is not None)


def _rests_on(event: GoldEvent, pointers: Iterable[Pointer], sources: Mapping[str, str]) -> bool:
    return any(
        pointer.span is not None and sources.get(pointer.source) == source and pointer.span.overlaps(span)
        for pointer in pointers
        for source, span in event.evidence
    )


def counts_of_own(measured: Sequence[OwnEvents]) -> Tally:
    """The counts, by what was counted."""
    had = [one for one in measured if one.events]
    announced = [one for one in had if one.event.is_announced and one.right is not None]
    return {
        HAD: Ratio(len(had), len(measured)),
        RIGHT: Ratio(sum(one.right is not None for one in had), len(had)),
        TOO_PRECISE: Ratio(sum(one.too_precise for one in had), len(had)),
        TOO_SOON: Ratio(sum(one.is_shown_too_soon for one in announced), len(announced)),
    }


def figures_of_own(counts: Tally) -> Figures:
    """What the archive's own events could be held to."""
    return {
        HAD: share_kept(counts[HAD]),
        RIGHT: share_kept(counts[RIGHT]),
        "the archive’s dates, not too precise": share_kept(counts[TOO_PRECISE].rest),
        "announced, which the archive shows as announced": share_kept(counts[TOO_SOON].rest),
    }
