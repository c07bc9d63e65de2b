"""The label before a turn of a conversation: whose it is, in the ways in which interviews are set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from plugins.sources.draft import Draft, Text
from plugins.sources.rules import LISTS

LONGEST_LABEL = 80
"""Code points from a block's start to the end of its label. The longest measured, with a role, has 58."""


class Style(Enum):
    """How a label is set; each needs other evidence before it is believed."""

    LETTER = "letter"
    CAPITALS = "capitals"
    BOLD = "bold"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """A label as the text has it, without its colon, brackets and role; ``rest`` is where the words begin.

    ``rest`` counts code points of the block.
    """

    speaker: str
    style: Style
    rest: int

    @property
    def key(self) -> str:
        """The label without regard to capitals, dots and spaces: ``I.V.`` and ``IV`` are one speaker."""
        return "".join(sign for sign in self.speaker.casefold() if sign.isalnum())


_TIMECODE = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?\s+(?:-\s+)?)?"
_LABEL = re.compile(
    _TIMECODE
    + r"(?P<name>[^\W\d_][^:：\n\[\](){}“”\"«»?!]{0,48}?)"
    + r"(?P<role>\s*[\[(][^\])\n]{1,60}[\])]|,\s[^:\n]{2,50}?)?"
    + r"(?:\s*[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])])?"
    + r"(?P<mark>\s?[:：](?=\s|$|[“\"«]|[^\x00-\u02ff])|\s+[—–]\s+|\s+-\s+)\s*"
)
_MARKED = re.compile(r"[:：—–]| - |^[QA]\d{0,2}[.)]|^[\[(]?\d")
"""What some sign of a label needs: most lines have none, and are not looked at further."""

_LETTER = re.compile(
    r"(?P<name>(?:Q|A)(?=\d{0,2}[.)])|[QAFRPD](?=\d{0,2}\s?:|\s+[—–-]\s))\d{0,2}\s*[:.)—–-]\s+(?=\S)"
)

NO_SPEAKERS = LISTS["no_speakers"]
"""Words before a colon that speak for nobody, without capitals, dots and spaces."""

_PARTICLES = LISTS["particles"]


def label_of(text: Text, draft: Draft) -> SpeakerLabel | None:
    """The label with which a block begins, or None where it begins with none.

    Whether somebody speaks is for the whole text to show: ``Varga: a portrait`` looks like a turn too.
    """
    start = draft.span.start
    head = text.raw[start : min(draft.span.end, start + 2 * LONGEST_LABEL)]
    if not draft.block.lead and _MARKED.search(head) is None:
        return None
    letter = _LETTER.match(head)
    if letter is not None:
        return SpeakerLabel(letter["name"], Style.LETTER, letter.end())
    match = _LABEL.match(head)
    if match is None or match.end() > LONGEST_LABEL + 40:
        return _label_in_bold(head, draft.block.lead)
    name = match["name"].strip(" .,-–—")
    label = SpeakerLabel(name, Style.NAME, match.end())
    if not label.key or label.key in NO_SPEAKERS:
        return None
    dashed = ":" not in match["mark"] and "：" not in match["mark"]
    block = draft.block
    in_bold = block.bold or (
        block.lead and abs(match.end("name") - block.lead) <= len(match["role"] or "") + 3
    )
    if in_bold and not dashed and len(name.split()) <= 6:
        return SpeakerLabel(name, Style.BOLD, match.end())
    if is_in_capitals(name) and len(name.split()) <= 6:
        return SpeakerLabel(name, Style.CAPITALS, match.end())
    if not is_name(name):
        return None
    # A comma before the dash, or a role after the name, is common in sentences; a bare name is not.
    return None if dashed and match["role"] and match["role"].startswith(",") else label


def _label_in_bold(head: str, lead: int) -> SpeakerLabel | None:
    """A name that only its bold type parts from the words after it."""
    name = head[:lead].strip(" \u00a0.:,-–—|")
    if not lead or len(name) > LONGEST_LABEL or not (is_name(name) or is_in_capitals(name)):
        return None
    label = SpeakerLabel(name, Style.BOLD, lead)
    return label if label.key and label.key not in NO_SPEAKERS else None


def is_in_capitals(name: str) -> bool:
    """Whether a label is written out in capitals, two letters at least."""
    letters = [sign for sign in name if sign.isalpha()]
    return len(letters) >= 2 and name == name.upper() and name != name.lower()


def is_name(name: str) -> bool:
    """Whether words look like a name: one to five with capitals, particles apart, or no capitals at all."""
    words = name.replace(".", ". ").split()
    if not 1 <= len(words) <= 5 or any(sign.isdigit() for sign in name):
        return False
    if name == name.lower() == name.upper():
        return len(name) <= 12  # a script without capitals
    return words[-1][0].isupper() and all(
        word[0].isupper() or word.casefold() in _PARTICLES for word in words
    )
