"""Who speaks in the texts: the entities behind labels of turns, and quotations with their speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.entity import Kind
from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.quotations.finding import find_quotations
from plugins.sources.library import Documents
from plugins.sources.rights import is_told_of, shows_text

Row = dict[str, Any]

SPEAKING = (Kind.PERSON, Kind.ORGANISATION)
"""Who may stand before a turn: people, and the papers that ask."""


def speaking_entities(archive: Archive) -> Mapping[str, str]:
    """The entity that a label means, by the label in small letters; names that two share are left out."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in archive.of(*SPEAKING):
        for name in (one.name, *one.variants):
            bearers[name.casefold()].add(one.id)
    return {name: next(iter(ids)) for name, ids in bearers.items() if len(ids) == 1}


def quotations(archive: Archive, documents: Documents, settings: Settings) -> Iterator[Row]:
    """Each quotation that may be told of, in the order of sources and offsets."""
    for document in documents.by_id.values():
        linked = {link.span: link.entity for link in archive.links_in.get(document.source, ())}
        for one in find_quotations(document.text, document.segments):
            if is_told_of(document, one.span, settings):
                row: Row = {
                    "source": document.source,
                    "start": one.span.start,
                    "end": one.span.end,
                    "speaker_start": one.speaker.start if one.speaker else None,
                    "speaker_end": one.speaker.end if one.speaker else None,
                    "entity": linked.get(one.speaker) if one.speaker else None,
                    "closed": one.closed,
                }
                yield row | _text(document, one.span.of(document.text), settings)


def _text(document: Document, words: str, settings: Settings) -> Row:
    return {"text": words} if shows_text(document, settings) else {}
