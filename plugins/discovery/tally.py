"""Evidence, and the sums of it: for each surface, and for all surfaces that are one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from plugins.archive.entity import Kind
from plugins.archive.span import Span

MOST_OF_A_REASON = 2
"""How often the same words count for one surface: a text that repeats itself proves nothing new."""

MOST_REASONS = 3
"""Reasons that are kept for a person who decides: more are not read."""

Weights = Mapping[Kind | None, float]


class Basis(Enum):
    """What evidence rests on: the words beside a name, or what a look at the whole text may take back."""

    WORDS = "the words beside"
    FORM = "the form of a full name"
    GIVEN = "a given name alone"
    STORY = "one name in a story"
    PRESENT = "the present tense"
    EVERYDAY = "words of every day"
    REACH = "capitals joined by small words"
    DATED = "a year in brackets"


class Evidence(NamedTuple):
    """That a name is of a kind (None: of no kind that is looked for), with the weight and in what words."""

    kind: Kind | None
    weight: float
    reason: str
    basis: Basis = Basis.WORDS


@dataclass
class Surface:
    """One form of a name in a text: where it stands, and what speaks for which kind.

    ``openings`` and ``headlines`` count the places at which its capital means nothing, ``possessives``
    those with a possessive ending. ``personal`` tells that it has the form of a full name, ``marked`` that
    it stands in marks of its own. ``written`` is the form with the text's own apostrophes and dashes;
    empty where the text has other capitals.
    """

    words: str
    spans: set[Span] = field(default_factory=set)
    openings: int = 0
    headlines: int = 0
    possessives: int = 0
    personal: bool = False
    marked: bool = False
    written: str = ""
    weights: dict[Kind | None, float] = field(default_factory=lambda: defaultdict(float))
    evidence: Counter[Evidence] = field(default_factory=Counter)

    @property
    def form(self) -> str:
        return self.written or self.words

    @property
    def is_single(self) -> bool:
        return " " not in self.words

    @property
    def in_sentences(self) -> int:
        """At how many places its capital means something."""
        return len(self.spans) - self.openings - self.headlines

    @property
    def told(self) -> int:
        """At how many places a text tells of it: in sentences, those with its possessive twice."""
        return self.in_sentences + self.possessives

    @property
    def leaning(self) -> Kind | None:
        """The kind that most speaks for; None also where nothing does."""
        weights = ranked(self.weights)
        return weights[0][1] if weights else None

    def add(self, *found: Evidence) -> None:
        for one in found:
            count = self.evidence[one] = self.evidence[one] + 1
            if count <= MOST_OF_A_REASON:
                self.weights[one.kind] += one.weight

    def weight_of(self, kind: Kind, *bases: Basis) -> float:
        """What evidence for a kind weighs that rests on some bases."""
        return sum(
            one.weight * min(count, MOST_OF_A_REASON)
            for one, count in self.evidence.items()
            if one.kind is kind and one.basis in bases
        )

    def forget(self, kind: Kind, basis: Basis) -> None:
        """Take back what evidence for a kind weighs: the surface turned out to be otherwise."""
        self.weights[kind] -= self.weight_of(kind, basis)
        for one in [one for one in self.evidence if one.kind is kind and one.basis is basis]:
            del self.evidence[one]

    def take(self, other: Surface) -> None:
        """Make the places and the evidence of another surface this one's."""
        self.spans |= other.spans
        for kind, weight in other.weights.items():
            self.weights[kind] += weight
        self.evidence.update(other.evidence)
        self.openings += other.openings
        self.headlines += other.headlines


def ranked(weights: Weights) -> list[tuple[float, Kind | None]]:
    """Kinds by what speaks for them, the most first; an order that never depends on chance."""
    pairs = [(weight, kind) for kind, weight in weights.items()]
    return sorted(pairs, key=lambda one: (-one[0], one[1].value if one[1] else ""))


def summed(surfaces: Iterable[Surface]) -> dict[Kind | None, float]:
    """What speaks for each kind of a name, its fullest form first.

    A short form may be a word of its own besides: what it is then says nothing of the name.
    """
    total: dict[Kind | None, float] = defaultdict(float)
    for place, surface in enumerate(surfaces):
        for kind, weight in surface.weights.items():
            if kind is not None or place == 0:
                total[kind] += weight
    return total


def reasons_for(surfaces: Iterable[Surface], kind: Kind) -> tuple[str, ...]:
    """The weightiest reasons for a kind, each once."""
    found: dict[str, float] = defaultdict(float)
    for surface in surfaces:
        for one in surface.evidence:
            if one.kind is kind:
                found[one.reason] = max(found[one.reason], one.weight)
    return tuple(sorted(found, key=lambda reason: (-found[reason], reason))[:MOST_REASONS])
