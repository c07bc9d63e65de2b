"""Which work a passage speaks of: the text's own film, unless the words say otherwise.

A text on several films gives each section its own; a sentence may turn to another work and the next go on
with it. Where nothing tells, there is none: nobody is credited on a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat

from plugins.archive.source import Label
from plugins.archive.span import Span
from plugins.credits.passage import PART, PERSON, WORK, Passage
from plugins.credits.titles import (
    PATTERNS,
    begins_with_title,
    bracketing,
    first_work,
    is_bracketed,
    is_in_passing,
    is_source,
    is_title_line,
    is_topic,
    unknown_titles,
    works_in,
)

_HEADS = frozenset({Label.HEADING, Label.SECTION})
_OF_A_HEAD, _OF_THE_FIRST, _OF_ANY = 4, 3, 1
"""How much it counts that a heading, the first passage, and any passage names a work."""

_LEADS_BY = 1.5
"""How many times as much as any other work a text's own must count."""


_REACH = 240
"""Code points before a credit in which its sentence may have turned to another film."""

_AT_HOME = 2
"""Times that a person must be named where a text speaks of its own film, to bring it back there."""


@dataclass(frozen=True, slots=True)
class _Named:
    """How a sentence names works: the offsets of those that it does not name in passing, and of its topics.

    ``is_back`` says that it comes back to what the text is about.
    """

    works: Sequence[int]
    topics: Sequence[int]
    is_back: bool


