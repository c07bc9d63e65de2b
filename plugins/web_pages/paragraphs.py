"""The words of a page as they stand by themselves: paragraphs, each with its element and its places."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bs4.element import NavigableString, PageElement, Tag

from plugins.web_pages.signs import elements_of
from plugins.web_pages.tree import SPACES, Stretch, Tree

BLOCKS = elements_of("standing")
"""Elements that stand by themselves. A paragraph that nobody closed ends where the next of them begins."""

UNSEEN = elements_of("unseen")
"""Elements whose strings no reader sees."""

_BOLD = frozenset({"b", "strong", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = re.compile(f"[{SPACES}]+")


@dataclass(frozen=True, slots=True)
class Setting:
    """How an element sets the words in it: what it has from those around it, and its own."""

    holder: Tag
    link: bool = False
    bold: bool = False
    italic: bool = False
    kept: bool = False
    seen: bool = True


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of a paragraph with their place in the source; None for a space that only parts words."""

    text: str
    stretch: Stretch | None
    setting: Setting


@dataclass(slots=True)
class Paragraph:
    """Words that stand by themselves. ``element`` is the innermost that stands by itself around them."""

    element: Tag
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def linked(self) -> float:
        """The share of its code points that are in links, from 0 to 1."""
        linked = sum(len(piece.text) for piece in self.pieces if piece.setting.link)
        return linked / max(len(self.text), 1)


def letters_in(paragraphs: Iterable[Paragraph], tags: Sequence[Tag]) -> defaultdict[int, int]:
    """How many code points of some paragraphs stand in each element, by its identity.

    ``tags`` are all elements of the page in order, so that what is in one is in those around it.
    """
    letters: defaultdict[int, int] = defaultdict(int)
    for paragraph in paragraphs:
        letters[id(paragraph.element)] += len(paragraph.text)
    for tag in reversed(tags):
        letters[id(tag.parent)] += letters[id(tag)]
    return letters


def find_paragraphs(tree: Tree) -> list[Paragraph]:
    """What a reader sees of a page, in order; white space folded, two line ends in a row part."""
    return [one for one in _Reader(tree).read() if one.pieces]


_CELLS = frozenset({"td", "th"})


def _is_hidden(tag: Tag, style: str) -> bool:
    """Whether nobody sees an element, or sees a picture that is written with letters."""
    return tag.has_attr("hidden") or tag.get("aria-hidden") == "true" or _HIDING.search(style) is not None


def _is_of_pair(cell: Tag) -> bool:
    """Whether a cell is one of two in its row, a label and what it labels: they are one line."""
    row = cell.parent
    cells = (
        row.find_all(["td", "th"], recursive=False, limit=3) if row is not None and row.name == "tr" else []
    )
    if len(cells) != 2:
        return False
    label = cells[0].get_text().strip()
    return 0 < len(label) <= LONGEST_LABEL and (cells[0].name == "th" or label.endswith((":", "：")))


LONGEST_LABEL = 40
"""Code points of a label in a table of facts."""


