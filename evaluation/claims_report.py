"""What was measured of the relations of claims, as lines for people and as JSON for programs."""

from __future__ import annotations

import json
from typing import Any

from evaluation.claims import JudgedRelation, OfClaims


def claims_as_text(measured: OfClaims) -> str:
    """The shares that are right, then what is not, with what was found in its place."""
    lines: list[str] = []
    if measured.absent:
        lines += [f"Not at hand, so that nothing rests on them: {', '.join(measured.absent)}", ""]
    lines += ["Relations of claims", ""]
    lines += [f"  {name:44}{ratio}" for name, ratio in measured.counts.items()]
    wrong = [one for one in measured.judged if not one.is_right]
    if wrong:
        lines += [f"  not right ({len(wrong)})", *(f"    {_missed(one)}" for one in wrong)]
    return "\n".join(lines)


def claims_as_json(measured: OfClaims) -> str:
    """The same as JSON, with every relation of the annotation; a share of none is null."""
    counts = {
        name: {"part": ratio.part, "whole": ratio.whole, "share": ratio.share}
        for name, ratio in measured.counts.items()
    }
    data = {
        "digest": measured.digest,
        "absent": measured.absent,
        "counts": counts,
        "relations": [_row(one) for one in measured.judged],
    }
    return json.dumps({"claims": data}, ensure_ascii=False, indent=1)


def _missed(one: JudgedRelation) -> str:
    found = f"{one.found.value} in {_topic(one)}" if one.found else "nothing"
    sides = f"; claims on {one.covered} of {len(one.gold.sides)} sides" if one.found else ""
    gold = one.gold
    return f"{gold.id} {gold.topic}: expected {gold.relation}, found {found}{sides}  ({one.reason})"


def _row(one: JudgedRelation) -> dict[str, Any]:
    return {
        "id": one.gold.id,
        "topic": one.gold.topic,
        "expected": one.gold.relation,
        "found": one.found.value if one.found else None,
        "in": _topic(one) if one.comparison else None,
        "sides": len(one.gold.sides),
        "covered": one.covered,
        "reason": one.reason,
        "right": one.is_right,
    }


def _topic(one: JudgedRelation) -> str:
    return " ".join(part for part in one.comparison.topic if part) if one.comparison else ""
