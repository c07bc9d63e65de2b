"""Where a sentence names a milestone of a work: that its shoot began, that its script was finished."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from plugins.archive.span import Span
from plugins.dates.phases import PUBLIC as PUBLIC
from plugins.dates.phases import Aspect as Aspect
from plugins.dates.phases import Milestone as Milestone
from plugins.dates.phases import Phase as Phase
from plugins.dates.phrases import WANTED, Phrase
from plugins.dates.words import one_of
from plugins.dates.works_named import CHARACTER, WORK, WorksNamed
from plugins.lexicon.words_needed import needs_of

TABLE: dict[str, Any] = tomllib.loads((Path(__file__).parent / "milestones.toml").read_text("utf-8"))

FARTHEST = 80
"""Code points between “when” or “a month after” and the words of a milestone; its subject stands between."""

REACH = 200
"""Code points on either side of a milestone’s words in which its date stands, or a count of units."""

_WINDOW = 48
"""Code points on either side of some words in which something may make another thing of them."""


Spanned = TypeVar("Spanned")


@dataclass(frozen=True, slots=True)
class Happening:
    """Words that name a milestone: ``is_bare`` a noun without a verb, ``is_named`` with the work's title.

    ``is_vague`` says that they do not tell of which work, so that a date beside them is not believed.
    """

    span: Span
    milestone: Milestone
    is_bare: bool = False
    is_named: bool = False
    is_vague: bool = False

    @property
    def phase(self) -> Phase:
        return self.milestone.phase


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of ``happenings``; one of its patterns finds nothing where the words of each are missing."""

    phase: Phase
    aspect: Aspect
    words: re.Pattern[str]
    needs: Sequence[int]
    is_bare: bool
    is_vague: bool
    goes_on: bool


def may_tell_when(text: str, sentence: Span) -> bool:
    """Whether a sentence holds a word that ties a time to a milestone; without it none needs to be found."""
    return _TIES.search(text, sentence.start, sentence.end) is not None


def phases_told(had: int) -> list[Phase]:
    """The phases of which a sentence has a word, by its ``words_had`` where names are masked."""
    return [phase for phase, needs in _NEEDED.items() if not needs & ~had]


def find_happenings(
    named: WorksNamed, home: str | None, passage: int, sentence: Span, had: int, phases: Sequence[Phase]
) -> list[Happening]:
    """The milestones that a sentence names, in order and none inside another.

    ``home`` is the work that the section is about, ``passage`` where the paragraph begins, ``had`` the
    sentence's ``words_had`` where names are masked, ``phases`` what ``phases_told`` says of it. What is not,
    or is told of somebody in a story, is none; nor is what may belong to another work.
    """
    text = named.masked
    phases = [one for one in phases if _TRIGGERS[one].search(text, sentence.start, sentence.end)]
    if not phases:
        return []
    found: list[Happening] = []
    matches = [
        (match.start(), -match.end(), order, row, match)
        for order, row in enumerate(_ROWS)
        if row.phase in phases and any(not needs & ~had for needs in row.needs)
        for match in row.words.finditer(text, sentence.start, sentence.end)
    ]
    place = sentence.start
    for start, _, _, row, match in sorted(matches, key=lambda one: one[:3]):
        if start < place:
            continue
        # What is refused is no shorter one either: “shooting” in “shooting her first film”.
        place = match.end()
        one = _happening(named, home, passage, sentence, row, match)
        if one is not None:
            found.append(one)
            if row.goes_on and (end := _ENDS.search(text, place, min(place + 96, sentence.end))):
                over = Milestone(one.milestone.work, one.phase, Aspect.FINISHED)
                found.append(Happening(Span(*end.span("ends")), over, is_named=one.is_named))
                place = end.end()
    return found


def _happening(
    named: WorksNamed, home: str | None, passage: int, sentence: Span, row: _Row, match: re.Match[str]
) -> Happening | None:
    text, words = named.masked, match.group()
    left = text[max(sentence.start, match.start() - _WINDOW) : match.start()]
    right = text[match.end() : min(sentence.end, match.end() + _WINDOW)]
    if CHARACTER in words or _REFUSED["other_before"].search(left) or _REFUSED["other_behind"].match(right):
        return None
    if _REFUSED["in_story"].search(words):
        return None
    work = _work_of(named, home, passage, match)
    if work is None:
        return None
    is_draft = row.aspect is not Aspect.BEGUN and _REFUSED["draft"].search(words) is not None
    milestone = Milestone(work, row.phase, Aspect.DRAFTED if is_draft else row.aspect)
    return Happening(Span(*match.span()), milestone, row.is_bare, WORK in words, row.is_vague)


