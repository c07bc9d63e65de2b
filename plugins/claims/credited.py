"""Credits held against each other: who played a part, and whom the sources list for a job."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from plugins.archive.assemble import CREDIT_ORDER
from plugins.archive.claim import ASSERTED, Claim
from plugins.archive.properties import ROLES_OF_ONE
from plugins.archive.relation import Relation, Side
from plugins.claims.relating import (
    ANNOUNCED,
    ASIDE,
    EACH_HAS_MORE,
    GIVEN_UP,
    SHORTER_LIST,
    Found,
    relate_by_standing,
)

CREDIT = "credit"
CAST = "cast"
FINAL = "final"

VOICE_AND_BODY = "One is heard and the other is seen: a part can have both."
NAMED_TOGETHER = "One source names both for the part."
TWO_IN_A_PART = "Two people are named for one part: at two ages, or one in error; a person has to say."
TWO_LISTS = "No name is in both, and one person or pair does this job."


def of_credit(claim: Claim) -> str:
    """What a credit is compared with: “cast: odile” for a part, else the job.

    A player of whom no part is told is compared with nobody.
    """
    role = claim.qualifier("role") or ""
    part = claim.qualifier("character") or claim.qualifier("character-name") or claim.qualifier("person")
    return f"{CAST}: {part}" if role == CAST else role


def sides_of_part(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """One side for each performer of a part."""
    by_person: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_person[claim.qualifier("person") or ""].append(claim)
    return tuple(Side(CREDIT, group[0].value, _standing(group), tuple(group)) for group in by_person.values())


def relate_performers(one: Side, other: Side) -> Found:
    """What two performers of one part are to each other."""
    if found := relate_by_standing(one, other):
        return found
    modes = {mode for side in (one, other) if (mode := _mode(side))}
    if len(modes) > 1:
        return Relation.OTHER_OBJECT, VOICE_AND_BODY
    if set(one.sources) & set(other.sources):
        return Relation.PARTIAL, NAMED_TOGETHER
    return Relation.UNJUDGED, TWO_IN_A_PART


def sides_of_job(role: str, claims: Iterable[Claim]) -> tuple[Side, ...]:
    """One side for each list of people that sources give for a job, the same lists together.

    Whoever was replaced, cut or only consulted is in no list, and is a side alone.
    """
    lists: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    alone: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        standing = _standing([claim])
        if standing in {**GIVEN_UP, **ASIDE}:
            alone[claim.value, standing].append(claim)
        else:
            listed = ANNOUNCED if standing == ANNOUNCED else FINAL
            lists[claim.pointer.source if claim.pointer else "", listed].append(claim)
    same: dict[tuple[tuple[str, ...], str], list[Claim]] = defaultdict(list)
    for (_, standing), group in lists.items():
        same[_people(group), standing] += group
    return tuple(
        Side(CREDIT, value, standing, tuple(group))
        for (value, standing), group in (
            *(
                ((f"{role}: {', '.join(people)}", standing), group)
                for (people, standing), group in same.items()
            ),
            *alone.items(),
        )
    )


def relate_lists(role: str, one: Side, other: Side) -> Found:
    """What two lists of people for one job are to each other."""
    if found := relate_by_standing(one, other):
        return found
    first, second = set(_people(one.claims)), set(_people(other.claims))
    if first == second:
        return Relation.AGREEMENT, Relation.AGREEMENT.meaning
    if first < second or second < first:
        return Relation.PARTIAL, SHORTER_LIST
    if not first & second and role in ROLES_OF_ONE:
        return Relation.CONFLICT, TWO_LISTS
    return Relation.PARTIAL, EACH_HAS_MORE


def _people(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({person for claim in claims if (person := claim.qualifier("person"))}))


def _standing(claims: Iterable[Claim]) -> str:
    """Of several statuses the weightiest, as in the credit itself; a program's reading counts as final."""
    statuses = {FINAL if claim.standing == ASSERTED else claim.standing for claim in claims}
    people = {claim.standing for claim in claims if claim.standing in CREDIT_ORDER}
    return min(people or statuses, key=lambda one: CREDIT_ORDER.index(one) if one in CREDIT_ORDER else 0)


def _mode(side: Side) -> str | None:
    return next(_modes(side), None)


def _modes(side: Side) -> Iterator[str]:
    return (mode for claim in side.claims if (mode := claim.qualifier("mode")))
