"""Which rules are worth asking of a run, told from what stands directly beside it and from its form."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from plugins.archive.entity import Kind
from plugins.discovery.edges import LENGTH, Edges
from plugins.discovery.rules import RULES, Rule
from plugins.discovery.runs import Run

RulesByKind = Mapping[Kind | None, tuple[Rule, ...]]

_ALL = tuple(rule for rules in RULES.values() for rule in rules)


def rules_for(run: Run) -> RulesByKind:
    """The rules that can fit a run, by kind and in their order; those that are left out cannot."""
    fitting = _ending(run.before[-LENGTH:]) & _beginning(run.after[:LENGTH])
    return _of_bits(fitting & _holding(run.facts) if fitting else 0)


@cache
def _ending(before: str) -> int:
    return _edges_before().fitting(before)


@cache
def _beginning(after: str) -> int:
    return _edges_after().fitting(after)


@cache
def _holding(facts: frozenset[str]) -> int:
    return sum(1 << place for place, rule in enumerate(_ALL) if rule.conditions.hold(facts))


@cache
def _edges_before() -> Edges:
    return Edges([rule.before.pattern if rule.before else None for rule in _ALL], at_end=True)


@cache
def _edges_after() -> Edges:
    return Edges([rule.after.pattern if rule.after else None for rule in _ALL], at_end=False)


@cache
def _of_bits(bits: int) -> RulesByKind:
    found = [rule for place, rule in enumerate(_ALL) if bits >> place & 1]
    return {kind: tuple(rule for rule in found if rule.kind is kind) for kind in RULES}
