"""What became of a credit, and whether it is for a voice, as the words around it say."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.credits.passage import Passage
from plugins.credits.phrases import COMING

FINAL, ANNOUNCED, UNCREDITED = "final", "announced", "uncredited"
REPLACED, CUT, CONSULTED = "replaced", "cut", "consulted"
VOICE, SCREEN = "voice", "screen"


@dataclass(frozen=True, slots=True)
class Standing:
    """A status and the words that give it; no words where the text simply states the credit.

    ``bounded`` tells that the text speaks of a time: whoever was cast then may have been replaced since.
    """

    status: str = FINAL
    words: str = ""
    bounded: bool = False


_VOICE = re.compile(r"\bvoic(?:e|es|ed|ing)\b(?!-?over actor)|\bvocals?\b|\bheard-but-not-seen\b", re.IGNORECASE)
_SCREEN = re.compile(r"\bon[- ]?screen\b|\bin the flesh\b|\bflesh-and-blood\b|\bon camera\b", re.IGNORECASE)

_ANNOUNCED = re.compile(
    rf"{COMING}|\b(?:will|'ll|to be|is set|are set|is due|is slated|in talks|in negotiations|in final talks|is attached"
    r"|are attached|attached to|is circling|circling|is eyeing|eyeing|has signed|have signed|has joined|have joined"
    r"|joins?|boards?|is finalizing|are finalizing|is hoping|hopes to|plans? to|wants? to|wanted to|is planning|if \S+ signs"
    r"|has been cast|have been cast|has landed|have landed|signs on)\b"
)
_UNCREDITED = re.compile(r"\b(?:uncredited|without credit|unbilled)\b", re.IGNORECASE)
_CUT = re.compile(
    r"\b(?:scenes?|part|role|performance|appearance|character|subplot|cameo)\b[^.;ⓟ]{0,40}\b(?:was|were|got|is|are|been|end(?:s|ed) up)\b"
    r"[^.;ⓟ]{0,25}\b(?:cut|deleted|dropped|removed|excised|lost|left out|scrapped|trimmed away)\b(?! to\b)"
    r"|\b(?:on|to) the cutting[- ]room floor\b|\bcut (?:from|out of) (?:the (?:film|movie|picture|finished)|ⓦ)"
    r"|\b(?:was|were|been|is) cut(?: out)? entirely\b",
    re.IGNORECASE,
)
_CUT_BEFORE = re.compile(
    r"\b(?:eliminate[sd]?|cuts?|dropp?(?:ed|s)|remove[sd]?|excise[sd]?|lost|loses|jettison(?:ed|s)|discard(?:ed|s)|deleted)\b"
    r"[^.;]{0,120}\b(?:featur(?:ed|ing|es)|with|starring|play(?:ed|ing) by|in which) $",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"\b(?:(?:later|then|eventually|soon|finally|but|before (?:being|she was|he was)|until (?:being|she was|he was)|was|were|being|and) )*"
    r"(?:was |were |is |been |being )?(?:replaced|recast|succeeded) (?:[\w-]+ ){0,3}(?:by|with)\b|\bmade way for\b|\bgave way to\b"
    r"|\bdropped out\b|\bleft the (?:project|film|production|movie)\b|\bwas (?:fired|let go|dismissed|recast)\b|\bwithdrew\b|\bpulled out\b"
)
_FIRST = re.compile(r"\b(?:first|originally|initially|at first|to begin with|in an early cut|before the recasting)\b", re.IGNORECASE)
_BOUNDED = re.compile(
    r"\b(?:is|was|were|are) (?:then|still|at (?:that|the) (?:time|point)|being) |\bfor (?:one|a|two|three|\d+) (?:day|week|night|afternoon)s?\b"
)
_BRIEF = re.compile(r"\bfor (?:one|a|two|three|\d+) (?:day|week|night|afternoon)s?\b")

RECAST = re.compile(
    r"\bre-?cast(?:ing)?\b|\bcast (?:the|his|her) (?:part|role|lead) (?:again|anew)\b"
    r"|\breplac(?:e|ed|es|ing|ement)\b[^.;]{0,40}\b(?:actor|actress|star|lead|voice|performer|principals?|her|him|part|role)\b"
    r"|\b(?:new|another|different) (?:actor|actress|voice|performer|lead)\b|\bcasting change\b"
)
"""Words that tell of a part that was cast anew."""


def standing_at(passage: Passage, start: int, end: int) -> Standing:
    """The standing of a credit whose form is at a stretch of a passage, by its words and its sentence's."""
    text = passage.text
    sentence = passage.sentences[passage.sentence_at(start)]
    own, rest = text[start:end], text[end : max(end, sentence.end)]
    lead = text[max(sentence.start, start - 60) : start]
    if found := _CUT_BEFORE.search(text, sentence.start, start + 1) or _CUT.search(text, sentence.start, _next_end(passage, end)):
        return Standing(CUT, _plain(found[0]))
    if found := _UNCREDITED.search(lead + own + rest[:60]):
        return Standing(UNCREDITED, found[0])
    if found := _REPLACED.match(rest[:90].lstrip(" ,);")) or (_BRIEF.match(rest.lstrip(" ,"))):
        return Standing(REPLACED, _plain(found[0]), bounded=True)
    if found := _ANNOUNCED.search(own):
        return Standing(ANNOUNCED, _plain(found[0]))
    bounded = _BOUNDED.search(own) or _FIRST.search(own) or _FIRST.search(lead[-25:])
    return Standing(FINAL, "", bounded=bool(bounded))


def mode_at(passage: Passage, start: int, end: int) -> str:
    """``voice`` or ``screen`` where the words of a form say so; empty where they do not."""
    own = passage.text[start:end]
    if _VOICE.search(own):
        return VOICE
    return SCREEN if _SCREEN.search(own) else ""


def _next_end(passage: Passage, end: int) -> int:
    """The end of the sentence behind that of an offset, if it begins with a pronoun; else of its own."""
    place = passage.sentence_at(max(end - 1, 0))
    here = passage.sentences[place]
    if place + 1 < len(passage.sentences):
        after = passage.sentences[place + 1]
        if re.match(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Hh]e|[Ss]he) ", after.of(passage.text)):
            return after.end
    return here.end


def _plain(words: str) -> str:
    return " ".join(words.split()).strip(" ,;")
