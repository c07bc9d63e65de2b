"""Who says what in which paragraph, and whom and what they speak of there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.archive.annotation import Link
from plugins.archive.source import Block, Document, Segment
from plugins.archive.span import Span
from plugins.entity_pages.speaking import turn_label
from plugins.quotations.said import TURNS, Said, Voices
from plugins.sources.rights import is_told_of

if TYPE_CHECKING:
    # The site holds what is made here: the other way round would be a circle.
    from plugins.entity_pages.site import Site


@dataclass(frozen=True)
class Voice:
    """What somebody says in one paragraph of a text: a turn without its label, or quotations.

    ``number`` is the paragraph's. ``topics`` are the links inside the words, in order: what a program or a
    person linked there, without the speaker and the archive's film. ``teller`` is in whose turn the words are
    quoted, or None.
    """

    source: str
    number: int
    spans: tuple[Span, ...]
    topics: tuple[Link, ...]
    teller: str | None = None

    def length(self, text: str) -> int:
        """How many words of a text they are: whatever stands between white space."""
        return sum(len(span.of(text).split()) for span in self.spans)

    def holds(self, span: Span) -> bool:
        """Whether a span lies in the words."""
        return any(one.contains(span) for one in self.spans)


def voices_of(site: Site) -> dict[str, tuple[Voice, ...]]:
    """What each person and each paper says, in the order of source ids and of the text.

    Passes over what may not be told of: see ``rights.is_told_of``.
    """
    known = Voices(site.archive, site.quotations)
    found: dict[str, list[Voice]] = defaultdict(list)
    for document in site.documents.by_id.values():
        by_place: dict[tuple[str, int, str | None], list[Span]] = defaultdict(list)
        for said in known.said(document):
            if is_told_of(document, said.span, site.settings):
                number = site.block_at(document.source, said.span.start)
                by_place[said.speaker, number, said.teller].append(_words(said, document, site))
        told = _Told(document, site) if by_place else None
        for (speaker, number, teller), spans in by_place.items():
            topics = told.topics(speaker, spans) if told else ()
            found[speaker].append(Voice(document.source, number, tuple(spans), topics, teller))
    return {speaker: tuple(voices) for speaker, voices in found.items()}


def _words(said: Said, document: Document, site: Site) -> Span:
    """The words alone: of a turn what comes after its label."""
    segment = document.segment_at(said.span.start)
    if segment is None or segment.label not in TURNS or segment.span != said.span:
        return said.span
    label = turn_label(document.text, segment, _block(segment, document, site))
    return Span(label.turn, said.span.end) if label else said.span


def _block(segment: Segment, document: Document, site: Site) -> Block:
    blocks = document.original.blocks
    number = segment.number
    return Block(site.blocks[document.source][number - 1]) if blocks is None else blocks[number - 1]


class _Told:
    """The links of a text that may be told of, found by where they stand."""

    def __init__(self, document: Document, site: Site) -> None:
        self._film = site.film.id if site.film else None
        self._links = [
            link
            for link in site.archive.links_in.get(document.source, ())
            if link.entity in site.archive.entities and not site.is_hidden(link)
        ]
        # A text has thousands of both: to go through all links for each voice would take minutes.
        self._places = sorted((link.span.start, number) for number, link in enumerate(self._links))

    def topics(self, speaker: str, spans: list[Span]) -> tuple[Link, ...]:
        """The links inside some words, in the order of all links."""
        numbers = {
            number
            for span in spans
            for _, number in self._places[
                bisect_left(self._places, (span.start,)) : bisect_left(self._places, (span.end,))
            ]
            if span.contains(self._links[number].span)
        }
        found = (self._links[number] for number in sorted(numbers))
        return tuple(link for link in found if link.entity not in {speaker, self._film})
