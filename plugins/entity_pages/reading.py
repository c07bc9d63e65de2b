"""Texts as readers see them: paragraphs with linked names, and the sentence around a mention."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from plugins.archive.annotation import Link
from plugins.archive.claim import Claim
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.entity_pages.facts import label_of
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import CitedParagraph, MarginNote, Paragraph, Piece, Ref

SET_APART = frozenset({Label.RESIDUE, Label.METADATA, Label.NOTE, Label.CAPTION})
"""Labels of what stands around a text rather than in it; a reading page keeps them in a fold."""

_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Jr|Sr|vs|Bros|No)\.$")


def pieces(
    text: str, span: Span, links: Iterable[Link], site: Site, marked: Span | None = None
) -> tuple[Piece, ...]:
    """The words of a span, names linked. ``marked`` is highlighted instead of linked.

    Links that do not lie wholly in the span are left out; of overlapping ones the first stays.
    """
    found: list[Piece] = []
    position = span.start
    for link in sorted(links, key=lambda one: one.span):
        if link.span.start < position or link.span.end > span.end or link.entity not in site.archive.entities:
            continue
        if link.span.start > position:
            found.append(Piece(text[position : link.span.start]))
        is_marked = link.span == marked
        ref = None if is_marked else site.ref(link.entity)
        found.append(Piece(link.span.of(text), ref, mark=is_marked))
        position = link.span.end
    if position < span.end:
        found.append(Piece(text[position : span.end]))
    return tuple(found)


def sentence_around(text: str, segment: Span, mention: Span) -> Span:
    """The sentence of a segment in which a mention stands.

    Refuses to end a sentence after an initial or a title (``K. K. Barrett``, ``Warner Bros.``).
    """
    start, end = segment.start, segment.end
    for match in _SENTENCE_END.finditer(text, segment.start, segment.end):
        if _ABBREVIATION.search(text, max(segment.start, match.start() - 6), match.start() + 1):
            continue
        if match.end() <= mention.start:
            start = match.end()
        elif match.start() >= mention.end - 1:
            end = match.end()
            break
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def paragraphs(document: Document, site: Site, page_url: str) -> tuple[Paragraph, ...]:
    """Every block of a text whose words may be shown, in order."""
    links = _by_segment(document, site)
    claims = _claims_by_paragraph(site, document.source)
    return tuple(_paragraph(document, one, links, claims, site, page_url) for one in document.segments)


def _paragraph(
    document: Document,
    segment: Segment,
    links: dict[int, list[Link]],
    claims: dict[int | None, list[Claim]],
    site: Site,
    page_url: str,
) -> Paragraph:
    return Paragraph(
        number=segment.number,
        anchor=f"p{segment.number}",
        label=segment.label.value,
        speaker=segment.speaker,
        depth=segment.depth,
        pieces=pieces(document.text, segment.span, links.get(segment.number, ()), site),
        notes=margin_notes(claims.get(segment.number, ()), site, page_url),
    )


def is_set_apart(paragraph: Paragraph) -> bool:
    return Label(paragraph.label) in SET_APART


def cited_paragraphs(source: str, site: Site, page_url: str) -> tuple[CitedParagraph, ...]:
    """What the archive takes from each paragraph of a source, and whom the paragraph names.

    Claims that point at the whole source come first. Paragraphs from which nothing is taken and in
    which nobody is named are left out.
    """
    claims = _claims_by_paragraph(site, source)
    document = site.document(source)
    named: dict[int, list[str]] = defaultdict(list)
    if document is not None:
        for number, links in _by_segment(document, site).items():
            named[number] = [one.entity for one in links if not site.is_hidden(one)]
    numbers = sorted(
        {number for number in claims if number is not None} | {one for one in named if named[one]}
    )
    found = [
        CitedParagraph(
            number,
            f"p{number}",
            margin_notes(claims.get(number, ()), site, page_url),
            _names(named[number], site),
        )
        for number in numbers
    ]
    if whole := margin_notes(claims.get(None, ()), site, page_url):
        found.insert(0, CitedParagraph(None, "whole", whole))
    return tuple(found)


def _names(ids: Sequence[str], site: Site) -> tuple[Ref, ...]:
    return site.refs(dict.fromkeys(ids))


def margin_notes(claims: Iterable[Claim], site: Site, page_url: str) -> tuple[MarginNote, ...]:
    """What rests on a passage: one note for each claim, in the order of the passages."""
    return tuple(
        MarginNote(
            claim=claim.id,
            subject=site.ref(claim.subject),
            label=_label(claim),
            value=site.line(_value(claim, site), page_url),
            status=claim.status,
            quote=claim.original,
        )
        for claim in sorted(claims, key=_in_text_order)
        if claim.subject in site.archive.entities
        and claim.subject != (claim.pointer.source if claim.pointer else "")
    )


def _label(claim: Claim) -> str:
    """What a claim is about, in a word: the job of a credit, the property of a fact."""
    if claim.property in {"date", "event"}:
        return "Event"
    return label_of(claim.qualifier("role") or claim.property)


def _value(claim: Claim, site: Site) -> str:
    """A claim's value as Markdown for people: names for ids, words for dates."""
    if claim.property == "credit":
        person, character = claim.qualifier("person"), claim.qualifier("character")
        part = f"[[{character}]]" if character else claim.qualifier("character-name")
        return f"[[{person}]] as {part}" if part else f"[[{person}]]"
    if claim.property in {"date", "event"}:
        return site.archive.entities[claim.subject].summary or claim.value
    return claim.value


def _in_text_order(claim: Claim) -> tuple[int, str, str]:
    span = claim.pointer.span if claim.pointer else None
    return (span.start if span else -1, claim.subject, claim.id)


def _claims_by_paragraph(site: Site, source: str) -> dict[int | None, list[Claim]]:
    found: dict[int | None, list[Claim]] = defaultdict(list)
    for claim in site.archive.claims_from.get(source, ()):
        found[claim.pointer.paragraph if claim.pointer else None].append(claim)
    return found


def _by_segment(document: Document, site: Site) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = defaultdict(list)
    for link in site.archive.links_in.get(document.source, ()):
        segment = document.segment_at(link.span.start)
        if segment is not None:
            found[segment.number].append(link)
    return found
