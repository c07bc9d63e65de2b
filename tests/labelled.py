"""Texts with the labels of their blocks given by hand, for rules that read segments and do not make them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span


def labelled(
    lines: Sequence[str], labels: Mapping[int, str] | None = None
) -> tuple[str, tuple[Segment, ...]]:
    """A text of one paragraph a line, and its segments.

    ``labels`` are by number from 1, with a turn's speaker after a colon (``answer: VARGA``); body is the
    label of all others. Lines of white space alone are no segments.
    """
    segments: list[Segment] = []
    text = ""
    for line in lines:
        start = len(text) + len(line) - len(line.lstrip())
        text += f"{line}\n\n"
        if line.strip():
            number = len(segments) + 1
            label, _, speaker = (labels or {}).get(number, "body").partition(": ")
            span = Span(start, start + len(line.strip()))
            segments.append(Segment("case", span, number, Label(label), "by hand", speaker or None))
    return text, tuple(segments)
