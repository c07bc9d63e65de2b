"""What of a body would not be shown, or take more time than any page needs: told before it is rendered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.markdown_it.render import MOST_NESTED, body_tokens

MOST_MARKS = 50_000
"""Signs with a meaning in Markdown, and lines, in one body: a long book's. They take a second to read."""

_MARKS = re.compile(r"[\n\[\]!*_`<&|\\^#>=~+-]")

_MAY_BE_DEEP = re.compile(r"\n(?:\[\^[^\n]*\]:)?[ \t>*+\-0-9.)]{5}")
"""Where a line begins with room for ten lists in each other (a tab is four signs) or twenty quotations."""

_OPENS = frozenset({"blockquote_open", "list_item_open", "footnote_reference_open"})
"""What other blocks stand in."""


def body_faults(body: str) -> Iterator[tuple[int, str]]:
    """What is wrong with a body: the line, counted from 0, and what it is, with what to do."""
    marks = marks_in(body)
    if marks > MOST_MARKS:
        message = f"the page has {marks} lines and signs of Markdown; the most are {MOST_MARKS}"
        yield 0, f"{message}; make several pages of it"
    elif _MAY_BE_DEEP.search(f"\n{body}"):
        yield from _too_deep(body)


def marks_in(body: str) -> int:
    """How many lines and signs of Markdown a body has; 0 for one that is too short to have too many."""
    return len(_MARKS.findall(body)) if len(body) > MOST_MARKS else 0


def _too_deep(body: str) -> Iterator[tuple[int, str]]:
    """The first block whose inside markdown-it would leave out without a word."""
    for token in body_tokens(body):
        if token.type in _OPENS and token.level >= MOST_NESTED - 1:
            message = f"lists and quotations stand more than {MOST_NESTED} deep in each other"
            yield token.map[0] if token.map else 0, f"{message}; set them side by side"
            return
