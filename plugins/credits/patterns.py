"""Who played whom, where a text says it with two names and a pattern between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from plugins.archive.annotation import CreditLine, Undecided
from plugins.archive.entity import Entity, Kind
from plugins.archive.source import Document, Label
from plugins.archive.span import Span
from plugins.authority.linking import Links
from plugins.sources.library import Documents

MAKER = "credits/1"

READ = frozenset({Label.BODY, Label.QUESTION, Label.ANSWER, Label.CAPTION, Label.NOTE})
"""Segments whose words are the author's or a speaker's; readers' comments credit nobody."""

CHARACTER_THEN_PERSON = re.compile(
    r"[”\"’']?,?\s*\((?:[a-z]+ly\s+)?(?P<voice>voiced\s+by\s+)?(?:played\s+by\s+)?"
)
"""Between the names of ``Amy (Amy Adams`` and ``Samantha” (wonderfully voiced by Scarlett Johansson``."""

PERSON_THEN_CHARACTER = re.compile(r"\s+as\s+")
"""Between the names of ``Joaquin Phoenix as Theodore``."""

POSSESSIVE = re.compile(r"['’]s\b")
"""After the second name it makes somebody else the part: ``Amy Adams as Theodore’s friend``."""


@dataclass(frozen=True, order=True, slots=True)
class _Named:
    """An entity, and one place that names it."""

    source: str
    span: Span
    entity: str


def find_credits(documents: Documents, links: Links, entities: tuple[Entity, ...]) -> tuple[CreditLine, ...]:
    """The cast credits of every document, in the order of sources and offsets.

    Both names must be linked, one to a character and one to a person; a name that was left undecided can
    still be a part. A pair of names without one of the patterns between them is no credit.
    """
    kinds = {entity.id: entity.kind for entity in entities}
    found: list[CreditLine] = []
    linked = (_Named(one.source, one.span, one.entity) for one in links.made)
    named = sorted([*linked, *_parts(links.undecided, kinds)])
    for source, own in groupby(named, key=lambda one: one.source):
        if source in documents.by_id:
            found += _credits_in(documents.by_id[source], list(own), kinds)
    return tuple(found)


def _parts(undecided: Iterable[Undecided], kinds: dict[str, Kind]) -> Iterator[_Named]:
    """The undecided names that one character alone answers to, besides others who are none.

    ``Nora (Ida Brandt)`` says of its Nora that she is played; it need not be known which other Nora there is.
    """
    for one in undecided:
        characters = [each for each in one.candidates if kinds.get(each) is Kind.CHARACTER]
        if len(characters) == 1:
            yield _Named(one.source, one.span, characters[0])


def _credits_in(document: Document, names: list[_Named], kinds: dict[str, Kind]) -> Iterator[CreditLine]:
    for first, second in pairwise(names):
        segment = document.segment_at(first.span.start)
        if segment is None or segment.label not in READ or second.span.end > segment.span.end:
            continue
        pair = (kinds.get(first.entity), kinds.get(second.entity))
        between = document.text[first.span.end : second.span.start]
        if pair == (Kind.CHARACTER, Kind.PERSON):
            match = CHARACTER_THEN_PERSON.fullmatch(between)
            if match and document.text[second.span.end : second.span.end + 1] == ")":
                yield _line(document, first, second, "voice" if match["voice"] else None, closing=1)
        elif pair == (Kind.PERSON, Kind.CHARACTER) and PERSON_THEN_CHARACTER.fullmatch(between):
            if POSSESSIVE.match(document.text, second.span.end):
                continue
            yield _line(document, second, first, None, closing=0)


def _line(
    document: Document, character: _Named, person: _Named, mode: str | None, closing: int
) -> CreditLine:
    start = min(character.span.start, person.span.start)
    end = max(character.span.end, person.span.end) + closing
    return CreditLine(document.source, Span(start, end), person.entity, character.entity, mode, MAKER)
