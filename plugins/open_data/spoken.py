"""Quotations as open data, each with its speaker where the text names one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.quotations.all_quotations import Quotations
from plugins.sources.library import Documents
from plugins.sources.rights import is_told_of, shows_text

Row = dict[str, Any]


def quotations(found: Quotations, documents: Documents, settings: Settings) -> Iterator[Row]:
    """Each quotation that may be told of, in the order of sources and offsets."""
    for document in documents.by_id.values():
        for one, entity in found[document.source]:
            if is_told_of(document, one.span, settings):
                row: Row = {
                    "source": document.source,
                    "start": one.span.start,
                    "end": one.span.end,
                    "speaker_start": one.speaker.start if one.speaker else None,
                    "speaker_end": one.speaker.end if one.speaker else None,
                    "by": one.by,
                    "entity": entity,
                    "closed": one.closed,
                }
                yield row | _text(document, one.span.of(document.text), settings)


def _text(document: Document, words: str, settings: Settings) -> Row:
    return {"text": words} if shows_text(document, settings) else {}
