"""Infoboxes, credits and events of one page, each line with what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.claim import Claim
from plugins.archive.entity import Credit, Event
from plugins.archive.relation import Comparison
from plugins.claims.front_matter import SOURCE_PROPERTIES
from plugins.entity_pages.differing import ADDRESS as DISAGREEMENTS
from plugins.entity_pages.differing import is_open, word_for
from plugins.entity_pages.drawn_dates import drawn_date
from plugins.entity_pages.notes import NoteBook
from plugins.entity_pages.site import Site, date_words
from plugins.entity_pages.views import (
    CreditGroup,
    CreditRow,
    Difference,
    EventRow,
    Fact,
    FactValue,
    Point,
)
from plugins.entity_pages.witnesses import witnesses

CAST = "cast"
"""The role of everybody who plays a part."""

CREW_ORDER = (
    "director",
    "screenwriter",
    "writer",
    "producer",
    "executive producer",
    "cinematographer",
    "production designer",
    "editor",
    "composer",
    "score",
)
"""Jobs in the order of a film's credits; all others follow, by name."""


@dataclass(frozen=True)
class PageFacts:
    """Builds the lines of one page. ``url`` is the page's own address, for links in values."""

    site: Site
    notes: NoteBook
    url: str

    def facts(self, subject: str) -> tuple[Fact, ...]:
        """The properties of a subject in the order in which its record states them."""
        properties = self.site.archive.facts.get(subject, {})
        order = [entry.get("property") for entry in self.site.record(subject).items("facts")]
        names = sorted(
            properties, key=lambda name: (order.index(name) if name in order else len(order), name)
        )
        return tuple(
            self._fact(name, properties[name]) for name in names if not _is_record(name, subject, self.site)
        )

    def _fact(self, name: str, claims: tuple[Claim, ...]) -> Fact:
        by_value: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            by_value[claim.value, claim.standing].append(claim)
        found = self.site.relations.about(claims[0].subject, name)
        settled = (
            {claim.id for place in found.settled for claim in found.sides[place].claims} if found else ()
        )
        values = tuple(
            FactValue(
                html=self.site.value(value, self.url),
                witnesses=witnesses(group, self.site),
                status=status,
                note=next((claim.note for claim in group if claim.note), None) or _correction_of(group),
                cited=self.notes.cite(group),
                is_settled=any(claim.id in settled for claim in group),
            )
            for (value, status), group in by_value.items()
        )
        # What only differs from another property is no difference among the values of this one.
        differs = found if found and found.differs and len(values) > 1 else None
        return Fact(name, label_of(name), values, self._difference(differs) if differs else None)

    def _difference(self, comparison: Comparison) -> Difference:
        return Difference(
            word=word_for(comparison),
            url=f"{DISAGREEMENTS}#{self.site.anchors[comparison.topic]}",
            is_open=is_open(comparison),
            is_settled=bool(comparison.settled),
        )

    def credit_row(self, credit: Credit) -> CreditRow:
        return CreditRow(
            person=self.site.ref(credit.person),
            work=self.site.ref(credit.work),
            role=credit.role,
            character=self.site.ref(credit.character) if credit.character else None,
            part=credit.part,
            status=credit.status,
            mode=credit.mode,
            note=credit.note,
            cited=self.notes.cite(credit.claims),
        )

    def _credits_with(self, entity: str) -> tuple[Credit, ...]:
        return self.site.archive.credits_with.get(entity, ())

    def cast(self, work: str) -> tuple[CreditRow, ...]:
        """The cast of a work: parts that stayed first, and of each part its final performer first."""
        parts = [one for one in self._credits_with(work) if one.work == work and one.role == CAST]
        strength = {one.character or one.person: 0 for one in parts}
        for one in parts:
            strength[one.character or one.person] += len(one.claims)
        parts.sort(
            key=lambda one: (
                -strength[one.character or one.person],
                one.character or one.person,
                one.status != "final",
                one.person,
            )
        )
        return tuple(self.credit_row(one) for one in parts)

    def crew(self, work: str) -> tuple[CreditGroup, ...]:
        """Everybody else on a work, by job."""
        by_role: dict[str, list[Credit]] = defaultdict(list)
        for one in self._credits_with(work):
            if one.work == work and one.role != CAST:
                by_role[one.role].append(one)
        roles = sorted(by_role, key=lambda role: (_crew_place(role), role))
        return tuple(
            CreditGroup(role.capitalize(), tuple(self.credit_row(one) for one in by_role[role]))
            for role in roles
        )

    def credits_of(self, person: str) -> tuple[CreditGroup, ...]:
        """The works of a person, the archive's film first, then by name."""
        by_work: dict[str, list[Credit]] = defaultdict(list)
        for one in self._credits_with(person):
            if one.person == person:
                by_work[one.work].append(one)
        film = self.site.film.id if self.site.film else None
        works = sorted(
            by_work, key=lambda work: (work != film, self.site.archive.entities[work].sort_name.casefold())
        )
        return tuple(
            CreditGroup(self.site.ref(work).name, tuple(self.credit_row(one) for one in by_work[work]))
            for work in works
        )

    def performers(self, character: str) -> tuple[CreditRow, ...]:
        """Who played a character, in the order of the character's record."""
        order = [entry.get("person") for entry in self.site.record(character).items("performed-by")]
        parts = [one for one in self._credits_with(character) if one.character == character]
        parts.sort(
            key=lambda one: (order.index(one.person) if one.person in order else len(order), one.person)
        )
        return tuple(self.credit_row(one) for one in parts)

    def event_row(self, event: Event) -> EventRow:
        return EventRow(
            ref=self.site.ref(event.id),
            date=date_words(event.date),
            status=event.status,
            phase=event.phase,
            basis=event.basis,
            derivation=event.derivation,
            people=self.site.refs(event.people),
            characters=self.site.refs(event.characters),
            works=self.site.refs(event.works),
            place=self.site.ref(event.place) if event.place in self.site.archive.entities else None,
            summary=event.summary,
            shape=drawn.shape.value if (drawn := drawn_date(event.date)) else "undated",
            sources=tuple(dict.fromkeys(one.pointer.source for one in event.claims if one.pointer)),
            quote=event.claims[0].original if self.site.archive.entities[event.id].is_stub else None,
            cited=self.notes.cite(event.claims),
        )

    def events_with(self, entity: str) -> tuple[EventRow, ...]:
        """The events that an entity takes part in, in the order of the timeline."""
        return tuple(self.event_row(event) for event in self.site.archive.events_with.get(entity, ()))

    def points(self, source: str, name: str) -> tuple[Point, ...]:
        """What a review praises or minds, in the order of its record."""
        return tuple(self.point(claims) for claims in self.point_claims(source, name))

    def point(self, claims: tuple[Claim, ...]) -> Point:
        """One point, whose passages are claims of the same value."""
        return Point(self.site.line(claims[0].value, self.url), self.notes.cite(claims))

    def point_claims(self, source: str, name: str) -> tuple[tuple[Claim, ...], ...]:
        """The claims of each point of a review, in the order of its record."""
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.site.archive.claims_about.get(source, ()):
            if claim.property == name:
                claims[claim.value].append(claim)
        written = [entry.get("point") for entry in self.site.record(source).items(name)]
        return tuple(tuple(claims[value]) for value in written if value in claims)


def _correction_of(group: Iterable[Claim]) -> str | None:
    """The remark on a value that its own source has corrected."""
    corrected = next((claim.corrected_by for claim in group if claim.corrected_by), None)
    return f"Corrected by its publisher, paragraph {corrected.paragraph}." if corrected else None


def label_of(name: str) -> str:
    """A property as a label: ``running-time`` is “Running time”, ``relation-to-Theodore`` keeps its name."""
    return name[:1].upper() + name[1:].replace("-", " ")


def _is_record(name: str, subject: str, site: Site) -> bool:
    """Whether a property of a source is part of its record, which its page prints by itself."""
    return site.record(subject).folder == "sources" and name in SOURCE_PROPERTIES


def _crew_place(role: str) -> int:
    return CREW_ORDER.index(role) if role in CREW_ORDER else len(CREW_ORDER)
