"""A text cut into blocks, each with a number, a label and the rule that gave it.

Blocks and their numbers depend on line ends alone; labels may get better without moving a pointer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.sources.rules import (
    CLOSING_RULES,
    COMMENT,
    RULES,
    is_byline,
    is_heading,
    is_section_label,
    turn_of,
)

WRAPPED_LINE = range(40, 100)
"""Code points of a line in text that was wrapped by hand or by a mail program."""


def segment(source: str, text: str) -> tuple[Segment, ...]:
    """The segments of a raw text, in order; every character that is not white space is in one.

    Numbers count from 1. Labels are those of the first rule that fits; what no rule knows is body.
    """
    blocks = [
        Segment(source, span, number, Label.BODY, "paragraph")
        for number, span in enumerate(find_blocks(text), 1)
    ]
    labelled = [_label(block, text) for block in blocks]
    # Comments before ends: the last comment is no title, whatever it looks like.
    return tuple(_mark_ends(list(_nest_comments(labelled, text)), text))


def find_blocks(text: str) -> Iterator[Span]:
    """The blocks of a text: paragraphs where lines are wrapped, else lines; white space trimmed."""
    pattern = _WRAPPED_BLOCK if is_wrapped(text) else _LINE
    for match in pattern.finditer(text):
        block = match.group()
        start = match.start() + len(block) - len(block.lstrip())
        if block.strip():
            yield Span(start, start + len(block.strip()))


_LINE = re.compile(r"[^\r\n]+")
_WRAPPED_BLOCK = re.compile(r"[^\r\n]+(?:(?:\r\n|\r|\n)[^\S\r\n]*[^\s][^\r\n]*)*")


def is_wrapped(text: str) -> bool:
    """Whether a line end inside a paragraph is only the end of the line.

    So it is when most lines that are followed at once by another are of a wrapped line's length and
    stop in mid-sentence. A text of one-line paragraphs, with or without blank lines, is not wrapped.
    """
    lines = text.splitlines()
    followed = [line for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < 3:
        return False
    running_on = [
        line for line in followed if len(line) in WRAPPED_LINE and line.rstrip()[-1] not in '.?!”"’:'
    ]
    return 2 * len(running_on) > len(followed)


def _label(block: Segment, text: str) -> Segment:
    words = block.span.of(text)
    for rule in RULES:
        if rule.fits(words):
            return replace(block, label=rule.label, rule=rule.name)
    turn = turn_of(words)
    if turn is not None:
        label = Label.QUESTION if turn.asks else Label.ANSWER
        return replace(block, label=label, rule="labelled-turn", speaker=turn.speaker)
    return block


def _mark_ends(blocks: list[Segment], text: str) -> list[Segment]:
    """Labels that hang on where a block stands: first, last, or alone between paragraphs."""
    body = [place for place, block in enumerate(blocks) if block.label is Label.BODY]
    for place in body:
        words = blocks[place].span.of(text)
        first, last = place == body[0], place == body[-1]
        if first and len(body) > 1 and is_section_label(words):
            blocks[place] = replace(blocks[place], label=Label.SECTION, rule="section-label")
        elif is_byline(words) and place and blocks[place - 1].label is Label.HEADING:
            blocks[place] = replace(blocks[place], label=Label.BYLINE, rule="byline")
        elif is_heading(words) and len(body) > 1:
            label, rule = (Label.RESIDUE, "title-after-the-end") if last else (Label.HEADING, "heading")
            blocks[place] = replace(blocks[place], label=label, rule=rule)
    for place in range(len(blocks) - 1, -1, -1):
        if blocks[place].label is Label.RESIDUE:
            continue
        words = blocks[place].span.of(text)
        closing = next((rule for rule in CLOSING_RULES if rule.fits(words)), None)
        if closing is None:
            break
        blocks[place] = replace(blocks[place], label=closing.label, rule=closing.name)
    return blocks


def _nest_comments(blocks: list[Segment], text: str) -> Iterator[Segment]:
    """Numbered, indented blocks after the last paragraph are readers' comments, nested by indent."""
    first = _first_comment(blocks, text)
    open_comments: list[tuple[int, int]] = []
    for block in blocks:
        if first is None or block.number < first or block.label is Label.RESIDUE:
            yield block
            continue
        indent = _indent(block, text)
        if COMMENT.match(block.span.of(text)):
            while open_comments and open_comments[-1][0] >= indent:
                open_comments.pop()
            parent = open_comments[-1][1] if open_comments else None
            depth = len(open_comments) + 1
            open_comments.append((indent, block.number))
            yield replace(block, label=Label.COMMENT, rule="numbered-comment", parent=parent, depth=depth)
        else:
            while len(open_comments) > 1 and open_comments[-1][0] >= indent:
                open_comments.pop()
            yield replace(
                block,
                label=Label.COMMENT,
                rule="comment-continued",
                parent=open_comments[-1][1],
                depth=len(open_comments),
            )


def _first_comment(blocks: list[Segment], text: str) -> int | None:
    """The number of the block that begins the comments, or None.

    Comments run to the end of the text, but for a page's title after it: an indented list in
    mid-article is none.
    """
    first = None
    for block in reversed(blocks):
        if block.label is Label.RESIDUE:
            continue
        if not _indent(block, text):
            if first is None and is_heading(block.span.of(text)):
                continue
            break
        if COMMENT.match(block.span.of(text)):
            first = block.number
    return first


def _indent(block: Segment, text: str) -> int:
    line_start = max(text.rfind("\n", 0, block.span.start), text.rfind("\r", 0, block.span.start)) + 1
    return block.span.start - line_start
