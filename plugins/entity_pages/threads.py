"""Readers' comments as the threads that they were."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.archive.source import Segment
from plugins.entity_pages.reading_views import Comment, Paragraph

DEEPEST = 24
"""Levels of a thread that are nested; what lies deeper stands beside its parent. A browser stops at 512
elements inside each other, and no reader follows an argument over 24 turns."""

OPENING = 60
"""Code points of a comment's first words: a line on a telephone and a half."""

_COUNTED = re.compile(r"\d{1,4}[.)]\s+")
"""The number that a page printed before a comment."""


def threads(comments: Iterable[tuple[Segment, tuple[Paragraph, ...]]]) -> tuple[Comment, ...]:
    """The comments of depth 1 in the order of the text, each with its replies.

    A comment answers the nearest one before it that is less deep, whatever its own depth claims.
    """
    # From the end, so that a comment is made after its replies: ``waiting`` has those at each level.
    waiting: dict[int, list[Comment]] = {}
    for (_, rows), level in reversed(list(zip(made := list(comments), levels(made), strict=True))):
        replies = tuple(reversed(waiting.pop(level + 1, [])))
        below = sum(1 + reply.below for reply in replies)
        waiting.setdefault(level, []).append(Comment(rows, replies, below, opening_of(rows)))
    return tuple(reversed(waiting.get(1, [])))


def levels(comments: Iterable[tuple[Segment, object]]) -> list[int]:
    """How deep each comment is nested, from 1: never more than one below the comment before it."""
    found: list[int] = []
    depths: list[int] = []
    for segment, _ in comments:
        while depths and depths[-1] >= segment.depth:
            depths.pop()
        depths.append(segment.depth)
        found.append(min(len(depths), DEEPEST))
    return found


def opening_of(rows: tuple[Paragraph, ...]) -> str:
    """The first words of a comment, the number that its page gave it left out."""
    words = " ".join(rows[0].words.split())
    counted = _COUNTED.match(words)
    words = words[counted.end() :] if counted else words
    if len(words) <= OPENING:
        return words
    head, _, _ = words[:OPENING].rpartition(" ")
    return f"{(head or words[:OPENING]).rstrip(',;:–—- ')} …"
