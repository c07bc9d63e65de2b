"""Claims as W3C Web Annotations: the body says what is claimed, the target where it stands.

Standard: Web Annotation Data Model (W3C Recommendation, 23 February 2017).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.sources.library import Documents

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(archive: Archive, documents: Documents) -> dict[str, Any]:
    """All claims with a span, as one annotation page. Ids are relative to the site."""
    return {
        "@context": CONTEXT,
        "id": "data/annotations.jsonld",
        "type": "AnnotationPage",
        "version": 1,
        "items": list(_items(archive, documents)),
    }


def _items(archive: Archive, documents: Documents) -> Iterator[dict[str, Any]]:
    for claim in archive.claims:
        if claim.pointer is None or claim.pointer.span is None:
            continue
        selectors: list[dict[str, Any]] = [
            {
                "type": "TextPositionSelector",
                "start": claim.pointer.span.start,
                "end": claim.pointer.span.end,
            }
        ]
        if exact := _exact(claim, documents):
            selectors.append({"type": "TextQuoteSelector", "exact": exact})
        yield {
            "id": f"#{claim.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {"type": "TextualBody", "value": f"{claim.subject}: {claim.property}: {claim.value}"},
            "target": {"source": f"sources/{claim.pointer.source}.html", "selector": selectors},
        }


def _exact(claim: Claim, documents: Documents) -> str | None:
    """The quoted words, where they are shown whole; a shortened quote would match nothing."""
    document = documents.by_id.get(claim.pointer.source) if claim.pointer else None
    if document is None or claim.pointer is None or claim.pointer.span is None:
        return None
    words = claim.pointer.span.of(document.text)
    return words if claim.original == words else None
