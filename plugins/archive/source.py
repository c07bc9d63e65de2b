"""Originals and what they are cut into: the text stays still, everything else hangs from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from plugins.archive.span import Span


class Rights(Enum):
    """How much of a source's text this archive may show to the public."""

    FULL = "full"
    EXCERPT = "excerpt"
    SUMMARY = "summary"
    LINK = "link"


class Label(Enum):
    """What a segment is. All but RESIDUE and METADATA belong to the text that was published."""

    HEADING = "heading"
    SECTION = "section"
    BYLINE = "byline"
    BODY = "body"
    QUESTION = "question"
    ANSWER = "answer"
    CAPTION = "caption"
    CREDIT_BLOCK = "credit-block"
    ERRATUM = "erratum"
    NOTE = "note"
    COMMENT = "comment"
    METADATA = "metadata"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Original:
    """The pinned bytes of a text, read: ``text`` is what all offsets count in."""

    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of an original with its label and the rule that gave it.

    ``number`` counts blocks from 1 and does not depend on labels, so a pointer's paragraph keeps
    its meaning when the rules get better. ``depth`` is a comment's nesting, 0 for all else.
    """

    source: str
    span: Span
    number: int
    label: Label
    rule: str
    speaker: str | None = None
    parent: int | None = None
    depth: int = 0


@dataclass(frozen=True)
class Document:
    """One source with its original at hand, cut into segments in the order of the text."""

    source: str
    rights: Rights
    original: Original
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        return self.original.text

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the text in order: whatever stands between white space."""
        return tuple(Span(*match.span()) for match in re.finditer(r"\S+", self.text))

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.span.start for segment in self.segments]

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a code point, or None between segments."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return None
        segment = self.segments[place]
        return segment if offset < segment.span.end else None

    def holds_comment(self, span: Span) -> bool:
        """Whether any part of a span is a reader's comment."""
        place = max(bisect_right(self._starts, span.start) - 1, 0)
        for segment in self.segments[place:]:
            if segment.span.start >= max(span.end, span.start + 1):
                return False
            if segment.label is Label.COMMENT and segment.span.overlaps(span):
                return True
        return False

    def paragraph(self, number: int) -> Segment | None:
        """The segment with that number, or None beyond the last."""
        return self.segments[number - 1] if 1 <= number <= len(self.segments) else None
