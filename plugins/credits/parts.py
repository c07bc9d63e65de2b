"""Who plays whom in one text: the forms of ``cast.py`` tried on each of its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from plugins.archive.source import Label
from plugins.archive.span import Span
from plugins.credits.antecedents import antecedent
from plugins.credits.cast import FORMS, GAPPED, GAPPED_SAID, HEDGES, NOT_PLAYED, CastForm
from plugins.credits.draft import Draft
from plugins.credits.jobs import CAST, roles_of_noun
from plugins.credits.named import Named
from plugins.credits.outcome import REPLACED, Outcome, is_denied, mode_at, outcome_at
from plugins.credits.passage import PART, PERSON, Passage
from plugins.credits.vocabulary import ALL_WORDS, Vocabulary
from plugins.sources.credit_lines import LISTED

LONGEST_PART = 6
"""Words of a part that has no name; what is longer tells the story, in the text's own words."""

_LEAD = 32
"""Code points before a form in which words that refuse it are looked for."""

_SEVERAL = re.compile(r"(?:[a-z]{2}s|selves|couple|pair|children|trio)$")
"""What a described part ends in that several people have."""

_ARTICLE = re.compile(r"^(?:an?|the|his|her) ", re.IGNORECASE)

_TURNS = 3
"""Turns of a conversation before one in which a part must have been told of."""

_CLAUSE = re.compile(r"[;,:(ⓟⓒ]")

_GO_ON = frozenset({"after a verb of playing", "is the part"})
"""Forms behind which a second pair may leave out the verb."""

_OF_PROSE = frozenset({"before “as”", "is the part", "is its performer", "a performer’s possessive"})
"""Forms that lists do not have."""


class _Pair(NamedTuple):
    """The offsets of a person and a part, -1 for none, with the part's name or words."""

    who: int
    part: int
    character: Named | None = None
    said: str = ""


@dataclass
class _Found:
    """What one text has given so far: the drafts, and which names are in them, by passage and offset."""

    passages: Sequence[Passage]
    vocabulary: Vocabulary
    drafts: list[Draft] = field(default_factory=list)
    people: set[tuple[int, int]] = field(default_factory=set)
    parts: set[tuple[int, int]] = field(default_factory=set)
    told: set[int] = field(default_factory=set)

    def has(self, passage: Passage, pair: _Pair) -> bool:
        """Whether a form that is surer has one of the names already."""
        number = passage.segment.span.start
        return (number, pair.who) in self.people or (number, pair.part) in self.parts

    def played_in(self, passage: Passage) -> set[int]:
        return {at for number, at in self.parts if number == passage.segment.span.start}

    def has_parts_near(self, passage: Passage) -> bool:
        """Whether the words before have told of somebody’s part, so that they tell who is who in the film."""
        starts = {one.segment.span.start for one in self._before(passage)}
        return not starts.isdisjoint(self.told)

    def has_parts_beside(self, passage: Passage, at: int) -> bool:
        """Whether the sentence at an offset tells of a part."""
        sentence = passage.sentences[passage.sentence_at(at)]
        return any(sentence.start <= part < sentence.end for part in self.played_in(passage))

    def _before(self, passage: Passage) -> Sequence[Passage]:
        """The passage and those shortly before it."""
        start = passage.segment.span.start
        number = bisect_left(self.passages, start, key=lambda one: one.segment.span.start)
        reach = _TURNS if passage.segment.label is Label.ANSWER else 1
        return self.passages[max(number - reach, 0) : number + 1]

    def keep(
        self, form: CastForm, passage: Passage, start: int, end: int, pair: _Pair, like: str = ""
    ) -> None:
        number = passage.segment.span.start
        self.people.add((number, pair.who))
        if pair.character or pair.said:
            self.told.add(number)
        if pair.part >= 0:
            self.parts.add((number, pair.part))
        self.drafts.append(
            Draft(
                passage, start, end, pair.who, CAST, form.reason, pair.character, pair.said,
                outcome=_outcome(form, passage, start, end),
                mode=form.mode or mode_at(passage, start, end),
                owning=form.owning,
                like=like,
                planned=form.planned,
            )
        )  # fmt: skip


def find_parts(passages: Sequence[Passage], vocabulary: Vocabulary = ALL_WORDS) -> list[Draft]:
    """The cast of one text, as drafts in the order of passages and of forms.

    ``vocabulary`` has its words.
    """
    found = _Found(passages, vocabulary)
    for passage in passages:
        for form, stretches in _tried(passage) if PERSON in passage.text else ():
            if passage.segment.label in LISTED and form.reason in _OF_PROSE:
                continue
            if form.near and not found.has_parts_near(passage):
                continue
            pattern = form.pattern.of(vocabulary)
            for stretch in stretches:
                for match in pattern.finditer(passage.text, stretch.start, stretch.end):
                    _take(form, match, passage, found)
    return found.drafts


def _tried(passage: Passage) -> Iterator[tuple[CastForm, Sequence[Span]]]:
    """The forms whose words a passage has, in their order, each with the stretches that have them."""
    lacking, whole = ~passage.had, Span(0, len(passage.text))
    naming = list(_naming(passage))
    for form in FORMS:
        needs = form.pattern.needs
        if needs & lacking:
            continue
        told = [sentence for sentence, had, signs in naming if not needs & ~had and form.signs <= signs]
        if form.dotted or told:
            yield form, [whole] if form.dotted else told


