"""What rests on a source whose text is not its page: claims, names and corrections by paragraph."""

from __future__ import annotations

from collections import defaultdict

from plugins.archive.claim import Claim
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.entity_pages.margins import margin_notes
from plugins.entity_pages.reading_views import CitedParagraph
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_text import SourceText, place_of
from plugins.sources.rights import is_told_of


class Resting:
    """What rests on each paragraph of a source: claims, names, speakers and corrections.

    ``numbers`` are the paragraphs of which there is something to say, None for the claims that point at the
    whole source, which come first. Holds no word of the text but the quotations that its rights allow.
    """

    def __init__(self, source: str, site: Site, page_url: str) -> None:
        document = site.document(source)
        text = SourceText(document, site, page_url) if document else None
        self._site, self._page_url = site, page_url
        self._claims = _by_paragraph(source, site, text)
        self._names = _names(text) if text else {}
        self._speakers = site.speakers.get(source, {})
        self._corrects, self._corrected_by = _corrections(text) if text else ({}, {})
        told = (self._claims, self._names, self._speakers, self._corrects, self._corrected_by)
        self._whole = margin_notes(self._claims.get(None, ()), site, page_url)
        numbers = {one for table in told for one in table}
        self.numbers: tuple[int | None, ...] = (
            *([None] if self._whole else ()),
            *sorted(one for one in numbers if one is not None),
        )

    def told(self, number: int | None) -> CitedParagraph:
        """All that is to say of a paragraph."""
        if number is None:
            return CitedParagraph(None, "whole", self._whole)
        notes = margin_notes(self._claims.get(number, ()), self._site, self._page_url)
        return CitedParagraph(
            number=number,
            anchor=f"p{number}",
            notes=notes,
            names=self._site.refs(dict.fromkeys(self._names.get(number, ()))),
            speakers=self._site.refs(self._speakers.get(number, ())),
            corrects=tuple(sorted(self._corrects.get(number, ()))),
            corrected_by=tuple(sorted(self._corrected_by.get(number, ()))),
        )


def cited_paragraphs(source: str, site: Site, page_url: str) -> tuple[CitedParagraph, ...]:
    """All that rests on a source, in the order of its paragraphs."""
    resting = Resting(source, site, page_url)
    return tuple(map(resting.told, resting.numbers))


def _by_paragraph(source: str, site: Site, text: SourceText | None) -> dict[int | None, list[Claim]]:
    """Claims by the paragraph that their pointers name, or that holds the words which they name instead."""
    found: dict[int | None, list[Claim]] = defaultdict(list)
    for claim in site.archive.claims_from.get(source, ()):
        pointer = claim.pointer
        number = pointer.paragraph if pointer else None
        if number is None and pointer and pointer.span and text:
            number = text.number_at(pointer.span.start)
        found[number].append(claim)
    return found


def _names(text: SourceText) -> dict[int, list[str]]:
    """The entities that each paragraph names, as far as that may be told."""
    told = {
        number: [link.entity for link in links if not text.site.is_hidden(link)]
        for number, links in text.links.items()
    }
    return {number: names for number, names in told.items() if names}


def _corrections(text: SourceText) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """The paragraphs that each erratum corrects, and the errata that correct each paragraph."""
    corrects: dict[int, set[int]] = defaultdict(set)
    corrected_by: dict[int, set[int]] = defaultdict(set)
    for erratum in text.document.errata:
        place = place_of(erratum)
        if place is None or not _may_tell(text.document, place, text.site):
            continue
        there, here = text.number_at(place.start), text.number_at(erratum.span.start)
        corrects[here].add(there)
        corrected_by[there].add(here)
    return corrects, corrected_by


def _may_tell(document: Document, span: Span, site: Site) -> bool:
    return is_told_of(document, span, site.settings)
