"""The paragraphs by which a page is found, each with the place on the page to which a hit leads."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archive.entity import Credit, Entity, Kind
from plugins.archive.source import Document
from plugins.dates.english import said
from plugins.entity_pages.disagreements import topic_in_words
from plugins.entity_pages.facts import CAST, label_of
from plugins.entity_pages.paragraphs import numbers_of
from plugins.entity_pages.passages import Passage, in_one, prose_passages
from plugins.entity_pages.site import Site
from plugins.markdown_it.render import plain_text
from plugins.mentions.finding import UNREAD

_CREDITS_AT = {
    Kind.PERSON: ("credits", "credits"),
    Kind.CHARACTER: ("played", "played"),
    Kind.WORK: ("cast", "crew"),
}
"""Where the pages of a kind have their cast, and where all other credits."""


def passages_of(entity: Entity, site: Site) -> tuple[Passage, ...]:
    """What an entity is found by, in the order: its prose, its facts, its credits, its text if it is shown.

    No text is empty or holds a blank line: the paragraphs stay as many when they are written in one.
    """
    found = _passages(entity, site) if entity.has_page else _without_places(entity, site)
    return tuple(in_one(found))


def differing_passages(site: Site) -> tuple[Passage, ...]:
    """Of what the sources differ, by the page of disagreements; all else is found where it stands."""
    found = (
        Passage(
            f"{site.archive.entities[one.subject].name}: {topic_in_words(one, site)}",
            site.anchors[one.topic],
        )
        for one in site.relations.differing()
    )
    return tuple(in_one(found))


def _without_places(entity: Entity, site: Site) -> Iterator[Passage]:
    """Of an entity that is a line of the A to Z, whose address leads to that line."""
    return (Passage(one.text) for one in _passages(entity, site))


def _passages(entity: Entity, site: Site) -> Iterator[Passage]:
    document = _shown_document(entity, site)
    if not entity.is_stub:
        body = site.record(entity.id).body
        yield from prose_passages(body, "about" if document else "", site.find_target(""))
    yield from _facts(entity, site, "about" if document else "facts")
    for credit in site.archive.credits_with.get(entity.id, ()):
        of_cast, of_others = _CREDITS_AT.get(entity.kind, ("", ""))
        yield Passage(_credit_line(credit, site), of_cast if credit.role == CAST else of_others)
    if document:
        yield from _text(document, site)


def _shown_document(entity: Entity, site: Site) -> Document | None:
    """The text of a source that is its page."""
    shown = entity.kind is Kind.SOURCE and site.shows_text(entity.id)
    return site.document(entity.id) if shown else None


def _facts(entity: Entity, site: Site, anchor: str) -> Iterator[Passage]:
    find = site.find_target("")
    has_place = entity.kind not in {Kind.EVENT, Kind.PAGE}
    for name, claims in site.archive.facts.get(entity.id, {}).items():
        values = dict.fromkeys(plain_text(said(claim.value), find) for claim in claims)
        yield Passage(f"{label_of(name)}: {'; '.join(values)}", anchor if has_place else "")


def _credit_line(credit: Credit, site: Site) -> str:
    played = site.archive.entities[credit.character].name if credit.character else credit.part
    name = site.archive.entities[credit.person].name
    if played:
        return f"{name} as {played}"
    return f"{name}, {'part of the cast' if credit.role == CAST else credit.role}"


def _text(document: Document, site: Site) -> Iterator[Passage]:
    """The blocks of a text, which its page numbers; what the web page left around it is not searched."""
    blocks = site.blocks[document.source]
    for segment in document.segments:
        if segment.label not in UNREAD:
            for number in numbers_of(segment):
                yield Passage(blocks[number - 1].of(document.text), f"p{number}")
