"""The timeline of an archive: its events by phase, what was only announced apart, and what nobody dates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Event, Kind
from plugins.authority.choices import PHASES
from plugins.claims.dated_passages import UNSORTED
from plugins.entity_pages.draft import HOME_CRUMB, Draft
from plugins.entity_pages.drawn_dates import drawn_date
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.gathering import TIMELINE
from plugins.entity_pages.planning import PagePlan
from plugins.entity_pages.site import Site
from plugins.entity_pages.timeline_drawing import TALL, WIDE, Phase, draw_timeline
from plugins.entity_pages.timeline_views import Choice, Filter, Timeline, TimelinePhase, UndatedPhase
from plugins.entity_pages.views import EventRow, PageView, Ref

HAPPENED = "happened"

TOLD_AT_ONCE = 40
"""Events that the timeline tells whole. Of more it has dates and names, and a page for each phase tells them:
an event that is told takes twice the room and twice the bytes."""

CHOSEN_AMONG = 30
"""Names that a reader goes through to choose one."""

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
    drawn = _by_phase(facts.site)
    phases = tuple(_phase(facts, one) for one in drawn if any(map(_tells_its_year, one[2])))
    undated = tuple(_undated(facts, one) for one in drawn if any(map(_is_undated, one[2])))
    rows = [row for one in phases for row in (*one.happened, *one.planned)]
    rows += [row for one in undated for row in one.rows]
    wide, tall = (draw_timeline(drawn, form) for form in (WIDE, TALL))
    pages = {one.id: one.url for one in phase_pages(facts.site)}
    return Timeline(phases, undated, tuple(_filters(rows, facts)), wide, tall, pages)


def phase_pages(site: Site) -> tuple[Ref, ...]:
    """The pages that tell the events of one phase, in their order; none where the timeline does."""
    if len(site.archive.events) <= TOLD_AT_ONCE:
        return ()
    return tuple(
        Ref(phase, f"timeline/{phase}.html", label, Kind.PAGE.value) for phase, label, _ in _by_phase(site)
    )


def phase_plans(site: Site) -> Iterator[PagePlan]:
    """The plans of ``phase_pages``."""
    pages = phase_pages(site)
    for place, (page, phase) in enumerate(zip(pages, _by_phase(site) if pages else (), strict=True)):
        beside = (pages[place - 1] if place else None, pages[place + 1] if place + 1 < len(pages) else None)
        yield PagePlan(page.url, "phase.html", _phase_view, (page, phase, *beside), gathers=True)


def _phase_view(page: Ref, phase: Phase, before: Ref | None, after: Ref | None, site: Site) -> PageView:
    draft = Draft(page.url, site)
    dated, undated = _phase(draft.facts, phase), _undated(draft.facts, phase)
    line = "What the sources tell of it, event by event, and how each date is known."
    return PageView(
        url=page.url,
        template="phase.html",
        title=page.name,
        description=line,
        lead=line,
        crumbs=(HOME_CRUMB, TIMELINE.ref, page),
        film=draft.film,
        timeline=Timeline((dated,), (undated,) if undated.rows else ()),
        previous=before,
        next=after,
        notes=draft.notes.notes(),
    )


def _by_phase(site: Site) -> list[Phase]:
    """The phases of which anything is told, in their order, each with its events in that of their dates."""
    by_phase: dict[str, list[Event]] = defaultdict(list)
    for event in site.archive.events:
        by_phase[event.phase].append(event)
    return [(phase, PHASE_LABELS[phase], by_phase[phase]) for phase in ALL_PHASES if by_phase[phase]]


def _phase(facts: PageFacts, phase: Phase) -> TimelinePhase:
    name, label, events = phase
    return TimelinePhase(name, label, *(_rows(facts, events, one) for one in (_is_past, _is_planned)))


def _undated(facts: PageFacts, phase: Phase) -> UndatedPhase:
    name, label, events = phase
    return UndatedPhase(name, label, _rows(facts, events, _is_undated))


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
    """Who and what takes part, by kind and in the order of an index; the film itself always does.

    Of many, those of a single event are left out: their own pages lead to it.
    """
    film = facts.site.film.id if facts.site.film else None
    counts = Counter(ref for row in rows for ref in row.takers_part if ref.id != film)
    if len(counts) > CHOSEN_AMONG:
        counts = Counter({ref: count for ref, count in counts.items() if count > 1})
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
