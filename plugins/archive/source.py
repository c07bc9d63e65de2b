"""Originals and what they are cut into: the text stays still, everything else hangs from it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from plugins.archive.packed_text import PackedText
from plugins.archive.span import Pointer, Span, digest_of


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
    PHOTO_CREDIT = "photo-credit"
    CREDIT_BLOCK = "credit-block"
    FILM_FACTS = "film-facts"
    ERRATUM = "erratum"
    NOTE = "note"
    COMMENT = "comment"
    METADATA = "metadata"
    RESIDUE = "residue"


class Role(Enum):
    """What the markup of a web page says that a block is, where it says so."""

    HEADING = "heading"
    BYLINE = "byline"
    DATE = "date"
    ITEM = "item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    COMMENT = "comment"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands by itself, white space trimmed, and how its page set it.

    All but ``span`` is known of web pages only. ``lead`` counts the code points at the start that are
    set in bold, where the rest is not: a speaker's label, often. ``bold`` and ``italic`` say that all
    of the block is set so. A COMMENT has a ``depth`` from 1, and ``begins`` is false in its second
    block and after; ``rule`` names the element or class that gave the role.
    """

    span: Span
    role: Role | None = None
    rule: str = ""
    lead: int = 0
    bold: bool = False
    italic: bool = False
    depth: int = 0
    begins: bool = True


@dataclass(frozen=True)
class Original:
    """The pinned bytes of a text, read: ``text`` is what all offsets count in.

    Of a web page, ``text`` is what a reader sees of it, and ``blocks`` are the page's own; they are
    None where line ends alone part the blocks.
    """

    sha256: str
    text: PackedText = PackedText()  # noqa: RUF009 a descriptor, which dataclasses ask for its default
    blocks: tuple[Block, ...] | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A block of an original, or all blocks of one comment, with a label and the rule that gave it.

    ``number`` counts blocks from 1 and does not depend on labels, so a pointer's paragraph keeps
    its meaning when the rules get better; a comment has the number of its first block, and the
    segment after it that of its own. ``speaker`` is the label before a turn, as the text has it, also
    in turns that have none of their own. ``parent`` is the number of the comment that this one
    answers. ``depth`` is a comment's nesting from 1, 0 for all else.
    """

    source: str
    span: Span
    number: int
    label: Label
    rule: str
    speaker: str | None = None
    parent: int | None = None
    depth: int = 0
    blocks: int = 1


@dataclass(frozen=True, order=True, slots=True)
class Quotation:
    """Words in quotation marks, the marks included.

    ``speaker`` is where the text names who says them, None where it does not. ``closed`` is false where no
    mark ends them before their segment does. ``by`` is how the tag tells the speaker: by a ``name``, or by a
    ``pronoun`` or a ``role`` that means the name at ``speaker``; None without one.
    """

    span: Span
    speaker: Span | None
    closed: bool = True
    by: str | None = None


@dataclass(frozen=True, order=True, slots=True)
class Erratum:
    """A correction printed with a text, tied to what it corrects.

    ``span`` is the erratum's segment. ``passage`` is the sentence that it corrects, and ``struck`` the
    words in it that are wrong; both None where the text does not show which. ``reads`` are the words
    of the erratum that stand in their place, None where it only says what was wrong.
    """

    span: Span
    passage: Span | None
    struck: Span | None
    reads: Span | None
    reason: str

    @property
    def is_carried_out(self) -> bool:
        """Whether the saved text has the right words already: its passage has nothing to strike."""
        return self.passage is not None and self.struck is None


@dataclass(frozen=True)
class Document:
    """One source with its original at hand, cut into segments in the order of the text."""

    source: str
    rights: Rights
    original: Original
    segments: tuple[Segment, ...]
    errata: tuple[Erratum, ...] = ()

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

    def pointer_to(self, span: Span) -> Pointer:
        """The citation of the very words at a span; without a paragraph where it begins between segments."""
        segment = self.segment_at(span.start)
        number = segment.number if segment else None
        return Pointer(self.source, number, span, digest_of(span.of(self.text)))

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
        """The segment that holds the block with that number, or None beyond the last."""
        place = bisect_right(self.segments, number, key=lambda one: one.number) - 1
        if place < 0:
            return None
        segment = self.segments[place]
        return segment if number < segment.number + segment.blocks else None
