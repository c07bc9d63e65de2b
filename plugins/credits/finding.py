"""Credits that texts state: cast and crew, each with its work, and with the words that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from plugins.archive.annotation import CreditLine
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Document, Label, Rights
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.credits.crewing import bands_in
from plugins.credits.passage import Named, Passage, plain_text, read_passage, without_record
from plugins.credits.reading import MAKER, Reading
from plugins.sources.library import Documents

__all__ = ["MAKER", "READ", "find_credits"]

READ = frozenset(
    {
        Label.BODY, Label.QUESTION, Label.ANSWER, Label.CAPTION, Label.NOTE, Label.HEADING, Label.SECTION,
        Label.CREDIT_BLOCK, Label.FILM_FACTS,
    }
)  # fmt: skip
"""Segments whose words are the author's, a speaker's or the film's. Readers' comments credit nobody."""


def find_credits(
    documents: Documents, links: Links, entities: tuple[Entity, ...], records: Records
) -> tuple[CreditLine, ...]:
    """The credits of every document, in the order of sources and offsets.

    Who and what is credited must be linked; a name that was left undecided can still be a part. A name
    without one of the forms beside it is no credit, and what a text credits to no work that it names, or is
    about, has no work. Texts of which nothing may be told are not read.
    """
    kinds = {entity.id: entity.kind for entity in entities}
    film = next((record.id for record in records.by_id.values() if record.folder == "films"), "")
    names = _names(links, kinds, film)
    texts = {
        source: list(_passages(document, names[source]))
        for source, document in documents.by_id.items()
        if source in names and document.rights is not Rights.LINK
    }
    # What a program found and took for a work is none where a text says that it made the music.
    stubs = {entity.id for entity in entities if entity.is_stub and entity.kind is Kind.WORK}
    bands = stubs & {one for passages in texts.values() for passage in passages for one in bands_in(passage)}
    found: list[CreditLine] = []
    for source, passages in texts.items():
        record = records.by_id.get(source)
        own = (record.text("film") if record else None) or ""
        if bands:
            named = [without_record(one) if one.entity in bands else one for one in names[source]]
            passages = list(_passages(documents.by_id[source], named))
        found += Reading(passages, own, film, _films(records)).lines()
    return tuple(sorted(found))


def _films(records: Records) -> dict[str, str]:
    """The films of the characters of which a person has said it."""
    characters = (
        one for one in records.by_id.values() if one.kind.kind is Kind.CHARACTER and not one.is_stub
    )
    return {one.id: film for one in characters if (film := one.text("film"))}


def _names(links: Links, kinds: Mapping[str, Kind], film: str) -> dict[str, list[Named]]:
    """The names of each source in order: those that are linked, and the undecided ones that can be parts.

    ``Nora (Ida Brandt)`` says of its Nora that she is played; it need not be known which other Nora there is.
    What may be the film’s title tells what a text is about.
    """
    found: list[tuple[str, Named]] = []
    for link in links.made:
        if link.entity in kinds:
            found.append((link.source, Named(link.entity, kinds[link.entity], link.span)))
    for left in links.undecided:
        characters = [one for one in left.candidates if kinds.get(one) is Kind.CHARACTER]
        if len(characters) == 1:
            found.append((left.source, Named(characters[0], Kind.CHARACTER, left.span, is_open=True)))
        elif film in left.candidates and not characters:
            found.append((left.source, Named(film, Kind.WORK, left.span, is_open=True)))
    found.sort(key=lambda one: (one[0], one[1].span, one[1].entity))
    return {source: [name for _, name in own] for source, own in groupby(found, key=lambda one: one[0])}


def _passages(document: Document, names: list[Named]) -> Iterator[Passage]:
    """The passages that name somebody or something, and all answers, in order."""
    place, plain = 0, plain_text(document)
    for segment in document.segments:
        own: list[Named] = []
        while place < len(names) and names[place].span.start < segment.span.end:
            if names[place].span.start >= segment.span.start and names[place].span.end <= segment.span.end:
                own.append(names[place])
            place += 1
        if (own and segment.label in READ) or segment.label is Label.ANSWER:
            yield read_passage(document, segment, own, plain)
