"""Claims folded into an archive. Nothing is dropped: values that differ stand side by side."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from plugins.archive.annotation import Link
from plugins.archive.claim import Claim
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Credit, Entity, Event, Kind

T = TypeVar("T", Claim, Credit, Event, Link)

CREDIT_ORDER = ("final", "announced", "uncredited", "replaced", "cut", "consulted")
"""Of several statuses that claims give one credit, the first of these is its status now."""

NO_FACTS = frozenset({"credit", "date", "event", "note", "praises", "minds", "verdict"})
"""Properties with a place of their own; the others are facts of an infobox."""


@dataclass(frozen=True)
class Archive:
    """Everything that pages, data and search are made from."""

    entities: dict[str, Entity]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    credits: tuple[Credit, ...]
    events: tuple[Event, ...]

    @cached_property
    def facts(self) -> dict[str, dict[str, tuple[Claim, ...]]]:
        """Claims by subject and property; both, and the values, in the order of first writing."""
        found: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
        for claim in self.claims:
            if claim.property not in NO_FACTS:
                found[claim.subject][claim.property].append(claim)
        return {
            subject: {name: tuple(claims) for name, claims in properties.items()}
            for subject, properties in found.items()
        }

    @cached_property
    def claims_about(self) -> dict[str, tuple[Claim, ...]]:
        """The claims in which an entity takes part, whether as their subject or otherwise."""
        return _grouped((one, claim) for claim in self.claims for one in (claim.subject, *claim.about))

    @cached_property
    def claims_from(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that rest on each source."""
        return _grouped((claim.pointer.source, claim) for claim in self.claims if claim.pointer is not None)

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        return {one.id: one for one in self.events}

    @cached_property
    def events_with(self) -> dict[str, tuple[Event, ...]]:
        """The events that each entity takes part in, in the order of the timeline."""
        return _grouped(
            (one, event)
            for event in self.events
            for one in (*event.people, *event.characters, *event.works, event.place)
            if one is not None
        )

    @cached_property
    def credits_with(self) -> dict[str, tuple[Credit, ...]]:
        """The credits in which each entity stands, as the work, the person or the character."""
        return _grouped(
            (one, credit)
            for credit in self.credits
            for one in (credit.work, credit.person, credit.character)
            if one is not None
        )

    @cached_property
    def links_to(self) -> dict[str, tuple[Link, ...]]:
        """The mentions of each entity, in the order of sources and offsets."""
        return _grouped((link.entity, link) for link in self.links)

    @cached_property
    def links_in(self) -> dict[str, tuple[Link, ...]]:
        """The mentions in each source, in the order of offsets."""
        return _grouped((link.source, link) for link in self.links)

    def of(self, *kinds: Kind) -> tuple[Entity, ...]:
        """The entities of some kinds, in the order of an index."""
        chosen = (entity for entity in self.entities.values() if entity.kind in kinds)
        return tuple(sorted(chosen, key=lambda one: (filed_under(one.sort_name), one.id)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    """What stands under each id, in the order of the pairs and each thing once."""
    found: dict[str, dict[T, None]] = defaultdict(dict)
    for one, thing in pairs:
        found[one][thing] = None
    return {one: tuple(things) for one, things in found.items()}


def filed_under(sort_name: str) -> str:
    """A name as an index files it: letters without their accents, capitals as small ones."""
    letters = unicodedata.normalize("NFKD", sort_name)
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold()


def assemble(entities: Iterable[Entity], claims: Iterable[Claim], links: Iterable[Link]) -> Archive:
    """The archive that the claims add up to."""
    by_id = {entity.id: entity for entity in entities}
    all_claims = tuple(claims)
    return Archive(
        entities=by_id,
        claims=all_claims,
        links=tuple(links),
        credits=_fold_credits(all_claims),
        events=_fold_events(by_id, all_claims),
    )


def _fold_credits(claims: tuple[Claim, ...]) -> tuple[Credit, ...]:
    """One credit for each work, person and part; where it says only ``cast``, for each role."""
    grouped: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        person, role = claim.qualifier("person"), claim.qualifier("role")
        if claim.property == "credit" and person and role:
            part = claim.qualifier("character") or claim.qualifier("character-name") or ""
            grouped[claim.subject, person, role, part].append(claim)
    return tuple(
        _credit(work, person, role, group) for (work, person, role, _), group in sorted(grouped.items())
    )


def _credit(work: str, person: str, role: str, claims: list[Claim]) -> Credit:
    by_people = [claim for claim in claims if claim.status in CREDIT_ORDER] or claims
    statuses = sorted({one.status for one in by_people if one.status in CREDIT_ORDER}, key=CREDIT_ORDER.index)
    return Credit(
        work=work,
        person=person,
        role=role,
        character=claims[0].qualifier("character"),
        part=claims[0].qualifier("character-name"),
        status=statuses[0] if statuses else "final",
        mode=next((mode for one in claims if (mode := one.qualifier("mode"))), None),
        note=next((one.note for one in claims if one.note), None),
        claims=tuple(claims),
    )


def _fold_events(entities: dict[str, Entity], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """The events in the order of their dates, undated ones last."""
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        subject = entities.get(claim.subject)
        if claim.property in {"date", "event"} and subject is not None and subject.kind is Kind.EVENT:
            grouped[claim.subject].append(claim)
    events = [_event(entities[subject], group, entities) for subject, group in grouped.items()]
    return tuple(sorted(events, key=_event_order))


def _event_order(event: Event) -> tuple[object, ...]:
    return (event.date is None, *(event.date.order if event.date else ()), event.id)


def _event(entity: Entity, claims: list[Claim], entities: dict[str, Entity]) -> Event:
    first = claims[0]
    about = dict.fromkeys(one for claim in claims for one in claim.about if one in entities)
    return Event(
        id=entity.id,
        name=entity.name,
        date=_date(first),
        status=first.status,
        phase=first.qualifier("phase") or "background",
        basis=first.qualifier("basis") or "stated",
        derivation=first.qualifier("derivation"),
        people=_of_kind(about, entities, Kind.PERSON) + _performers(about, entities, first),
        characters=_of_kind(about, entities, Kind.CHARACTER),
        works=_of_kind(about, entities, Kind.WORK),
        place=first.qualifier("place"),
        summary=entity.summary,
        claims=tuple(claims),
    )


def _date(claim: Claim) -> Edtf | None:
    if claim.property != "date":
        return None
    try:
        return Edtf.parse(claim.value)
    except UnreadableDate:
        return None


def _of_kind(ids: Iterable[str], entities: dict[str, Entity], kind: Kind) -> tuple[str, ...]:
    return tuple(one for one in ids if entities[one].kind is kind)


def _performers(ids: Iterable[str], entities: dict[str, Entity], claim: Claim) -> tuple[str, ...]:
    """Bands and companies that take part like people; the place of an event is none of them."""
    return tuple(one for one in _of_kind(ids, entities, Kind.ORGANISATION) if one != claim.qualifier("place"))
