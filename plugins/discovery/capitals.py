"""Capital words in a row, where they stand and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from plugins.discovery.passages import Passage
from plugins.discovery.tokens import Token

WINDOW = 120
"""Folded code points on either side of a run that say of what kind it is: about a clause."""

_WORD_BEFORE = re.compile(r"([\w'-]+) $")
_WORD_AFTER = re.compile(r" ([\w'-]+)")


@dataclass(frozen=True)
class Capitals:
    """Capital words in a row, at folded offsets of one passage of ``text``.

    ``lead`` is the word that was taken off their front (a job, an honorific), in small letters.
    """

    text: str
    passage: Passage
    tokens: tuple[Token, ...]
    lead: str = ""

    @cached_property
    def start(self) -> int:
        return self.tokens[0].start

    @cached_property
    def end(self) -> int:
        """Where they end; the full stop of ``Jr.`` is in them, a possessive ending is not."""
        last = self.tokens[-1]
        return last.end + (last.word in {"Jr", "Sr"} and self.text.startswith(".", last.end))

    @cached_property
    def surface(self) -> str:
        return self.text[self.start : self.end]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(token.word for token in self.tokens)

    @property
    def is_single(self) -> bool:
        return len(self.tokens) == 1

    @property
    def opens(self) -> bool:
        """Whether the first word would have a capital anyway."""
        return self.tokens[0].opens and not self.lead

    @property
    def possessive(self) -> bool:
        return self.tokens[-1].possessive

    @cached_property
    def before(self) -> str:
        return self.text[max(self.passage.start, self.start - WINDOW) : self.start]

    @cached_property
    def after(self) -> str:
        """What follows; a possessive ending is the first of it."""
        return self.text[self.end : min(self.passage.end, self.end + WINDOW)]

    @cached_property
    def word_before(self) -> str:
        """The word before, in small letters: the lead where there is one, nothing behind a sign."""
        found = _WORD_BEFORE.search(self.before)
        return self.lead or (found[1].lower() if found else "")

    @cached_property
    def word_after(self) -> str:
        """The word that follows, in small letters; nothing before a sign."""
        found = _WORD_AFTER.match(self.after)
        return found[1].lower() if found else ""
