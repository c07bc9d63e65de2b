"""The blocks of a text as paragraphs of its page: their words, what they open with, their margins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.entity_pages.margins import margin_of
from plugins.entity_pages.marked_text import MarkedText
from plugins.entity_pages.reading_views import Head, Paragraph, Run, Stretch
from plugins.entity_pages.source_text import SourceText
from plugins.entity_pages.speaking import TurnLabel, turn_label
from plugins.entity_pages.views import Piece

TURNS = frozenset({Label.QUESTION, Label.ANSWER})

LISTED = frozenset({Label.CREDIT_BLOCK, Label.FILM_FACTS})
"""Labels of lines that name what they give: a job and who did it, a property of the film and its value."""

NAMELESS = {Label.QUESTION: "Question", Label.ANSWER: "Answer"}
"""What stands before a turn whose speaker the text never names."""

_TERM = re.compile(
    r"(?P<property>[^\s:][^:\n]{0,39}?)(?P<colon>\s{0,2}:\s+)"
    r"|(?P<job>(?:[\w&,]{1,20} ){1,4}by|starring|featuring)(?P<space>\s+)",
    re.IGNORECASE,
)

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True)
class Paragraphs:
    """Makes the paragraphs of one text."""

    text: SourceText

    def of(self, segment: Segment, opens_turn: bool = False) -> tuple[Paragraph, ...]:
        """The blocks of a segment: one, but for comments and for credits with several lines.

        ``opens_turn`` gives a turn without a label of its own the name that its speaker has in others.
        """
        if segment.label in LISTED:
            return tuple(self._lines(segment))
        rows = [self._paragraph(segment, number) for number in numbers_of(segment)]
        if opens_turn and rows[0].head is None:
            rows[0] = replace(rows[0], head=self._supplied(segment))
        return tuple(rows)

    def label_before(self, segment: Segment) -> TurnLabel | None:
        """The label with which a turn begins, where it has one of its own."""
        if segment.label not in TURNS:
            return None
        return turn_label(self.text.text, segment, self.text.block(segment.number))

    def _paragraph(self, segment: Segment, number: int) -> Paragraph:
        block, marked = self.text.span(number), self.text.marked(number)
        label = self.label_before(segment)
        head = self._head(label.words, label.turn, block, marked) if label else None
        said = Span(label.turn if label else block.start, block.end)
        row = Paragraph(number, segment.label.value, segment.rule, marked.stretches(said), head)
        return self._with_margin(row, marked)

    def _with_margin(self, row: Paragraph, marked: MarkedText) -> Paragraph:
        """The notes beside a paragraph whose words have all been marked."""
        claims = self.text.claims.get(row.number, ())
        return replace(row, margin=margin_of(marked, len(row.words), claims, self.text.site, self.text.url))

    def _head(self, words: Span, after: int, block: Span, marked: MarkedText) -> Head:
        text = self.text.text
        return Head(
            stretches=marked.stretches(words),
            before=text[block.start : words.start],
            after=text[words.end : after],
        )

    def _supplied(self, segment: Segment) -> Head | None:
        name = segment.speaker or NAMELESS.get(segment.label)
        if name is None:
            return None
        entity = self.speakers.get(name.casefold()) if segment.speaker else None
        piece = Piece(name, self.text.site.ref(entity) if entity else None)
        return Head((Stretch((Run((piece,)),)),), supplied=True, unnamed=not segment.speaker)

    @cached_property
    def speakers(self) -> dict[str, str]:
        """The entities that the labels of turns name, by the label's words in one case."""
        found: dict[str, str] = {}
        for segment in self.text.document.segments:
            label = self.label_before(segment)
            for link in self.text.links.get(segment.number, ()) if label else ():
                if label and label.name.contains(link.span):
                    found.setdefault(label.name.of(self.text.text).casefold(), link.entity)
        return found

    def _lines(self, segment: Segment) -> Iterator[Paragraph]:
        """The lines of a credit block: the first has the number and the margin, the others go on."""
        block, marked = self.text.span(segment.number), self.text.marked(segment.number)
        lines = _LINE.finditer(self.text.text, block.start, block.end)
        first, *others = [self._line(segment, Span(*line.span()), marked) for line in lines]
        yield self._with_margin(replace(first, number=segment.number), marked)
        yield from others

    def _line(self, segment: Segment, line: Span, marked: MarkedText) -> Paragraph:
        said, head = line, None
        term = _TERM.match(self.text.text, line.start, line.end)
        if term is not None:
            words = Span(*term.span("property" if term["property"] else "job"))
            head = self._head(words, term.end(), line, marked)
            said = Span(term.end(), line.end)
        return Paragraph(None, segment.label.value, segment.rule, marked.stretches(said), head)


def numbers_of(segment: Segment) -> range:
    """The numbers of a segment's blocks."""
    return range(segment.number, segment.number + segment.blocks)