class _Reader:
    def __init__(self, tree: Tree) -> None:
        self._strings = {id(string): stretches for string, stretches in tree.strings()}
        self._settings: dict[int, Setting] = {}
        self._soup = tree.soup
        self._now: Paragraph | None = None
        self._space: Piece | None = None

    def read(self) -> Iterator[Paragraph]:
        self._settings[id(self._soup)] = Setting(self._soup)
        node: PageElement | None = self._soup.contents[0] if self._soup.contents else None
        done: list[Paragraph] = []
        while node is not None:
            setting = self._settings[id(node.parent)] if node.parent is not None else Setting(self._soup)
            if isinstance(node, Tag):
                setting = self._enter(node, setting, done)
            elif isinstance(node, NavigableString) and setting.seen and id(node) in self._strings:
                self._add(node, setting, done)
            node = node.next_element
        self._end(done)
        yield from done

    def _enter(self, tag: Tag, around: Setting, done: list[Paragraph]) -> Setting:
        style = str(tag.get("style") or "")
        name = tag.name.lower()
        stands = name in BLOCKS and not (name in _CELLS and _is_of_pair(tag))
        setting = Setting(
            holder=tag if stands else around.holder,
            link=around.link or (name == "a" and tag.has_attr("href")),
            bold=around.bold or name in _BOLD or _HEAVY.search(style) is not None,
            italic=around.italic or name in _ITALIC or _SLANTED.search(style) is not None,
            kept=around.kept or name in {"pre", "textarea"},
            seen=around.seen and name not in UNSEEN and not _is_hidden(tag, style),
        )
        self._settings[id(tag)] = setting
        if stands:
            self._end(done)
        elif name in _CELLS:
            self._part(setting)
        elif name == "br" and self._now is not None:
            self._break(setting, done)
        return setting

    def _break(self, setting: Setting, done: list[Paragraph]) -> None:
        """A ``<br>``: a line end, or with another before it the end of the paragraph."""
        if self._space is not None and self._space.text == "\n":
            self._end(done)
        else:
            self._space = Piece("\n", None, setting)

    def _add(self, node: NavigableString, setting: Setting, done: list[Paragraph]) -> None:
        if self._now is not None and self._now.element is not setting.holder:
            self._end(done)
        stretches = self._strings[id(node)]
        if not stretches and str(node):
            self._part(setting)
        for stretch in stretches:
            if stretch.is_reference:
                self._put(Piece(stretch.text, stretch, setting), setting)
            elif setting.kept:
                self._keep(stretch, setting, done)
            else:
                self._fold(stretch, setting)

    def _fold(self, stretch: Stretch, setting: Setting) -> None:
        """Words with single spaces between them, as a browser shows them."""
        place = 0
        for space in _SPACE.finditer(stretch.text):
            self._word(stretch, place, space.start(), setting)
            self._part(setting)
            place = space.end()
        self._word(stretch, place, len(stretch.text), setting)

    def _keep(self, stretch: Stretch, setting: Setting, done: list[Paragraph]) -> None:
        """Lines as they were written; a blank one parts."""
        place = 0
        for end in _LINE_END.finditer(stretch.text):
            self._line(stretch, place, end.start(), setting)
            if self._now is not None:
                self._break(setting, done)
            place = end.end()
        self._line(stretch, place, len(stretch.text), setting)
        if stretch.text[place:].endswith((" ", "\t")):
            self._part(setting)

    def _line(self, stretch: Stretch, start: int, end: int, setting: Setting) -> None:
        """A line as it was written, but for white space at the ends of the paragraph."""
        end = start + len(stretch.text[start:end].rstrip(SPACES))
        if self._now is None:
            start = end - len(stretch.text[start:end].lstrip(SPACES))
        self._word(stretch, start, end, setting)

    def _word(self, stretch: Stretch, start: int, end: int, setting: Setting) -> None:
        if start < end:
            part = Stretch(stretch.text[start:end], stretch.start + start, stretch.start + end)
            self._put(Piece(part.text, part, setting), setting)

    def _part(self, setting: Setting) -> None:
        if self._now is not None and self._space is None:
            self._space = Piece(" ", None, setting)

    def _put(self, piece: Piece, setting: Setting) -> None:
        if self._now is None:
            if not piece.text.strip():
                return  # a no-break space by itself holds an empty paragraph open, and says nothing
            self._now = Paragraph(setting.holder)
        elif self._space is not None:
            self._now.pieces.append(self._space)
        self._space = None
        self._now.pieces.append(piece)

    def _end(self, done: list[Paragraph]) -> None:
        if self._now is not None:
            while self._now.pieces and not self._now.pieces[-1].text.strip():
                self._now.pieces.pop()
            done.append(self._now)
        self._now = self._space = None
