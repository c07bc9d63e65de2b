"""What each page is about, as a thing of schema.org with the values that hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.archive.entity import Entity, Event, Kind
from plugins.archive.relation import Comparison, Relations
from plugins.authority.record import Records
from plugins.authority.wiki_links import page_of
from plugins.claims.assertion import Claims
from plugins.claims.credited import CAST, CREDIT
from plugins.credits.jobs import roles_of_label
from plugins.linked_data.settled import is_disputed, settled_claims
from plugins.linked_data.values import exact_date, iso_date, iso_duration
from plugins.linked_data.vocabulary import (
    AGENTS,
    CONTEXT,
    CREDITS,
    EVENT,
    FACTS,
    ORGANISATION,
    PART,
    PERSON,
    PLACE,
    REVIEW,
    TERMS,
    TYPES_OF_WORKS,
    WORK,
    Reading,
    Term,
)
from plugins.markdown_it.render import LinkTarget, find_wiki_links, plain_text

Thing = dict[str, Any]


def linked_data(archive: Archive, claims: Claims, records: Records) -> dict[str, Thing]:
    """The thing that each page is about, by the page's address; pages with nothing to say are missing.

    Stubs have none: nobody has looked yet whether there is such a thing.
    """
    things = _Things(archive, claims.relations, records)
    found: dict[str, Thing] = {}
    for entity in archive.entities.values():
        if entity.has_page and not entity.is_stub and (thing := things.of(entity)):
            found[entity.url] = {"@context": CONTEXT, **thing}
    return found


@dataclass(frozen=True)
class _Things:
    archive: Archive
    relations: Relations
    records: Records

    def of(self, entity: Entity) -> Thing | None:
        """The thing of an entity; None for kinds that schema.org does not know, and where nothing holds."""
        build = _BUILDERS.get(entity.kind)
        return build(self, entity) if build else None

    def work(self, entity: Entity) -> Thing:
        values = {**_names(entity), **self._facts(entity), **self._credits(entity)}
        return _ordered(_type_of(entity), entity, values)

    def person(self, entity: Entity) -> Thing:
        return _ordered(PERSON, entity, {**_names(entity), **self._facts(entity)})

    def event(self, entity: Entity) -> Thing | None:
        """An event that took place on a date that a text states, as exactly as it states it."""
        event = self.archive.event_by_id.get(entity.id)
        dates = self._dates(event) if event else {}
        if event is None or not dates:
            return None
        values = {"name": entity.name, **dates, **self._place(event), **self._works(event)}
        return _ordered(EVENT, entity, values)

    def source(self, entity: Entity) -> Thing:
        """A review, or another text as a work; what is not recorded of it is left out."""
        film = self.archive.entities.get(self.records.by_id[entity.id].text("film") or "")
        kind = REVIEW if entity.type == "review" else WORK
        values: Thing = {"name": entity.name}
        if film and not film.is_stub:
            values["itemReviewed" if kind == REVIEW else "about"] = self._reference(film)
        for name, term in (("author", "author"), ("outlet", "publisher")):
            if found := self._one_value(self._settled(entity.id, name), lambda value: value):
                values[term] = self._named(found)
        if published := self._one_value(self._settled(entity.id, "published"), iso_date):
            values["datePublished"] = published
        return _ordered(kind, entity, values)

    def _settled(self, subject: str, name: str) -> tuple[Claim, ...]:
        return settled_claims(self.relations.about(subject, name))

    def _facts(self, entity: Entity) -> Thing:
        found: dict[str, list[Any]] = defaultdict(list)
        for name, term in FACTS.items():
            if values := self._values(self._settled(entity.id, name), term):
                found[term.name].append(values)
        return {
            term: values[0]
            for term, values in found.items()
            if not self._is_disputed(entity.id, term) and _fit(values)
        }

    def _is_disputed(self, subject: str, term: str) -> bool:
        """Whether any property that means a term is disputed: a settled year is no way round two days."""
        named = (name for name, one in FACTS.items() if one.name == term)
        compared = (self.relations.about(subject, name) for name in named)
        return any(is_disputed(one) for one in compared if one)

    def _values(self, claims: tuple[Claim, ...], term: Term) -> Any:
        """The values of a term: one, or a list of several; nothing where several would be one too many."""

        def read(things: _Things, value: str) -> Any:
            made = _READERS[term.reading](things, value)
            return _agent(term.name, made) if isinstance(made, dict) else made

        if not term.several:
            return self._one_value(claims, lambda value: read(self, value))
        made = [one for claim in claims if (one := read(self, claim.value))]
        distinct = [one for place, one in enumerate(made) if one not in made[:place]]
        return distinct[0] if len(distinct) == 1 else distinct

    @staticmethod
    def _one_value(claims: tuple[Claim, ...], read: Callable[[str], str | None]) -> str | None:
        """The value that all claims come to; None where one of them has no form, or two differ."""
        values = {read(claim.value) for claim in claims}
        return values.pop() if len(values) == 1 else None

    @cached_property
    def _compared_credits(self) -> dict[str, list[Comparison]]:
        """The comparisons of credits by their works."""
        found: dict[str, list[Comparison]] = defaultdict(list)
        for one in self.relations.comparisons:
            if one.topic[1] == CREDIT:
                found[one.subject].append(one)
        return found

    def _credits(self, entity: Entity) -> Thing:
        found: Thing = {}
        for comparison in self._compared_credits.get(entity.id, ()):
            for claim in settled_claims(comparison):
                for term, one in self._credited(claim):
                    if one not in (known := found.setdefault(term, [])):
                        known.append(one)
        return {term: known[0] if len(known) == 1 else known for term, known in found.items()}

    def _credited(self, claim: Claim) -> Iterator[tuple[str, Thing]]:
        """The terms that a credit gives, each with who has it; of a part, with the character's name."""
        role = claim.qualifier("role") or ""
        person = self.archive.entities.get(claim.qualifier("person") or "")
        if person is None or person.is_stub:
            return
        for known in roles_of_label(role) or (role,):
            term = CREDITS.get(known)
            agent = _agent(term, self._reference(person)) if term else None
            if term and agent:
                yield term, self._part(claim, agent) if known == CAST else agent

    def _part(self, claim: Claim, player: Thing) -> Thing:
        character = self.archive.entities.get(claim.qualifier("character") or "")
        name = character.name if character else claim.qualifier("character-name")
        return {"@type": PART, "actor": player, "characterName": name} if name is not None else player

    def _dates(self, event: Event) -> Thing:
        """Start and end of an event that happened; empty where a text does not state them exactly."""
        # A date that was worked out is compared with nothing, and so is none of these: its page tells the
        # steps, for which data has no place.
        claims = self._settled(event.id, "date")
        if event.date is None or not claims or {claim.value for claim in claims} != {event.date.written}:
            return {}
        ends = [exact_date(one) for one in event.date.written.split("/")]
        if not all(ends):
            return {}
        return dict(zip(("startDate", "endDate"), ends, strict=False))

    def _place(self, event: Event) -> Thing:
        place = self.archive.entities.get(event.place or "")
        return {"location": self._reference(place)} if place and not place.is_stub else {}

    def _works(self, event: Event) -> Thing:
        works = [self.archive.entities[one] for one in event.works]
        made = [self._reference(one) for one in works if not one.is_stub]
        return {"about": made[0] if len(made) == 1 else made} if made else {}

    def _reference(self, entity: Entity) -> Thing:
        """A thing by its name and address, for another's value."""
        return {"@type": _type_of(entity), "@id": entity.url, "name": entity.name}

    def _named(self, name: str) -> Thing:
        """Whoever bears a name: somebody whom the archive knows, else the name alone, without a type."""
        bearers = self._bearers.get(name, {})
        return self._reference(*bearers.values()) if len(bearers) == 1 else {"name": name}

    @cached_property
    def _bearers(self) -> dict[str, dict[str, Entity]]:
        """Who can write and publish, by each of their names and by id."""
        found: dict[str, dict[str, Entity]] = defaultdict(dict)
        for one in self.archive.entities.values():
            if one.kind in _AGENTS and not one.is_stub:
                for name in (one.name, *one.variants):
                    found[name][one.id] = one
        return found

    def plain(self, value: str) -> str:
        def find(written: str) -> LinkTarget | None:
            known = self.archive.entities.get(written) or self.archive.entities.get(page_of(written))
            return LinkTarget("", known.name) if known else None

        return plain_text(value, find)

    def linked(self, value: str) -> Thing | None:
        """What a value links to, where it is one link and nothing else, and somebody who can make a film."""
        links = find_wiki_links(value)
        if len(links) != 1 or not value.startswith("[[") or value.index("]]") != len(value) - 2:
            return None
        entity = self.archive.entities.get(links[0].target)
        return self._reference(entity) if entity and entity.kind in _AGENTS and not entity.is_stub else None


