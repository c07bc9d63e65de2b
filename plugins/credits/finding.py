"""Credits that texts state: cast and crew, each with its work, and with the words that say so."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from itertools import groupby

from plugins.archive.annotation import CreditLine
from plugins.archive.entity import Entity, Kind
from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.credits.kept_lines import NamedText, credits_of
from plugins.credits.named import Named, without_record
from plugins.incremental.kept import Kept
from plugins.sources.library import Documents


def find_credits(
    documents: Documents,
    links: Links,
    entities: tuple[Entity, ...],
    records: Records,
    kept: Kept | None = None,
    settings: Settings | None = None,
) -> tuple[CreditLine, ...]:
    """The credits of every document, in the order of sources and offsets.

    Who and what is credited must be linked; a name that was left undecided can still be a part. A name
    without one of the forms beside it is no credit, and what a text credits to no work that it names, or is
    about, has no work. Texts of which nothing may be told are not read, nor those for which ``kept`` has what
    they state.
    """
    kept = kept or Kept()
    film = records.subject(settings.film if settings else "")
    texts = _texts(documents, links, {entity.id: entity.kind for entity in entities}, records, film)
    found = credits_of(texts, kept)
    # What a program found and took for a work is none where a text says that it made the music.
    stubs = {entity.id for entity in entities if entity.is_stub and entity.kind is Kind.WORK}
    if bands := stubs.intersection(one for each in found for one in each.bands):
        found = credits_of([_without_records(text, bands) for text in texts], kept)
    return tuple(line for each in found for line in each.lines)


def _texts(
    documents: Documents, links: Links, kinds: Mapping[str, Kind], records: Records, film: str
) -> list[NamedText]:
    """The texts that may be told of and name somebody, in the order of sources."""
    films = _films(records)
    names = _names(links, kinds, film)
    found = []
    for source, own in names.items():
        document = documents.by_id.get(source)
        if document is not None and document.rights is not Rights.LINK:
            record = records.by_id.get(source)
            about = (record.text("film") if record else None) or ""
            known = {one.entity: films[one.entity] for one in own if one.entity in films}
            found.append(NamedText(document, own, about, film, known))
    return found


def _without_records(text: NamedText, bands: Set[str]) -> NamedText:
    names = [without_record(one) if one.entity in bands else one for one in text.names]
    return replace(text, names=names)


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
