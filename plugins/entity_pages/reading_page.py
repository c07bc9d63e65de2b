"""A source's text as a page to read: what stands at its head, its parts, and what is set apart from it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.archive.claim import Claim
from plugins.archive.source import Document, Label, Role, Segment
from plugins.entity_pages.margins import margin_notes
from plugins.entity_pages.paragraphs import LISTED, TURNS, Paragraphs
from plugins.entity_pages.reading_views import (
    ErratumRow,
    Margin,
    Named,
    Paragraph,
    Part,
    Reading,
    Run,
    Stretch,
)
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_text import SourceText, place_of
from plugins.entity_pages.threads import threads

SET_APART = frozenset({Label.CAPTION, Label.PHOTO_CREDIT, Label.METADATA, Label.RESIDUE})
"""Labels of what stands around a text rather than in it; a reading page keeps them in a fold."""

AFTERWARDS = frozenset({*SET_APART, *LISTED, Label.NOTE, Label.ERRATUM, Label.COMMENT})
"""Labels of what has a place of its own after the text."""

OPENING = frozenset({Label.SECTION, Label.HEADING, Label.BYLINE})
"""Labels of what a page has before its text begins."""

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction by adults: M. Brysbaert, "How many words do we read per minute?",
Journal of Memory and Language 109 (2019)."""

LONG_WORD = 15
"""Code points that words have on average in a script that puts no space between them; German has 7."""

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages, by their subtag, whose texts run from right to left."""

_GROUPED = {Role.QUOTATION: "quotation", Role.ITEM: "list"}


def reading_page(document: Document, site: Site, page_url: str) -> Reading:
    """A text whose words may be shown, every block of it once.

    In each part the order is that of the text.
    """
    text = SourceText(document, site, page_url)
    make = Paragraphs(text)
    flow = [one for one in document.segments if one.label not in AFTERWARDS]
    titled = _titled(flow, document, site.record(document.source).text("title"))
    opening = flow[: max(len(opening_of(flow)), 0 if titled is None else titled + 1)]
    rows = {segment.number: _on_a_card(make.of(segment)[0]) for segment in opening}
    headings = [one for one in opening if one.label is Label.HEADING]
    first = flow[titled] if titled is not None else next(iter(headings), None)
    headline = first.number if first else None
    lang = site.record(document.source).text("lang")
    return Reading(
        lang=lang,
        direction="rtl" if lang and lang.lower().split("-")[0] in RIGHT_TO_LEFT else None,
        minutes=minutes_of(flow, document.text),
        keeps_lines=document.original.blocks is not None,
        sections=tuple(rows[one.number] for one in opening if one.label is Label.SECTION),
        headline=rows[headline] if headline else None,
        bylines=tuple(
            rows[one.number] for one in opening if one.label is not Label.SECTION and one.number != headline
        ),
        parts=tuple(parts(flow[len(opening) :], make)),
        notes=_rows(document, make, {Label.NOTE}),
        errata=_errata(document, make),
        credits=_rows(document, make, LISTED),
        comments=threads((one, make.of(one)) for one in document.segments if one.label is Label.COMMENT),
        set_apart=_rows(document, make, SET_APART),
        whole=margin_notes(_of_the_whole(text, opening), site, page_url),
        register=_register(text),
    )


def _titled(flow: Sequence[Segment], document: Document, title: str | None) -> int | None:
    """The place of the heading that is the record's title, if only an opening stands above it."""
    for place, one in enumerate(flow):
        if one.label not in OPENING:
            return None
        words = " ".join(one.span.of(document.text).split())
        if one.label is Label.HEADING and title and words.casefold() == title.casefold():
            return place
    return None


def _on_a_card(row: Paragraph) -> Paragraph:
    """A line of the title card, which has no margin: its words lead to no notes."""
    stretches = (Stretch(tuple(Run(run.pieces) for run in one.runs), one.correction) for one in row.stretches)
    return replace(row, stretches=tuple(stretches), margin=Margin())


