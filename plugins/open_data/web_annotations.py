"""Mentions and claims as W3C Web Annotations: the body says what is meant, the target where it stands.

Standard: Web Annotation Data Model (W3C Recommendation, 23 February 2017).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.sources.library import Documents
from plugins.sources.rights import shows_text

Item = dict[str, Any]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def annotation_page(
    archive: Archive, mentions: Iterable[Link], documents: Documents, settings: Settings
) -> dict[str, Any]:
    """Mentions that may be told of, and all claims with a span, as one annotation page.

    Stubs are left out, and claims about them: whoever merges annotations takes them for what people say.
    Ids and addresses are relative to the site.
    """
    return {
        "@context": CONTEXT,
        "id": "data/annotations.jsonld",
        "type": "AnnotationPage",
        "version": 1,
        "items": [*_mentions(archive, mentions, documents, settings), *_claims(archive, documents)],
    }


def _mentions(
    archive: Archive, mentions: Iterable[Link], documents: Documents, settings: Settings
) -> Iterator[Item]:
    for link in mentions:
        if archive.entities[link.entity].is_stub:
            continue
        document = documents.by_id[link.source]
        exact = link.span.of(document.text) if shows_text(document, settings) else None
        yield {
            "id": f"#m-{link.source}-{link.span.start}-{link.span.end}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": archive.entities[link.entity].url,
            "target": _target(link.source, link.span, exact),
        }


def _target(source: str, span: Span, exact: str | None) -> Item:
    selectors: list[Item] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
    if exact:
        selectors.append({"type": "TextQuoteSelector", "exact": exact})
    return {"source": f"sources/{source}.html", "selector": selectors}


def _claims(archive: Archive, documents: Documents) -> Iterator[Item]:
    for claim in archive.claims:
        if claim.pointer is None or claim.pointer.span is None or _is_of_a_stub(claim, archive):
            continue
        yield {
            "id": f"#{claim.id}",
            "type": "Annotation",
            "motivation": "describing",
            "body": {"type": "TextualBody", "value": f"{claim.subject}: {claim.property}: {claim.value}"},
            "target": _target(claim.pointer.source, claim.pointer.span, _exact(claim, documents)),
        }


def _is_of_a_stub(claim: Claim, archive: Archive) -> bool:
    known = (archive.entities.get(one) for one in (claim.subject, *claim.about))
    return any(one.is_stub for one in known if one is not None)


def _exact(claim: Claim, documents: Documents) -> str | None:
    """The quoted words, where they are shown whole; a shortened quote would match nothing."""
    document = documents.by_id.get(claim.pointer.source) if claim.pointer else None
    if document is None or claim.pointer is None or claim.pointer.span is None:
        return None
    words = claim.pointer.span.of(document.text)
    return words if claim.original == words else None
