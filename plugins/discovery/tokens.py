"""The words of a text with what their form shows: capitals, initials, possessives, where sentences begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common
from plugins.quotations.sentences import ends_sentence_between

ABBREVIATIONS = words("mr mrs ms dr prof jr sr st bros capt lt sgt vs")
"""Words with a full stop that ends no sentence and parts no name."""

BEHIND = 3
"""Words behind a capital that are looked at: as many as small words that a title reaches over."""

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,9}(?!\w)"  # K.K.; nobody has more initials
    r"|[^\W\d_]\.(?= ?[^\W\d_])(?!\w\w)"  # K. before more of a name
    r"|[^\W_]+(?:['-][^\W_]+)*"
)
_MAY_BE_CAPITAL = re.compile(r"[^\W_a-z]")
"""A capital or a figure; as far as signs tell it at once, also every letter beyond ASCII."""

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
    return _Reading(text, start, end).words()


def tokens_near_capitals(text: str, start: int, end: int) -> Iterator[Token]:
    """Of the words of a stretch those that may have a capital, and up to `BEHIND` words behind each.

    No name begins elsewhere, nor goes on there. The others, most words of a text, are not even looked at.
    """
    reading = _Reading(text, start, end)
    while capital := _MAY_BE_CAPITAL.search(text, reading.place, end):
        reading.leap(capital.start())
        behind = 0
        for token in reading.words():
            yield token
            if token.start > capital.start():
                behind = behind + 1 if token.word.islower() else 0
            if behind == BEHIND:
                break


class _Reading:
    """A stretch of folded text read word by word, so far up to a ``place``."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text = text
        self._start = start
        self._end = end
        self.place = start
        self._last = ""

    def words(self) -> Iterator[Token]:
        """The words from the place on."""
        text = self._text
        for found in _TOKEN.finditer(text, self.place, self._end):
            word = found[0]
            at, until = found.span()
            opens = self._opens(at)
            self.place, self._last = until, word
            possessive = (
                text.startswith("'", until) and word[-1] == "s" and text[until + 1 : until + 2] in {" ", ""}
            )
            if word.endswith("'s") and len(word) > 2:
                word, until, possessive = word[:-2], until - 2, True
            yield Token(word, at, until, opens, possessive)

    def leap(self, place: int) -> None:
        """Go on to the words between two spaces at a place, past the word before: it tells if they open."""
        here = self._text.rfind(" ", self.place, place)
        while here > self.place and not self._text[here].isalnum():
            here -= 1
        before = self._text.rfind(" ", self.place, max(here, self.place)) + 1
        if before > self.place:
            self.place, self._last = before, ""
            next(self.words(), None)

    def _opens(self, at: int) -> bool:
        """Whether a sentence, or words in quotation marks, begin with the next word."""
        if not self._last:
            return True
        between = self._text[self.place : at]
        if between == " " and self._last[-1] != ".":
            # Most words.
            return False
        opens = _OPENS.search(between) or ends_sentence_between(
            self._text, self.place, at, self._start, self._end
        )
        return bool(opens) and not _is_abbreviated(between, self._last)


def _is_abbreviated(between: str, last: str) -> bool:
    return between == ". " and last.lower() in ABBREVIATIONS