def _naming(passage: Passage) -> Iterator[tuple[Span, int, frozenset[str]]]:
    """The sentences that name people or parts, each with the words that it has and the signs of these."""
    for sentence, had in zip(passage.sentences, passage.had_by_sentences, strict=True):
        words = sentence.of(passage.text)
        if signs := frozenset(one for one in (PERSON, PART) if one in words):
            yield sentence, had, signs


def _take(form: CastForm, match: re.Match[str], passage: Passage, found: _Found) -> None:
    if _is_refused(form, match, passage):
        return
    pairs = list(_pairs(form, match, passage, found))
    if any(found.has(passage, pair) for pair in pairs):
        return
    if form.beside and not found.has_parts_beside(passage, match.start()):
        return
    like = _like(match, passage, found)
    for pair in pairs:
        found.keep(form, passage, *match.span(), pair, like)
    if pairs and form.reason in _GO_ON:
        _take_gapped(form, match, passage, found)


def _take_gapped(form: CastForm, match: re.Match[str], passage: Passage, found: _Found) -> None:
    """The pairs behind a form that leave out its verb."""
    gapped, gapped_said = GAPPED.of(found.vocabulary), GAPPED_SAID.of(found.vocabulary)
    end = match.end()
    while more := gapped.match(passage.text, end):
        pair = _Pair(more.start("who"), more.start("part"), passage.names[more.start("part")])
        if found.has(passage, pair):
            break
        found.keep(form, passage, match.start(), more.end(), pair)
        end = more.end()
    if more := gapped_said.match(passage.text, end):
        pair = _Pair(more.start("who"), -1, said=passage.words(*more.span("said")))
        if not found.has(passage, pair):
            found.keep(form, passage, match.start(), more.end(), pair)


def _outcome(form: CastForm, passage: Passage, start: int, end: int) -> Outcome:
    """What became of a credit, as its form says it or the words around."""
    if form.status:
        return Outcome(form.status, bounded=form.status == REPLACED)
    return outcome_at(passage, start, end)


def _is_refused(form: CastForm, match: re.Match[str], passage: Passage) -> bool:
    """Whether the words in or before a form tell of a part that was not played, or compare."""
    if form.hedged and HEDGES.match(passage.text, match.end()):
        return True
    if is_denied(passage, match.end()):
        return True
    if "brackets" in form.reason:
        return False
    sentence = passage.sentences[passage.sentence_at(match.start())]
    lead = passage.text[max(sentence.start, match.start() - _LEAD) : match.start()]
    is_in_it = NOT_PLAYED.search(match.group()) is not None and not form.planned
    return is_in_it or NOT_PLAYED.search(_CLAUSE.split(lead)[-1]) is not None


def _pairs(form: CastForm, match: re.Match[str], passage: Passage, found: _Found) -> Iterator[_Pair]:
    groups = match.groupdict()
    people = _offsets(passage, match, "who", PERSON) + _offsets(passage, match, "too", PERSON)
    if groups.get("they"):
        meant = antecedent(found.passages, passage, match.start("they"), PERSON)
        people = [meant[1]] if meant and meant[0] is passage else []
    parts = _offsets(passage, match, "part", PART) + _offsets(passage, match, "other_part", PART)
    if parts:
        yield from _zipped(people, parts, passage)
    elif groups.get("it"):
        meant = antecedent(found.passages, passage, match.start("it"), PART, found.played_in(passage))
        if meant is not None:
            yield from (_Pair(who, -1, meant[0].names[meant[1]]) for who in people)
    elif groups.get("said"):
        said = passage.words(*match.span("said"))
        if form.near and roles_of_noun(_ARTICLE.sub("", said)):
            return
        if len(said.split()) <= LONGEST_PART and (len(people) == 1 or _SEVERAL.search(said)):
            yield from (_Pair(who, -1, said=said) for who in people)
    elif form.called:
        yield from (_Pair(who, -1, said=form.called) for who in people)
    elif form.alone:
        yield from (_Pair(who, -1) for who in people)


def _like(match: re.Match[str], passage: Passage, found: _Found) -> str:
    """The person whose part a form gives to another; empty where it names nobody."""
    groups = match.groupdict()
    if groups.get("other"):
        return passage.names[match.start("other")].entity
    if groups.get("instead"):
        meant = antecedent(found.passages, passage, match.start("instead"), PERSON)
        return meant[0].names[meant[1]].entity if meant else ""
    return ""


def _zipped(people: Sequence[int], parts: Sequence[int], passage: Passage) -> Iterator[_Pair]:
    """Several people and as many parts go in pairs; one of either goes with all of the other."""
    if len(people) == len(parts):
        yield from (_Pair(who, at, passage.names[at]) for who, at in zip(people, parts, strict=True))
    elif len(people) == 1 or len(parts) == 1:
        yield from (_Pair(who, at, passage.names[at]) for who in people for at in parts)


def _offsets(passage: Passage, match: re.Match[str], group: str, sign: str) -> list[int]:
    if not match.groupdict().get(group):
        return []
    return passage.offsets(sign, *match.span(group))
