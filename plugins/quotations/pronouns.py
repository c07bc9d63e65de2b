"""Whom ``he says`` and ``says the director`` mean, where no reader could think of anybody else.

A pronoun means the person whom the same or the preceding sentence has as its subject, outside quotation
marks. It means nobody where another of that gender, or of one that the text does not tell, is named there or
since, and where words stand for somebody without a name (``his assistant``). Sentences that only go on about
the subject (``He nods.``) are passed over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.archive.span import Span
from plugins.quotations.attribution import Attribution
from plugins.quotations.genders import genders_of
from plugins.quotations.jobs import who_has_the_job
from plugins.quotations.people_named import Known, Named, Sentence, sentences_of
from plugins.quotations.quotation_marks import Quoted
from plugins.quotations.tags import PERSONAL

LONGEST_CHAIN = 8
"""Sentences back from a tag that are looked at."""

LONGEST_SENTENCE = 1500
"""Code points of a sentence with a tag; a longer one is none that anybody wrote as one."""

_NOT_TO_A_REPORTER = re.compile(
    r"\bin (?:the|an?|one|its|this|that) (?:[\w-]+ ){0,2}"
    r"(?:film|movie|scene|trailer|sequence|song|voice-?over|play)\b"
    r"|^\s*(?:\w+ly )?(?:answer|repl[iy]|respond|retort|counter|rejoin)"
)
"""After a pronoun: “he says in the first scene”, where a part speaks; “he answers”, and another has asked."""

_SMALL = re.compile(r"(?<![^\W_])[^\W\d_A-Z][^\W\d_]+")


@dataclass(frozen=True)
class Told:
    """A paragraph with its quotations and what stands beside them.

    ``is_story`` is false for turns, comments and all else that no reporter tells; ``is_beside`` is true for
    what may stand between two paragraphs of a story.
    """

    span: Span
    quoted: Sequence[Quoted]
    said: Sequence[Attribution]
    is_story: bool
    is_beside: bool


def resolved(text: str, paragraphs: Sequence[Told], known: Known) -> Iterator[Sequence[Attribution]]:
    """The attributions of each paragraph, with the names that pronouns and roles surely mean."""
    if not any(one.referent for paragraph in paragraphs for one in paragraph.said):
        yield from (paragraph.said for paragraph in paragraphs)
        return
    small = frozenset(_SMALL.findall(text))
    scenes = [_Scene(one, tuple(_read(text, one, known, small))) for one in paragraphs]
    reader = _reader(text, scenes, known)
    before: _Scene | None = None
    for paragraph, scene in zip(paragraphs, scenes, strict=True):
        if paragraph.is_story:
            scene = replace(scene, told=replace(paragraph, said=tuple(reader.read(scene, before))))
        if not paragraph.is_beside:
            before = scene if paragraph.is_story else None
        yield scene.told.said


def _read(text: str, told: Told, known: Known, small: frozenset[str]) -> Iterator[Sentence]:
    if told.is_story:
        yield from sentences_of(text, told.span, (one.span for one in told.quoted), known, small)


def _reader(text: str, scenes: Sequence[_Scene], known: Known) -> _Reader:
    names = tuple(one for scene in scenes for one in scene.named)
    first_words: dict[str, set[str]] = defaultdict(set)
    by_key: dict[str, list[Named]] = defaultdict(list)
    for one in names:
        by_key[one.key].append(one)
        words = one.span.of(text).split()
        if len(words) > 1:
            first_words[one.key].add(words[0])
    ids = set(known.people.values())
    doubtful = frozenset(key for key, words in first_words.items() if len(words) > 1 and key not in ids)
    genders = genders_of(sentence for scene in scenes for sentence in scene.sentences)
    return _Reader(text, known, genders, doubtful, by_key, {one.span: one for one in names})


@dataclass(frozen=True)
class _Scene:
    """A paragraph read for who is named in it; of what is no story nothing is read."""

    told: Told
    sentences: Sequence[Sentence]

    @cached_property
    def starts(self) -> list[int]:
        return [one.span.start for one in self.sentences]

    @cached_property
    def named(self) -> list[Named]:
        return [one for sentence in self.sentences for one in sentence.named]

    @cached_property
    def first_named(self) -> list[Named]:
        """Where each person is named first."""
        found: dict[str, Named] = {}
        for one in self.named:
            found.setdefault(one.key, one)
        return list(found.values())

    @cached_property
    def speakers(self) -> frozenset[int]:
        """Where names end whose bearers speak: ``says Varga`` makes her the subject too."""
        return frozenset(one.name.end for one in self.told.said if one.name is not None)

    def next_quoted(self, at: int) -> int:
        """Where the next quotation begins; the paragraph's end where none does."""
        quoted = self.told.quoted
        place = bisect_right(quoted, at, key=lambda one: one.span.start)
        return quoted[place].span.start if place < len(quoted) else self.told.span.end

    @cached_property
    def left_open(self) -> int:
        """Where a mark stands that nothing closes; what is quoted after it, nobody can tell."""
        return next((one.span.start for one in self.told.quoted if not one.closed), self.told.span.end)


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who says a paragraph's last quotation, and where it begins."""

    name: Named
    start: int


