"""The words and marks of a stretch of text, and what each may be in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from plugins.quotations.saying import ROLES, TITLES

_LETTERS = r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])*"
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # K.K.
    r"|[^\W\d_a-z]\.(?=\s?[^\W\d_])"  # K. before more of a name
    r"|(?:Jr|Sr|Dr|Mr|Mrs|Ms|Mme|St|Bros|Prof|Rev|Inc)\."
    rf"|{_LETTERS}(?:['’‐‑-]{_LETTERS})*['’]?"
    r"|\d+|\.{3}|\S"
)
_POSSESSIVE = re.compile(r"(?:['’]s|s['’])$", re.IGNORECASE)
_ELIDED_PARTICLE = re.compile(r"(?:[dl]|al|el)['’-][^\W\d_]", re.IGNORECASE)


class Token(NamedTuple):
    """A word or a mark, with its place in the text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether a part of a name may look so; the pronoun I does not."""
        if _ELIDED_PARTICLE.match(self.text):
            return any(sign.isupper() for sign in self.text)
        return self.text[0].isupper() and self.text != "I" and not self.text.startswith(("I’", "I'"))

    @property
    def is_small(self) -> bool:
        return self.is_word and not self.is_capital

    @property
    def owns(self) -> bool:
        """Whether it is a possessive: ``Varga’s``, ``the boys’``."""
        return _POSSESSIVE.search(self.text) is not None

    @property
    def is_role(self) -> bool:
        """Whether it says what somebody is: ``producer``, ``co-star``, ``writer-director``."""
        return self.low.rsplit("-", 1)[-1] in ROLES

    @property
    def is_title(self) -> bool:
        return self.low.rstrip(".") in TITLES


Tokens = Sequence[Token]


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch, in order."""
    return [Token(match.group(), *match.span()) for match in _TOKEN.finditer(text, start, end)]
