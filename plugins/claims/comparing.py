"""Claims folded into topics, each with its sides and what they are to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import combinations

from plugins.archive.claim import Claim
from plugins.archive.properties import PROPERTIES, WRITTEN_FROM, Property, property_of
from plugins.archive.relation import Comparison, Models, Pair, Relation, Side, Topic, echoes_among
from plugins.claims.credited import (
    CAST,
    CREDIT,
    of_credit,
    relate_lists,
    relate_performers,
    sides_of_job,
    sides_of_part,
)
from plugins.claims.relating import (
    APPROXIMATE,
    OPINION,
    SEVERAL,
    Found,
    has_own_relation,
    relate,
)
from plugins.claims.values.fit import key_of

NOT_COMPARED = frozenset({"note", "praises", "minds"})
"""Remarks, and the points of a review: each is its own, and no other is an answer to it."""

BESIDE = {
    topic: tuple(name for name, one in PROPERTIES.items() if one.beside == topic)
    for topic in {one.beside for one in PROPERTIES.values() if one.beside}
}
"""The properties that are told beside another, by the other."""

STATED = "stated"

MOST_PAIRS = 20_000
"""Pairs of one topic that are told: those of two hundred values, more than anybody reads. Before others come
those with a side that was taken back, or that is told beside the property."""


def compare_claims(claims: Iterable[Claim]) -> tuple[Comparison, ...]:
    """A comparison for every topic, in the order of topics.

    >>> made = [Claim("her", "running-time", f"{one} minutes", None) for one in (125, 126)]
    >>> [(one.topic, one.relation.value) for one in compare_claims(made)]
    [(('her', 'running-time', None), 'conflict')]
    """
    all_claims = tuple(claims)
    by_topic: dict[Topic, list[Claim]] = defaultdict(list)
    for claim in all_claims:
        if topic := topic_of(claim):
            by_topic[topic].append(claim)
    for (subject, name, of), own in list(by_topic.items()):
        for other in BESIDE.get(name, ()):
            own += [claim for claim in by_topic.get((subject, other, of), ()) if claim.property == other]
    models = models_of(all_claims)
    return tuple(_compare(topic, by_topic[topic], models) for topic in sorted(by_topic, key=_order))


def models_of(claims: Iterable[Claim]) -> Models:
    """The sources that each source says it was written from."""
    return {claim.subject: frozenset(claim.about) for claim in claims if claim.property == WRITTEN_FROM}


def topic_of(claim: Claim) -> Topic | None:
    """What a claim is compared under; None for what is compared with nothing.

    That is a date which was worked out: the passages that it rests on are steps, and none of them states it.
    """
    if claim.property in NOT_COMPARED or claim.qualifier("basis") not in {None, STATED}:
        return None
    return claim.subject, claim.property, of_credit(claim) if claim.property == CREDIT else None


def _order(topic: Topic) -> tuple[str, str, str]:
    return topic[0], topic[1], topic[2] or ""


def _compare(topic: Topic, claims: list[Claim], models: Models) -> Comparison:
    _, name, of = topic
    if name != CREDIT:
        return _of_property(topic, _with_echoes(_sides(claims), models), property_of(name))
    if of and of.startswith(f"{CAST}: "):
        sides = _with_echoes(sides_of_part(claims), models)
        return _judged(topic, sides, _pairs(sides, relate_performers))
    sides = _with_echoes(sides_of_job(of or "", claims), models)
    return _judged(topic, sides, _pairs(sides, lambda one, other: relate_lists(of or "", one, other)))


def _sides(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """The claims by value: two ways of writing one value are one side, two statuses of it are two."""
    folded: dict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = property_of(claim.property).kind
        about = claim.standing == APPROXIMATE
        folded[claim.property, key_of(kind, claim.value, about), claim.standing].append(claim)
    return tuple(
        Side(group[0].property, group[0].value, group[0].standing, tuple(group)) for group in folded.values()
    )


def _with_echoes(sides: tuple[Side, ...], models: Models) -> tuple[Side, ...]:
    """The sides, each with its sources that were written from another of them."""
    if not models:
        return sides
    return tuple(replace(side, echoes=echoes_among(side.sources, models)) for side in sides)


def _of_property(topic: Topic, sides: tuple[Side, ...], known: Property) -> Comparison:
    """The comparison of a property: pairs where sides stand in a relation of their own."""

    def has_pair(one: Side, other: Side) -> bool:
        """Opinions differ from all others in the same way, and so do values of which there may be several."""
        if topic[1] not in {one.property, other.property} or OPINION in {one.standing, other.standing}:
            return False
        is_beside = one.property != other.property
        return is_beside or not known.several or has_own_relation(one) or has_own_relation(other)

    # A subject can have hundreds of awards: of values that stand beside each other, no two are compared.
    are_beside = known.several and not any(
        side.property != topic[1] or has_own_relation(side) for side in sides
    )
    pairs = () if are_beside else _pairs(sides, lambda one, other: relate(one, other, known), has_pair)
    own = [side for side in sides if side.property == topic[1]]
    plain = [side for side in own if side.standing != OPINION and not has_own_relation(side)]
    further: list[Found] = []
    if len(own) > 1 and any(side.standing == OPINION for side in own):
        further.append((Relation.OPINION, Relation.OPINION.meaning))
    if known.several and len(plain) > 1 and len(_sources(plain)) > 1:
        further.append((Relation.PARTIAL, SEVERAL))
    return _judged(topic, sides, pairs, further)


def _pairs(
    sides: tuple[Side, ...],
    judge: Callable[[Side, Side], Found],
    has_pair: Callable[[Side, Side], bool] = lambda _, __: True,
) -> tuple[Pair, ...]:
    met = [
        (first, second)
        for first, second in combinations(range(len(sides)), 2)
        if has_pair(sides[first], sides[second])
    ]
    if len(met) > MOST_PAIRS:
        stands_out = [has_own_relation(side) or side.property != sides[0].property for side in sides]
        met.sort(key=lambda pair: not (stands_out[pair[0]] or stands_out[pair[1]]))
        met = sorted(met[:MOST_PAIRS])
    return tuple(
        _pair(first, second, sides[first], sides[second], judge(sides[first], sides[second]))
        for first, second in met
    )


def _pair(first: int, second: int, one: Side, other: Side, found: Found) -> Pair:
    relation, reason = found
    within = tuple(source for source in one.sources if source in other.sources)
    if within and relation is Relation.CONFLICT:
        reason += f" {'One source says' if len(within) == 1 else 'Several sources say'} both."
    return Pair(first, second, relation, reason, within)


def _judged(
    topic: Topic, sides: tuple[Side, ...], pairs: tuple[Pair, ...], further: Iterable[Found] = ()
) -> Comparison:
    """The comparison with the weightiest of its relations, or how its only value is supported."""
    found = [*((pair.relation, pair.reason) for pair in pairs), *further] or [_support(sides)]
    relation, reason = min(found, key=lambda one: one[0].weight)
    return Comparison(topic, sides, pairs, relation, reason)


def _support(sides: tuple[Side, ...]) -> Found:
    """How the only value of a topic is supported, or all values of a single source."""
    sources = _sources(sides)
    if not sources:
        return Relation.SINGLE_SOURCE, "The archive’s editors say so, without a source."
    if len(sides) > 1:
        return Relation.SINGLE_SOURCE, "One source says all of this."
    if len(sources) == 1:
        return Relation.SINGLE_SOURCE, "Only one source says so."
    if sides[0].support is Relation.SINGLE_SOURCE:
        return Relation.SINGLE_SOURCE, "Only one source says so; what repeats it was written from it."
    witnesses = len(sources) - len(sides[0].echoes)
    return Relation.AGREEMENT, f"{_NUMBERS.get(witnesses, str(witnesses))} sources say the same."


_NUMBERS = dict(enumerate(("Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"), 2))


def _sources(sides: Iterable[Side]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for side in sides for source in side.sources))
