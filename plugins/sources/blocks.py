"""Where a plain text stands apart from itself: its blocks, by line ends alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.archive.span import Span

WRAPPED_LINE = range(40, 100)
"""Code points of a line in text that was wrapped by hand or by a mail program."""

_LINE = re.compile(r"[^\r\n]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"\s*")
_WRAPPED_BLOCK = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)[^\S\r\n]*[^\s][^\r\n]*)*")


def find_blocks(text: str) -> Iterator[Span]:
    """The blocks of a text: paragraphs where lines are wrapped, else lines; white space trimmed."""
    pattern = _WRAPPED_BLOCK if is_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        block = match.group()
        trimmed = block.strip()
        if trimmed:
            start = match.start() + len(block) - len(block.lstrip())
            yield Span(start, start + len(trimmed))


def is_wrapped(text: str) -> bool:
    """Whether a line end inside a paragraph is only the end of the line.

    So it is when most lines that are followed at once by another are of a wrapped line's length and
    stop in mid-sentence, and the others often go on with a small letter. A text of one-line paragraphs,
    with or without blank lines, is not wrapped, nor are a page's menus and titles.
    """
    followed = running_on = goes_on = 0
    before: re.Match[str] | None = None
    for line in _LINE.finditer(text):
        if _BLANK.fullmatch(text, line.start(), line.end()):
            before = None
            continue
        if before is not None and _is_next(before, line, text):
            followed += 1
            length = before.end() - before.start()
            running_on += length in WRAPPED_LINE and before.group().rstrip()[-1] not in '.?!”"’:'
            goes_on += not text[line.start()].isupper()
        before = line
    return followed >= 3 and 2 * running_on > followed and 5 * goes_on >= 2 * followed


def _is_next(before: re.Match[str], line: re.Match[str], text: str) -> bool:
    """Whether one line end alone stands between two lines."""
    end = _LINE_END.match(text, before.end())
    return end is not None and end.end() == line.start()


def indent_of(block: Span, text: str) -> int:
    """How many code points of white space stand before a block on its line."""
    start = block.start
    while start and text[start - 1] not in "\r\n":
        start -= 1
    return block.start - start