def _of_the_whole(text: SourceText, opening: Iterable[Segment]) -> list[Claim]:
    """Claims that point at no paragraph, or at the title card; a review's verdict has a place of its own."""
    is_review = text.site.archive.entities[text.document.source].type == "review"
    claims = [one for one in text.claims.get(None, ()) if not (is_review and one.property == "verdict")]
    return claims + [one for segment in opening for one in text.claims.get(segment.number, ())]


def _rows(document: Document, make: Paragraphs, labels: Iterable[Label]) -> tuple[Paragraph, ...]:
    return tuple(row for one in document.segments if one.label in labels for row in make.of(one))


def opening_of(flow: Sequence[Segment]) -> Sequence[Segment]:
    """What stands at the head of a text: its section, its headline with a line below it, its writers.

    A second heading belongs to it only where a byline follows; else it opens the first chapter.
    """
    end = next((place for place, one in enumerate(flow) if one.label not in OPENING), len(flow))
    labels = [one.label for one in flow[:end]]
    if Label.BYLINE in labels:
        return flow[: end - labels[::-1].index(Label.BYLINE)]
    if Label.HEADING in labels:
        return flow[: labels.index(Label.HEADING) + 1]
    return flow[:end]


def parts(flow: Iterable[Segment], make: Paragraphs) -> list[Part]:
    """The text without its opening, in parts."""
    found: list[tuple[str, str | None, list[Paragraph]]] = []
    is_first = True
    for segment in flow:
        kind, speaker = _kind(segment, make), segment.speaker
        goes_on = (
            bool(found)
            and found[-1][:2] == (kind, speaker)
            and (segment.label in TURNS or kind in _GROUPED.values())
            and make.label_before(segment) is None
        )
        rows = make.of(segment, opens_turn=segment.label in TURNS and not goes_on)
        if goes_on:
            found[-1][2].extend(rows)
            continue
        if kind == Label.BODY.value and is_first:
            kind, is_first = "lead", False
        found.append((kind, speaker, list(rows)))
    return [Part(kind, tuple(rows)) for kind, _, rows in found]


def _kind(segment: Segment, make: Paragraphs) -> str:
    role = make.text.block(segment.number).role
    if segment.label is Label.BODY and role in _GROUPED:
        return _GROUPED[role]
    return segment.label.value


def minutes_of(flow: Iterable[Segment], text: str) -> int | None:
    """How long a text takes to read, in whole minutes from 1; None where its words cannot be counted."""
    words = [word for one in flow for word in one.span.of(text).split()]
    if not words or sum(map(len, words)) > LONG_WORD * len(words):
        return None
    return max(1, round(len(words) / WORDS_A_MINUTE))


def _errata(document: Document, make: Paragraphs) -> tuple[ErratumRow, ...]:
    """The errata as they stand in the text, each with the places that it corrects."""
    corrects: dict[int, list[tuple[int, str]]] = defaultdict(list)
    shown = {one.anchor for marked in make.text.corrections.values() for _, one in marked}
    for place, erratum in enumerate(document.errata, 1):
        where = place_of(erratum)
        if where is not None:
            number, anchor = make.text.number_at(where.start), f"corrected-{place}"
            anchor = anchor if anchor in shown else f"p{number}"
            corrects[make.text.number_at(erratum.span.start)].append((number, anchor))
    rows = _rows(document, make, {Label.ERRATUM})
    return tuple(ErratumRow(row, tuple(corrects.get(row.number or 0, ()))) for row in rows)


def _register(text: SourceText) -> tuple[Named, ...]:
    """Whom and what a text names, or a claim on it is about, in the order of an index."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for number, links in text.links.items():
        for link in links:
            numbers[link.entity].add(number)
    entities = text.site.archive.entities
    for place, claims in text.claims.items():
        for claim in claims if place is not None else ():
            if claim.subject in entities and claim.subject != text.document.source:
                numbers[claim.subject].add(place or 0)
    found = sorted((entities[one] for one in numbers), key=lambda one: (one.sort_name.casefold(), one.id))
    return tuple(Named(text.site.ref(one.id), tuple(sorted(numbers[one.id]))) for one in found)
