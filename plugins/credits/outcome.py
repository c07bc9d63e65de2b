"""What became of a credit, and whether it is for a voice, as the words around it say: ``outcome.toml``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.credits.passage import Passage
from plugins.credits.patterns import read_table

FINAL, ANNOUNCED, UNCREDITED = "final", "announced", "uncredited"
REPLACED, CUT, CONSULTED = "replaced", "cut", "consulted"
VOICE, SCREEN = "voice", "screen"

_PATTERNS = read_table("outcome").patterns

RECAST = _PATTERNS["recast"]
NOT_MADE_YET = _PATTERNS["not-made-yet"]

_LEAD, _SHORT_LEAD = 60, 25
"""Code points before a form in which ``uncredited`` and ``first`` belong to it."""

_WORDS = 4
"""Words of a passage that a reason may hold: enough to see what was read, too few to quote."""

_OWN_SENTENCE = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Hh]e|[Ss]he|I|[Ww]e) ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A status and the words that give it; no words where the text simply states the credit.

    ``bounded`` tells that the text speaks of a time: whoever was cast then may have been replaced since.
    """

    status: str = FINAL
    words: str = ""
    bounded: bool = False


PLAIN = Outcome()
"""What a text says that simply states a credit."""


def outcome_at(passage: Passage, start: int, end: int) -> Outcome:
    """The outcome of a credit whose form is at a stretch of a passage, by its words and its sentence's."""
    text = passage.text
    sentence = passage.around(start, end)
    own, rest = text[start:end], text[end : max(end, sentence.end)].lstrip(" ,);")
    lead = text[max(sentence.start, start - _LEAD) : start]
    cut = _search("cut-before", passage, sentence.start, end)
    if found := cut or _search("cut", passage, sentence.start, _end_of_what_is_said(passage, end)):
        return Outcome(CUT, _first_words(found[0]))
    if found := _PATTERNS["uncredited"].search(lead + own + rest[:_LEAD]):
        return Outcome(UNCREDITED, found[0])
    if found := _PATTERNS["replaced"].match(rest) or _PATTERNS["brief"].match(rest):
        return Outcome(REPLACED, _first_words(found[0]), bounded=True)
    if found := _PATTERNS["consulted"].search(own):
        return Outcome(CONSULTED, _first_words(found[0]))
    if found := _PATTERNS["announced"].search(own):
        return Outcome(ANNOUNCED, _first_words(found[0]))
    bounded = (
        _PATTERNS["given-up"].search(lead)
        or _PATTERNS["bounded"].search(own)
        or _PATTERNS["first"].search(own)
        or _PATTERNS["first"].search(lead[-_SHORT_LEAD:])
    )
    return Outcome(FINAL, bounded=bool(bounded))


def _search(name: str, passage: Passage, start: int, end: int) -> re.Match[str] | None:
    """Where a pattern is found; hardly a passage has its words, and a long sentence has many credits."""
    pattern = _PATTERNS[name]
    return None if pattern.needs & ~passage.had else pattern.search(passage.text, start, end)


def is_denied(passage: Passage, end: int) -> bool:
    """Whether the next sentence takes back what the last words of one have said: ``He did not.``"""
    place = passage.sentence_at(max(end - 1, 0))
    after = passage.sentences[place + 1 : place + 2]
    is_last = passage.sentences[place].end - end <= _SHORT_LEAD
    return is_last and bool(after) and _PATTERNS["denied"].match(passage.text, after[0].start) is not None


def mode_at(passage: Passage, start: int, end: int) -> str:
    """``voice`` or ``screen`` where the words of a form say so; empty where they do not."""
    own = passage.text[start:end]
    if _PATTERNS["voice"].search(own):
        return VOICE
    return SCREEN if _PATTERNS["screen"].search(own) else ""


def _end_of_what_is_said(passage: Passage, end: int) -> int:
    """The end of the sentence of an offset, or of the next one if that goes on with a pronoun."""
    place = passage.sentence_at(max(end - 1, 0))
    after = passage.sentences[place + 1 : place + 2]
    if after and _OWN_SENTENCE.match(passage.text, after[0].start):
        return after[0].end
    return passage.around(max(end - 1, 0), end).end


def _first_words(words: str) -> str:
    return " ".join(words.split()[:_WORDS]).strip(" ,;—")
