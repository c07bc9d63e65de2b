"""Mentions and claims as W3C Web Annotations: the body says what is meant, the target where it stands.

Standard: Web Annotation Data Model (W3C Recommendation, 23 February 2017). The digest of words that are not
shown is ours, and the context says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.archive.annotation import Link
from plugins.archive.assemble import Archive
from plugins.archive.claim import Claim
from plugins.archive.settings import Settings
from plugins.archive.span import Pointer, Span, digest_of
from plugins.incremental.as_json import as_json
from plugins.open_data.catalogue import FOLDER
from plugins.open_data.selectors import LONGEST_CONTEXT, Quoted, Target, quoted_at
from plugins.sources.library import Documents
from plugins.sources.rights import shows_text

Item = dict[str, Any]

ANNOTATIONS = "annotations.jsonld"

VERSION = 1

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"digest": "urn:intertitle:digest"}]

HEAD: Item = {
    "@context": CONTEXT,
    "id": f"{FOLDER}/{ANNOTATIONS}",
    "type": "AnnotationPage",
    "version": VERSION,
}
"""What the page has beside its items. Ids and addresses are relative to the site."""


@dataclass(frozen=True, slots=True)
class Identified:
    """That a name in a text means what has its page, or its entry, at an address of the site."""

    target: Target
    url: str


@dataclass(frozen=True, slots=True)
class Described:
    """That a claim rests on words of a text. ``id`` is the claim's."""

    target: Target
    id: str
    subject: str
    property: str
    value: str


WebAnnotation = Identified | Described

SEPARATOR = ": "
"""What stands between the subject, the property and the value of a claim; the first two never hold it."""


def web_annotations(
    archive: Archive, mentions: Iterable[Link], documents: Documents, settings: Settings
) -> Iterator[WebAnnotation]:
    """Mentions that may be told of, and after them all claims with a span.

    Stubs are left out, and claims about them: whoever merges annotations takes them for what people say.
    """
    meant = [link for link in mentions if not archive.entities[link.entity].is_stub]
    claims = [(claim, pointer) for claim in archive.claims if (pointer := _pointer(claim, archive))]
    quoted = _quoted(meant, claims, documents, settings)
    for link in meant:
        target = _target(link.source, link.span, documents, quoted, None)
        yield Identified(target, archive.entities[link.entity].url)
    for claim, pointer in claims:
        if span := pointer.span:
            target = _target(pointer.source, span, documents, quoted, pointer.digest)
            yield Described(target, claim.id, claim.subject, claim.property, claim.value)


def _pointer(claim: Claim, archive: Archive) -> Pointer | None:
    """Where a claim stands; None without exact words, and for claims about stubs."""
    if claim.pointer is None or claim.pointer.span is None:
        return None
    known = (archive.entities.get(one) for one in (claim.subject, *claim.about))
    return None if any(one.is_stub for one in known if one is not None) else claim.pointer


def _quoted(
    links: Iterable[Link],
    claims: Iterable[tuple[Claim, Pointer]],
    documents: Documents,
    settings: Settings,
) -> dict[tuple[str, Span], Quoted]:
    """The words that may be shown, by source and span, as far as they tell their place.

    Around a short quotation nothing more may be shown: it must be the only one of its words.
    """
    spans: dict[str, set[Span]] = defaultdict(set)
    for link in links:
        if shows_text(documents.by_id[link.source], settings):
            spans[link.source].add(link.span)
    for claim, pointer in claims:
        if pointer.span and _shows_words(claim, pointer, documents):
            spans[pointer.source].add(pointer.span)
    found: dict[tuple[str, Span], Quoted] = {}
    for source, wanted in spans.items():
        document = documents.by_id[source]
        longest = LONGEST_CONTEXT if shows_text(document, settings) else 0
        told = quoted_at(document.text, wanted, longest)
        found.update(((source, span), one) for span, one in told.items())
    return found


def _shows_words(claim: Claim, pointer: Pointer, documents: Documents) -> bool:
    """Whether a claim has its words whole; a shortened quotation would match nothing."""
    document = documents.by_id.get(pointer.source)
    return (
        document is not None and pointer.span is not None and claim.original == pointer.span.of(document.text)
    )


def _target(
    source: str,
    span: Span,
    documents: Documents,
    quoted: dict[tuple[str, Span], Quoted],
    digest: str | None,
) -> Target:
    words = quoted.get((source, span))
    if words is None and digest is None:
        digest = digest_of(span.of(documents.by_id[source].text))
    return Target(source, span, words, None if words else digest)


def annotation_page(annotations: Iterable[WebAnnotation]) -> bytes:
    """Annotations as one page."""
    return page_of(map(item_of, annotations))


def page_of(items: Iterable[Item]) -> bytes:
    """Annotations that are items already as one page, each on a line of its own."""
    return b"".join((as_json(HEAD)[:-1], b',"items":[\n', b",\n".join(map(as_json, items)), b"\n]}\n"))


def item_of(annotation: WebAnnotation) -> Item:
    """An annotation in the words of the standard."""
    target = annotation.target
    body: str | Item
    if isinstance(annotation, Identified):
        id_ = f"m-{target.source}-{target.span.start}-{target.span.end}"
        motivation, body = "identifying", annotation.url
    else:
        id_, motivation = annotation.id, "describing"
        said = SEPARATOR.join((annotation.subject, annotation.property, annotation.value))
        body = {"type": "TextualBody", "value": said}
    return {
        "id": f"#{id_}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": {"source": f"sources/{target.source}.html", "selector": _selectors(target)},
    }


def _selectors(target: Target) -> list[Item]:
    position: Item = {"type": "TextPositionSelector", "start": target.span.start, "end": target.span.end}
    if target.digest is not None:
        position["digest"] = target.digest
    if target.quoted is None:
        return [position]
    quotation: Item = {"type": "TextQuoteSelector", "exact": target.quoted.exact}
    around = {"prefix": target.quoted.prefix, "suffix": target.quoted.suffix}
    return [position, quotation | {name: words for name, words in around.items() if words}]