@dataclass(frozen=True)
class _Reader:
    """What a whole text shows of the people in it."""

    text: str
    known: Known
    genders: Mapping[str, str]
    doubtful: frozenset[str]
    by_key: Mapping[str, Sequence[Named]]
    by_span: Mapping[Span, Named]

    def read(self, scene: _Scene, before: _Scene | None) -> Iterator[Attribution]:
        """The attributions of a paragraph; one that means nobody for sure is left without a name."""
        found: dict[Span, Named | None] = {}
        for quoted, one in zip(scene.told.quoted, scene.told.said, strict=True):
            if one.referent is None or one.name is not None or quoted.span.start > scene.left_open:
                yield one
                continue
            if one.referent not in found:
                found[one.referent] = self._meant(one.referent, scene, before)
            meant = found[one.referent]
            yield replace(one, name=meant.span) if meant else one

    def _meant(self, words: Span, scene: _Scene, before: _Scene | None) -> Named | None:
        called = words.of(self.text).lower()
        number = bisect_right(scene.starts, words.start) - 1
        sentence = scene.sentences[number].span
        following = self.text[words.end : min(sentence.end, scene.next_quoted(words.end))]
        if len(sentence) > LONGEST_SENTENCE or _NOT_TO_A_REPORTER.search(following):
            return None
        if called not in PERSONAL:
            return self._with_the_job(scene, number, words.start, " ".join(called.split()[1:]))
        found, is_first = self._subject(scene, number, words.start, called, own=True)
        if is_first and before is not None:
            return self._going_on(before, called)
        return found

    def _with_the_job(self, scene: _Scene, number: int, at: int, job: str) -> Named | None:
        near = scene.sentences[max(0, number - LONGEST_CHAIN) : number + 1]
        key = who_has_the_job(job, near, at, self.known)
        named = self.by_key.get(key, ()) if key is not None else ()
        place = bisect_right(named, at, key=lambda one: one.span.start)
        return named[place - 1] if place else None

    def _subject(
        self, scene: _Scene, number: int, at: int, pronoun: str, own: bool
    ) -> tuple[Named | None, bool]:
        """Whom a pronoun means by the sentences before it; the second value says that they have nobody."""
        for place in range(number, max(-1, number - LONGEST_CHAIN), -1):
            sentence = scene.sentences[place]
            named = [one for one in sentence.named if one.span.end <= at and self._may_mean(one, pronoun)]
            if named:
                return self._one_of(scene, sentence, named, at, pronoun), False
            if sentence.has_another(pronoun, at):
                return None, False
            is_own = own and place == number
            if not is_own and not sentence.is_quoted and not sentence.speaks_of(pronoun):
                return None, False
        return None, number < LONGEST_CHAIN

    def _one_of(
        self, scene: _Scene, sentence: Sentence, named: Sequence[Named], at: int, pronoun: str
    ) -> Named | None:
        """The one person whom a sentence names up to an offset, as its subject."""
        if len({one.key for one in named}) > 1 or named[0].key in self.doubtful:
            return None
        subjects = (one for one in reversed(named) if one.is_subject or one.span.end in scene.speakers)
        subject = next(subjects, None)
        if subject is None or sentence.has_another(pronoun, at, subject.span.start):
            return None
        if sentence.tells_of_a_part(at, subject.span.start):
            return None
        if subject.key not in self.genders and self._others_in(scene, subject.key, pronoun, at):
            return None
        return subject

    def _others_in(self, scene: _Scene, key: str, pronoun: str, at: int) -> bool:
        """Whether a paragraph names others before an offset whom a pronoun may mean."""
        for one in scene.first_named:
            if one.span.end > at:
                return False
            if one.key != key and self._may_mean(one, pronoun):
                return True
        return False

    def _going_on(self, before: _Scene, pronoun: str) -> Named | None:
        """Whom a pronoun at the head of a paragraph means: the one person of the paragraph before."""
        if before.left_open < before.told.span.end or not before.sentences:
            return None
        last = self._last_speaker(before)
        if last is None:
            if any(one.rule for one in before.told.said):
                return None
            end = before.told.span.end
            name, _ = self._subject(before, len(before.sentences) - 1, end, pronoun, own=False)
        else:
            others = any(
                one.has_another(pronoun, before.told.span.end, last.start) for one in before.sentences
            )
            name = None if others else last.name
        if name is None or not self._may_mean(name, pronoun) or name.key in self.doubtful:
            return None
        return None if self._others_in(before, name.key, pronoun, before.told.span.end) else name

    def _last_speaker(self, scene: _Scene) -> _Speaker | None:
        if not scene.told.said or scene.told.said[-1].name is None:
            return None
        span = scene.told.said[-1].name
        name = self.by_span.get(span) or next((one for one in scene.named if one.span.overlaps(span)), None)
        return _Speaker(name, scene.told.quoted[-1].span.start) if name else None

    def _may_mean(self, one: Named, pronoun: str) -> bool:
        return self.genders.get(one.key) in (None, pronoun)
