"""Who did which job on a film, in one text: the forms of ``crew.py`` tried on each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from plugins.archive.entity import Kind
from plugins.archive.source import Label
from plugins.archive.span import Span
from plugins.credits.antecedents import antecedent
from plugins.credits.crew import (
    BY_A_BAND,
    FORMS,
    KIN,
    NOT_DONE,
    NOT_OF_THE_FILM,
    OTHER_OBJECTS,
    SOME,
    TELLS_A_JOB,
    THIS_OBJECT,
    CrewForm,
)
from plugins.credits.draft import Draft
from plugins.credits.jobs import CONSULTANT, CRAFTS
from plugins.credits.outcome import CONSULTED, Outcome, is_denied, outcome_at
from plugins.credits.passage import GROUP, PERSON, WORK, Passage
from plugins.credits.vocabulary import ALL_WORDS, Vocabulary
from plugins.lexicon.english import ENGLISH

_LEAD = 60
"""Code points before a form in which words that refuse it are looked for."""

_OF_PICTURES = frozenset({"done by", "work on it by", "work on it with", "somebody’s work on it"})
"""Forms that a caption has of its own picture: ``photographed by``."""

_EARLIER = re.compile(r" \((?:of )?(ⓦ(?:(?:, | and )ⓦ)*)\)")
"""Titles in brackets behind a name: what somebody did before."""

_MUSIC = re.compile(r"(?i)(?:score|music|soundtrack)(?: (?:is|was))? by ")
"""What stands before a band that made the music."""

_ASIDE = re.compile(r", such as [^,]{1,70},")
"""What a sentence says of some only: ``the sets, such as weren’t there, were by ⓟ``."""

_PRONOUN = re.compile(r"(?:his|her|their)\b", re.IGNORECASE)
_TIES = re.compile(
    r"(?:our|my|his|her|their|its|(?:the|this|that)(?: (?:film|movie|picture|production|documentary)'s)?)\b",
    re.IGNORECASE,
)
"""What ties a job to the film."""


def find_crew(passages: Sequence[Passage], vocabulary: Vocabulary = ALL_WORDS) -> list[Draft]:
    """The crew of one text, as drafts in the order of passages and of forms.

    ``vocabulary`` has its words.
    """
    found: list[Draft] = []
    for passage in passages:
        for form, sentences in _tried(passage):
            if passage.segment.label is Label.CAPTION and form.reason in _OF_PICTURES:
                continue
            pattern = form.pattern.of(vocabulary)
            for sentence in sentences:
                for match in pattern.finditer(passage.text, sentence.start, sentence.end):
                    found += _drafts(form, match, passage, sentence.start, passages)
    return found


def _tried(passage: Passage) -> Iterator[tuple[CrewForm, Sequence[Span]]]:
    """The forms whose words a passage has, in their order, each with the sentences that have them."""
    telling = list(_telling(passage))
    lacking = ~reduce(or_, (had for _, had, _ in telling), 0)
    for form in FORMS if telling else ():
        needs = form.pattern.needs
        if needs & lacking:
            continue
        told = [
            sentence
            for sentence, had, names_somebody in telling
            if not needs & ~had and (names_somebody or form.names_nobody)
        ]
        if told:
            yield form, told


def _telling(passage: Passage) -> Iterator[tuple[Span, int, bool]]:
    """The sentences with a word of a job, or that say whose film something is.

    Each has what it has of the words that patterns need, and whether it names somebody.
    """
    for sentence, had in zip(passage.sentences, passage.had_by_sentences, strict=True):
        words = sentence.of(passage.text)
        names_a_person = PERSON in words
        if had & TELLS_A_JOB or (names_a_person and WORK in words):
            yield sentence, had, names_a_person or GROUP in words


def bands_in(passage: Passage) -> Iterator[str]:
    """What is called a work, though the passage says that it made the music: a band."""
    if BY_A_BAND.needs & ~passage.had or not _MUSIC.search(passage.text):
        return
    for match in BY_A_BAND.finditer(passage.text):
        name = passage.names.get(match.start("name"))
        if name is not None and name.kind is Kind.WORK:
            yield name.entity


def _drafts(
    form: CrewForm, match: re.Match[str], passage: Passage, start: int, passages: Sequence[Passage]
) -> Iterator[Draft]:
    """The drafts of a form in a sentence that begins at ``start``."""
    groups = match.groupdict()
    words = passage.words(*match.span("job")) if groups.get("job") else ""
    roles = form.roles(words)
    if (
        not roles
        or is_denied(passage, match.end())
        or _is_refused(form, match, passage.text[max(start, match.start() - _LEAD) : match.start()])
    ):
        return
    works = passage.named(WORK, *match.span("object")) if groups.get("object") else ()
    people = [at for group in ("who", "too") if groups.get(group) for at in _names(passage, match, group)]
    if groups.get("they"):
        meant = antecedent(passages, passage, match.start("they"), PERSON)
        people = [meant[1]] if meant and meant[0] is passage else []
    outcome = outcome_at(passage, *match.span())
    lead = groups.get("lead") or ""
    if groups.get("name"):
        yield from _unrecorded(form, match, passage, roles, tuple(one.entity for one in works), outcome)
    for at in people:
        for role in roles:
            yield Draft(
                passage, *match.span(), at, role, form.reason,
                wording=words,
                outcome=Outcome(CONSULTED) if role == CONSULTANT else outcome,
                works=tuple(one.entity for one in works),
                sure=form.sure or role in CRAFTS or bool(_TIES.match(lead)),
                is_tied=form.sure or bool(_TIES.match(lead)),
                whose=_whose(lead, passage, start, match.start()),
            )  # fmt: skip
    if people and (earlier := _EARLIER.match(passage.text, match.end())):
        works = passage.named(WORK, *earlier.span())
        for role in roles:
            yield Draft(
                passage, match.start(), earlier.end(), people[-1], role, "an earlier work in brackets",
                wording=words, works=tuple(one.entity for one in works),
            )  # fmt: skip


def _unrecorded(
    form: CrewForm,
    match: re.Match[str],
    passage: Passage,
    roles: tuple[str, ...],
    works: tuple[str, ...],
    outcome: Outcome,
) -> Iterator[Draft]:
    """The drafts of a name that no record has, without words that have a capital for their place."""
    words = passage.words(*match.span("name")).split()
    while words and words[0].lower() in ENGLISH.function:
        del words[0]
    for role in roles if words else ():
        yield Draft(
            passage, *match.span(), match.start("name"), role, form.reason,
            wording=passage.words(*match.span("job")),
            outcome=outcome,
            works=works,
            sure=form.sure,
            name=" ".join(words),
        )  # fmt: skip


def _is_refused(form: CrewForm, match: re.Match[str], lead: str) -> bool:
    """Whether the words before or in a form tell of another object, of others, or of what was not done."""
    if form.passive and (OTHER_OBJECTS.search(lead) or not THIS_OBJECT.search(lead)):
        return True
    groups = match.groupdict()
    if groups.get("comma") and SOME.search(lead):
        return True
    if groups.get("lead") and KIN.search(groups["lead"]):
        return True
    return bool(NOT_OF_THE_FILM.search(lead) or NOT_DONE.search(_ASIDE.sub(",", match.group())))


def _names(passage: Passage, match: re.Match[str], group: str) -> list[int]:
    return passage.offsets(PERSON + GROUP, *match.span(group))


def _whose(lead: str, passage: Passage, start: int, at: int) -> str:
    """The person that a pronoun before a job means: the last one that the sentence has named before."""
    before = passage.named(PERSON, start, at) if _PRONOUN.match(lead) else ()
    return before[-1].entity if before else ""
