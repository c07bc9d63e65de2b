"""The words beside a mention, as evidence reads them: marks straight, and no further than its paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.mentions.folding import straight
from plugins.mentions.speech import is_said

WINDOW = 100
"""Code points on either side. What tells a name's kind stands in its clause."""

_SENTENCE_START = re.compile(r"(?:^|[.!?:;…][\"')\]]*\s+|[\"(\[])[\"'(\[_*]*$|(?:^|\s)'$")
_OPENED = re.compile(r"[\"'「『《〈]$")
_CLOSED = re.compile(r"[,.!?]?[\"'」』》〉]")
_SENTENCE_MARKS = frozenset(".!?:;…")
_WORD_BEFORE = re.compile(r"([\w'-]+) [\"'_*]?$")
_WORD_AFTER = re.compile(r"[_*]? ([\w'-]+)")
_BRACKETS = ("(", '("', "('")
_YEAR = re.compile(r"[\"'_*]?,? [(\[](?:[A-Z][\w. ]+, )?(?:18|19|20)\d\d\b(?!-)")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words before and after a mention, the mention itself, and whether capitals mean nothing here."""

    before: str
    words: str
    after: str
    headline: bool

    @property
    def opens_sentence(self) -> bool:
        """Whether any word would have a capital here; words that somebody says may begin anywhere."""
        if self.before[-1:] == " ":
            # Most words: what stands before the space is quickly looked at.
            return self.before.rstrip().rstrip("\"')]")[-1:] in _SENTENCE_MARKS
        return bool(_SENTENCE_START.search(self.before))

    @property
    def is_quoted(self) -> bool:
        """Whether quotation marks hold the name and nothing else."""
        return bool(_OPENED.search(self.before) and _CLOSED.match(self.after))

    @property
    def is_said(self) -> bool:
        """Whether quotation marks hold the name and nothing else, and a verb of saying stands beside them."""
        return self.is_quoted and is_said(self.before, self.after)

    @property
    def is_bracketed(self) -> bool:
        """Whether brackets hold the name, marks aside: a part behind its actor, a name in another script."""
        closes = self.after[self.after[:1] in {'"', "'"} :].startswith(")")
        return closes and self.before.endswith(_BRACKETS)

    @property
    def is_emphasised(self) -> bool:
        """Whether signs of italics hold the name: ``_Her_``, ``*Her*``."""
        sign = self.before[-1:]
        return sign in {"_", "*"} and self.after.startswith(sign)

    @property
    def is_label(self) -> bool:
        """Whether a colon follows at a paragraph's start, as behind speakers and entries of lists."""
        return not self.before.strip() and self.after.startswith(":")

    @property
    def is_dated(self) -> bool:
        """Whether a year in brackets follows, as titles have it; two years are those of a life."""
        return bool(_YEAR.match(self.after))

    @property
    def word_before(self) -> str:
        """The word directly before, in small letters; empty where a sign stands between."""
        found = _WORD_BEFORE.search(self.before, self.before.rfind(" ", 0, -2) + 1)
        return found[1].lower() if found else ""

    @property
    def word_after(self) -> str:
        """The word directly after, as written; empty where a sign stands between."""
        found = _WORD_AFTER.match(self.after)
        return found[1] if found else ""


def surroundings(document: Document, span: Span, *, headline: bool = False) -> Surroundings:
    """The words beside a span, within its segment."""
    segment = document.segment_at(span.start)
    first, last = (segment.span.start, segment.span.end) if segment else (0, len(document.text))
    text = document.text
    return Surroundings(
        straight(text[max(first, span.start - WINDOW) : span.start]),
        straight(span.of(text)),
        straight(text[span.end : min(last, span.end + WINDOW)]),
        headline,
    )
