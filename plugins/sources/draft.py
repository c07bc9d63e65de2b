"""A text on its way to segments: its blocks, with what has been found out of each so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Block, Label
from plugins.archive.span import Span
from plugins.sources.rules import fold

PLAIN = Block(Span(0, 0))
"""What is known of how a plain text's blocks are set, shared by all of them: large texts have millions."""


@dataclass(slots=True)
class Draft:
    """A block and its label so far; None while nothing but its words is known.

    ``block`` is how a web page set it, and says nothing of a plain text's. ``begins`` is false for the
    second block of a comment and those after it; ``parent`` is the number of the comment that this one
    answers.
    """

    span: Span
    number: int
    block: Block = PLAIN
    label: Label | None = None
    rule: str = ""
    speaker: str | None = None
    depth: int = 0
    parent: int | None = None
    begins: bool = True

    def is_now(self, label: Label, rule: str) -> None:
        """Give the block a label, with the rule that found it."""
        self.label = label
        self.rule = rule


@dataclass(frozen=True, slots=True)
class Text:
    """A raw text and the drafts of its blocks, in order. ``marked_up`` says that a page's markup is known."""

    raw: str
    drafts: list[Draft]
    marked_up: bool = False

    def words(self, draft: Draft) -> str:
        """The words of a block as they stand."""
        return draft.span.of(self.raw)

    def folded(self, draft: Draft) -> str:
        """The words of a block as the rules see them."""
        return fold(self.words(draft))

    def free(self) -> Iterator[Draft]:
        """The blocks of which no rule has known anything yet, in order."""
        return (draft for draft in self.drafts if draft.label is None)
