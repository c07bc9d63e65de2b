"""What the archive says of differing sources, against relations that people found in the same passages.

The annotation is ``claims.json``: each of its claims has a topic, a relation, and sides with the passages
that they rest on. The archive's claims that rest on those passages are looked up, and their relation
compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.annotated import sources_by_digest
from evaluation.figures import Ratio, Tally
from evaluation.floors import Floors, share_kept
from evaluation.gold import UnreadableGold, digest_of_files
from plugins.archive.claim import Claim
from plugins.archive.relation import Comparison, Relation, Relations
from plugins.archive.settings import Settings
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.claims.comparing import compare_claims
from plugins.stages import archive_flow

FILE = "claims.json"

MEANT = {
    "conflict": {Relation.CONFLICT},
    "self_correction": {Relation.CORRECTION},
    "tension_within_source": {Relation.CONFLICT},
    "superseded": {Relation.SUPERSEDED, Relation.OTHER_OBJECT},
    "partial": {Relation.PARTIAL, Relation.COMPATIBLE},
    "interpretive": {Relation.OPINION},
    "agreement": {Relation.AGREEMENT, Relation.COMPATIBLE},
    "single_source": {Relation.SINGLE_SOURCE},
}
"""The annotation's words and ours. It has no word of its own for another cut of a film, which was right in
its time, nor for a round figure beside an exact one: that agrees as far as it goes, or says less."""

WITHIN = "tension_within_source"
"""The word for a conflict of which one source states both sides."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of an annotated text, with the words that stand there."""

    source: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation that an annotator found; each side is the passages that state it."""

    id: str
    topic: str
    relation: str
    subject: str
    sides: tuple[tuple[Evidence, ...], ...]


@dataclass(frozen=True, slots=True)
class JudgedRelation:
    """A relation of the annotation with what the archive has on the same passages.

    ``comparison`` is None where no topic of the archive rests on any of them. ``covered`` counts the sides of
    the annotation on whose passages the topic has claims. ``found`` is the relation of these claims.
    """

    gold: GoldRelation
    comparison: Comparison | None
    covered: int
    found: Relation | None
    reason: str
    is_right: bool


@dataclass(frozen=True)
class OfClaims:
    """All relations of one annotation, in its order. ``absent`` are its texts that are not at hand."""

    digest: str
    absent: tuple[str, ...]
    judged: tuple[JudgedRelation, ...]

    @property
    def counts(self) -> Tally:
        """How many are right: in all, and by the annotation's words."""
        words = dict.fromkeys(one.gold.relation for one in self.judged)
        by_word = {word: [one.is_right for one in self.judged if one.gold.relation == word] for word in words}
        right = [one.is_right for one in self.judged]
        return {
            "right": Ratio(sum(right), len(right)),
            **{f"right, {word}": Ratio(sum(own), len(own)) for word, own in by_word.items()},
        }

    @property
    def floors(self) -> Floors:
        """What the archive could be held to, after this measurement."""
        return Floors(
            self.digest, {"relations": {name: share_kept(ratio) for name, ratio in self.counts.items()}}
        )


def measure_claims(folder: Path, libraries: Sequence[Path], settings: Settings) -> OfClaims:
    """The relations of the archive that ``settings`` name, against the annotation in ``folder``.

    Raises:
        UnreadableGold: the annotation cannot be read, or does not fit the texts.
        ContentFaults: the records have faults, so that nobody could trust what was measured with them.
    """
    relations, digest = read_relations(folder)
    named = {one.source: 0 for relation in relations for side in relation.sides for one in side}
    sources = sources_by_digest(named, libraries)
    flow = archive_flow(settings)
    claims = flow.sound_value("claims")
    documents: dict[str, Document] = flow.value("documents").by_id
    ids = {
        sources[one.original.sha256]: id_ for id_, one in documents.items() if one.original.sha256 in sources
    }
    check_surfaces(relations, {source: documents[id_].text for source, id_ in ids.items()})
    judged = tuple(judge_relation(one, claims.relations, ids) for one in relations)
    return OfClaims(digest, tuple(sorted(set(named) - set(ids))), judged)


def read_relations(folder: Path) -> tuple[tuple[GoldRelation, ...], str]:
    """The relations of an annotation, and its digest.

    Raises:
        UnreadableGold: the file is missing, lacks something, or has a word for a relation that is not known.
    """
    try:
        data = (folder / FILE).read_bytes()
        found = tuple(_relation(one) for one in json.loads(data)["claims"])
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnreadableGold(f"{folder / FILE} cannot be read as relations: {fault!r}") from None
    for one in found:
        if one.relation not in MEANT:
            raise UnreadableGold(f"{one.id} has the relation {one.relation!r}; known are {', '.join(MEANT)}")
    return found, digest_of_files([(FILE, data)])


