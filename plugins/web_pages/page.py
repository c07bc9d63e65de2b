"""A saved page as a text: its words, its blocks, and the way back to the HTML."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import takewhile

from plugins.archive.source import Block
from plugins.archive.span import Span
from plugins.web_pages.facts import PageFact, find_facts
from plugins.web_pages.paragraphs import Paragraph, find_paragraphs
from plugins.web_pages.roles import Part, find_parts
from plugins.web_pages.source import read_source
from plugins.web_pages.tree import Stretch, parse

BETWEEN_BLOCKS = "\n\n"
"""What stands between two blocks of a page's text: they have no other mark of their borders."""


class _Places:
    """Where each stretch of a text came from: offsets of the text, of the source, and of its end there."""

    def __init__(self) -> None:
        self._text, self._start, self._end = array("Q"), array("Q"), array("Q")

    def add(self, at: int, stretch: Stretch) -> None:
        self._text.append(at)
        self._start.append(stretch.start)
        self._end.append(stretch.end)

    def source_span(self, span: Span, text: str) -> Span:
        first, last = self._at(span.start, text), self._at(max(span.end - 1, span.start), text)
        return Span(first.start, max(last.end, first.start))

    def _at(self, offset: int, text: str) -> Span:
        """The place of one character; of white space that only parts words, the end of the word before."""
        row = bisect_right(self._text, offset) - 1
        if row < 0:
            return Span(0, 0)
        start, end, step = self._start[row], self._end[row], offset - self._text[row]
        length = (self._text[row + 1] if row + 1 < len(self._text) else len(text)) - self._text[row]
        if end - start == 0 or step >= max(end - start, 1):
            return Span(end, end)
        whole_reference = end - start > length
        return Span(start, end) if whole_reference else Span(start + step, start + step + 1)


@dataclass(frozen=True, slots=True)
class WebPage:
    """A saved page. Offsets of ``text`` and ``blocks`` count in ``text``, those of ``facts`` in ``source``.

    ``source`` is the HTML, decoded. ``text`` is what a reader sees of the page: its blocks in the order of
    the source, one blank line between two; in a block, HTML's white space is one space, a ``<br>`` a line
    end, and preformatted lines are as they are. What stands around the text is in it too, as RESIDUE.
    ``facts`` are what the markup states of the page, the preferred statement of each field first.
    """

    source: str
    text: str
    blocks: tuple[Block, ...]
    facts: tuple[PageFact, ...]
    _places: _Places = field(repr=False, compare=False)

    def page_span(self, span: Span) -> Span:
        """Where in ``source`` the characters of a span of ``text`` stand, markup between them enclosed.

        A reference (``&eacute;``) is one with all its letters.
        """
        return self._places.source_span(span, self.text)


def read_web_page(data: bytes) -> WebPage:
    """The page that bytes of HTML show to a reader.

    Hidden elements, scripts, styles, comments and the values of forms are not seen and not in the text.

    Raises:
        UnreadableOriginal: the bytes do not fit the encoding that they declare, or declare none and are
            not UTF-8.
    """
    tree = parse(read_source(data))
    paragraphs = find_paragraphs(tree)
    parts = find_parts(paragraphs, tree.soup)
    places = _Places()
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for paragraph, part in zip(paragraphs, parts, strict=True):
        at = start
        for piece in paragraph.pieces:
            if piece.stretch is not None:
                places.add(at, piece.stretch)
            at += len(piece.text)
        texts.append(paragraph.text)
        blocks.append(_block(Span(start, at), paragraph, part))
        start = at + len(BETWEEN_BLOCKS)
    return WebPage(tree.source, BETWEEN_BLOCKS.join(texts), tuple(blocks), find_facts(tree), places)


def _block(span: Span, paragraph: Paragraph, part: Part) -> Block:
    words = [piece for piece in paragraph.pieces if not piece.text.isspace()]
    bold = all(piece.setting.bold for piece in words)
    return Block(
        span,
        part.role,
        part.rule,
        lead=0 if bold else _lead(paragraph),
        bold=bold,
        italic=all(piece.setting.italic for piece in words),
        depth=part.depth,
        begins=part.begins,
    )


def _lead(paragraph: Paragraph) -> int:
    """The code points at the start that are bold, white space after them not counted."""
    bold = takewhile(lambda piece: piece.setting.bold or piece.text.isspace(), paragraph.pieces)
    return len("".join(piece.text for piece in bold).rstrip())
