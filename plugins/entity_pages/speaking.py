"""The label before a turn of a conversation, as its page sets it off from what is said."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.source import Block, Segment
from plugins.archive.span import Span
from plugins.sources.draft import Draft, Text
from plugins.sources.speakers import label_of

_ENDS = frozenset(":：.,|—–-")
"""Signs between a label and the turn."""


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """The label before a turn: ``words`` with a role in brackets, and where the turn's own words begin.

    ``name`` are the words of the speaker alone.
    """

    name: Span
    words: Span
    turn: int


def turn_label(text: str, segment: Segment, block: Block) -> TurnLabel | None:
    """The label that a turn opens with; None for a turn that goes on, or has none of its own.

    ``block`` is how a page set it.

        >>> from plugins.archive.source import Label
        >>> text = "VARGA (director): Fog, mostly."
        >>> said = Segment("s", Span(0, len(text)), 1, Label.ANSWER, "labelled-turn", "VARGA")
        >>> turn_label(text, said, Block(said.span)).words.of(text)
        'VARGA (director)'
    """
    start, end = segment.span.start, segment.span.end
    found = label_of(Text(text, []), Draft(segment.span, segment.number, block)) if segment.speaker else None
    if found is None or found.speaker != segment.speaker:
        return None
    turn = min(start + found.rest, end)
    begin = text.find(found.speaker, start, turn)
    if begin < 0:
        return None
    name = Span(begin, begin + len(found.speaker))
    last = turn
    while last > name.end and (text[last - 1].isspace() or text[last - 1] in _ENDS):
        last -= 1
    while turn < end and text[turn].isspace():
        turn += 1
    return TurnLabel(name, Span(begin, last), turn)
