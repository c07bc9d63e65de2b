"""What a printed correction says: which words were wrong, which are right, and what they are about.

Papers write corrections in few forms: a statement and then the right one (``said it was shot in Oslo; it
was shot in Bergen``), the right thing with the wrong one beside it (``It is 126 minutes, not 125``), or
what it was about (``misstated Varga’s age``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.archive.source import Label
from plugins.archive.span import Span
from plugins.errata.compared_words import Word, words_of
from plugins.errata.contrasts import (
    Contrast,
    complement,
    contrast,
    differing,
    find_contrasts,
    span_of,
    until_stop,
    without_ends,
)
from plugins.quotations.sentences import find_sentences

LONGEST = 4000
"""Code points of a correction that are read. The longest that papers print have a few hundred words."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The piece that says what was wrong, if one does, and those after it that say what is right."""

    wrong: Span | None
    right: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was wrong; all spans are of the correction's own words.

    ``contrast`` are words that are wrong and those in their place, None where they are not named; then
    ``right`` is what is right, if it says that. ``claim`` is the statement that was wrong, ``statement``
    the one that is right. ``about`` are the pieces that tell of what the correction speaks, and ``label``
    is that of the segments in which the wrong words stood, where it says so.
    """

    contrast: Contrast | None = None
    right: Span | None = None
    claim: Span | None = None
    statement: Span | None = None
    about: tuple[Span, ...] = ()
    label: Label | None = None
    misspelled: bool = False


_HEAD = re.compile(
    r"[\s*†‡§\[(_#]*"
    r"(?:(?:editor['’]?s?['’]?\s+note|corrections?|clarifications?|corrected|update|updated|amendment|errat(?:um|a))\b"
    r"(?:[^:\n]{0,60}:|\s*[—–-])[\s*_]*)*",
    re.IGNORECASE,
)
_TEXT = (
    r"(?:versions?|articles?|story|stories|review|interview|profile|post|piece|captions?|headline|photo(?:graph)?"
    r"|column|essay)"
)
_WRONG = re.compile(
    r"\b(?:mis(?:stated|spelled|spelt|identified|attributed|quoted|named|characteri[sz]ed|reported|labell?ed|dated"
    r"|placed|represented|described|credited)|mistaken(?:ly)?|incorrect(?:ly)?|inaccurate(?:ly)?|wrong(?:ly)?"
    r"|erroneous(?:ly)?|in error)\b"
    rf"|\b{_TEXT}\b[^.;]{{0,80}}?\b(?:said|stated|gave|reported|identified|referred|suggested|described|listed|credited"
    r"|attributed|named|called|omitted|transposed|reversed|confused|noted|claimed|placed|implied)\b"
    r"|\bit also (?:said|stated|gave|reported|called|named|identified)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|stated|reported|suggested|implied|indicated|noted|claimed|wrote|asserted)\b(?:\s+that\b)?\s*",
    re.IGNORECASE,
)
_AS = re.compile(r"\s+(?:as|to be)\s+(?=\S)", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?=\S)", re.IGNORECASE)
_ATTRIBUTED = re.compile(r"\b(?:mis)?attributed\b", re.IGNORECASE)
_MISSPELLED = re.compile(r"\bmis-?spel", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:was|were|been)\s+(?:amended|updated|corrected|revised|edited|changed|clarified)(?:\s+on\s[^.;]{1,30}?)?\s+to\s+"
    r"(?P<how>(?:make\s+(?:it\s+)?clear|clarify|reflect|note|say|state|show|indicate|be)\b)?"
    r"(?:\s+the\s+fact)?(?:\s*that\b)?\s*",
    re.IGNORECASE,
)
_HOLLOW = re.compile(
    r"\W*(?:(?:we|the\s+\w+(?:\s+\w+)?)\s+(?:regrets?|apologi[sz]es?)\b.*"
    r"|(?:it|this|that|the\s+\w+|both)(?:\s+\w+)?\s+(?:has|have|was|were)\s+(?:\w+\s+)?(?:been\s+)?"
    r"(?:corrected|updated|amended|revised|changed|fixed)"
    r"(?:\s+(?:accordingly|on\s.{1,40}|to\s+(?:correct|reflect)\s+(?:this|it|the\s+(?:correct|right|error|change))\b.{0,60}))?)"
    r"\W*",
    re.IGNORECASE | re.DOTALL,
)
_PLACES = (
    (re.compile(r"\bcaptions?\b|\bphotograph|\bpictured\b|\bphoto\b", re.IGNORECASE), Label.CAPTION),
    (re.compile(r"\bheadlines?\b|\bsubheading\b", re.IGNORECASE), Label.HEADING),
)
_PIECE_END = re.compile(r";\s|,\s+(?=(?:this|it|that)\s+(?:has|was)\b)|\s[—–]\s", re.IGNORECASE)


def find_corrections(text: str, span: Span) -> Iterator[Correction]:
    """What an erratum corrects, in the order in which it says it; nothing where it does not say it.

    Reads the first `LONGEST` code points.
    """
    end = min(span.end, span.start + LONGEST)
    head = _HEAD.match(text, span.start, end)
    found = list(_read(text, Span(head.end() if head else span.start, end)))
    telling = [one for one in found if one.contrast or one.claim or one.right]
    yield from telling or found[:1]


def _read(text: str, span: Span) -> Iterator[Correction]:
    for group in _groups(text, span):
        pieces = tuple(piece for piece in (group.wrong, *group.right) if piece)
        misspelled = any(_MISSPELLED.search(text, piece.start, piece.end) for piece in pieces)
        for one in _corrections_of(text, group):
            yield replace(one, about=pieces, label=_place(text, group.wrong), misspelled=misspelled)


def _place(text: str, piece: Span | None) -> Label | None:
    said = piece.of(text) if piece else ""
    return next((label for pattern, label in _PLACES if pattern.search(said)), None)


def _groups(text: str, span: Span) -> Iterator[_Group]:
    wrong: Span | None = None
    right: list[Span] = []
    for piece in _pieces(text, span):
        if _HOLLOW.fullmatch(piece.of(text)):
            continue
        if _WRONG.search(text, piece.start, piece.end):
            if wrong or right:
                yield _Group(wrong, tuple(right))
            wrong, right = piece, []
        else:
            right.append(piece)
    if wrong or right:
        yield _Group(wrong, tuple(right))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    for sentence in find_sentences(text, span):
        begin = sentence.start
        for end in _PIECE_END.finditer(text, sentence.start, sentence.end):
            yield Span(begin, end.start())
            begin = end.end()
        yield Span(begin, sentence.end)


def _corrections_of(text: str, group: _Group) -> Iterator[Correction]:
    contrasts = [
        Correction(one, statement=piece)
        for piece in (group.wrong, *group.right)
        if piece
        for one in find_contrasts(text, piece)
    ]
    if contrasts:
        yield from contrasts
    elif group.wrong is None:
        yield from _statement_only(text, group.right[0])
    else:
        yield _against_each_other(text, group.wrong, group.right[0] if group.right else None)


def _statement_only(text: str, piece: Span) -> Iterator[Correction]:
    amended = _AMENDED.search(text, piece.start, piece.end)
    start = amended.end() if amended and amended.end() < piece.end else piece.start
    statement = Span(start, start + len(text[start : piece.end].rstrip()))
    # A date beside the heading states nothing.
    if sum(word.surface.islower() and not word.is_empty for word in words_of(text, statement)) > 1:
        yield Correction(right=statement, statement=statement)


def _against_each_other(text: str, wrong: Span, right: Span | None) -> Correction:
    instead = complement(text, right) if right else []
    named = _named_as(text, wrong)
    if named:
        return Correction(contrast(instead, named), statement=right)
    claim = _claim(text, wrong)
    if claim is None:
        reads = span_of(instead) if instead else None
        return Correction(right=reads, statement=right)
    if right is None:
        return Correction(claim=claim)
    found = differing(words_of(text, claim), words_of(text, right))
    return Correction(found, right=None if found else right, claim=claim, statement=right)


def _claim(text: str, piece: Span) -> Span | None:
    """What a text is said to have stated."""
    said = _SAID.search(text, piece.start, piece.end)
    end = len(piece.of(text).rstrip(" .;,*_")) + piece.start
    return Span(said.end(), end) if said and said.end() < end else None


def _named_as(text: str, piece: Span) -> list[Word]:
    """What something was wrongly called: ``misidentified the actor as Bram Oster``."""
    pattern = _TO if _ATTRIBUTED.search(text, piece.start, piece.end) else _AS
    marks = list(pattern.finditer(text, piece.start, piece.end))
    return without_ends(words_of(text, until_stop(text, marks[-1].end(), piece.end))) if marks else []
