"""Which date of a sentence is that of a milestone it names: “Shooting began in May 2012”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plugins.archive.date_expression import DateBasis, DateStatus
from plugins.archive.span import Span
from plugins.dates.counting import unit_of
from plugins.dates.extents import Extent, Shape
from plugins.dates.found import Found
from plugins.dates.happenings import PUBLIC, SUBJECT, Aspect, Happening, counts_from, is_unreal, near
from plugins.dates.levels import Levels
from plugins.dates.milestones import Dating
from plugins.dates.periods import BeyondCalendar
from plugins.dates.shifting import shifted
from plugins.dates.words import read_count

LONGEST_GAP = 72
"""Code points between the words of a milestone and its date: “in an old cannery near the harbour in”."""

DATED_BY = frozenset({Shape.ONE, Shape.ONE_OF, Shape.LASTING})
"""Shapes that say when something was; a bound only says when it was not."""

_OTHER_CLAUSE = re.compile(
    r"[,;:.!?()\[\]“”\"—–]|\b(?:and|but|or|when|while|after|before|that|who|which|where|because|until|since"
    r"|if|about|based|set|like|than|was|were|had|is|are|has|have|will|would|met|came|went|told|said|saw|made"
    r"|took|he|she|they|i|we|you|\w{2,}ed)\b",
    re.IGNORECASE,
)
"""What ends a clause, or begins another: the date behind it is not that of what stands before it."""

_PREPOSITION = re.compile(r"\s(?:in|on|at|from|between|over|during|through|throughout|of)\s(?:the\s)?", re.I)
_APPOSITION = re.compile(r",?\s(?:in|on|at|early in|late in|over)?\s?", re.I)
_WHEN = re.compile(rf",?\s(?:when|as|with)\s{SUBJECT}", re.I)
_SUBJECT = re.compile(r",?\s?(?:[\w’'.-]+\s){0,4}", re.I)
_OF = re.compile(r"\b(?:of|about|like|than|to|until|till|by|and|or)\s*$", re.I)
_AT_HEAD = re.compile(
    r"(?:^|[,;:“—(]\s?|\band\s|\bbut\s)(?:in|on|by|at|from|over|during|it was|then)?\s?$", re.I
)


def find_datings(
    levels: Levels, sentence: Span, happenings: Sequence[Happening], dates: Sequence[Found], source: str
) -> Iterator[tuple[Happening, Dating | None]]:
    """The milestones of a sentence that it dates itself, each with every such date, in order.

    What did not happen has none. A bound, a date of an open year, and what was called off date nothing, but
    they belong to the milestone all the same: it has None then.
    """
    starts = [one.span.start for one in dates]
    for place, happening in enumerate(happenings):
        if is_unreal(levels.text, sentence, happening.span.start):
            continue
        beside = near(dates, starts, happening.span)
        begin = happenings[place - 1].span.end if place else sentence.start
        end = happenings[place + 1].span.start if place + 1 < len(happenings) else sentence.end
        for date in _its_own(levels, Span(begin, end), happening, beside):
            if date.resolved.extent is not None:
                yield happening, _dating(happening, date, date.resolved.extent, source)
        for count in beside:
            is_event = count.phrase.makes == "event"
            if is_event and counts_from(levels.text, count.phrase, happening.span):
                extent = _counted_back(count)
                if extent is not None:
                    yield happening, _dating(happening, count, extent, source)


def _dating(happening: Happening, date: Found, extent: Extent, source: str) -> Dating | None:
    if happening.is_vague or not _dates(extent) or date.status is DateStatus.CANCELLED:
        return None
    lasts = happening.milestone.aspect is Aspect.WHOLE and happening.phase not in PUBLIC
    if lasts and extent.shape is Shape.ONE_OF and date.resolved.basis is not DateBasis.RELATIVE:
        # Between May and August is where a day lies, but what a shoot takes.
        extent = replace(extent, shape=Shape.LASTING)
    return Dating(happening.milestone, extent, date.status, source, date.span)


def _counted_back(one: Found) -> Extent | None:
    """When that was from which a date is counted: “Six months after the wrap it is February” makes it August.

    None where the passage dates the count only by a bound, or counts too loosely.
    """
    count, way = read_count(one.phrase.get("count")), one.phrase.get("way")
    extent, anchor = one.resolved.extent, one.anchor
    if extent is None or anchor is None or not _dates(extent) or way == "of":
        return None
    if count is None or count.most is None:
        return None
    try:
        found = shifted(anchor, count, unit_of(one.phrase), 1 if way in {"before", "prior to"} else -1)
        return replace(found, about=True) if found and found.shape is Shape.ONE else None
    except BeyondCalendar:
        return None


def _dates(extent: Extent) -> bool:
    is_sure = extent.first.is_told and not (extent.doubt or extent.is_of_year)
    return is_sure and extent.shape in DATED_BY


def _its_own(levels: Levels, clear: Span, happening: Happening, dates: Sequence[Found]) -> Iterator[Found]:
    """The dates behind a milestone, or the one before it; ``clear`` reaches to the milestones beside it."""
    level = levels.quotation_at(happening.span)
    own = [
        one
        for one in dates
        if clear.contains(one.span)
        and levels.quotation_at(one.span) == level
        and not counts_from(levels.text, one.phrase, happening.span)
    ]
    behind = [one for one in own if one.span.start >= happening.span.end]
    owned = list(_behind(levels.text, happening, behind))
    if owned:
        yield from owned
        return
    before = [one for one in own if one.span.end <= happening.span.start][-1:]
    yield from (one for one in before if _is_before(levels.text, clear, happening, one))


def _behind(text: str, happening: Happening, dates: Iterable[Found]) -> Iterator[Found]:
    """The dates that follow in the same clause, themselves left out of what stands between."""
    gap, place = "", happening.span.end
    for one in dates:
        gap += text[place : one.span.start]
        if len(gap) > LONGEST_GAP or _OF.search(gap):
            return
        if happening.is_bare:
            if not _PREPOSITION.fullmatch(gap):
                return
        elif _OTHER_CLAUSE.search(gap) and not _APPOSITION.fullmatch(gap):
            return
        yield one
        place = one.span.end


def _is_before(text: str, clear: Span, happening: Happening, date: Found) -> bool:
    """Whether a date at the head of a clause is that of what follows: “In May 2012 shooting began”."""
    gap = text[date.span.end : happening.span.start]
    if _WHEN.fullmatch(gap):
        return True
    if happening.is_bare or not _AT_HEAD.search(
        text[max(clear.start, date.span.start - 24) : date.span.start]
    ):
        return False
    return _SUBJECT.fullmatch(gap) is not None and not _STOPS.search(gap)


_STOPS = re.compile(
    r"[;:.!?]|\b(?:and|but|or|when|while|after|before|that|who|which|where|because|until|since|if|was|were|had"
    r"|is|are|has|have|met|came|went|told|said|saw|made|took|\w{2,}ed)\b",
    re.IGNORECASE,
)
"""As ``_OTHER_CLAUSE``, where the subject of the clause stands in between."""
