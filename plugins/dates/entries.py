"""Dates that head what follows: the entries of a diary or a chronology, the date line of a report."""

from __future__ import annotations

import re

from plugins.archive.date_expression import Precision
from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.dates.course import ENTRY, Anchor, Course, anchor_of
from plugins.dates.extents import Extent

LAST_LINE = 62
"""Days that a report may have been written before the text came out."""

LONGEST_LINE = 120
"""Code points of a line of metadata or residue that may be a date line."""

HEADING = frozenset({"calendar", "year", "days", "numbers", "weekday head", "day of month"})
"""What a rule makes that may head an entry."""

HEADINGS = frozenset({Label.HEADING, Label.SECTION})

_BEFORE = re.compile(
    r"\W{0,3}(?:(?:day|week|night) \w{1,12}\s?[,(:–—-]\s?|(?:[\w’'.&/-]+\s){0,3}[\w’'.&/-]+,\s)?\W{0,2}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s?(?:\([^()]{1,40}\)|\)|,\s[A-Z][\w\s.’'-]{1,30}"
    r"|,?\s(?:early |late )?(?:morning|afternoon|evening|night|noon|midnight|later|dawn))?"
    r"\s?(?:[.:\n—–|]|--?\s|$)"
)
_COLON = re.compile(r"\s?(?::|[–—]\s)")
_ALONE = re.compile(r"\W*")
_AFTERWORD = re.compile(
    r"\W{0,3}(?:(?:afterword|postscript|p\.?s\.?|note|epilogue|preface|foreword|update|added),?:?\s)?", re.I
)
_OF_A_PAGE = re.compile(
    r"\b(?:posted|comments?|repl(?:y|ies)|share|updated|filed|modified|cached|retrieved|read more|sign in"
    r"|subscribe|cookies?|likes?|views?|said|says)\b|https?:|[0-9]{1,2}:[0-9]{2}",
    re.IGNORECASE,
)


def is_date_line(text: str, segment: Segment, beside: frozenset[Label]) -> bool:
    """Whether a line that is the page's own may give the text's date: short, beside no reader's comment."""
    line = segment.span.of(text)
    return len(line) <= LONGEST_LINE and Label.COMMENT not in beside and _OF_A_PAGE.search(line) is None


def is_head(text: str, paragraph: Span, date: Span, precision: Precision | None, label: Label) -> bool:
    """Whether a date at the beginning of a paragraph heads it: “Friday 6 March. Moved to the lighthouse.”

    A place or a number may stand before a day or a month, before a year nothing but *afterword* and the like.
    A heading heads what follows only where nothing stands behind its date.
    """
    before, behind = text[paragraph.start : date.start], text[date.end : min(paragraph.end, date.end + 60)]
    if label in HEADINGS and _ALONE.fullmatch(behind) is None:
        return False
    opening = _AFTERWORD if precision is Precision.YEAR else _BEFORE
    return opening.fullmatch(before) is not None and _BEHIND.match(behind) is not None


def begins_line(text: str, rest: Span, date: Span) -> bool:
    """Whether a date in a paragraph begins what stands behind a colon: “2 June: first draft.”"""
    before, behind = text[rest.start : date.start], text[date.end : date.end + 3]
    return _ALONE.fullmatch(before) is not None and _COLON.match(behind) is not None


def begin_entry(course: Course, extent: Extent | None, span: Span, *, is_only: bool) -> bool:
    """Set what follows in the time of its heading; what is still to come heads a listing, and no entry.

    The only one of a text is its date line, which lies close to the text's own date.
    """
    anchor: Anchor | None = anchor_of(ENTRY, extent.edtf if extent else None, span)
    if anchor is None or anchor.precision.rank > Precision.YEAR.rank or course.is_ahead(anchor):
        return False
    if is_only and course.published and (course.published.first - anchor.last).days > LAST_LINE:
        return False
    course.begin_entry(anchor)
    return True
