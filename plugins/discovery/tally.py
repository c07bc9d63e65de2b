"""The evidence of a text, summed: for each surface, and for each group of surfaces that is one name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from plugins.archive.entity import Kind
from plugins.archive.span import Span
from plugins.discovery.evidence import Evidence

MOST_OF_A_REASON = 2
"""How often the same words count for one surface: a text that repeats itself proves nothing new."""


@dataclass
class Surface:
    """One form of a name in a text: where it stands, and what speaks for which kind."""

    words: str
    spans: list[Span] = field(default_factory=list)
    openings: int = 0
    headlines: int = 0
    weights: dict[Kind | None, float] = field(default_factory=lambda: defaultdict(float))
    reasons: Counter[tuple[Kind | None, str, float]] = field(default_factory=Counter)
    possessives: int = 0
    personal: bool = False
    marked: bool = False
    written: str = ""
    """The form as the text writes it, with its own apostrophes and dashes; empty where it has other capitals."""

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

    def add(self, found: Iterable[Evidence]) -> None:
        for one in found:
            key = (one.kind, one.reason, one.weight)
            self.reasons[key] += 1
            if self.reasons[key] <= MOST_OF_A_REASON:
                self.weights[one.kind] += one.weight


def ranked(weights: dict[Kind | None, float]) -> list[tuple[float, Kind | None]]:
    """Kinds by what speaks for them, the most first; an order that never depends on chance."""
    pairs = [(weight, kind) for kind, weight in weights.items()]
    return sorted(pairs, key=lambda one: (-one[0], one[1].value if one[1] else ""))


def summed(surfaces: Iterable[Surface]) -> dict[Kind | None, float]:
    total: dict[Kind | None, float] = defaultdict(float)
    for place, surface in enumerate(surfaces):
        for kind, weight in surface.weights.items():
            # A short form may be a word of its own besides: what it is then says nothing of the name.
            if kind is not None or place == 0:
                total[kind] += weight
    return total


def reasons_for(surfaces: Iterable[Surface], kind: Kind) -> tuple[str, ...]:
    """The weightiest reasons for a kind, each once."""
    found: dict[str, float] = defaultdict(float)
    for surface in surfaces:
        for (of_kind, reason, weight), _ in surface.reasons.items():
            if of_kind is kind:
                found[reason] = max(found[reason], weight)
    return tuple(reason for reason, _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:3])
