"""What is said in a text and by whom: turns of an interview, and quotations whose speaker is linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from plugins.archive.assemble import Archive
from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label, Quotation, Rights, Segment
from plugins.archive.span import Span
from plugins.quotations.finding import find_quotations
from plugins.quotations.people_named import Known

SPEAKING = (Kind.PERSON, Kind.ORGANISATION)
"""Who may speak: people, and the papers that ask."""

MEANT_BY_PRONOUNS = (Kind.PERSON, Kind.CHARACTER)
"""Who is ``he`` or ``she``; characters keep real people from being meant, and never speak themselves."""

FILMS = "films/"
"""Where the pages of the archive's films stand; other works are only spoken of."""

TURNS = frozenset({Label.QUESTION, Label.ANSWER})
"""Labels of segments that are somebody's own words."""


@dataclass(frozen=True, order=True, slots=True)
class Said:
    """Words that a text gives to somebody: a turn with its label, or a quotation with its marks.

    ``teller`` is in whose turn a quotation stands, None outside of turns and where that is not known.
    """

    source: str
    span: Span
    speaker: str
    teller: str | None = None


Attributed = tuple[Quotation, str | None]
"""A quotation, and what its speaker's name was linked to, or None."""


@dataclass(frozen=True)
class Voices:
    """Who speaks in the texts of an archive, as far as its names and links say.

    ``found`` has the quotations of texts that were looked through before, by the ids of their sources.
    """

    archive: Archive
    found: Mapping[str, Sequence[Attributed]] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The entity that a label means, by the label in small letters; names that two share are left out."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for one in self.archive.of(*SPEAKING):
            for name in (one.name, *one.variants):
                bearers[name.casefold()].add(one.id)
        return _sure(bearers)

    def labels(self, document: Document) -> Mapping[str, str]:
        """The entity behind each label in a text, by the label in small letters.

        What the label itself was linked to goes before who bears it as a name, so that a surname or a short
        form is somebody's where the text tells whose. A label that was linked to two is nobody's.
        """
        links = self._links(document)
        linked: dict[str, set[str]] = defaultdict(set)
        for segment in document.segments:
            if segment.label not in TURNS or not segment.speaker:
                continue
            start = document.text.find(segment.speaker, segment.span.start, segment.span.end)
            entity = links.get(Span(start, start + len(segment.speaker))) if start >= 0 else None
            if entity is not None and self._may_speak(entity):
                linked[segment.speaker.casefold()].add(entity)
        labels = {(segment.speaker or "").casefold() for segment in document.segments} - linked.keys()
        named = {label: self.names[label] for label in labels if label in self.names}
        return {**named, **_sure(linked)}

    @cached_property
    def jobs(self) -> Mapping[str, frozenset[str]]:
        """Who has each job on a film of the archive, by the job in small letters, whatever became of it."""
        bearers: dict[str, set[str]] = defaultdict(set)
        films = {one.id for one in self.archive.of(Kind.WORK) if one.url.startswith(FILMS)}
        for credit in self.archive.credits:
            if credit.work in films:
                bearers[credit.role.casefold()].add(credit.person)
        return {job: frozenset(ids) for job, ids in bearers.items()}

    def known(self, document: Document) -> Known:
        """What the links of a text say of its names, for pronouns and roles."""
        links, entities = self._links(document), self.archive.entities
        people = {
            span: one
            for span, one in links.items()
            if one in entities and entities[one].kind in MEANT_BY_PRONOUNS
        }
        return Known(people, frozenset(links.keys() - people.keys()), self.jobs)

    def quotations(self, document: Document) -> Iterable[Attributed]:
        """The quotations of a text in order, each with what its speaker's name was linked to, or None.

        Whom a pronoun or a role means is a speaker only where a link says that it is a person or a character.
        """
        found = self.found.get(document.source)
        return self._attributed(document) if found is None else found

    def _attributed(self, document: Document) -> Iterator[Attributed]:
        links = self._links(document)
        known = self.known(document)
        for one in find_quotations(document.text, document.segments, known):
            entity = links.get(one.speaker) if one.speaker else None
            is_meant = one.by in (None, "name") or one.speaker in known.people
            yield (one if is_meant else replace(one, speaker=None, by=None)), entity if is_meant else None

    def said(self, document: Document) -> tuple[Said, ...]:
        """What people and papers say in a text, in its order.

        A quotation whose speaker is not linked is nobody's, and so is a turn whose label no record bears.
        What people quote of themselves is part of their turn. A reader's comment is no turn, and what it
        quotes counts only in a text that is free. Refuses indirect speech, which has no marks.
        """
        labels = self.labels(document)
        return tuple(sorted((*self._turns(document, labels), *self._quoted(document, labels))))

    def _turns(self, document: Document, labels: Mapping[str, str]) -> Iterator[Said]:
        for segment in document.segments:
            speaker = _turn_of(segment, labels)
            if speaker is not None:
                yield Said(document.source, segment.span, speaker)

    def _quoted(self, document: Document, labels: Mapping[str, str]) -> Iterator[Said]:
        for quotation, speaker in self.quotations(document):
            segment = document.segment_at(quotation.span.start)
            if speaker is None or segment is None or not self._may_speak(speaker):
                continue
            if segment.label is Label.COMMENT and document.rights is not Rights.FULL:
                continue
            teller = _turn_of(segment, labels)
            if teller != speaker:
                yield Said(document.source, quotation.span, speaker, teller)

    def _links(self, document: Document) -> Mapping[Span, str]:
        return {link.span: link.entity for link in self.archive.links_in.get(document.source, ())}

    def _may_speak(self, entity: str) -> bool:
        known = self.archive.entities.get(entity)
        return known is not None and known.kind in SPEAKING


def _turn_of(segment: Segment, labels: Mapping[str, str]) -> str | None:
    """Whose turn a segment is; None where it is none, or nobody's that is known."""
    return labels.get((segment.speaker or "").casefold()) if segment.label in TURNS else None


def _sure(bearers: Mapping[str, set[str]]) -> dict[str, str]:
    """The names that one bears alone."""
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}
