"""When a text was published, as its posting line, its issue or an editor's note says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field
from plugins.importing.printed_dates import PrintedDate, find_dates

LONGEST_LINE = 600
"""Code points of a line in which a date of publication is looked for."""

MOST_DATES = 12
"""Different dates above which a page is a list of other texts, and its dates are theirs."""

_BARE = 2
"""The rank of a date that stands by itself among a page's facts."""

_OF_SOMETHING_ELSE = re.compile(
    r"updat|modif|revis|correct|edited|archiv|retriev|access|print(?:ed)?\s*(?:on|:)|viewed|\blast\b"
    r"|releas|theat|cinema|opens|opening|premi|stream|available|dvd|blu-?ray|on\s+demand|screening|festival|in\s+print"
    r"|born|filmed|©|copyright|conducted|recorded|interviewed"
    r"|aktualisiert|geändert|bearbeitet|abgerufen|kinostart|mis\s+à\s+jour|modifié|consulté|sortie|au\s+cinéma"
    r"|actualizad|modificad|estreno|aggiornat|uscita|al\s+cinema",
    re.IGNORECASE,
)
"""What stands before a date that is another's: an update's, a film's release, a look at the page."""

_SAYS_SO = re.compile(
    r"publish|posted|date\b|filed|first\s+appear|veröffentlicht|publi(?:é|ée|cad[oa])|pubblicat|erschien|paru",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"appear(?:s|ed)|published|printed|ran\b|runs\b|issue|edition|erschien|paru|publi(?:é|ée|cad[oa])|pubblicat",
    re.IGNORECASE,
)
_ISSUE_AFTER = re.compile(r"\s+(?:\w+\s+)?(?:issue|edition|number)\b", re.IGNORECASE)
_ISSUE_BEFORE = re.compile(
    r"\b(?:issue|edition|number)(?:\s+(?:of|dated|from|for)|\s*[:,–—-])?\s*$", re.IGNORECASE
)
_YEAR_OF_FIRST = re.compile(r"\b(?:in|en|im|nel)\s+((?:19|20)[0-9]{2})(?![\w/–-])")


@dataclass(frozen=True, slots=True)
class _Dated:
    edtf: str
    span: Span
    rule: str
    rank: int
    """The lower, the more the words around the date say that it is the publication's."""


def find_published(text: str, segments: tuple[Segment, ...]) -> tuple[Detected, ...]:
    """The date of publication in EDTF, at its own precision; or each candidate where lines differ.

    Of two dates of which one is part of the other (``2013-10`` and ``2013-10-14``) the finer one is taken.
    Never a date of the text itself, of a comment, of an update or of the film's release.
    """
    found = [one for segment in _before_comments(segments) for one in _dates_of(segment, text)]
    best = min((one.rank for one in found), default=0)
    # A bare date among a page's facts counts only where nothing says more clearly when it was.
    chosen = [one for one in found if one.rank == best or max(one.rank, best) < _BARE]
    by_value: dict[str, _Dated] = {}
    for one in chosen:
        by_value.setdefault(one.edtf, one)
    if len(by_value) > MOST_DATES:
        return ()
    finest = [
        one
        for one in by_value.values()
        if not any(other.edtf.startswith(f"{one.edtf}-") for other in by_value.values())
    ]
    field = Field.PUBLISHED if len(finest) == 1 else Field.PUBLISHED_CANDIDATE
    return tuple(Detected(field, one.edtf, one.span, one.rule) for one in finest)


def _before_comments(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """The segments above the first comment; what looks like a posting line below it is a reader's."""
    return takewhile(lambda one: one.label is not Label.COMMENT, segments)


def _dates_of(segment: Segment, text: str) -> Iterator[_Dated]:
    if len(segment.span) > LONGEST_LINE:
        return
    words = segment.span.of(text)
    if segment.label is Label.NOTE:
        yield from _of_note(segment, words)
    elif segment.label in {Label.METADATA, Label.BYLINE, Label.SECTION}:
        end = 0
        for date in find_dates(words):
            before, end = words[end : date.span.start], date.span.end
            if not _OF_SOMETHING_ELSE.search(before):
                yield _placed(segment, date, *_rule_of(before, words[end:]))


def _rule_of(before: str, after: str) -> tuple[str, int]:
    if _is_issue(before, after):
        return "issue", 0
    return ("posting-line", 1) if _SAYS_SO.search(before) else ("date-line", _BARE)


def _is_issue(before: str, after: str) -> bool:
    return bool(_ISSUE_AFTER.match(after) or _ISSUE_BEFORE.search(before))


def _of_note(segment: Segment, words: str) -> Iterator[_Dated]:
    """A note's date counts in a sentence on where the text appeared; there a year alone will do."""
    end = 0
    for date in find_dates(words):
        before, end = words[end : date.span.start], date.span.end
        sentence = re.split(r"[.!?]\s", before)[-1]
        if _is_issue(before, words[end:]):
            yield _placed(segment, date, "issue", 0)
        elif _APPEARED.search(sentence) and not _OF_SOMETHING_ELSE.search(sentence.replace("in print", "")):
            yield _placed(segment, date, "first-publication", 0)
    year = _YEAR_OF_FIRST.search(words)
    if not end and year and _APPEARED.search(words[: year.start()]):
        yield _placed(segment, PrintedDate(year[1], Span(*year.span(1))), "first-publication", 0)


def _placed(segment: Segment, date: PrintedDate, rule: str, rank: int) -> _Dated:
    start = segment.span.start
    return _Dated(date.edtf, Span(start + date.span.start, start + date.span.end), rule, rank)
