"""The files of ``data/``: one record for each thing, a version in each file, the same bytes each time.

``.json`` files are an object with ``version`` and one list; ``.jsonl`` files begin with a line that
holds the version, then have one record a line. Their shape is a promise: see ``docs/data.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.archive.relation import Relations
from plugins.archive.settings import Settings
from plugins.archive.source import Document, Rights
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.authority.record import Records
from plugins.claims.assertion import Claims
from plugins.incremental.as_json import as_json
from plugins.open_data.catalogue import CATALOGUE, DataFile
from plugins.open_data.disagreements import disagreements
from plugins.open_data.spoken import quotations
from plugins.open_data.web_annotations import ANNOTATIONS, item_of, page_of, web_annotations
from plugins.quotations.all_quotations import Quotations
from plugins.quotations.said import Voices
from plugins.sources.library import Documents, rights_of
from plugins.sources.rights import is_told_of, shows_text

Row = dict[str, Any]

Rows = dict[str, Iterable[Row]]


def data_files(
    archive: Archive,
    claims: Claims,
    records: Records,
    documents: Documents,
    links: Links,
    found: Quotations,
    settings: Settings,
) -> dict[str, bytes]:
    """The data files by their path in the output folder."""
    rows = data_rows(archive, claims.relations, records, documents, links, found, settings)
    # Not on all cores: it is done in a second, and each process would copy all that the archive knows.
    return {file.path: _written(file, rows[file.name]) for file in CATALOGUE}


def data_rows(
    archive: Archive,
    relations: Relations,
    records: Records,
    documents: Documents,
    links: Links,
    found: Quotations,
    settings: Settings,
) -> Rows:
    """The records of each file by its name, in their order; they are made as they are gone through, once."""
    told = tuple(_told(archive, documents, settings))
    return {
        "sources.json": _sources(records),
        "segments.jsonl": _segments(archive, documents, settings),
        "quotations.jsonl": quotations(found, documents, settings),
        "mentions.jsonl": _mentions(told, archive, documents, settings),
        "undecided.jsonl": _undecided(links, documents, settings),
        "entities.json": _entities(archive),
        "credits.json": _credits(archive),
        "events.json": _events(archive),
        "claims.jsonl": map(_claim, archive.claims),
        "disagreements.json": disagreements(relations),
        ANNOTATIONS: map(item_of, web_annotations(archive, told, documents, settings)),
    }


def _written(file: DataFile, rows: Iterable[Row]) -> bytes:
    if file.name == ANNOTATIONS:
        return page_of(rows)
    if file.name.endswith(".jsonl"):
        return b"".join(as_json(row) + b"\n" for row in ({"version": file.version}, *rows))
    # One object, in which each row has a line of its own.
    head = f'{{"version":{file.version},"{file.name.removesuffix(".json")}":[\n'
    return b"".join((head.encode(), b",\n".join(map(as_json, rows)), b"\n]}\n"))


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
