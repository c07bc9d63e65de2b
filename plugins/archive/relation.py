"""How the claims of one property stand to each other: sides, relations, and what a person decided."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from plugins.archive.claim import Claim

Topic = tuple[str, str, str | None]
"""What claims are about: a subject, a property, and of a credit the job or the part (else None)."""


class Relation(Enum):
    """What it means that claims of one topic stand side by side, the weightiest first."""

    CONFLICT = "conflict"
    UNJUDGED = "unjudged"
    CORRECTION = "correction"
    SUPERSEDED = "superseded"
    OTHER_OBJECT = "other-object"
    OPINION = "opinion"
    PARTIAL = "partial"
    COMPATIBLE = "compatible"
    AGREEMENT = "agreement"
    SINGLE_SOURCE = "single-source"

    @property
    def meaning(self) -> str:
        """What a reader may take from it, in a sentence."""
        return _MEANINGS[self]

    @property
    def weight(self) -> int:
        """Its place among the relations: of several, the one with the least is told first."""
        return _WEIGHTS[self]


_MEANINGS = {
    Relation.CONFLICT: "The values cannot all be right.",
    Relation.UNJUDGED: "The values are words that no rule compares; a person has to say whether they fit.",
    Relation.CORRECTION: "A source has taken a value back itself.",
    Relation.SUPERSEDED: "Each value was right in its time.",
    Relation.OTHER_OBJECT: "The values are of different things.",
    Relation.OPINION: "A difference of judgement, in which nobody need be wrong.",
    Relation.PARTIAL: "One says more than the other, and they do not contradict each other.",
    Relation.COMPATIBLE: "The values are of unlike precision, and all can be right.",
    Relation.AGREEMENT: "Two or more sources say the same.",
    Relation.SINGLE_SOURCE: "Stated once; nothing in the archive confirms or denies it.",
}

_WEIGHTS = {relation: place for place, relation in enumerate(Relation)}


Models = Mapping[str, frozenset[str]]
"""The sources that each source was written from; those of which nothing is known are missing."""


def echoes_among(sources: Iterable[str], models: Models) -> tuple[str, ...]:
    """The sources that were written from another of them, in their order: they confirm nothing."""
    all_sources = tuple(sources)
    nobody: frozenset[str] = frozenset()
    return tuple(one for one in all_sources if models.get(one, nobody) & set(all_sources))


def support_of(sources: Iterable[str], models: Models) -> Relation:
    """Whether two or more of the sources of one value are witnesses of their own, or it is stated once."""
    all_sources = tuple(dict.fromkeys(sources))
    witnesses = len(all_sources) - len(echoes_among(all_sources, models))
    return Relation.AGREEMENT if witnesses > 1 else Relation.SINGLE_SOURCE


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a topic, with every claim that states it.

    ``value`` is in the words of the first of them. ``property`` is the topic's own, or that of a property
    which is told beside it (``earlier-cut`` beside ``running-time``). ``standing`` is the claims' status as
    a reader must take it. ``echoes`` are those of its sources that were written from others of them.
    """

    property: str
    value: str
    standing: str
    claims: tuple[Claim, ...]
    echoes: tuple[str, ...] = ()

    @builtins.property
    def sources(self) -> tuple[str, ...]:
        """The sources that state it, each once; none for an editor's decision."""
        return tuple(dict.fromkeys(claim.pointer.source for claim in self.claims if claim.pointer))

    @builtins.property
    def support(self) -> Relation:
        """Whether two or more sources agree on it, or it is stated once; an echo confirms nothing."""
        witnesses = len(self.sources) - len(self.echoes)
        return Relation.AGREEMENT if witnesses > 1 else Relation.SINGLE_SOURCE


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sides of a comparison, by their places in it, and what they are to each other.

    ``reason`` is a sentence for readers. ``within`` are the sources that state both: where a conflict has
    any, a source does not quite fit itself.
    """

    first: int
    second: int
    relation: Relation
    reason: str
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settlement:
    """A person's judgement on a topic: which side holds, or what the difference means, or both.

    ``value`` is a value as a record has it and ``claims`` are ids of claims; one of the two, or neither.
    The other sides stay visible. ``path``, ``line`` and ``col`` say where it was written.
    """

    topic: Topic
    value: str | None
    claims: tuple[str, ...]
    relation: Relation | None
    who: str
    when: str
    why: str
    path: str = ""
    line: int = 1
    col: int = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """All claims of one topic, folded into sides in the order of their values, and judged.

    ``relation`` is the weightiest among the sides, or the word of a person, and ``reason`` says why. Pairs
    are told where two sides stand in a relation of their own. Opinions, and values of which a subject can
    have several, are in no pair: they all differ in the same way. ``settled`` are the places of the sides
    that a person holds to be right; none where nobody has decided.
    """

    topic: Topic
    sides: tuple[Side, ...]
    pairs: tuple[Pair, ...]
    relation: Relation
    reason: str
    settled: tuple[int, ...] = ()
    settlement: Settlement | None = None

    @property
    def subject(self) -> str:
        return self.topic[0]

    @property
    def differs(self) -> bool:
        """Whether there is more than one value to show."""
        return len(self.sides) > 1 and self.relation not in {Relation.AGREEMENT, Relation.SINGLE_SOURCE}


@dataclass(frozen=True)
class Relations:
    """Every comparison of an archive, in the order of subjects and properties.

    ``models`` tells of each source from which others it was written.
    """

    comparisons: tuple[Comparison, ...] = ()
    models: Models = field(default_factory=dict)

    @cached_property
    def by_topic(self) -> dict[Topic, Comparison]:
        return {one.topic: one for one in self.comparisons}

    @cached_property
    def by_claim(self) -> dict[str, Comparison]:
        """The comparison that a claim is in, by the claim's id; claims that are in none are missing.

        A claim that is told beside another property is found under its own.
        """
        found: dict[str, Comparison] = {}
        for one in self.comparisons:
            for side in one.sides:
                for claim in side.claims:
                    if side.property == one.topic[1] or claim.id not in found:
                        found[claim.id] = one
        return found

    def about(self, subject: str, name: str, of: str | None = None) -> Comparison | None:
        """The comparison of a subject's property, for a credit that of a job or a part; None for none."""
        return self.by_topic.get((subject, name, of))

    def support(self, claims: Iterable[Claim]) -> Relation:
        """Whether claims of one value, such as those of a credit, have two or more witnesses, or one."""
        return support_of((claim.pointer.source for claim in claims if claim.pointer), self.models)

    def differing(self) -> Iterator[Comparison]:
        """The comparisons in which there is more than one value to show."""
        return (one for one in self.comparisons if one.differs)
