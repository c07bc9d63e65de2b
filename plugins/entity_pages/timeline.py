"""The timeline of an archive: its events by phase, what was only announced apart, and what nobody dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Event, Kind
from plugins.authority.schema import PHASES
from plugins.claims.dated_passages import UNSORTED
from plugins.entity_pages.drawn_dates import drawn_date
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.timeline_drawing import TALL, WIDE, draw_timeline
from plugins.entity_pages.timeline_views import Choice, Filter, Timeline, TimelinePhase, UndatedPhase
from plugins.entity_pages.views import EventRow

HAPPENED = "happened"

PHASE_LABELS = {
    "background": "Before the film",
    "development": "Development",
    "preparation": "Preparation",
    "shooting": "Shooting",
    "post-production": "Post-production",
    "recasting": "Recasting",
    "release": "Release",
    "reception": "Reception",
    UNSORTED: "Read in the texts",
}

ALL_PHASES = (*PHASES, UNSORTED)

STATUS_LABELS = {"happened": "Happened", "announced": "Announced only", "cancelled": "Called off"}


def build_timeline(facts: PageFacts) -> Timeline:
    """All events of the archive. Notes are numbered in the order in which the lists are printed."""
    by_phase: dict[str, list[Event]] = defaultdict(list)
    for event in facts.site.archive.events:
        by_phase[event.phase].append(event)
    drawn = [(phase, PHASE_LABELS[phase], by_phase[phase]) for phase in ALL_PHASES if by_phase[phase]]
    phases = tuple(
        TimelinePhase(phase, label, *(_rows(facts, events, one) for one in (_is_past, _is_planned)))
        for phase, label, events in drawn
        if any(map(_tells_its_year, events))
    )
    undated = tuple(
        UndatedPhase(label, _rows(facts, events, _is_undated))
        for _, label, events in drawn
        if any(map(_is_undated, events))
    )
    rows = [row for one in phases for row in (*one.happened, *one.planned)]
    rows += [row for one in undated for row in one.rows]
    says = {row.ref.id: _said(row) for row in rows}
    wide, tall = (draw_timeline(drawn, says, form) for form in (WIDE, TALL))
    return Timeline(phases, undated, tuple(_filters(rows, facts)), wide, tall)


def _rows(
    facts: PageFacts, events: Iterable[Event], belongs: Callable[[Event], bool]
) -> tuple[EventRow, ...]:
    return tuple(facts.event_row(one) for one in events if belongs(one))


def _tells_its_year(event: Event) -> bool:
    return drawn_date(event.date) is not None


def _is_undated(event: Event) -> bool:
    return not _tells_its_year(event)


def _is_past(event: Event) -> bool:
    return _tells_its_year(event) and event.status == HAPPENED


def _is_planned(event: Event) -> bool:
    return _tells_its_year(event) and event.status != HAPPENED


def _said(row: EventRow) -> str:
    """An event and its date in words, as a mark of the drawing says them."""
    said = f"{row.ref.name}: {row.date.words if row.date else 'no date recorded'}"
    return said if row.status == HAPPENED else f"{said}, {STATUS_LABELS[row.status].lower()}"


def _filters(rows: Sequence[EventRow], facts: PageFacts) -> Iterator[Filter]:
    """What the timeline can be narrowed down by; a filter with a single choice is none."""
    sources = Counter(source for row in rows for source in row.sources)
    known = facts.site.refs(sorted(sources))
    found = (
        Filter("who", "Who and what", tuple(_takers_part(rows, facts))),
        Filter("source", "Source", tuple(Choice(one.id, one.name, sources[one.id]) for one in known)),
        Filter("phase", "Phase", tuple(_counted((row.phase for row in rows), PHASE_LABELS))),
        Filter("status", "Status", tuple(_counted((row.status for row in rows), STATUS_LABELS))),
    )
    return (one for one in found if len(one.choices) > 1)


def _counted(values: Iterable[str], labels: dict[str, str]) -> Iterator[Choice]:
    counts = Counter(values)
    return (Choice(value, label, counts[value]) for value, label in labels.items() if counts[value])


def _takers_part(rows: Sequence[EventRow], facts: PageFacts) -> Iterator[Choice]:
    """Who and what takes part, by kind and in the order of an index; the film itself always does."""
    film = facts.site.film.id if facts.site.film else None
    counts = Counter(ref for row in rows for ref in row.takers_part if ref.id != film)
    entities = facts.site.archive.entities
    for heading, kinds in _HEADINGS.items():
        here = [ref for ref in counts if entities[ref.id].kind in kinds]
        for ref in sorted(here, key=lambda one: (filed_under(entities[one.id].sort_name), one.id)):
            yield Choice(ref.id, ref.name, counts[ref], heading)


_HEADINGS: dict[str, frozenset[Kind]] = {
    "People": frozenset({Kind.PERSON}),
    "Bands and companies": frozenset({Kind.ORGANISATION}),
    "Characters": frozenset({Kind.CHARACTER}),
    "Works": frozenset({Kind.WORK}),
    "Places": frozenset({Kind.PLACE}),
}
"""The headings in the list of who and what takes part."""
