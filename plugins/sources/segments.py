"""A text cut into segments, each with a number, a label and the rule that gave it.

Blocks and their numbers depend on line ends (of a web page, on its elements) alone; labels may get
better without moving a pointer.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.archive.source import Block, Label, Role, Segment
from plugins.archive.span import Span
from plugins.sources.blocks import find_blocks
from plugins.sources.comments import comment_groups, mark_comments
from plugins.sources.credit_lines import is_credit_line, is_credit_paragraph, is_fact_line
from plugins.sources.draft import Draft, Text
from plugins.sources.headings import mark_headings, mark_section_above
from plugins.sources.layout import mark_bylines, mark_closing, mark_roles
from plugins.sources.lines import LONGEST_BYLINE, is_byline, is_navigation
from plugins.sources.rules import (
    LONG_RULES,
    LONGEST_NOTE,
    LONGEST_RESIDUE,
    RULES,
    fold,
)
from plugins.sources.turns import mark_turns


def segment(source: str, text: str, blocks: Iterable[Block] | None = None) -> tuple[Segment, ...]:
    """The segments of a raw text, in order; every character that is not white space is in one.

    Numbers count blocks from 1. ``blocks`` are those of a web page; without them line ends part the
    text. What no rule knows is body.
    """
    if blocks is None:
        drafts = [Draft(span, number) for number, span in enumerate(find_blocks(text), 1)]
    else:
        drafts = [Draft(block.span, number, block) for number, block in enumerate(blocks, 1)]
    _label(Text(text, drafts, marked_up=blocks is not None))
    return tuple(_joined(source, drafts))


def _label(text: Text) -> None:
    """The kinds of evidence, the surest first; each looks only at what those before left open."""
    for draft in text.drafts:
        if draft.block.role is not Role.COMMENT:
            _label_alone(text, draft)
    mark_roles(text.drafts)
    mark_section_above(text)
    _free_first_line(text)
    mark_bylines(text)
    mark_comments(text)
    mark_closing(text)
    mark_turns(text)
    mark_headings(text)
    for draft in text.free():
        draft.is_now(Label.BODY, "paragraph")


def _free_first_line(text: Text) -> None:
    """A line above the text that counts comments is its title: none have been written yet."""
    first = next((draft for draft in text.drafts if draft.label is not Label.METADATA), None)
    if first is not None and first.rule == "comment-count" and len(text.drafts) > 1:
        first.label = None


OUTSIDE = "outside-main-text"
"""The rule of what a page has around its text without a sign that says so; its words may say more."""

_ALSO_IN_RESIDUE = frozenset({Label.METADATA, Label.NOTE, Label.ERRATUM})
"""What pages keep in the same boxes as their links, and is no residue."""


def _label_alone(text: Text, draft: Draft) -> None:
    """What a block's own words show, wherever it stands."""
    length = len(draft.span)
    if length > LONGEST_NOTE:
        return
    folded = fold(text.words(draft))
    rule = (RULES if length <= LONGEST_RESIDUE else LONG_RULES).find(folded)
    if rule is not None and rule.name == "bullets":
        # Buttons and links of the page have bullets too.
        rule = RULES.find(folded[1:].strip()) or rule
    is_apart = draft.block.role is Role.RESIDUE and draft.block.rule != OUTSIDE
    if is_apart and (rule is None or rule.label not in _ALSO_IN_RESIDUE):
        return
    if rule is not None and rule.name == "posting-line" and is_byline(folded):
        draft.is_now(Label.BYLINE, "byline")
    elif rule is not None:
        draft.is_now(rule.label, rule.name)
    elif is_navigation(folded):
        draft.is_now(Label.RESIDUE, "navigation")
    elif draft.block.rule == OUTSIDE and length <= LONGEST_BYLINE and is_byline(folded):
        draft.is_now(Label.BYLINE, "byline")
    elif is_fact_line(folded):
        draft.is_now(Label.FILM_FACTS, "fact-line")
    elif is_credit_line(folded) or is_credit_paragraph(folded.strip("[]")):
        draft.is_now(Label.CREDIT_BLOCK, "credit-line")


def _joined(source: str, drafts: list[Draft]) -> Iterable[Segment]:
    """One segment a block, but for comments, whose blocks are one."""
    place = 0
    for first, end in comment_groups(drafts):
        last = drafts[end - 1]
        yield Segment(
            source,
            first.span if first is last else Span(first.span.start, last.span.end),
            first.number,
            first.label or Label.BODY,
            first.rule,
            first.speaker,
            first.parent,
            first.depth,
            end - place,
        )
        place = end
