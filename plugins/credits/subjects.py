"""Which work a passage speaks of: the text's own film, unless the words say otherwise.

A text on several films gives each section its own; a sentence may turn to another work and the next go on
with it. Where nothing tells, there is none: nobody is credited on a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from plugins.archive.source import Label
from plugins.credits.passage import PART, WORK, Passage

_HEADS = frozenset({Label.HEADING, Label.SECTION})


_TOPIC_LEAD = 20
"""Code points before a title that begins its sentence all the same: ``And in ⓦ``, ``I liked ⓦ``."""


class Subjects:
    """What one text speaks of, place by place.

    ``own`` is the film that the text's record names, ``film`` the archive's; either may be empty.
    """

    def __init__(self, passages: Sequence[Passage], own: str, film: str) -> None:
        self._passages = passages
        self._numbers = {one.segment.span.start: number for number, one in enumerate(passages)}
        self._own = own
        self.subject = own or _subject(passages, film)
        self._section = list(self._sections())
        self._homes: dict[str, str] = {}
        # First what titles tell; then what characters tell whose work is known by that.
        self._focus = [list(self._foci(number)) for number in range(len(passages))]
        self._homes = self._homes_of_characters()
        self._focus = [list(self._foci(number)) for number in range(len(passages))]

    def work(self, passage: Passage, start: int, end: int, character: str = "", *, strict: bool = False) -> str:
        """The work of a credit at a stretch of a passage; empty where nothing tells.

        The words beside it go first; then what the passage speaks of; of a character, what the text says
        in other passages. Where ``strict``, a work that the text only turns to for a while is not enough.
        """
        sentence = passage.sentences[passage.sentence_at(start)]
        named = self._named_beside(passage, start, end)
        if named:
            return named
        focus = self._focus_at(passage, start)
        section = self._section[self._numbers[passage.segment.span.start]]
        if _PATTERNS["other-version"].search(passage.text, 0, end):
            return ""
        if character and focus != section:
            beside = {self._homes.get(one.entity, "") for one in passage.named(PART, sentence.start, sentence.end)} - {""}
            return self._homes.get(character, "") or (beside.pop() if len(beside) == 1 else focus)
        return "" if strict and focus != section else focus

    def _named_beside(self, passage: Passage, start: int, end: int) -> str:
        text = passage.text
        sentence = passage.sentences[passage.sentence_at(start)]
        behind = _PATTERNS["tied"].match(text, end, sentence.end)
        if behind and behind.start("work") in passage.names:
            return passage.names[behind.start("work")].entity
        for at in reversed(_works(passage, sentence.start, start)):
            if _is_bracketed(text, sentence.start, at, start) or _is_source(text, sentence.start, at):
                continue
            if _PATTERNS["governs"].match(text, at + 1) or not _is_in_passing(text, sentence.start, at):
                return passage.names[at].entity
        return ""

    def _focus_at(self, passage: Passage, start: int) -> str:
        number, place = self._numbers[passage.segment.span.start], passage.sentence_at(start)
        return self._focus[number][place - 1] if place else self._section[number]

    def _others(self, passage: Passage, start: int) -> list[bool]:
        """For each work that a passage names before an offset, and not in passing, whether it is another."""
        section = self._section[self._numbers[passage.segment.span.start]]
        return [
            passage.names[at].entity != section
            for sentence in passage.sentences
            for at in _works(passage, sentence.start, min(sentence.end, start))
            if not _is_in_passing(passage.text, sentence.start, at)
        ]

    def _sections(self) -> Iterator[str]:
        """The work that each passage is about before it says otherwise.

        A text that has not named its film yet is about nothing, unless its record knows better.
        """
        titles = {number for number, one in enumerate(self._passages) if _PATTERNS["section"].fullmatch(one.text.strip())}
        parted = len({_first_work(self._passages[number]) for number in titles}) + len(_breaks(self._passages)) > 1
        self._parted = parted
        current = "" if parted else self.subject
        begun = bool(self._own)
        breaks = _breaks(self._passages)
        for number, passage in enumerate(self._passages):
            if parted and number in titles:
                current, begun = _first_work(passage), True
            elif number in breaks:
                # A title that nobody has recorded: what follows is about none of our works.
                current, begun = "", True
            begun = begun or any(name.entity == current for name in passage.named(WORK, 0, len(passage.text)))
            if _PATTERNS["own"].match(passage.text) and not (number == 0 and not parted):
                yield _first_work(passage)
            else:
                yield current if begun else ""

    def _foci(self, number: int) -> Iterator[str]:
        """The work in focus at the end of each sentence of a passage; empty where several may be."""
        passage = self._passages[number]
        own = focus = self._section[number]
        for sentence in passage.sentences:
            works = [at for at in _works(passage, sentence.start, sentence.end) if not _is_in_passing(passage.text, sentence.start, at)]
            topics = [at for at in works if _is_topic(passage.text, sentence.start, at)]
            named = {passage.names[at].entity for at in works}
            homes = {self._homes.get(one.entity, "") for one in passage.named(PART, sentence.start, sentence.end)} - {""}
            if own and (_PATTERNS["back"].match(passage.text, sentence.start) or (not topics and homes == {own})):
                focus = own
            elif topics:
                focus = passage.names[topics[-1]].entity
            elif own and own in named:
                focus = own
            elif named:
                focus = own if self._parted else named.pop() if not own and len(named) == 1 else ""
            yield focus

    def _homes_of_characters(self) -> dict[str, str]:
        """The work in whose passages each character is named most, those that name several left out."""
        counts: dict[str, Counter[str]] = {}
        for passage in self._passages:
            for at in (at for at, name in passage.names.items() if passage.text[at] == PART):
                if not any(self._others(passage, len(passage.text))):
                    focus = self._focus_at(passage, at)
                    counts.setdefault(passage.names[at].entity, Counter())[focus] += bool(focus)
        homes = {}
        for character, by_work in counts.items():
            ranked = by_work.most_common(2)
            if ranked[0][1] and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                homes[character] = ranked[0][0]
        return homes


def _breaks(passages: Sequence[Passage]) -> set[int]:
    """The numbers of passages that stand behind a title line in which no work is linked."""
    if not passages:
        return set()
    document = passages[0].document
    starts = [one.segment.span.start for one in passages]
    found = set()
    for segment in document.segments:
        if len(segment.span) <= 90 and _PATTERNS["title-line"].fullmatch(segment.span.of(document.text).strip()):
            number = bisect_left(starts, segment.span.start)
            named = number < len(starts) and starts[number] == segment.span.start
            if not (named and WORK in passages[number].text) and number < len(starts):
                found.add(number)
    return found


def _works(passage: Passage, start: int, end: int) -> list[int]:
    return [at for at in range(start, end) if passage.text[at] == WORK and at in passage.names]


def _first_work(passage: Passage) -> str:
    works = _works(passage, 0, len(passage.text))
    return passage.names[works[0]].entity if works else ""


def _is_bracketed(text: str, start: int, at: int, until: int) -> bool:
    """Whether brackets that close before a place hold a title."""
    return text.rfind("(", start, at) > text.rfind(")", start, at) and text.find(")", at, until) >= 0


def _is_in_passing(text: str, start: int, at: int) -> bool:
    lead = text[start:at]
    passing = _PATTERNS["in-passing"].search(lead) or _PATTERNS["from"].search(lead) or _is_source(text, start, at)
    return bool(passing) or _is_bracketed(text, start, at, len(text))


def _is_source(text: str, start: int, at: int) -> bool:
    """Whether a title is that of a book or a song."""
    return bool(_PATTERNS["source"].search(text[start:at]) or _PATTERNS["source-behind"].match(text, at + 1))


def _is_topic(text: str, start: int, at: int) -> bool:
    """Whether a sentence speaks of a title: it begins with it, or says what it is."""
    lead = text[start:at]
    if _PATTERNS["earlier"].search(lead):
        return False
    return at - start <= _TOPIC_LEAD or bool(_PATTERNS["leads-in"].search(lead) and _PATTERNS["apposition"].match(text, at + 1))


def _subject(passages: Sequence[Passage], film: str) -> str:
    """The work that a text is about: the one that most passages name, if it leads by far.

    A heading counts as three passages more, the text’s first passage as two. Of two that are as likely, the
    archive’s own film is; any other text with several is about none of them.
    """
    counts: Counter[str] = Counter()
    for number, passage in enumerate(passages):
        weight = 4 if passage.segment.label in _HEADS else 3 if not number else 1
        for work in {passage.names[at].entity for at in _works(passage, 0, len(passage.text)) if not _is_source(passage.text, 0, at)}:
            counts[work] += weight
    if not counts:
        return film
    (best, most), (_, second) = (*counts.most_common(2), ("", 0))[:2]
    if film in counts and counts[film] == most:
        best = film
    return best if most >= _LEADS_BY * second or (best == film and most >= 4) else ""


_LEADS_BY = 1.5
"""How many times as many passages as any other work a text’s own must have."""