def _relation(item: Any) -> GoldRelation:
    sides = tuple(
        tuple(
            Evidence(one["source"], Span(one["start"], one["end"]), one["surface"])
            for one in side["evidence"]
        )
        for side in item["sides"]
    )
    return GoldRelation(item["id"], item["topic"], item["relation"], item["subject"], sides)


def check_surfaces(relations: Iterable[GoldRelation], texts: Mapping[str, str]) -> None:
    """Refuse an annotation of other texts.

    Raises:
        UnreadableGold: a passage's surface is not what the text has at its span.
    """
    for relation in relations:
        for one in (evidence for side in relation.sides for evidence in side):
            if one.source in texts and (there := one.span.of(texts[one.source])) != one.surface:
                raise UnreadableGold(f"{relation.id}: {one.source} has {there!r}, not {one.surface!r}")


def judge_relation(gold: GoldRelation, relations: Relations, ids: Mapping[str, str]) -> JudgedRelation:
    """What the archive has on the passages of one relation.

    ``ids`` are the archive's sources by the annotation's names. Of several topics that rest on the passages,
    the one counts that covers most sides and texts, then one that speaks of the relation's subject, then the
    one whose claims lie closest.
    """
    found = [(one, hits) for one in relations.comparisons if (hits := tuple(_hits(gold, one, ids)))]
    if not found:
        return JudgedRelation(gold, None, 0, None, "no claim rests on these passages", is_right=False)
    comparison, hits = max(found, key=lambda one: _rank(gold, *one))
    covered = len({hit.side for hit in hits})
    relation, reason, within = _relation_of(comparison, hits, len(gold.sides))
    is_right = covered == len(gold.sides) and relation in MEANT[gold.relation]
    is_right = is_right and (within or gold.relation != WITHIN)
    return JudgedRelation(gold, comparison, covered, relation, reason, is_right)


@dataclass(frozen=True, slots=True)
class _Hit:
    """A claim that rests on a passage of one side of a relation, with the share that both have in common."""

    side: int
    claim: Claim
    source: str
    share: float


def _hits(gold: GoldRelation, comparison: Comparison, ids: Mapping[str, str]) -> Iterator[_Hit]:
    for claim in (claim for side in comparison.sides for claim in side.claims):
        pointer = claim.pointer
        for number, side in enumerate(gold.sides):
            for one in side:
                if pointer and pointer.span and ids.get(one.source) == pointer.source:
                    shared = min(pointer.span.end, one.span.end) - max(pointer.span.start, one.span.start)
                    if shared > 0:
                        whole = len(pointer.span) + len(one.span) - shared
                        yield _Hit(number, claim, pointer.source, shared / whole)


def _rank(gold: GoldRelation, comparison: Comparison, hits: tuple[_Hit, ...]) -> tuple[int, int, bool, float]:
    """How well a topic answers to a relation; more is better in each place."""
    closest: dict[tuple[int, str], float] = {}
    for hit in hits:
        closest[hit.side, hit.source] = max(closest.get((hit.side, hit.source), 0.0), hit.share)
    speaks_of = comparison.subject == gold.subject or any(gold.subject in hit.claim.about for hit in hits)
    return len({hit.side for hit in hits}), len(closest), speaks_of, sum(closest.values())


def _relation_of(
    comparison: Comparison, hits: tuple[_Hit, ...], sides_of_gold: int
) -> tuple[Relation, str, bool]:
    """The relation of the claims that were hit, its reason, and whether one source states all of it.

    A person's word on the whole counts for its parts. Where one value rests on all passages, its support
    counts: what is stated once must be stated nowhere else.
    """
    if comparison.settlement and comparison.settlement.relation:
        return comparison.relation, comparison.reason, False
    claims = dict.fromkeys(hit.claim for hit in hits)
    sources = {hit.source for hit in hits}
    for side in comparison.sides:
        on_it = [hit for hit in hits if hit.claim in side.claims]
        if len({hit.side for hit in on_it}) == sides_of_gold and {hit.source for hit in on_it} == sources:
            return side.support, side.support.meaning, len(sources) == 1
    topics = {one.topic: one for one in compare_claims(claims)}
    restricted = topics.get(comparison.topic) or next(iter(topics.values()))
    return restricted.relation, restricted.reason, any(pair.within for pair in restricted.pairs)
