"""Which entity each mention means: what only one record answers to, what the text decides, what people did.

A mention that nothing decides is never guessed at; it goes to the list of the undecided, with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from plugins.archive.annotation import Form, Link, Mention, Undecided
from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem, problem
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.authority.evidence import evidence_of
from plugins.authority.names import Bearer, Names, not_refused
from plugins.authority.noun_slot import PRONOUNS, Slot, is_word_too, slot_of_pronoun, slot_of_word
from plugins.authority.record import Judgement, Records
from plugins.authority.surroundings import Surroundings, surroundings
from plugins.mentions.finding import Reading
from plugins.sources.library import Documents

MAKER = "authority/2"

ONLY = "the only record with this name"
SEVERAL = "several records answer to this name"


@dataclass(frozen=True)
class Links:
    """What mentions mean, in the order of sources and spans, and what is left to people."""

    made: tuple[Link, ...]
    undecided: tuple[Undecided, ...]
    problems: tuple[Problem, ...] = ()


def link_mentions(
    mentions: tuple[Mention, ...], names: Names, records: Records, documents: Documents
) -> Links:
    """Links for the mentions of all documents. Judgements win over the program, span by span.

    A judgement on a text that is not at hand rests until it is.
    """
    at_hand = [one for one in records.judgements if one.source in documents.by_id]
    made: list[Link] = [_judged(one) for one in at_hand if one.entity is not None]
    undecided: list[Undecided] = []
    for source, own in groupby(mentions, key=lambda one: one.source):
        judged = [one.span for one in at_hand if one.source == source]
        open_mentions = [one for one in own if not any(one.span.overlaps(span) for span in judged)]
        for one in link_document(documents.by_id[source], open_mentions, names.bearers):
            if isinstance(one, Link):
                made.append(one)
            else:
                undecided.append(one)
    return Links(tuple(sorted(made)), tuple(sorted(undecided)), _misplaced(records, documents))


def link_document(
    document: Document, mentions: Iterable[Mention], bearers: dict[str, Bearer]
) -> Iterator[Link | Undecided]:
    """The mentions of one text, in order, each given to an entity or left to people.

    What names nothing (a pronoun at the start of a sentence) is neither.
    """
    own = list(mentions)
    told = _Told(Reading(document), bearers)
    told.named_in_full = {
        one.candidates[0]
        for one in own
        if len(one.candidates) == 1 and one.form is Form.LISTED and re.search(r"\s", one.span.of(document.text))
    }
    for mention in own:
        decision = _decide(mention, told)
        if decision is None:
            continue
        entity, reason = decision
        if entity is None:
            yield Undecided(mention.source, mention.span, told.candidates_of(mention), reason)
        else:
            told.linked.add(entity)
            yield Link(mention.source, mention.span, entity, reason, MAKER, told.confidence(mention))


@dataclass
class _Told:
    """What a text has said by a point of it: who is named in full, who was linked, who plays whom."""

    reading: Reading
    bearers: dict[str, Bearer]
    named_in_full: set[str] = field(default_factory=set)
    linked: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def candidates_of(self, mention: Mention) -> tuple[str, ...]:
        return not_refused(mention.candidates, self.bearers)

    def kind(self, entity: str) -> Kind | None:
        bearer = self.bearers.get(entity)
        return bearer.kind if bearer else None

    def here(self, mention: Mention) -> Surroundings:
        segment = self.reading.document.segment_at(mention.span.start)
        headline = segment is not None and self.reading.is_headline(segment)
        return surroundings(self.reading.document, mention.span, headline=headline)

    def confidence(self, mention: Mention) -> float:
        return 1.0 if mention.form is Form.LISTED and len(mention.candidates) == 1 else 0.95


Decision = tuple[str | None, str] | None
"""An entity (or None for undecided) with the reason; None where the words name nothing."""


def _decide(mention: Mention, told: _Told) -> Decision:
    candidates = told.candidates_of(mention)
    here = told.here(mention)
    single = not re.search(r"\s", here.words)
    if single and here.words.lower() in PRONOUNS:
        return _of_slot(slot_of_pronoun(here), candidates, told, here)
    if len(candidates) == 1:
        return _only(mention, candidates[0], single, here, told)
    return _of_several(mention, candidates, single, here, told)


def _of_slot(slot: Slot, candidates: tuple[str, ...], told: _Told, here: Surroundings) -> Decision:
    """What a slot leaves of the candidates."""
    if slot is Slot.WORD:
        return None
    if slot is Slot.DOUBT:
        return None, "it may be the word itself here"
    if len(candidates) > 1:
        return _by_evidence(candidates, told, here) or (None, SEVERAL)
    return candidates[0], ONLY


def _only(mention: Mention, entity: str, single: bool, here: Surroundings, told: _Told) -> Decision:
    reason = ONLY if mention.form is Form.LISTED else f"the {mention.form} of somebody the text names in full"
    if mention.form is Form.SPEAKER:
        return entity, reason
    if single and is_word_too(here.words):
        is_title = told.kind(entity) not in {Kind.PERSON, Kind.CHARACTER}
        known = entity in told.linked or (not is_title and entity in told.named_in_full)
        slot = slot_of_word(here, is_title=is_title, known_here=known)
        if slot is not Slot.NAME:
            return _of_slot(slot, (entity,), told, here)
    return entity, reason


def _of_several(
    mention: Mention, candidates: tuple[str, ...], single: bool, here: Surroundings, told: _Told
) -> Decision:
    if single and is_word_too(here.words) and slot_of_word(here, is_title=True, known_here=True) is Slot.WORD:
        return None
    found = _by_evidence(candidates, told, here) or _by_what_was_said(mention, candidates, told)
    return found or (None, SEVERAL)


def _by_evidence(candidates: tuple[str, ...], told: _Told, here: Surroundings) -> Decision:
    """The one candidate of the kind that the words beside it speak for; none where they quarrel."""
    kinds = {told.kind(one) for one in candidates}
    spoken_for = [(kind, why) for kind, why in evidence_of(here) if kind in kinds]
    if not spoken_for or len({kind for kind, _ in spoken_for}) > 1:
        return None
    kind, why = spoken_for[0]
    chosen = [one for one in candidates if told.kind(one) is kind]
    if len(chosen) != 1:
        return None
    if kind is Kind.CHARACTER:
        told.parts.add(chosen[0])
    return chosen[0], f"a {kind.value}: {why}"


def _by_what_was_said(mention: Mention, candidates: tuple[str, ...], told: _Told) -> Decision:
    """The one candidate that the text has made its subject: by its full name, or by saying who plays it."""
    spoken = told.reading.is_spoken(mention.span)
    parts = [one for one in candidates if one in told.parts]
    if len(parts) == 1 and not spoken:
        others = set(candidates) - set(parts)
        if others <= set(told.bearers[parts[0]].performers):
            return parts[0], "the text has said who plays this character"
    full = [one for one in candidates if one in told.named_in_full]
    others = [one for one in candidates if one not in full]
    if len(full) == 1 and all(re.search(r"\s", told.bearers[one].name) for one in others if one in told.bearers):
        return full[0], "the only one of its candidates that the text names in full"
    return None


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
