"""The files of ``data/``: one record for each thing, a version in each file, the same bytes each time.

``.json`` files are an object with ``version`` and one list; ``.jsonl`` files begin with a line that
holds the version, then have one record a line. Their shape is a promise: see ``docs/data.md``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Rights
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.claims.assertion import Claims
from plugins.open_data.disagreements import VERSION as DISAGREEMENTS_VERSION
from plugins.open_data.disagreements import disagreements
from plugins.open_data.spoken import quotations
from plugins.open_data.web_annotations import ANNOTATIONS, annotation_page, web_annotations
from plugins.quotations.said import Voices
from plugins.sources.library import Documents, rights_of
from plugins.sources.rights import is_told_of, shows_text

VERSION = 1
"""Of every file that does not say otherwise."""

Row = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False)


def data_files(
    archive: Archive,
    claims: Claims,
    records: Records,
    documents: Documents,
    links: Links,
    settings: Settings,
) -> dict[str, bytes]:
    """The data files by their path in the output folder."""
    told = tuple(_told(archive, documents, settings))
    return {
        "data/sources.json": _json("sources", _sources(records)),
        "data/segments.jsonl": _lines(_segments(archive, documents, settings)),
        "data/quotations.jsonl": _lines(quotations(archive, documents, settings)),
        "data/mentions.jsonl": _lines(_mentions(told, archive, documents, settings)),
        "data/undecided.jsonl": _lines(_undecided(links, documents, settings)),
        "data/entities.json": _json("entities", _entities(archive)),
        "data/credits.json": _json("credits", _credits(archive)),
        "data/events.json": _json("events", _events(archive)),
        "data/claims.jsonl": _lines(_claim(claim) for claim in archive.claims),
        "data/disagreements.json": _json(
            "disagreements", disagreements(claims.relations), DISAGREEMENTS_VERSION
        ),
        ANNOTATIONS: annotation_page(web_annotations(archive, told, documents, settings)),
    }


def _json(name: str, rows: Iterable[Row], version: int = VERSION) -> bytes:
    """One object, in which each row has a line of its own."""
    written = ",\n".join(map(_ENCODER.encode, rows))
    return f'{{"version": {version}, "{name}": [\n{written}\n]}}\n'.encode()


def _lines(rows: Iterable[Row]) -> bytes:
    return b"".join(map(_line, ({"version": VERSION}, *rows)))


def _line(row: Any) -> bytes:
    return f"{_ENCODER.encode(row)}\n".encode()


def _sources(records: Records) -> Iterator[Row]:
    for record in records.sources:
        yield {
            "id": record.id,
            "kind": record.text("kind"),
            "title": record.text("title"),
            "author": record.text("author"),
            "outlet": record.text("outlet"),
            "published": record.text("published"),
            "rights": rights_of(record).value,
            "file": record.text("file"),
            "sha256": record.text("sha256"),
            "url": f"sources/{record.id}.html",
        }


def _segments(archive: Archive, documents: Documents, settings: Settings) -> Iterator[Row]:
    voices = Voices(archive)
    for document in documents.by_id.values():
        shown = shows_text(document, settings)
        if document.rights is Rights.LINK and not shown:
            continue
        labels = voices.labels(document)
        for one in document.segments:
            row: Row = {
                "source": one.source,
                "start": one.span.start,
                "end": one.span.end,
                "label": one.label.value,
                "rule": one.rule,
                # The label is the text's own words; where those may not stand, only a name we know does.
                "speaker": one.speaker if shown or (one.speaker or "").casefold() in voices.names else None,
                "entity": labels.get((one.speaker or "").casefold()),
                "parent": one.parent,
                "paragraph": one.number,
                "depth": one.depth,
            }
            yield row | _text(document, one.span, settings)


def _told(archive: Archive, documents: Documents, settings: Settings) -> Iterator[Link]:
    """The links that the data may tell of: those in readers' comments only where the text is shown."""
    for link in archive.links:
        known = link.source in documents.by_id and link.entity in archive.entities
        if known and is_told_of(documents.by_id[link.source], link.span, settings):
            yield link


def _mentions(
    told: Iterable[Link], archive: Archive, documents: Documents, settings: Settings
) -> Iterator[Row]:
    for link in told:
        row: Row = {
            "source": link.source,
            "start": link.span.start,
            "end": link.span.end,
            "entity": link.entity,
            "kind": archive.entities[link.entity].kind.value,
            "maker": link.maker,
            "confidence": link.confidence,
            "reason": link.reason,
        }
        yield row | _text(documents.by_id[link.source], link.span, settings)


def _undecided(links: Links, documents: Documents, settings: Settings) -> Iterator[Row]:
    for one in links.undecided:
        document = documents.by_id[one.source]
        if not is_told_of(document, one.span, settings):
            continue
        row: Row = {
            "source": one.source,
            "start": one.span.start,
            "end": one.span.end,
            "candidates": list(one.candidates),
            "reason": one.reason,
        }
        yield row | _text(document, one.span, settings)


def _entities(archive: Archive) -> Iterator[Row]:
    for entity in archive.entities.values():
        yield {
            "id": entity.id,
            "kind": entity.kind.value,
            "type": entity.type,
            "name": entity.name,
            "variants": list(entity.variants),
            "url": entity.url,
            "summary": entity.summary,
            "stub": entity.is_stub,
        }


def _credits(archive: Archive) -> Iterator[Row]:
    for credit in archive.credits:
        yield {
            "film": credit.work,
            "person": credit.person,
            "role": credit.role,
            "character": credit.character,
            "part": credit.part,
            "status": credit.status,
            "mode": credit.mode,
            "cites": _cites(credit.claims),
            "claims": [claim.id for claim in credit.claims],
        }


def _events(archive: Archive) -> Iterator[Row]:
    for event in archive.events:
        yield {
            "id": event.id,
            "date": event.date.written if event.date else None,
            "status": event.status,
            "label": event.name,
            "basis": event.basis,
            "derivation": event.derivation,
            "phase": event.phase,
            "cites": _cites(event.claims),
            "people": list(event.people),
            "claims": [claim.id for claim in event.claims],
            "stub": archive.entities[event.id].is_stub,
        }


def _claim(claim: Claim) -> Row:
    pointer = claim.pointer
    return {
        "id": claim.id,
        "subject": claim.subject,
        "property": claim.property,
        "value": claim.value,
        "original": claim.original,
        "status": claim.status,
        "source": pointer.source if pointer else None,
        "paragraph": pointer.paragraph if pointer else None,
        "start": pointer.span.start if pointer and pointer.span else None,
        "end": pointer.span.end if pointer and pointer.span else None,
        "digest": pointer.digest if pointer else None,
        "maker": claim.maker,
        "qualifiers": dict(claim.qualifiers),
        "about": list(claim.about),
        "aspects": list(claim.aspects),
        "note": claim.note,
        "corrected_by": str(claim.corrected_by) if claim.corrected_by else None,
    }


def _cites(claims: Iterable[Claim]) -> list[str]:
    return [str(claim.pointer) for claim in claims if claim.pointer]


def _text(document: Document, span: Span, settings: Settings) -> Row:
    return {"text": span.of(document.text)} if shows_text(document, settings) else {}
