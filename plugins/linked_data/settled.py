"""Which claims hold: those that nobody and nothing in the archive speaks against."""

from __future__ import annotations

from plugins.archive.claim import EDITOR, PLAIN, Claim
from plugins.archive.relation import Comparison, Relation, Side
from plugins.claims.credited import CREDIT

DISPUTED = frozenset({Relation.CONFLICT, Relation.UNJUDGED, Relation.CORRECTION, Relation.SUPERSEDED})
"""What a difference must not mean, unless a person has said which side holds."""


def settled_claims(comparison: Comparison | None) -> tuple[Claim, ...]:
    """The claims of a topic that hold, in their order; none where it is disputed.

    A person's word decides which sides hold; without one, all do that no other disputes. Claims that only a
    program has read are left out: nobody has looked whether the text says so, and data bear no such mark.
    """
    if comparison is None:
        return ()
    return tuple(
        claim
        for side in _sides(comparison)
        for claim in side.claims
        if claim.standing in PLAIN and claim.maker == EDITOR
    )


def _sides(comparison: Comparison) -> tuple[Side, ...]:
    if comparison.settled:
        return tuple(comparison.sides[place] for place in comparison.settled)
    if is_disputed(comparison):
        return ()
    # Of what is told beside a topic, such as an earlier cut beside the running time, nothing is its value.
    return tuple(side for side in comparison.sides if side.property == comparison.topic[1])


def is_disputed(comparison: Comparison) -> bool:
    """Whether the sides of a topic stand against each other, and nobody has said which of them holds.

    A part that was given to another is no dispute: the statuses of the two players say who has it.
    """
    if comparison.settled or not comparison.differs:
        return False
    if comparison.topic[1] == CREDIT and comparison.relation is Relation.SUPERSEDED:
        return sum(side.standing in PLAIN for side in comparison.sides) > 1
    return comparison.relation in DISPUTED