def _work_of(named: WorksNamed, home: str | None, passage: int, match: re.Match[str]) -> str | None:
    """The work that the words name, or the one that the passage speaks of; None where it may be another."""
    start, words = match.start(), match.group()
    if WORK in words:
        works = {work for _, work in named.within(start, match.end())}
        return works.pop() if len(works) == 1 else None
    script, film = _SCRIPT.search(words), _FILM.search(words)
    if script and _REFUSED["other_script"].search(script.group()):
        return None
    if film and _REFUSED["other_film"].search(film.group()):
        return None
    if film and _REFUSED["own_film"].search(film.group()):
        return named.subject if named.is_new else None
    if _IT.match(words) and not _SAID_BEFORE.search(named.masked, max(passage, start - _SENTENCE), start):
        return None
    return named.spoken_of(home, passage, start, _REFUSED["turned_to"])


def near(things: Sequence[Spanned], starts: Sequence[int], span: Span) -> Sequence[Spanned]:
    """Those of some things in order, by their ``starts``, that may have to do with what is at a span."""
    return things[bisect_left(starts, span.start - REACH) : bisect_right(starts, span.end + REACH)]


def counts_from(text: str, phrase: Phrase, happening: Span) -> bool:
    """Whether a count (“six months after”) is counted from what stands right behind it, its subject aside."""
    if phrase.makes not in {"event", "apart"} or phrase.get("way") not in _WAYS:
        return False
    near = phrase.span.end <= happening.start <= phrase.span.end + FARTHEST
    return near and _SUBJECT.fullmatch(text, phrase.span.end, happening.start) is not None


def is_unreal(text: str, sentence: Span, start: int) -> bool:
    """Whether what begins at ``start`` did not happen, or is only thought of."""
    left = text[max(sentence.start, start - _WINDOW) : start]
    return _REFUSED["unreal"].search(left) is not None


JOINS: dict[str, str] = TABLE["joins"]
_OTHERS = "and|but|or|that|which|who|whose|where|how|because|if|as|to|not|never|in|said|says"
_NO_SUBJECT = rf"(?:{one_of(JOINS)}|{_OTHERS})\b"
SUBJECT = rf"(?P<subject>(?:(?!{_NO_SUBJECT})[^\s,;:.!?()“”\"—–{CHARACTER}]+\s){{0,6}})"
"""What may stand between a “when” and the words of a milestone: whoever did it, nobody in a story."""

_WAYS = frozenset({"before", "after", "prior to", "following", "into", "of"})
"""What a count ends with that is counted from what stands behind it; “later” counts from what was told."""
_TIES = re.compile(
    rf"\b(?:{one_of(set(JOINS) - {'on', 'at'})}|on the|at the|at its|on its)\s".replace(" ", r"\s"),
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"\s{SUBJECT}", re.IGNORECASE)


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    return re.sub(
        r"(?<!\?P)<([a-z_]+)>",
        lambda match: _filled(fragments[match[1]], fragments),
        pattern,
    )


def _compiled(patterns: Iterator[str] | list[str], around: str = "{}") -> re.Pattern[str]:
    words = "|".join(f"(?:{one})" for one in patterns)
    return re.compile(around.format(words).replace(" ", r"\s"), re.IGNORECASE)


_FRAGMENTS: dict[str, str] = {"work": rf"[“\"*_]{{0,2}}{WORK}+[”\"*_]{{0,2}}", **TABLE["fragments"]}
_TRIGGERS = {Phase(name): _compiled([words], r"\b(?:{})") for name, words in TABLE["triggers"].items()}
_NEEDED = {phase: WANTED.bits_of(needs_of(one.pattern)) for phase, one in _TRIGGERS.items()}
_REFUSED = {name: _compiled([words]) for name, words in TABLE["refusals"].items()}
_SCRIPT = _compiled([_filled(_FRAGMENTS["script"], _FRAGMENTS)])
_FILM = _compiled([_filled(_FRAGMENTS["film"], _FRAGMENTS)])
_IT = re.compile(r"it\s", re.IGNORECASE)
_SENTENCE = 200
"""Code points before “it” in which the film must be named that it stands for."""
_SAID_BEFORE = re.compile(rf"{WORK}|\b(?:film|movie|picture|feature)\b", re.IGNORECASE)
_ROWS = tuple(
    _Row(
        Phase(row["phase"]),
        Aspect(row["aspect"]),
        _compiled([_filled(one, _FRAGMENTS) for one in row["patterns"]], r"(?<![\w’'-])(?:{})(?!\w)"),
        [WANTED.bits_of(needs_of(rf"\b(?:{_filled(one, _FRAGMENTS)})\b")) for one in row["patterns"]],
        row.get("is_bare", False),
        row.get("is_vague", False),
        row.get("goes_on", False),
    )
    for row in TABLE["happenings"]
)
_ENDS = re.compile(
    r"(?:\band|,)\s(?:then\s|it\s|finally\s)?(?P<ends>(?:was\s)?(?:ended|wrapped|finished|concluded|over))\b",
    re.IGNORECASE,
)
"""What begins in a sentence and ends in it, without saying again what it is."""
