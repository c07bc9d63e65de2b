"""Dates that are told in passing: they say something of somebody, and the story does not go on from there."""

from __future__ import annotations

import re

from plugins.archive.span import Span

LONGEST = 160
"""Code points of an aside that are looked at on either side of a date."""

_SOMEBODY = (
    r"[,(–—]\s?(?:(?:with|to|for|from|by|in|of|at|on|after|since|some of|one of|all of|both of)\s){0,2}"
    r"(?:who|whom|whose|which|where)\b"
)
_PARTICIPLE = (
    r"(?:\w+ly|first|then|once|now|originally|long|later|itself|himself|herself|newly|already|still)?\s?"
    r"(?:born|made|shot|written|lost|found|built|known|given|seen|drawn|begun|sold|bought|kept|held|hidden"
    r"|sung|taken|told|led|\w{3,}ed)\s"
)
_ASIDES = re.compile(
    rf"(?P<relative>{_SOMEBODY}[^,;:()–—]*)|[,–—]\s?{_PARTICIPLE}[^,;:()–—]*(?=[,–—])", re.IGNORECASE
)
_TOLD_OF_SOMEBODY = re.compile(
    r"\b(?:born|b\.|née|set|takes place|died|d\.)\b(?:[^,;:.()]{0,40})$", re.IGNORECASE
)


def is_in_passing(text: str, sentence: Span, date: Span) -> bool:
    """Whether a date stands in a relative clause or between two commas, or is that of a birth or a setting.

    >>> line = "His wife, whom he married in 1953, died in 2007."
    >>> [is_in_passing(line, Span(0, 48), Span(at, at + 4)) for at in (29, 43)]
    [True, True]
    """
    start = max(sentence.start, date.start - LONGEST)
    if _TOLD_OF_SOMEBODY.search(text, start, date.start):
        return True
    end = min(sentence.end, date.end + LONGEST)
    return any(
        match.start() < date.start and date.end <= match.end() for match in _ASIDES.finditer(text, start, end)
    )
