"""Which entity each mention means: what only one record answers to, what the text decides, what people did.

A mention that nothing decides is never guessed at; it goes to the list of the undecided, with a reason.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from plugins.archive.annotation import Form, Link, Mention, Undecided
from plugins.archive.entity import ANIMATE, Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.evidence import (
    PERSON,
    PLAYED_BY,
    PLAYS,
    WORK,
    evidence_of,
    is_told_apart,
    may_perform,
)
from plugins.authority.kept_links import linked
from plugins.authority.names import Bearer, Names, not_refused
from plugins.authority.noun_slot import (
    PRONOUNS,
    Slot,
    has_no_capitals,
    is_sign,
    is_word_too,
    slot_of_pronoun,
    slot_of_sign,
    slot_of_word,
)
from plugins.authority.record import Judgement, Records
from plugins.authority.surroundings import Surroundings, surroundings
from plugins.incremental.kept import Kept
from plugins.mentions.finding import Reading
from plugins.sources.library import Documents

MAKER = "authority/2"

ONLY = "the only record with this name"
SEVERAL = "several records answer to this name"
TOLD_APART = "the words beside it tell it from another of this name"
WORD_ITSELF = "it may be the word itself here"

_SPACE = re.compile(r"\s")


@dataclass(frozen=True)
class Links:
    """What mentions mean, in the order of sources and spans, and what is left to people."""

    made: tuple[Link, ...]
    undecided: tuple[Undecided, ...]
    problems: tuple[Problem, ...] = ()


def link_mentions(
    mentions: tuple[Mention, ...],
    names: Names,
    records: Records,
    documents: Documents,
    kept: Kept | None = None,
) -> Links:
    """Links for the mentions of all documents. Judgements win over the program, span by span.

    A judgement on a text that is not at hand rests until it is. A text whose open mentions ``kept`` knows
    is not looked at again.
    """
    at_hand = [one for one in records.judgements if one.source in documents.by_id]
    made: list[Link] = [_judged(one) for one in at_hand if one.entity is not None]
    undecided: list[Undecided] = []
    for one in linked(_open(mentions, at_hand), documents, names, kept or Kept(), link_document):
        if isinstance(one, Link):
            made.append(one)
        else:
            undecided.append(one)
    return Links(tuple(sorted(made)), tuple(sorted(undecided)), _misplaced(records, documents))


def _open(mentions: Iterable[Mention], judgements: Iterable[Judgement]) -> dict[str, list[Mention]]:
    """The mentions of each text of which nobody has judged what any of their words mean."""
    judged: dict[str, list[Span]] = defaultdict(list)
    for one in judgements:
        judged[one.source].append(one.span)
    return {
        source: [one for one in own if not any(one.span.overlaps(span) for span in judged.get(source, ()))]
        for source, own in groupby(mentions, key=lambda one: one.source)
    }


def link_document(
    document: Document, mentions: Iterable[Mention], bearers: Mapping[str, Bearer]
) -> Iterator[Link | Undecided]:
    """The mentions of one text, in order, each given to an entity or left to people.

    What names nothing (a pronoun at the start of a sentence) is neither.
    """
    own = sorted(mentions)
    told = _Told(Reading(document), bearers, _named_in_full(document, own))
    for mention, before, after in zip(own, (None, *own), (*own[1:], None), strict=False):
        here = _Here(mention, told, before, after)
        decision = _decide(here)
        if decision is None:
            continue
        if isinstance(decision, _Open):
            yield Undecided(mention.source, mention.span, here.candidates, decision.reason)
        else:
            told.linked.add(decision.entity)
            yield Link(
                mention.source, mention.span, decision.entity, decision.reason, MAKER, _confidence(mention)
            )


@dataclass(frozen=True, slots=True)
class _Given:
    """That a mention means an entity, and why."""

    entity: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Open:
    """That nothing decides what a mention means, and why."""

    reason: str


Decision = _Given | _Open | None
"""What a mention means; None where its words name nothing."""


@dataclass
class _Told:
    """What a text has said by a point of it: who was linked, and which parts it has named as parts."""

    reading: Reading
    bearers: Mapping[str, Bearer]
    named_in_full: frozenset[str]
    linked: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def is_known(self, entity: str) -> bool:
        """Whether the text has named an entity beyond doubt: in full anywhere, or by a link before."""
        return entity in self.linked or (
            entity in self.named_in_full and self.bearers[entity].kind in ANIMATE
        )


@dataclass(frozen=True)
class _Here:
    """A mention with what is known of it where it stands, and the mentions beside it."""

    mention: Mention
    told: _Told
    before: Mention | None
    after: Mention | None

    @cached_property
    def candidates(self) -> tuple[str, ...]:
        return not_refused(self.mention.candidates, self.told.bearers)

    @cached_property
    def words(self) -> Surroundings:
        document = self.told.reading.document
        segment = document.segment_at(self.mention.span.start)
        headline = segment is not None and self.told.reading.is_headline(segment)
        return surroundings(document, self.mention.span, headline=headline)

    @property
    def is_single(self) -> bool:
        return not _SPACE.search(self.words.words)

    @property
    def is_short(self) -> bool:
        """Whether it is the short form of a name for any of its candidates."""
        return self.mention.form is not Form.LISTED or bool(self.mention.familiar)

    def kind(self, entity: str) -> Kind | None:
        bearer = self.told.bearers.get(entity)
        return bearer.kind if bearer else None

    def bearer(self, entity: str) -> Bearer:
        return self.told.bearers[entity]


def _named_in_full(document: Document, mentions: Iterable[Mention]) -> frozenset[str]:
    """Those whom a text names by a listed name of several words that is only theirs."""
    return frozenset(
        one.candidates[0]
        for one in mentions
        if len(one.candidates) == 1 and one.form is Form.LISTED and _SPACE.search(one.span.of(document.text))
    )


def _confidence(mention: Mention) -> float:
    return 1.0 if mention.form is Form.LISTED and len(mention.candidates) == 1 else 0.95


def _decide(here: _Here) -> Decision:
    slot = _slot(here)
    if slot is Slot.WORD:
        return None
    if slot is Slot.DOUBT and not _is_introduced(here):
        return _Open(WORD_ITSELF)
    if here.is_short and is_told_apart(here.words):
        return _Open(TOLD_APART)
    if len(here.candidates) == 1:
        return _only(here, here.candidates[0])
    return (
        _by_performer(here)
        or _by_evidence(here)
        or _by_what_was_said(here)
        or _by_custom(here)
        or _Open(SEVERAL)
    )


def _slot(here: _Here) -> Slot:
    """What the words are where they stand, for all candidates alike; most words can only be a name."""
    words, text = here.words, here.words.words
    if not here.is_single or here.mention.form is Form.SPEAKER:
        return Slot.NAME
    if text.lower() in PRONOUNS:
        return slot_of_pronoun(words)
    works = [one for one in here.candidates if here.kind(one) is Kind.WORK]
    known = any(here.told.is_known(one) for one in here.candidates)
    if len(works) == len(here.candidates):
        if is_sign(text):
            return slot_of_sign(words, known_here=known)
        if has_no_capitals(text):
            marked = words.is_quoted or words.is_dated or words.is_bracketed or words.is_emphasised
            return Slot.NAME if marked else Slot.WORD
        if words.is_said:
            return Slot.DOUBT
    if not is_word_too(text):
        return Slot.NAME
    is_title = not any(here.kind(one) in ANIMATE for one in here.candidates)
    slot = slot_of_word(words, is_title=is_title, known_here=known)
    # Of several, evidence may yet speak for one; only what is a word for sure is let go.
    return Slot.NAME if slot is Slot.DOUBT and len(here.candidates) > 1 else slot


def _is_introduced(here: _Here) -> bool:
    """Whether words that may be no name stand where the one candidate's kind does: ``a girl called May``."""
    told = [one for one in evidence_of(here.words) if one.kinds <= ANIMATE or one.kinds == WORK]
    is_pronoun = here.words.words.lower() in PRONOUNS
    known = [here.bearer(one) for one in here.candidates if one in here.told.bearers]
    return not is_pronoun and bool(told) and len(known) == 1 and all(one.speaks_for(known[0]) for one in told)


