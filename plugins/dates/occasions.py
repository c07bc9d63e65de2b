"""Words that say when by what happened to a work: “when shooting began”, “a week before the premiere”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plugins.archive.span import Span
from plugins.dates.happenings import (
    FARTHEST,
    JOINS,
    PUBLIC,
    REACH,
    SUBJECT,
    Aspect,
    Happening,
    Milestone,
    Phase,
    counts_from,
    is_unreal,
    near,
)
from plugins.dates.phrases import Phrase
from plugins.dates.words import one_of
from plugins.dates.works_named import WORK, WorksNamed

RULE = "by a milestone"
MAKES = "milestone"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A phrase whose time is that of a milestone, or counted from it. ``is_named`` has the work's title.

    ``span`` reaches to the end of the words that name the milestone.
    """

    phrase: Phrase
    milestone: Milestone
    is_named: bool
    span: Span

    @property
    def whole(self) -> Phrase:
        """The phrase with the words of its milestone."""
        return replace(self.phrase, span=self.span)


def find_occasions(
    named: WorksNamed, sentence: Span, happenings: Sequence[Happening], phrases: Sequence[Phrase]
) -> Iterator[Occasion]:
    """The phrases of a sentence that a milestone dates; ``happenings`` are those without a date of their own.

    ``phrases`` are the other words that say when. Of these a count of units may be counted from a milestone;
    what holds one of them is dated by it.
    """
    text = named.masked
    starts = [phrase.span.start for phrase in phrases]
    for one in happenings:
        if is_unreal(text, sentence, one.span.start):
            continue
        beside = near(phrases, starts, one.span)
        counts = [phrase for phrase in beside if counts_from(text, phrase, one.span)]
        if counts:
            if (counted := _counted_from(one, counts[0])) is not None:
                span = Span(counts[0].span.start, one.span.end)
                yield Occasion(replace(counts[0], makes="event"), counted, one.is_named, span)
        elif (phrase := _joined(text, sentence, one)) is not None and not _holds(phrase, beside):
            milestone = _told_by(one, phrase.get("join"))
            yield Occasion(phrase, milestone, one.is_named, phrase.span)
    yield from _since_works(named, sentence)


def _since_works(named: WorksNamed, sentence: Span) -> Iterator[Occasion]:
    """“The first since The Lamp”: since that film came out."""
    if next(named.within(sentence.start, sentence.end), None) is None:
        return
    for match in _SINCE_WORK.finditer(named.masked, sentence.start, sentence.end):
        works = [work for _, work in named.within(*match.span())]
        left = max(sentence.start, match.start() - REACH)
        if len(works) == 1 and _LASTING.search(named.masked, left, match.start()):
            phrase = _phrase(match, Span(*match.span()), "since")
            yield Occasion(phrase, Milestone(works[0], Phase.RELEASE, Aspect.WHOLE), True, phrase.span)


def _counted_from(one: Happening, phrase: Phrase) -> Milestone | None:
    """The end of a phase that so long before or after it means; None where it may mean either."""
    if one.milestone.aspect is not Aspect.WHOLE or one.phase in PUBLIC:
        return one.milestone
    way = phrase.get("way")
    if way == "of":
        return None
    ends = {"before": Aspect.BEGUN, "prior to": Aspect.BEGUN, "into": Aspect.BEGUN}
    return replace(one.milestone, aspect=ends.get(way, Aspect.FINISHED))


def _joined(text: str, sentence: Span, one: Happening) -> Phrase | None:
    """The words from “when” to the end of what names a milestone."""
    start = max(sentence.start, one.span.start - FARTHEST)
    match = _JOIN.search(text[start : one.span.start])
    if match is None:
        return None
    join = " ".join(match["join"].casefold().split())
    if one.is_bare and (match["subject"] or _GOES_ON.match(text, one.span.end, sentence.end)):
        return None
    if _DOING.search(one.span.of(text)) and _OBJECT.match(text, one.span.end, sentence.end):
        return None
    if join in {"on", "at"} and not (one.phase in PUBLIC or _DAY_OF.match(text, one.span.start)):
        return None
    if join in {"since", "ever since"}:
        is_point = one.is_bare or one.milestone.aspect is not Aspect.WHOLE or one.phase in PUBLIC
        first, last = max(sentence.start, one.span.start - REACH), min(sentence.end, one.span.end + REACH)
        if not is_point or not (join == "ever since" or _LASTING.search(text, first, last)):
            return None
    return _phrase(match, Span(start + match.start(), one.span.end), JOINS[join])


def _phrase(match: re.Match[str], span: Span, join: str) -> Phrase:
    return Phrase(RULE, MAKES, span, {"whole": match.group(), "join": join})


def _told_by(one: Happening, join: str) -> Milestone:
    """The milestone that a join means: before a shoot is before it begins, after it when it is over."""
    if one.milestone.aspect is not Aspect.WHOLE or one.phase in PUBLIC:
        return one.milestone
    ends = {"after": Aspect.FINISHED, "since": Aspect.FINISHED}
    ends |= dict.fromkeys(("before", "by", "until"), Aspect.BEGUN)
    return replace(one.milestone, aspect=ends.get(join, Aspect.WHOLE))


def _holds(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    return any(phrase.span.overlaps(one.span) for one in phrases)


_JOIN = re.compile(rf"(?<![\w’'-])(?P<join>{one_of(JOINS)})\s{SUBJECT}$".replace(" ", r"\s"), re.IGNORECASE)
_GOES_ON = re.compile(r"\s(?:was|were|is|are|had|has|have|would|will|can|could|might|proved|became)\b", re.I)
_OBJECT = re.compile(
    r"\s(?:the|a|an|his|her|its|their|our|my|this|that|these|those|some|all|one|two|three|[0-9]+|scenes?)"
    r"\b",
    re.IGNORECASE,
)
"""What stands behind “shooting” where no film is shot, but a scene of it."""
_DOING = re.compile(r"(?:shooting|filming|editing|cutting)$", re.IGNORECASE)
_DAY_OF = re.compile(r"the\s(?:first|last|final)\s", re.I)
_LASTING = re.compile(r"\b(?:has|have|had|hasn[’']t|haven[’']t|first|only|[’']ve)\b|\bever\s$", re.I)
_SINCE_WORK = re.compile(
    rf"(?<![\w’'-])(?:ever\s)?since\s(?:(?:his|her|their|our|my|its|the)(?:\s[\w-]+){{1,3}},?\s)?[“\"*_]{{0,2}}{WORK}+"
    r"[”\"*_]{0,2}(?=\s*(?:[,.;:!?)—]|$|that\b|and\b|but\b))",
    re.IGNORECASE,
)