class Subjects:
    """What one text speaks of, place by place.

    ``own`` is the film that the text's record names, ``film`` the archive's; either may be empty.
    """

    def __init__(self, passages: Sequence[Passage], own: str, film: str) -> None:
        self._passages = passages
        self._numbers = {one.segment.span.start: number for number, one in enumerate(passages)}
        self._own = own
        self._titles = {number for number, one in enumerate(passages) if is_title_line(one)}
        self._unknown = unknown_titles(passages)
        self._is_parted = len({first_work(passages[one]) for one in self._titles}) + len(self._unknown) > 1
        self._sections = list(self._each_section("" if self._is_parted else own or _subject(passages, film)))
        self._turns: dict[int, int] = {}
        self._homes: dict[str, str] = {}
        self._makers: dict[str, str] = {}
        self._named = [list(map(_named_in, repeat(one), one.sentences)) for one in passages]
        # First what titles tell; then what characters tell whose work is known by that.
        self._focus = [list(self._foci(number)) for number in range(len(passages))]
        self._homes = self._homes_of(PART)
        self._makers = self._homes_of(PERSON, _AT_HOME)
        if self._homes or self._makers:
            self._focus = [list(self._foci(number)) for number in range(len(passages))]

    def work(
        self, passage: Passage, start: int, end: int, character: str = "", *, strict: bool = False
    ) -> str:
        """The work of a credit at a stretch of a passage; empty where nothing tells.

        The words beside it go first; then what the passage speaks of; of a character, what the text says
        in other passages. Where ``strict``, a work that the text only turns to for a while is not enough.
        """
        if named := self._named_beside(passage, start, end):
            return named
        focus, section = self._focus_at(passage, start), self._section(passage)
        sentence = passage.sentences[passage.sentence_at(start)]
        if self._turns_to_another_version(passage) <= end or self._is_of_another(passage, sentence, start):
            return ""
        if not focus and section and self._begins_at_home(passage, sentence, section):
            return section
        if character and focus != section:
            beside = self._homes_in(passage, sentence.start, sentence.end)
            return self._homes.get(character, "") or (beside.pop() if len(beside) == 1 else focus)
        return "" if strict and focus != section else focus

    def _is_of_another(self, passage: Passage, sentence: Span, start: int) -> bool:
        """Whether a sentence has turned to another film before a place: ``on his next film, that …``."""
        lead = max(sentence.start, start - _REACH)
        if PATTERNS["another-film"].search(passage.text, lead, start) is None:
            return False
        own = self._section(passage)
        return all(one.entity != own for one in passage.named(WORK, lead, start))

    def is_after_another(self, passage: Passage, start: int) -> bool:
        """Whether the passage before has ended on another work, and this one has not come back to its own.

        A bare job may then be one on either.
        """
        number = self._numbers[passage.segment.span.start]
        if not number or self._is_parted or not (own := self._section(passage)):
            return False
        before = self._focus[number - 1]
        if not before or before[-1] in {"", own}:
            return False
        return all(passage.names[at].entity != own for at in works_in(passage, 0, start))

    def _turns_to_another_version(self, passage: Passage) -> int:
        """Where a passage has first told of another work of the same name; behind its end if nowhere."""
        number = self._numbers[passage.segment.span.start]
        if number not in self._turns:
            found = PATTERNS["other-version"].search(passage.text)
            self._turns[number] = found.end() if found else len(passage.text) + 1
        return self._turns[number]

    def at(self, passage: Passage, start: int) -> str:
        """The work that a passage speaks of at a place; empty where nothing tells."""
        return self.work(passage, start, start)

    def is_own(self, work: str) -> bool:
        """Whether a work is what the text as a whole, or one of its sections, is about."""
        return bool(work) and work in self._sections

    def _section(self, passage: Passage) -> str:
        return self._sections[self._numbers[passage.segment.span.start]]

    def _named_beside(self, passage: Passage, start: int, end: int) -> str:
        """The work that the sentence names for a credit: behind it, or before it and not in passing."""
        text = passage.text
        sentence = passage.sentences[passage.sentence_at(start)]
        behind = PATTERNS["tied"].match(text, end, sentence.end)
        if behind and behind.start("work") in passage.names:
            return passage.names[behind.start("work")].entity
        if (own := bracketing(text, sentence.start, start)) in passage.names:
            return passage.names[own].entity
        for at in reversed(works_in(passage, sentence.start, start)):
            if ";" in text[at:start] and not is_topic(text, sentence.start, at):
                continue
            if is_bracketed(text, sentence.start, at, start) or is_source(text, sentence.start, at):
                continue
            if PATTERNS["governs"].match(text, at + 1) or not is_in_passing(text, sentence.start, at):
                return passage.names[at].entity
        return ""

    def _focus_at(self, passage: Passage, start: int) -> str:
        number, place = self._numbers[passage.segment.span.start], passage.sentence_at(start)
        return self._focus[number][place - 1] if place else self._sections[number]

    def _each_section(self, subject: str) -> Iterator[str]:
        """The work that each passage is about before it says otherwise.

        A text that has not named its film yet is about nothing, unless its record knows better; and what
        stands below a title that nobody has recorded is about none of our works.
        """
        current, has_begun = subject, bool(self._own)
        for number, passage in enumerate(self._passages):
            if self._is_parted and number in self._titles:
                current, has_begun = first_work(passage), True
            elif number in self._unknown:
                current, has_begun = "", True
            named = passage.named(WORK, 0, len(passage.text))
            has_begun = has_begun or any(one.entity == current for one in named)
            is_of_its_own = begins_with_title(passage) and (number > 0 or self._is_parted)
            yield first_work(passage) if is_of_its_own else current if has_begun else ""

    def _foci(self, number: int) -> Iterator[str]:
        """The work in focus at the end of each sentence of a passage; empty where several may be."""
        passage = self._passages[number]
        own = focus = self._sections[number]
        is_astray = False
        for sentence, named in zip(passage.sentences, self._named[number], strict=True):
            if is_astray and self._turns_back(passage, sentence):
                focus, is_astray = own, False
            works, topics = named.works, named.topics
            entities = {passage.names[at].entity for at in works}
            is_at_home = not topics and self._homes_in(passage, sentence.start, sentence.end) == {own}
            is_open = not focus and not entities
            if own and (
                named.is_back or is_at_home or (is_open and self._begins_at_home(passage, sentence, own))
            ):
                focus = own
            elif topics and not (own and self._ends_on(passage, own, works, topics[-1])):
                focus = passage.names[topics[-1]].entity
            elif own and own in entities:
                focus = own
            elif entities:
                focus = own if self._is_parted else entities.pop() if not own and len(entities) == 1 else ""
                is_astray = bool(own) and not focus and len(entities) == 1
            yield focus

    def _ends_on(self, passage: Passage, work: str, works: Sequence[int], at: int) -> bool:
        """Whether a sentence names a work behind a title with which it has begun."""
        return any(one > at and passage.names[one].entity == work for one in works)

    def _turns_back(self, passage: Passage, sentence: Span) -> bool:
        """Whether a sentence leaves a work that the one before has only mentioned: it names people anew."""
        goes_on = PATTERNS["goes-on"].match(passage.text, sentence.start, sentence.end)
        return goes_on is None and bool(passage.offsets(PERSON + PART, sentence.start, sentence.end))

    def _homes_in(self, passage: Passage, start: int, end: int) -> set[str]:
        """The works of the characters that a stretch names, as far as they are known."""
        return {self._homes.get(one.entity, "") for one in passage.named(PART, start, end)} - {""}

    def _begins_at_home(self, passage: Passage, sentence: Span, own: str) -> bool:
        """Whether the first whom a sentence names has to do with the text's own film alone."""
        named = passage.named(PERSON, sentence.start, sentence.end)
        return bool(named) and self._makers.get(named[0].entity) == own

    def _homes_of(self, sign: str, least: int = 1) -> dict[str, str]:
        """The work in whose passages each character or person is named most, those of several left out.

        Who is not named ``least`` times there has none.
        """
        counts: dict[str, Counter[str]] = {}
        for number, passage in enumerate(self._passages):
            if self._speaks_of_others(number):
                continue
            for at, name in passage.names.items():
                if passage.text[at] == sign:
                    focus = self._focus_at(passage, at)
                    counts.setdefault(name.entity, Counter())[focus] += bool(focus)
        homes = {}
        for entity, by_work in counts.items():
            ranked = by_work.most_common(2)
            if ranked[0][1] >= least and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
                homes[entity] = ranked[0][0]
        return homes

    def _speaks_of_others(self, number: int) -> bool:
        names, section = self._passages[number].names, self._sections[number]
        return any(names[at].entity != section for named in self._named[number] for at in named.works)


def _named_in(passage: Passage, sentence: Span) -> _Named:
    text, start = passage.text, sentence.start
    works = [at for at in works_in(passage, start, sentence.end) if not is_in_passing(text, start, at)]
    topics = [at for at in works if is_topic(text, start, at)]
    return _Named(works, topics, PATTERNS["back"].match(text, start) is not None)


def _subject(passages: Sequence[Passage], film: str) -> str:
    """The work that a text is about: the one that counts most, if it leads by far.

    Of two that count the same, the archive's own film is; a text on several works is about none.
    """
    counts: Counter[str] = Counter()
    for number, passage in enumerate(passages):
        is_head = passage.segment.label in _HEADS
        weight = _OF_A_HEAD if is_head else _OF_ANY if number else _OF_THE_FIRST
        works = works_in(passage, 0, len(passage.text))
        told = (passage.names[at].entity for at in works if not is_source(passage.text, 0, at))
        for work in dict.fromkeys(told):
            counts[work] += weight
    if not counts:
        return film
    (best, most), (_, second) = (*counts.most_common(2), ("", 0))[:2]
    if counts.get(film) == most:
        best = film
    return best if most >= _LEADS_BY * second or (best == film and most >= _OF_A_HEAD) else ""
