"""The words of a text with what their form shows: capitals, initials, possessives, where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common
from plugins.quotations.sentences import sentence_ends

ABBREVIATIONS = words("mr mrs ms dr prof jr sr st bros capt lt sgt vs")
"""Words with a full stop that ends no sentence and parts no name."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,9}(?!\w)"  # K.K.; nobody has more initials
    r"|[^\W\d_]\.(?= ?[^\W\d_])(?!\w\w)"  # K. before more of a name
    r"|[^\W_]+(?:['-][^\W_]+)*"
)
_OPENS = re.compile(r"[\"(\[:;]\s*$|(?:^|\s)'$|[.!?][\"')]*\s")
"""What stands between two words where the second would have a capital anyway."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word at folded offsets. A possessive ending is not in it; ``possessive`` tells that one follows.

    ``opens`` tells that a sentence, or words in quotation marks, begin with it.
    """

    word: str
    start: int
    end: int
    opens: bool
    possessive: bool

    @property
    def low(self) -> str:
        """The word in small letters, without the full stop of an initial."""
        return self.word.rstrip(".").lower()

    @property
    def is_capital(self) -> bool:
        """Whether the word may be part of a name; ``Jewish-looking`` has a capital and is none."""
        if not self.word[0].isupper() or "-" not in self.word:
            return self.word[0].isupper()
        first, second, *more = self.word.split("-")
        if second[:1].isupper() or more:
            return second[:1].isupper()
        describes = is_common(first) or first.isupper() or first.lower() in ENGLISH.peoples
        return not (describes and len(second) > 3 and is_common(second))

    @property
    def is_initial(self) -> bool:
        """Whether it is an initial or several: ``K.``, ``K.K.``."""
        return self.word[-1] == "."

    @property
    def is_acronym(self) -> bool:
        return len(self.word) > 1 and self.word.isupper() and not self.is_initial


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch of folded text, in order; signs between them are left out."""
    opening = {start, *sentence_ends(text, start, end)}
    last, last_end = "", start
    for found in _TOKEN.finditer(text, start, end):
        word, at, until = found.group(), found.start(), found.end()
        between = text[last_end:at]
        opens = any(place in opening for place in range(last_end, at + 1)) or bool(_OPENS.search(between))
        opens = opens and not (between == ". " and last.lower() in ABBREVIATIONS)
        possessive = text[until : until + 2] in {"' ", "'"} and word.endswith("s")
        if word.endswith("'s") and len(word) > 2:
            word, until, possessive = word[:-2], until - 2, True
        yield Token(word, at, until, opens, possessive)
        last, last_end = found.group(), found.end()
