"""Titles in marks of their own: quotation marks, underscores, asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.source import Label
from plugins.archive.span import Span
from plugins.discovery.passages import Passage
from plugins.discovery.rules import PATTERNS
from plugins.lexicon.tables import words
from plugins.mentions.folding import SAME_LENGTH

SMALL = words(
    "a an the of and in on at to for with from by or as is my your his her its our their into over nor but",
    "than vs",
    "de la le les des du d'un une et der die das und von e il lo los las el y en no",
)
"""Words that a title may hold without a capital."""

LONGEST_TITLE = 11
"""Words. Longer stretches in quotation marks are speech, but for a few jokes of the sixties."""

BESIDE = 60
"""Code points on either side of the marks that say whether they hold a title: a few words."""

_MARKS = {
    "“": re.compile(r"“([^“”\n]{1,90})”"),
    "‘": re.compile(r"‘((?:[^‘’\n]|(?<=\w)’(?=\w)|(?<=n)’(?= \w)){1,90})’(?!\w)"),
    '"': re.compile(r"(?<![\w\"])\"([^\"\n]{1,90})\"(?!\w)"),
    "'": re.compile(r"(?<![\w'])'((?:[^'\n]|(?<=\w)'(?=\w)){1,90})'(?!\w)"),
    "«": re.compile(r"«\s?([^«»\n]{1,90}?)\s?»"),
    "_": re.compile(r"(?<![\w_])_([^_\n]{1,90})_(?![\w_])"),
    "*": re.compile(r"(?<![\w*])\*([^*\n]{1,90})\*(?![\w*])"),
}
"""One pattern for each kind of mark, by the sign that opens it; 90 code points hold the longest title."""

_EMPHASIS = frozenset("_*")
_REVIEWED = (
    re.compile(
        r"[“‘\"']?([^“”‘\"\n:–—|]{1,60}?)[”’\"']?(?: \((?:19|20)\d\d\))?:?"
        r" (?:[Ff]ilm |[Mm]ovie )?[Rr]eview\b(?! of)"
    ),
    re.compile(r"(?:(?:Film|Movie) )?Review: [“‘\"']?([^“”‘\"\n:–—|(]{1,60}?)[”’\"']?(?: \(|$| [–—|-])"),
)
_CAPTIONED = re.compile(r"([^,.;:\n]{1,60}), by (?=[A-Z])")
_END = re.compile(r"[,;:.]+$")
_WORD = re.compile(r"[^\s\-–—/]+")
_SENTENCE_END = re.compile(r"[.!?] ")
_ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Dr|St|Ms|Vol)\. ")
_YEAR = re.compile(r",? [(\[](?:[A-Z]\w+,? )?(?:18|19|20)\d\d")
_ENDED = re.compile(r"(?:^|[.!?:])\s*$")
_NOTHING = re.compile(r"\s*$")


@dataclass(frozen=True, slots=True)
class MarkedTitle:
    """Words in marks of their own that have the form of a title: a raw span, a weight, a reason."""

    span: Span
    words: str
    weight: float
    reason: str


def titles_in(text: str, passage: Passage) -> Iterator[MarkedTitle]:
    """What marks hold in a passage of a raw text, by kind of mark; then what a caption names first."""
    start, end = passage.segment.span.start, passage.segment.span.end
    yield from marked_titles(text, start, end)
    if passage.segment.label is Label.HEADING and (reviewed := reviewed_title(text, start, end)):
        yield reviewed
    if passage.segment.label is Label.CAPTION and (captioned := captioned_title(text, start, end)):
        yield captioned


def marked_titles(text: str, start: int, end: int) -> Iterator[MarkedTitle]:
    """What marks hold between two raw offsets, in order of kinds of mark; speech is left out.

    A title of one word has a low weight: quotation marks hold single words for many reasons.
    """
    there = (pattern for sign, pattern in _MARKS.items() if text.find(sign, start, end) >= 0)
    for pattern in there:
        for found in pattern.finditer(text, start, end):
            title = _END.sub("", found[1])
            if title and is_title_like(title):
                before = text[max(start, found.start() - BESIDE) : found.start()].translate(SAME_LENGTH)
                after = text[found.end() : min(end, found.end() + BESIDE)].translate(SAME_LENGTH)
                weight, reason = _weigh(title, before, after, found[0][0])
                if weight > 0:
                    yield MarkedTitle(
                        Span(found.start(1), found.start(1) + len(title)), title, weight, reason
                    )


def reviewed_title(text: str, start: int, end: int) -> MarkedTitle | None:
    """What a headline says is reviewed: ``Drift review – a slow film``, ``Review: Drift``; else None."""
    for pattern in _REVIEWED:
        found = pattern.match(text, start, end)
        if found is not None and is_title_like(found[1]):
            return MarkedTitle(Span(*found.span(1)), found[1], 3.0, "reviewed, says the headline")
    return None


def captioned_title(text: str, start: int, end: int) -> MarkedTitle | None:
    """What a caption names first, before its maker: ``2563, by Todd Hido``; None where it does otherwise."""
    found = _CAPTIONED.match(text, start, end)
    if found is None or not is_title_like(found[1]):
        return None
    return MarkedTitle(Span(*found.span(1)), found[1], 2.5, "in a caption, before its maker")


def is_title_like(title: str) -> bool:
    """Whether words are set as a title: capitals on all but the small ones, and no sentence's end.

    >>> is_title_like("The Keeper of the Lamp"), is_title_like("Nobody leaves")
    (True, False)
    """
    parts = _WORD.findall(title)
    if not parts or len(parts) > LONGEST_TITLE or not any(sign.isalnum() for sign in title):
        return False
    if _SENTENCE_END.search(title) and not _ABBREVIATION.search(title):
        return False
    first = parts[0].lstrip("¡¿\"'‘“([")
    return bool(first) and not first[0].islower() and all(_is_set_up(part) for part in parts[1:])


def _is_set_up(part: str) -> bool:
    bare = part.strip("\"'’‘“”()[],.!?:;…")
    return not bare or not bare[0].islower() or bare.lower().replace("’", "'") in SMALL


def _weigh(title: str, before: str, after: str, mark: str) -> tuple[float, str]:
    """What marks are worth, with the reason: what stands before and behind them tells titles from speech."""
    several = len(_WORD.findall(title)) > 1
    weight, reason = (2.5 if several else 1.0), "in marks of its own"
    if mark in _EMPHASIS:
        weight += 1.5
    elif PATTERNS["title_said_after"].match(after):
        return 0.0, ""
    elif found := PATTERNS["title_refused"].search(before):
        weight -= 0.5 if several and found[0] == ", " else 2.0
    elif _ENDED.search(before) and _NOTHING.match(after):
        weight -= 1.0
    if _YEAR.match(after):
        weight, reason = weight + 3.0, "in marks, and a year follows"
    elif found := PATTERNS["title_cue"].search(before):
        weight, reason = weight + 2.5, f"in marks, after “{found[0].strip()}”"
    elif PATTERNS["title_welcome"].search(before):
        weight += 1.0
    if title[-1] in "!?" and not several:
        weight -= 1.0
    return weight, reason
