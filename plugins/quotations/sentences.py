"""Where the sentences of a text end, as far as its marks show it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.span import Span

CLOSING = "”’\"'»›“‘)]*†‡」』"
"""What may stand between a sentence's last mark and its end: closing quotes, brackets, signs of notes."""

_OPENING = "“‘\"'«‹„‚([¿¡—–-「『"

_END = re.compile(rf"[.!?…。！？]+[{re.escape(CLOSING)}]*")
_BEFORE = re.compile(r"(?:\w\.)*\w+$")
_NEXT = re.compile(rf"[{re.escape(_OPENING)}\s]*(\w+)?")

_NEVER_LAST = re.compile(
    r"mr|mrs|ms|mme|mlle|messrs|dr|prof|sr|sra|srta|st|hr|fr|vs|feat|cf|eg|ie|gov|gen|rep|rev|hon|capt|lt|col"
    r"|sgt|mt|ft",
    re.IGNORECASE,
)
"""Abbreviations that a name follows."""

_BEFORE_NUMBERS = re.compile(r"no|nr|vol|pp?|ch", re.IGNORECASE)

_SELDOM_LAST = re.compile(
    r"[A-Z]|.*\..*|bros|inc|ltd|co|corp|jr|sen|etc|eds?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx"
    r"|dept|est|ave",
    re.IGNORECASE,
)
"""Initials and abbreviations that end a sentence only where a word follows that begins one."""

_BEGINS = re.compile(
    r"an?|the|this|that|these|those|s?he|it|they|we|i|you|his|her|its|their|our|my|your|t?here|then|but|and|or"
    r"|so|yet|as|if|when|while|in|on|at|for|from|with|after|before|since|by|of|not|no|yes|what|who|how|why|where"
    r"|which|one|two|some|many|most|all|both|each|every",
    re.IGNORECASE,
)

_CLAUSE_MARK = re.compile(r"[;:()\[\]—…]|,(?!\d)|\s[–-]\s")

_WINDOW = 40
"""Code points on either side of a mark that are looked at; no abbreviation is longer."""


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """The offsets between ``start`` and ``end`` at which a sentence ends, its closing marks included.

    The end of the stretch itself is not among them. Refuses to end a sentence after an initial or a
    title (``K. K. Maes``, ``Dr. Bell``), and where a small letter follows (``“Why?” she asks``).
    """
    return _ends_among(_END.finditer(text, start, end), text, start, end)


def ends_sentence_between(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether ``sentence_ends`` from ``start`` to ``end`` has an offset from ``first`` to ``last``.

    ``first`` is the end of a word, ``last`` the start of the next: only the signs there are looked at.
    """
    # The full stop of an initial is a part of the word before.
    begin = first - (text[first - 1] == ".")
    return any(_ends_among(_END.finditer(text, begin, last), text, start, end))


def _ends_among(found: Iterable[re.Match[str]], text: str, start: int, end: int) -> Iterator[int]:
    for match in found:
        if match.end() < end and _ends_there(text, match, start, end):
            yield match.end()


def find_sentences(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a stretch in order, white space trimmed; every other character is in one."""
    begin = span.start
    for place in (*sentence_ends(text, span.start, span.end), span.end):
        words = text[begin:place]
        stripped = words.strip()
        if stripped:
            first = begin + len(words) - len(words.lstrip())
            yield Span(first, first + len(stripped))
        begin = place


def _ends_there(text: str, match: re.Match[str], start: int, end: int) -> bool:
    place = match.end()
    follows = _NEXT.match(text, place, min(end, place + _WINDOW))
    word = (follows[1] if follows else None) or ""
    if not text[place].isspace():
        return _lost_its_space(text, match, word, start)
    if word[:1].islower():
        return False
    return not match.group().startswith(".") or _is_full_stop(text, match, word, start)


def _lost_its_space(text: str, match: re.Match[str], word: str, start: int) -> bool:
    """A sentence that runs into the next (``So it was!Then she left``), not ``A.I.`` or ``example.org``."""
    if match.group()[-1] in "。！？」』":
        return True
    before = text[max(start, match.start() - 2) : match.start()]
    into_a_word = text[match.end()].isupper() and word[1:2].islower()
    return into_a_word and len(before) == 2 and before.isalpha() and before.islower()


def _is_full_stop(text: str, match: re.Match[str], word: str, start: int) -> bool:
    if len(match.group()) > 1:
        return True
    before = text[max(start, match.start() - _WINDOW) : match.start()]
    # From its last word on: a search from each letter of the window reads the same letters again and again.
    found = None if before[-1:].isspace() else _BEFORE.search(before.rpartition(" ")[2])
    last = found.group() if found else ""
    if _NEVER_LAST.fullmatch(last) or (_BEFORE_NUMBERS.fullmatch(last) and word[:1].isdigit()):
        return False
    return not _SELDOM_LAST.fullmatch(last) or not word or _BEGINS.fullmatch(word) is not None


def clause_around(text: str, sentence: Span, words: Span) -> Span:
    """The part of a sentence, between two marks, that holds some words of it; white space trimmed."""
    marks = list(_CLAUSE_MARK.finditer(text, sentence.start, sentence.end))
    start = max((mark.end() for mark in marks if mark.end() <= words.start), default=sentence.start)
    end = min((mark.start() for mark in marks if mark.start() >= words.end), default=sentence.end)
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    return Span(first, first + len(part.strip()))
