"""Which differences the archive tells, in which groups, and where each stands on its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.relation import Comparison, Relation, Relations, Topic

ADDRESS = "disagreements.html"
"""The page on which sources that differ stand side by side."""


@dataclass(frozen=True, slots=True)
class Differing:
    """A group of differences that mean much the same to a reader. ``words`` names each of its relations."""

    anchor: str
    label: str
    line: str
    words: dict[Relation, str]


GROUPS = (
    Differing(
        "conflicts",
        "Not all can be right",
        "The sources contradict each other, or nobody has said yet whether they do.",
        {Relation.CONFLICT: "conflict", Relation.UNJUDGED: "not judged yet"},
    ),
    Differing(
        "overtaken",
        "Corrected or overtaken",
        "What a source took back itself, and what was right in its time.",
        {Relation.CORRECTION: "corrected", Relation.SUPERSEDED: "overtaken"},
    ),
    Differing(
        "side-by-side",
        "All can be right",
        "The sources say unlike things, and none of them denies the others.",
        {
            Relation.OTHER_OBJECT: "different things",
            Relation.PARTIAL: "no contradiction",
            Relation.COMPATIBLE: "compatible",
        },
    ),
    Differing(
        "opinions",
        "Matters of opinion",
        "Where judgements differ, nobody need be wrong.",
        {Relation.OPINION: "opinion"},
    ),
)
"""Every relation of sources that differ, those that a reader should know of first before the others."""

WORDS = {relation: word for group in GROUPS for relation, word in group.words.items()} | {
    Relation.AGREEMENT: "agreement",
    Relation.SINGLE_SOURCE: "one source",
}
"""Each relation in a word or two, for readers."""


OPEN = frozenset(GROUPS[0].words)
"""What sets values against each other, until a person says which of them holds."""


TOGETHER = frozenset({Relation.PARTIAL, Relation.COMPATIBLE})
"""What lets values stand beside each other."""


def word_for(comparison: Comparison) -> str:
    """What a mark beside the values says of their difference."""
    if comparison.settled:
        return "settled"
    if comparison.relation in OPEN:
        return "sources differ"
    return "all can be right" if comparison.relation in TOGETHER else WORDS[comparison.relation]


def is_open(comparison: Comparison) -> bool:
    """Whether the values may not all be right, and nobody has said which is."""
    return comparison.relation in OPEN and not comparison.settled


def members(group: Differing, relations: Relations) -> tuple[Comparison, ...]:
    """The differences of a group, the weightier relation first, then in the order of topics."""
    found = [one for one in relations.differing() if one.relation in group.words]
    return tuple(sorted(found, key=lambda one: one.relation.weight))


def anchors_of(comparisons: Iterable[Comparison]) -> dict[Topic, str]:
    """For each topic the id of its entry, in letters that an address can have; no two are the same.

    >>> made = [Comparison(("her", "credit", "cast: samantha"), (), (), Relation.CONFLICT, "")]
    >>> list(anchors_of(made).values())
    ['her--credit--cast-samantha']
    """
    found: dict[Topic, str] = {}
    taken: set[str] = set()
    for one in comparisons:
        plain = "--".join(re.sub(r"[^A-Za-z0-9]+", "-", part).strip("-") for part in one.topic if part)
        anchor, count = plain, 1
        while anchor in taken:
            count += 1
            anchor = f"{plain}--{count}"
        taken.add(anchor)
        found[one.topic] = anchor
    return found
