"""One source's text with everything that hangs from it: names, claims, errata, by paragraph."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from plugins.archive.annotation import Link
from plugins.archive.claim import Claim
from plugins.archive.source import Block, Document, Erratum
from plugins.archive.span import Span
from plugins.entity_pages.marked_text import MarkedText, apart, cited_words
from plugins.entity_pages.reading_views import Correction
from plugins.entity_pages.site import Site


@dataclass(frozen=True)
class SourceText:
    """A text whose words may be shown. ``url`` is the address of its page, for links in notes."""

    document: Document
    site: Site
    url: str

    @property
    def text(self) -> str:
        return self.document.text

    def span(self, number: int) -> Span:
        """Where the block of a number stands."""
        return self.site.blocks[self.document.source][number - 1]

    def block(self, number: int) -> Block:
        """A block, and how its page set it."""
        blocks = self.document.original.blocks
        return Block(self.span(number)) if blocks is None else blocks[number - 1]

    def number_at(self, offset: int) -> int:
        """The number of the block at a code point, or of the last one before it; 1 before the first."""
        return self.site.block_at(self.document.source, offset)

    @cached_property
    def links(self) -> dict[int, list[Link]]:
        """The names in each paragraph, in order, none over another."""
        found: dict[int, list[Link]] = defaultdict(list)
        for link in apart(self.site.archive.links_in.get(self.document.source, ())):
            if link.entity in self.site.archive.entities:
                found[self.number_at(link.span.start)].append(link)
        return found

    @cached_property
    def claims(self) -> dict[int | None, list[Claim]]:
        """What rests on each paragraph; on the text as a whole by None.

        A pointer's very words say where it stands more closely than its paragraph: a comment is one
        paragraph to pointers, and several on a page.
        """
        found: dict[int | None, list[Claim]] = defaultdict(list)
        for claim in self.site.archive.claims_from.get(self.document.source, ()):
            pointer = claim.pointer
            if pointer is not None and pointer.span is not None:
                found[self.number_at(pointer.span.start)].append(claim)
            else:
                found[pointer.paragraph if pointer else None].append(claim)
        return found

    @cached_property
    def corrections(self) -> dict[int, list[tuple[Span, Correction]]]:
        """What errata correct in each paragraph, in order; of two that overlap the first stays."""
        found: dict[int, list[tuple[Span, Correction]]] = defaultdict(list)
        places = [(place_of(erratum), place) for place, erratum in enumerate(self.document.errata)]
        for span, place in sorted((span, place) for span, place in places if span is not None):
            inside = found[self.number_at(span.start)]
            if not inside or span.start >= inside[-1][0].end:
                inside.append((span, self._correction(place)))
        return found

    def _correction(self, place: int) -> Correction:
        erratum = self.document.errata[place]
        return Correction(
            anchor=f"corrected-{place + 1}",
            number=self.number_at(erratum.span.start),
            strikes=erratum.struck is not None,
            reads=erratum.reads.of(self.text) if erratum.reads and not erratum.is_carried_out else None,
            is_carried_out=erratum.is_carried_out,
        )

    def marked(self, number: int) -> MarkedText:
        """A paragraph's text with its marks."""
        block, links = self.span(number), self.links.get(number, [])
        spans = (claim.pointer.span for claim in self.claims.get(number, ()) if claim.pointer)
        inside = [_within(span, block) for span in spans if span and span.overlaps(block)]
        return MarkedText(
            self.text, self.site, links, cited_words(inside, links), self.corrections.get(number, [])
        )


def place_of(erratum: Erratum) -> Span | None:
    """Where a text shows that it was corrected: the wrong words, else their sentence, else nowhere."""
    found = erratum.struck or erratum.passage
    return found if found is not None and len(found) else None


def _within(span: Span, block: Span) -> Span:
    return Span(max(span.start, block.start), min(span.end, block.end))