def _only(here: _Here, entity: str) -> Decision:
    """The only candidate, unless the words beside a single word speak of something of another kind."""
    bearer = here.told.bearers.get(entity)
    is_earned = entity in here.told.named_in_full and here.kind(entity) in ANIMATE
    if bearer is not None and here.is_single:
        for one in evidence_of(here.words):
            # Whom the text has named in full is no film, whatever noun stands before him: “the game Phoenix”.
            if one.sure and not one.speaks_for(bearer) and (one.kinds <= ANIMATE or not is_earned):
                return _Open(f"something else may be meant: {one.words}")
    form = here.mention.form
    return _Given(entity, ONLY if form is Form.LISTED else f"the {form} of somebody the text names in full")


def _by_performer(here: _Here) -> Decision:
    """The one part whose performer is named at its side: ``Amy (Amy Adams)``, ``Nadia Bell as Amy``."""
    text = here.told.reading.document.text
    span = here.mention.span
    beside: set[str] = set()
    if here.before and PLAYS.fullmatch(text[here.before.span.end : span.start]):
        beside.update(here.before.candidates)
    if here.after and PLAYED_BY.fullmatch(text[span.end : here.after.span.start]):
        beside.update(here.after.candidates)
    parts = [
        one
        for one in here.candidates
        if here.kind(one) is Kind.CHARACTER and beside & set(here.bearer(one).performers)
    ]
    if len(parts) != 1:
        return None
    here.told.parts.add(parts[0])
    return _Given(parts[0], "the part of the performer named beside it")


