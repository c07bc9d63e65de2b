"""The text of a PDF's pages: strings in round brackets, moved about by numbers and operators between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.leaks.reading import Edit

_BRACKET = re.compile(r"\\[\s\S]|[()]")
_KERNING = re.compile(r"\s*+(-?\d{1,3}(?:\.\d*)?)?\s*+")
_SHOWS_TEXT = re.compile(r"[)\]>]\s*+T[jJ]\b")

WIDE = 180
"""Thousandths of the type's size from which on a move to the right is a space between words."""


def pdf_text(text: str) -> Iterator[Edit]:
    """The strings alone, joined where only a small number stands between two, else with a space.

    No edits for a text that is no page of a PDF.
    """
    if not _SHOWS_TEXT.search(text):
        return
    depth, done = 0, 0
    for match in _BRACKET.finditer(text):
        sign = match.group()
        if sign == "(":
            depth += 1
            if depth == 1:
                yield done, match.end(), _between(text, done, match.start())
        elif sign == ")" and depth:
            depth -= 1
            done = match.start() if depth == 0 else done
    if depth == 0:
        yield done, len(text), ""


def _between(text: str, start: int, end: int) -> str:
    """What two strings have between them: the first begins with the bracket that ends a string."""
    if end - start > 16:
        return " "
    moved = _KERNING.fullmatch(text, start + 1, end)
    return "" if moved and float(moved[1] or 0) > -WIDE else " "
