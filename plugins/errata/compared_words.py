"""Words as a correction and an article are compared: figures like numerals, case and apostrophes folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.span import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’‐‑][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e)$")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")
_OPENING_MARKS = "“‘\"'«„"

_SMALL_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"

NUMBERS = {word: number for number, word in enumerate(_SMALL_NUMBERS.split())} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}

EMPTY = re.compile(
    r"an?|the|this|that|these|those|and|or|but|nor|so|as|if|of|in|on|at|to|by|for|from|with|about|into|over|under"
    r"|after|before|during|is|was|are|were|be|been|being|am|has|had|have|do|does|did|will|would|can|could|may"
    r"|might|shall|should|must|it|its|he|him|his|she|her|hers|they|them|their|we|us|our|you|your|i|me|my|who|whom"
    r"|whose|which|what|when|where|there|here|not|no|also|only|just|than|then|too|very|one|both|each|any|some"
    r"|such|own|same|other|instead|rather|now|question|say|said|says|called|name|named|fact",
    re.IGNORECASE,
)
"""Words that say nothing of what a sentence is about."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. ``key`` is what it is looked up by, ``stem`` the same without a verb's ending.

    The span leaves out a possessive ending. ``quoted`` says that it stands in quotation marks of its own
    or with a few others.
    """

    key: str
    span: Span
    surface: str
    quoted: bool = False

    @property
    def is_number(self) -> bool:
        return self.key[0].isdecimal()

    @property
    def is_name(self) -> bool:
        """Whether it has a capital and may be a name; at the start of a sentence it need not be."""
        return self.surface[0].isupper() and not self.is_empty

    @property
    def is_empty(self) -> bool:
        return not self.is_number and EMPTY.fullmatch(self.key) is not None

    @property
    def is_strong(self) -> bool:
        return (self.is_number or self.is_name or self.quoted) and not self.is_empty

    @property
    def stem(self) -> str:
        return self.key if self.is_number else _DOUBLED.sub(r"\1", _ENDING.sub("", self.key))


def words_of(text: str, span: Span) -> list[Word]:
    """The words of a stretch, in order; a numeral of two words (``forty-three``) is one."""
    found: list[Word] = []
    for match in _WORD.finditer(text, span.start, span.end):
        surface = _POSSESSIVE.sub("", match.group())
        word = Word(_key(surface), Span(match.start(), match.start() + len(surface)), surface, False)
        if found and _is_second_half(text, found[-1], word):
            tens = found.pop()
            both = Span(tens.span.start, word.span.end)
            word = Word(str(int(tens.key) + int(word.key)), both, both.of(text))
        found.append(word)
    return list(_with_quotes(text, span, found))


def _key(surface: str) -> str:
    folded = surface.casefold().replace("’", "'").replace("‐", "-").replace("‑", "-")
    if folded[0].isdecimal():
        return folded.replace(",", "")
    return str(NUMBERS.get(folded, folded))


def _is_second_half(text: str, tens: Word, unit: Word) -> bool:
    return (
        tens.surface.casefold() in _TENS.split()
        and unit.surface.casefold() in NUMBERS
        and 0 < int(unit.key) < 10
        and text[tens.span.end : unit.span.start] in ("-", " ", "\u00a0", "‑", "‐")
    )


def _with_quotes(text: str, span: Span, words: list[Word]) -> Iterator[Word]:
    """The words, those marked that stand in quotation marks."""
    closing = 0
    for word in words:
        before = text[word.span.start - 1] if word.span.start > span.start else ""
        if before and before in _OPENING_MARKS and word.span.start >= closing:
            end = _QUOTED.match(text, word.span.start - 1, span.end)
            closing = end.end() if end else 0
        quoted = word.span.start < closing
        yield Word(word.key, word.span, word.surface, True) if quoted else word


_QUOTED = re.compile(r"“[^“”]{1,80}”|\"[^\"]{1,80}\"|‘[^‘’]{1,80}’(?!\w)|«[^«»]{1,80}»|„[^„“”]{1,80}[“”]")


def differ_little(one: str, other: str) -> bool:
    """Whether two words begin alike and differ in one letter, in two where they are long."""
    most = 1 if len(other) < 6 else 2
    if one == other or not one or one[0] != other[0] or abs(len(one) - len(other)) > most or len(other) > 40:
        return False
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row[0] = row[0], number
        for at, against in enumerate(other, 1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (letter != against))
    return row[-1] <= most
