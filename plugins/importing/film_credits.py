"""The lines of a credit block, each as a role and the names beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field, on_one_line

LONGEST_BLOCK = 8_000
"""Code points of a credit block that is read."""

_LINE = re.compile(r"[^\n\r;•·▪|]+")
_SENTENCE = re.compile(
    r"[^\s.](?:[^.]|\.(?!\s+(?:[A-Z][\w ]{2,40}(?:\sby\s|:)|(?:With|Mit|Avec|Con|Starring)\s)))*\.?"
)
_ROLE_AND_NAMES = re.compile(
    r"(?P<role>[^:：\d]{2,60}?(?:\s(?:by|von|par|por|da)\b)?)"
    r"(?:\s*[:：]\s*|(?<=\sby)\s|(?<=\sda)\s|(?<=\svon)\s|(?<=\spar)\s|(?<=\spor)\s)(?P<names>\S.*)",
    re.IGNORECASE,
)
_SET_OFF = re.compile(r"(?P<role>[^:：\d]{2,60}?)(?:\s*\.{3,}\s*|\s[–—-]\s)(?P<names>\S.*)")
"""A role and names with dots or a dash between; below ``Cast`` the first is an actor."""

_CLAUSE = re.compile(r"(?P<role>[a-z][a-z ]{2,40}), (?P<names>[A-Z].*)")
"""A clause of credits that run together: ``director of photography, Jo Ruiz``."""

_FIRST_WORD = re.compile(
    r"(?P<role>starring|with|featuring|avec|mit|con)\s+(?P<names>\S.*)", re.IGNORECASE | re.DOTALL
)
_CREDITS = (_ROLE_AND_NAMES, _FIRST_WORD, _CLAUSE)
_HEADER = re.compile(r"\W*(?P<role>[^\W\d][\w &/-]{2,40}?)\s*:?\s*")
_NO_CREDIT = re.compile(
    r"\W*(?:running|run ?time|rated|rating|length|country|year|released?|language|duration|©)\b",
    re.IGNORECASE,
)


def find_credits(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    """``role: names`` for each line of each credit block, in its words, the role in small letters.

    A role that stands alone on its line (``Cast``) is that of the lines below it. Lines that show no role
    are left out.
    """
    role = ""
    for segment in segments:
        if segment.label is not Label.CREDIT_BLOCK:
            role = ""
            continue
        if len(segment.span) > LONGEST_BLOCK:
            continue
        for span in _lines(segment.span, text):
            words = on_one_line(span.of(text))
            if _NO_CREDIT.match(words):
                continue
            credit = next((match for one in _CREDITS if (match := one.fullmatch(words))), None)
            if credit is None and not role:
                credit = _SET_OFF.fullmatch(words)
            if credit:
                yield _credit(credit["role"], credit["names"], span)
            elif role:
                yield _credit(role, words, span)
            elif header := _HEADER.fullmatch(words):
                role = header["role"]


def _credit(role: str, names: str, span: Span) -> Detected:
    return Detected(Field.CREDIT, f"{role.strip(' -*').lower()}: {names.strip(' .')}", span, "credit-line")


def _lines(block: Span, text: str) -> Iterator[Span]:
    """The lines of a block, and where it is run together, its clauses and sentences."""
    for line in _LINE.finditer(text, block.start, block.end):
        for sentence in _SENTENCE.finditer(text, line.start(), line.end()):
            yield Span(sentence.start(), sentence.start() + len(sentence.group().rstrip()))
