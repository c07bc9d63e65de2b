"""A page as Beautiful Soup reads it, each of its characters with its place in the HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._htmlparser import BeautifulSoupHTMLParser, HTMLParserTreeBuilder
from bs4.element import NavigableString, PreformattedString
from bs4.exceptions import ParserRejectedMarkup

from plugins.sources.decoding import UnreadableOriginal

SPACES = " \t\n\r\f"
"""What HTML takes for white space: no-break and thin spaces are characters."""

_NO_SPACES = str.maketrans("", "", SPACES)
_REFERENCE = re.compile(r"&#?\w*;?")


LONGEST_NUMBER = 12
"""Signs of the number of a character; longer ones are none, and Python refuses to count the longest."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a string in the tree, and where they stand in the source.

    They stand there as they are, one for one, or all of them as one reference (``&eacute;``).
    """

    text: str
    start: int
    end: int

    @property
    def is_reference(self) -> bool:
        return self.end - self.start != len(self.text)


class _Recorder(BeautifulSoupHTMLParser):
    """Beautiful Soup's own parser, which also remembers where each piece of text began."""

    def handle_charref(self, name: str) -> None:
        if len(name) > LONGEST_NUMBER:
            self.handle_data("\ufffd")
        else:
            super().handle_charref(name)

    def handle_data(self, data: str) -> None:
        if isinstance(self.soup, _Soup):
            self.soup.read.append((*self.getpos(), data))
        super().handle_data(data)


class _Builder(HTMLParserTreeBuilder):
    def feed(self, markup: Any, _parser_class: Any = _Recorder) -> None:
        super().feed(markup, _parser_class)


class _Soup(BeautifulSoup):
    def __init__(self, source: str) -> None:
        self.read: list[tuple[int, int, str]] = []
        super().__init__(source, builder=_Builder())


@dataclass(frozen=True)
class Tree:
    """A parsed page. ``starts`` are the offsets of the source's lines, as its parser counts them."""

    source: str
    soup: BeautifulSoup
    starts: tuple[int, ...]
    _pieces: tuple[tuple[int, int, str], ...]

    def offset(self, line: int | None, column: int | None) -> int:
        """Where a line and a column of the parser stand in the source."""
        return self.starts[(line or 1) - 1] + (column or 0)

    def strings(self) -> Iterator[tuple[NavigableString, list[Stretch]]]:
        """The strings of the tree in order, each with the stretches of source that it came from.

        The tree folds strings of white space and joins pieces; all other characters are as they were
        read, so that the nth of the tree is the nth that the parser saw.
        """
        stretches = self._stretches()
        for string in self.soup.find_all(string=True):
            if isinstance(string, PreformattedString):
                continue
            yield string, list(_taken(str(string), stretches))

    def _stretches(self) -> Iterator[Stretch]:
        for line, column, data in self._pieces:
            start = self.offset(line, column)
            if self.source.startswith(data, start):
                yield Stretch(data, start, start + len(data))
            else:
                match = _REFERENCE.match(self.source, start)
                yield Stretch(data, start, match.end() if match else start + 1)


def _taken(string: str, stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """The stretches that make a string, in order; white space at its end is left to the next."""
    left = len(string.translate(_NO_SPACES))
    while left > 0:
        stretch = next(stretches)
        left -= len(stretch.text.translate(_NO_SPACES))
        yield stretch


_UNKNOWN_SECTION = re.compile(
    r"<!\[(?!(?:temp|cdata|ignore|include|rcdata|if|else|endif)(?![-_.a-z0-9]))", re.IGNORECASE
)
"""What begins as a marked section of SGML and is none: Python's parser gives up, browsers see a comment."""


def parse(source: str) -> Tree:
    """The tree of a page. What no parser makes sense of is text, or nothing.

    Raises:
        UnreadableOriginal: the parser gives up all the same.
    """
    try:
        # As long as it was: what was read is looked up in the source by its place.
        soup = _Soup(_UNKNOWN_SECTION.sub("<! ", source))
    except ParserRejectedMarkup as fault:
        raise UnreadableOriginal("the page is written so that no parser reads it", 0) from fault
    starts = tuple(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))
    return Tree(source, soup, starts, tuple(soup.read))
