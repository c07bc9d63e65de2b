"""The words of a text with what their form shows: capitals, initials, possessives, where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

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


class Token(NamedTuple):
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
        return low(self.word)

    @property
    def is_capital(self) -> bool:
        """Whether the word may be part of a name; ``Jewish-looking`` has a capital and is none."""
        return is_capital(self.word)

    @property
    def is_initial(self) -> bool:
        """Whether it is an initial or several: ``K.``, ``K.K.``."""
        return is_initial(self.word)


def low(word: str) -> str:
    return word.rstrip(".").lower()


def is_capital(word: str) -> bool:
    if not word[0].isupper() or "-" not in word:
        return word[0].isupper()
    first, second, *more = word.split("-")
    if second[:1].isupper() or more:
        return second[:1].isupper()
    describes = is_common(first) or first.isupper() or first.lower() in ENGLISH.peoples
    return not (describes and len(second) > 3 and is_common(second))


def is_initial(word: str) -> bool:
    return word[-1] == "."


def is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not is_initial(word)


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """The words of a stretch of folded text, in order; signs between them are left out."""
    opening = {start, *sentence_ends(text, start, end)}
    last, last_end = "", start
    for found in _TOKEN.finditer(text, start, end):
        word = found[0]
        at, until = found.span()
        if text[last_end:at] == " ":
            opens = at in opening or last_end in opening
        else:
            opens = _opens(text, last_end, at, opening) and not _is_abbreviated(text[last_end:at], last)
        last, last_end = word, until
        possessive = (
            text.startswith("'", until) and word[-1] == "s" and text[until + 1 : until + 2] in {" ", ""}
        )
        if word.endswith("'s") and len(word) > 2:
            word, until, possessive = word[:-2], until - 2, True
        yield Token(word, at, until, opens, possessive)


def _opens(text: str, start: int, end: int, opening: Container[int]) -> bool:
    """Whether a sentence or words in quotation marks begin behind what stands between two words."""
    return any(place in opening for place in range(start, end + 1)) or bool(_OPENS.search(text[start:end]))


def _is_abbreviated(between: str, last: str) -> bool:
    return between == ". " and last.lower() in ABBREVIATIONS