def _by_evidence(here: _Here) -> Decision:
    """The one candidate that all the words beside it allow; none where they quarrel."""
    left = [one for one in here.candidates if one in here.told.bearers]
    reason, performing = "", False
    for one in evidence_of(here.words):
        allowed = [entity for entity in here.candidates if one.speaks_for(here.bearer(entity))]
        if not allowed and one.sure:
            return _Open(f"something else may be meant: {one.words}")
        if not allowed:
            continue
        still = [entity for entity in left if entity in allowed]
        if not still:
            return None
        if len(still) < len(left):
            reason, performing = reason or one.words, performing or one.performing
        left = still
    if len(left) != 1 or not reason:
        return None
    if left[0] in here.mention.familiar and not performing:
        # Nothing but acting tells a performer from a part that has the same given name.
        return None
    kind = here.bearer(left[0]).kind
    if kind is Kind.CHARACTER:
        here.told.parts.add(left[0])
    return _Given(left[0], f"a {kind.value}: {reason}")


def _by_what_was_said(here: _Here) -> Decision:
    """The one candidate that the text has made its subject: by its full name, or by saying who plays it."""
    candidates, told = here.candidates, here.told
    parts = [one for one in candidates if one in told.parts]
    if len(parts) == 1 and not told.reading.is_spoken(here.mention.span):
        others = set(candidates) - set(parts)
        if others <= set(here.bearer(parts[0]).performers):
            return _Given(parts[0], "the text has said who plays this character")
    full = [one for one in candidates if one in told.named_in_full]
    others_in_full = all(
        here.kind(one) is Kind.PERSON and " " in here.bearer(one).name
        for one in candidates
        if one not in full
    )
    if len(full) == 1 and others_in_full:
        return _Given(full[0], "the only one of its candidates that the text names in full")
    return None


def _by_custom(here: _Here) -> Decision:
    """The one candidate that is left when people are not called by their given names in prose."""
    left = [one for one in here.candidates if one not in here.mention.familiar]
    if len(left) != 1 or here.words.is_label or may_perform(here.words):
        return None
    if any(one.kinds <= PERSON for one in evidence_of(here.words)):
        return None
    return _Given(left[0], "people are called by their surnames here")


def _judged(one: Judgement) -> Link:
    return Link(
        one.source, one.span, one.entity or "", f"decided by {one.who}, {one.when}: {one.why}", one.who, 1.0
    )


def _misplaced(records: Records, documents: Documents) -> tuple[Problem, ...]:
    found = []
    for one in records.judgements:
        document = documents.by_id.get(one.source)
        if document is not None and one.span.end > len(document.text):
            message = f"{one.source} ends at {len(document.text)}, before {one.span.end}; mend start and end"
            found.append(problem(one.path, one.line, one.col, Code.QUOTE_NOT_FOUND, message))
    return tuple(found)
