"""Who is named in each sentence of a paragraph outside its quotation marks, and whether as its subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from plugins.archive.span import Span
from plugins.quotations.people_words import (
    ARTICLES,
    GENDERED,
    MALE,
    MEN,
    NO_RIVAL,
    PEOPLE,
    PERSONAL_ENDINGS,
    PLAYING,
    WOMEN,
)
from plugins.quotations.saying import (
    AUXILIARIES,
    BEFORE_CLAUSE,
    DETERMINERS,
    FINITE,
    LEAD_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    SAYS,
)
from plugins.quotations.sentences import find_sentences
from plugins.quotations.spoken_names import is_subject, run_from
from plugins.quotations.tags import is_apposition
from plugins.quotations.tokens import Token, Tokens, tokens_of

_BASE = re.compile(r"[^'’]*")
_INITIALS = re.compile(r"[^\W\d_a-z]{2,4}")
_NO_NAME = PRONOUNS | PREPOSITIONS | DETERMINERS | LEAD_WORDS | {"let", "what", "who", "how", "why", "not"}


@dataclass(frozen=True)
class Known:
    """What is known of a text's names beforehand: by span the id of whom or what each means.

    ``people`` are whom a pronoun may mean: people, and characters, who never speak to anybody who writes.
    ``others`` are names of things and places. ``jobs`` are who has a job on the film, by the job.
    """

    people: Mapping[Span, str] = field(default_factory=dict)
    others: frozenset[Span] = frozenset()
    jobs: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _spans(self) -> list[Span]:
        return sorted({*self.people, *self.others})

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._spans]

    def at(self, span: Span) -> Span | None:
        """The first known name that a run of words shares a word with."""
        place = max(0, bisect_right(self._starts, span.start) - 1)
        for one in self._spans[place : place + 3]:
            if one.overlaps(span):
                return one
        return None


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands. ``key`` is its bearer's: an id, else the last word of the name.

    ``gender`` is what a title before it says, None for nothing.
    """

    span: Span
    key: str
    is_subject: bool
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph: its words outside quotation marks, and whom they name.

    ``others`` are where words stand for somebody without a name: ``his assistant``.
    """

    span: Span
    tokens: Tokens
    named: tuple[Named, ...]
    others: tuple[Token, ...]

    @property
    def is_quoted(self) -> bool:
        """Whether it has no word outside quotation marks."""
        return not any(token.is_word for token in self.tokens)

    def has_another(self, pronoun: str, before: int, after: int = 0) -> bool:
        """Whether words between two offsets stand for somebody without a name whom a pronoun may mean."""
        apart = WOMEN if pronoun == MALE else MEN
        return any(after <= one.start < before and one.low not in apart for one in self.others)

    def tells_of_a_part(self, before: int, after: int) -> bool:
        """Whether somebody plays somebody between two offsets: a pronoun may mean the part."""
        return any(after <= one.start < before and one.low in PLAYING for one in self.tokens)

    def speaks_of(self, pronoun: str) -> bool:
        """Whether a pronoun is a subject of it."""
        return any(base(token) == pronoun for token in self.tokens)


def base(token: Token) -> str:
    """A word in small letters without what an apostrophe adds: ``he`` of ``He’s``."""
    found = _BASE.match(token.low)
    return found.group() if found else token.low


def sentences_of(
    text: str, paragraph: Span, quoted: Iterable[Span], known: Known, small: frozenset[str]
) -> Iterator[Sentence]:
    """The sentences of a paragraph in order, read outside its quotation marks.

    ``small`` are the words that the text has in small letters: at the head of a sentence they are no names.
    """
    inside = sorted(quoted)
    at = 0
    for span in find_sentences(text, paragraph):
        tokens = []
        for token in tokens_of(text, span.start, span.end):
            while at < len(inside) and inside[at].end <= token.start:
                at += 1
            if at == len(inside) or token.start <= inside[at].start or token.end > inside[at].end:
                tokens.append(token)
        named = tuple(_named(text, tokens, known, small))
        yield Sentence(span, tokens, named, tuple(_others(tokens, named)))


def _named(text: str, tokens: Tokens, known: Known, small: frozenset[str]) -> Iterator[Named]:
    at = 0
    while at < len(tokens):
        end = run_from(tokens, at)
        if end == at:
            at += 1
            continue
        one = _read(text, tokens, (at, end), known, small)
        if one is not None:
            yield one
        at = end


def _read(
    text: str, tokens: Tokens, run: tuple[int, int], known: Known, small: frozenset[str]
) -> Named | None:
    """Whom a run of words with capitals names; None where it is nobody's name."""
    start, end = run
    while end - start > 1 and (
        tokens[start].is_title or tokens[start].is_role or base(tokens[start]) in _NO_NAME
    ):
        start += 1
    last = tokens[end - 1]
    stop = last.start + (len(base(last)) if last.owns else len(last.text))
    span = Span(tokens[start].start, max(stop, tokens[start].start + 1))
    meant = known.at(span)
    if meant is None:
        if _is_no_name(tokens, run, start, small):
            return None
        key = span.of(text).split()[-1].casefold()
    elif meant in known.others:
        return None
    else:
        span, key = meant, known.people[meant]
    return Named(span, key, _is_the_subject(tokens, start, end), _gender(tokens, start))


