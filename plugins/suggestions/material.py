"""What suggestions are made from: the values of a build without stubs, and where originals stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from plugins.archive.annotation import Mention
from plugins.archive.settings import Settings
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.authority.names import Names
from plugins.authority.record import Records
from plugins.discovery.merging import Discovered
from plugins.quotations.sentences import find_sentences
from plugins.sources.library import Documents
from plugins.suggestions.named_links import NamedLink, find_named_links
from plugins.suggestions.original_places import OriginalPlaces
from plugins.suggestions.suggestion import Place, Spot

UNRECORDED = "its text has no record yet; invoke import makes one"
"""Why nothing can be written about a text: no line of ``content/`` may name a source that has no record."""


@dataclass(frozen=True)
class Material:
    """The values of one build. ``recorded`` are the records that people wrote, and those of their texts.

    Stubs of names are left out: a program's guess is no candidate, it is a suggestion itself.
    """

    recorded: Records
    names: Names
    documents: Documents
    mentions: tuple[Mention, ...]
    links: Links
    discovered: tuple[Discovered, ...]
    settings: Settings
    places: OriginalPlaces

    @cached_property
    def settled(self) -> dict[str, bytearray]:
        """For each source, its code points: 1 where a program found a name or a person has judged."""
        found = {source: bytearray(len(one.text)) for source, one in self.documents.by_id.items()}
        spans = [
            *((one.source, one.span) for one in self.mentions),
            *((one.source, one.span) for one in self.recorded.judgements),
        ]
        for source, span in spans:
            if source in found:
                found[source][span.start : span.end] = b"\1" * len(span)
        return found

    @cached_property
    def linked(self) -> dict[str, frozenset[str]]:
        """The entities that each source has a link to."""
        found: dict[str, set[str]] = {source: set() for source in self.documents.by_id}
        for one in self.links.made:
            found[one.source].add(one.entity)
        return {source: frozenset(entities) for source, entities in found.items()}

    @cached_property
    def named_links(self) -> dict[str, NamedLink]:
        """The wiki links that lead by a name, by that name."""
        return find_named_links(self.recorded)

    def is_settled(self, spot: Spot) -> bool:
        """Whether any letter of a spot is part of a mention or of a judgement."""
        return any(self.settled[spot.source][spot.span.start : spot.span.end])

    def is_recorded(self, source: str) -> bool:
        """Whether a person has a record of a source, so that lines of ``content/`` may name it."""
        record = self.recorded.by_id.get(source)
        return record is not None and not record.is_stub

    def place(self, spot: Spot) -> Place:
        return self.places.at(spot)

    def words(self, spot: Spot) -> str:
        return " ".join(spot.span.of(self.documents.by_id[spot.source].text).split())

    def sentence(self, spot: Spot) -> Span:
        """The sentence that a spot begins in, or the spot itself between segments."""
        document = self.documents.by_id[spot.source]
        segment = document.segment_at(spot.span.start)
        if segment is None:
            return spot.span
        for sentence in find_sentences(document.text, segment.span):
            if spot.span.start < sentence.end:
                return Span(min(sentence.start, spot.span.start), max(sentence.end, spot.span.end))
        return spot.span

    def described(self, record_id: str) -> str:
        """A record as a person knows it: its name and kind, with its id."""
        record = self.recorded.by_id[record_id]
        return f"{record.name} ({record.kind.kind.value}, {record_id})"