def _agent(term: str, reference: Thing) -> Thing | None:
    """Somebody as the value of a term, which may ask for another type; None where it takes none like them."""
    taken = AGENTS.get(term)
    if taken is None:
        return reference
    kind = taken.get(reference["@type"])
    return {**reference, "@type": kind} if kind else None


def _fit(values: list[Any]) -> bool:
    """Whether the values of several properties can be one: a year and a day of it, but no day of another.

    Claims of different properties are compared nowhere else. Of linked things none denies another.
    """
    first, *others = values
    return not isinstance(first, str) or all(
        first.startswith(one) or one.startswith(first) for one in others if isinstance(one, str)
    )


def _ordered(kind: str, entity: Entity, values: Thing) -> Thing:
    """A thing with its values in the order of the vocabulary; what its type has no term for is left out."""
    about: Thing = {"@type": kind, "@id": entity.url, "url": entity.url}
    return about | {term: values[term] for term in TERMS[kind] if term in values}


def _type_of(entity: Entity) -> str:
    return TYPES_OF_WORKS.get(entity.type or "", WORK) if entity.kind is Kind.WORK else _KINDS[entity.kind]


def _names(entity: Entity) -> Thing:
    """The name, and other names in full.

    A surname alone is a way of speaking, and the same name in capitals a way of printing: neither is another.
    """
    others = [one for one in entity.variants if " " in one and one.casefold() != entity.name.casefold()]
    names: Thing = {"name": entity.name}
    if others:
        names["alternateName"] = others[0] if len(others) == 1 else others
    return names


_KINDS = {
    Kind.PERSON: PERSON,
    Kind.ORGANISATION: ORGANISATION,
    Kind.PLACE: PLACE,
    Kind.EVENT: EVENT,
}

_AGENTS = frozenset({Kind.PERSON, Kind.ORGANISATION})
"""Kinds that can write, publish and produce."""

_READERS: dict[Reading, Callable[[_Things, str], Any]] = {
    Reading.TEXT: _Things.plain,
    Reading.DATE: lambda _, value: iso_date(value),
    Reading.DURATION: lambda _, value: iso_duration(value),
    Reading.THING: _Things.linked,
}

_BUILDERS: dict[Kind, Callable[[_Things, Entity], Thing | None]] = {
    Kind.WORK: _Things.work,
    Kind.PERSON: _Things.person,
    Kind.EVENT: _Things.event,
    Kind.SOURCE: _Things.source,
}
"""Characters have none: schema.org has no type for somebody who is invented."""
