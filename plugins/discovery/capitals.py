"""Capital words in a row, where they stand and what stands beside them."""

from __future__ import annotations

import re
from functools import cached_property

from plugins.discovery.passages import Passage
from plugins.discovery.tokens import Token

WINDOW = 120
"""Folded code points on either side of a run that say of what kind it is: about a clause."""

_WORD_BEFORE = re.compile(r"[\w'-]+$")
_WORD_AFTER = re.compile(r" ([\w'-]+)")


class Capitals:
    """Capital words in a row, at folded offsets of one passage of ``text``.

    ``lead`` is the word that was taken off their front (a job, an honorific), in small letters. ``before``
    and ``after`` are what stands beside them; a possessive ending is the first of what follows.
    """

    def __init__(self, text: str, passage: Passage, tokens: tuple[Token, ...], lead: str = "") -> None:
        self.text = text
        self.passage = passage
        self.tokens = tokens
        self.lead = lead
        self.start = tokens[0].start
        self.end = _end(text, tokens[-1])
        self.surface = text[self.start : self.end]
        self.is_single = len(tokens) == 1
        self.before = text[max(passage.start, self.start - WINDOW) : self.start]
        self.after = text[self.end : min(passage.end, self.end + WINDOW)]

    @property
    def opens(self) -> bool:
        """Whether the first word would have a capital anyway."""
        return self.tokens[0].opens and not self.lead

    @property
    def possessive(self) -> bool:
        return self.tokens[-1].possessive

    @cached_property
    def word_before(self) -> str:
        """The word before, in small letters: the lead where there is one, nothing behind a sign."""
        return self.lead or self.before_sign(" ").lower()

    @cached_property
    def word_after(self) -> str:
        """The word that follows, in small letters; nothing before a sign."""
        found = _WORD_AFTER.match(self.after)
        return found[1].lower() if found else ""

    def before_sign(self, sign: str) -> str:
        """The word that only a sign parts from them, as written; empty where something else does."""
        if not self.before.endswith(sign):
            return ""
        until = len(self.before) - len(sign)
        found = _WORD_BEFORE.search(self.before, self.before.rfind(" ", 0, until) + 1, until)
        return found[0] if found else ""


def _end(text: str, last: Token) -> int:
    """Where they end; the full stop of ``Jr.`` is in them, a possessive ending is not."""
    return last.end + (last.word in {"Jr", "Sr"} and text.startswith(".", last.end))