def _is_no_name(tokens: Tokens, run: tuple[int, int], start: int, small: frozenset[str]) -> bool:
    """Whether a run that nothing is known of is surely no person's name."""
    at, end = run
    if ARTICLES & {tokens[at].low, tokens[at - 1].low if at else ""}:
        return True
    if end - start > 1:
        return all(base(token) in small for token in tokens[start:end])
    only = base(tokens[start])
    begins = at == 0 or not tokens[at - 1].is_word
    return (
        only in _NO_NAME
        or _INITIALS.fullmatch(tokens[start].text) is not None
        or (begins and (only in small or only.endswith("ly")))
    )


def _is_the_subject(tokens: Tokens, start: int, end: int) -> bool:
    if tokens[end - 1].owns or end >= len(tokens):
        return False
    if start and tokens[start - 1].low in PREPOSITIONS | {"and", "or", "&"} - BEFORE_CLAUSE:
        return False
    after = end
    while after < len(tokens) and (tokens[after].text in AUXILIARIES or tokens[after].text.endswith("ly")):
        after += 1
    if after >= len(tokens):
        return False
    begins = is_subject(tokens, start)
    if tokens[end].text == "," and end + 1 < len(tokens):
        return begins and start < 3 and is_apposition(tokens, end + 1)
    word = tokens[after].low
    if after > end or word in FINITE or word in SAYS:
        return begins or word in FINITE or after > end
    return begins and tokens[after].is_small and word not in PREPOSITIONS | {"and", "or", "who", "whose"}


def _gender(tokens: Tokens, start: int) -> str | None:
    before = tokens[start - 1].low.rstrip(".") if start else ""
    return next((gender for gender, words in GENDERED.items() if before in words), None)


def _others(tokens: Tokens, named: Sequence[Named]) -> Iterator[Token]:
    """Roles and the like that may stand for somebody else than who is named: no apposition, no possessor."""
    ends = {one.span.end for one in named}
    starts = {one.span.start for one in named}
    for at, token in enumerate(tokens):
        if not _is_somebody(token):
            continue
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        heads = following is not None and (following.start in starts or following.is_role)
        if not heads and not _says_what_one_is(tokens, at, ends):
            yield token


def _is_somebody(token: Token) -> bool:
    if token.owns or not token.is_small:
        return False
    if token.low in PEOPLE or (len(token.text) > 4 and token.low.endswith(PERSONAL_ENDINGS)):
        return True
    return token.is_role and token.low not in NO_RIVAL


def _says_what_one_is(tokens: Tokens, at: int, ends: set[int]) -> bool:
    """``Bell, the film’s producer,``, ``is a writer``."""
    first = at
    while first > 0 and tokens[first - 1].is_word and at - first < 6:
        first -= 1
        if base(tokens[first]) in {"is", "was"}:
            return True
        if tokens[first].low in PREPOSITIONS | BEFORE_CLAUSE:
            return False
    return first > 1 and tokens[first - 1].text == "," and tokens[first - 2].end in ends
