"""Properties on which the values are not all the same, with what that means and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.archive.relation import Comparison, Pair, Relations, Side

Row = dict[str, Any]


def disagreements(relations: Relations) -> Iterator[Row]:
    """Each comparison with more than one value, in the order of subjects and properties."""
    for one in relations.differing():
        subject, name, of = one.topic
        yield {
            "subject": subject,
            "property": name,
            "of": of,
            "relation": one.relation.value,
            "reason": one.reason,
            "sides": [_side(side) for side in one.sides],
            "pairs": [_pair(pair) for pair in one.pairs],
            "settled": _settled(one),
        }


def _side(side: Side) -> Row:
    return {
        "property": side.property,
        "value": side.value,
        "status": side.standing,
        "relation": side.support.value,
        "sources": list(side.sources),
        "echoes": list(side.echoes),
        "claims": [claim.id for claim in side.claims],
    }


def _pair(pair: Pair) -> Row:
    return {
        "sides": [pair.first, pair.second],
        "relation": pair.relation.value,
        "reason": pair.reason,
        "within": list(pair.within),
    }


def _settled(comparison: Comparison) -> Row | None:
    """What a person decided, or None where nobody has."""
    settlement = comparison.settlement
    if settlement is None:
        return None
    return {
        "sides": list(comparison.settled),
        "relation": settlement.relation.value if settlement.relation else None,
        "who": settlement.who,
        "when": settlement.when,
        "why": settlement.why,
    }
