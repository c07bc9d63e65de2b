"""Paragraphs by which a page is found, and those of them that are a record's prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.markdown_it.render import FindTarget, plain_text

_BLANK_LINES = re.compile(r"\s*\n\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph. ``anchor`` is an id of the page, empty where nothing nearer than its top has one."""

    text: str
    anchor: str = ""


def prose_passages(body: str, anchor: str, find_target: FindTarget) -> Iterator[Passage]:
    """The paragraphs of a record's prose, which stands at ``anchor``."""
    return (Passage(one, anchor) for one in plain_text(body, find_target).split("\n\n"))


def in_one(found: Iterable[Passage]) -> Iterator[Passage]:
    """The passages without blank lines inside them; those without words are left out."""
    for one in found:
        text = one.text.strip()
        if "\n" in text:
            text = _BLANK_LINES.sub("\n", text)
        if text:
            yield Passage(text, one.anchor)
