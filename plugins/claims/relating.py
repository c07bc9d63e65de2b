"""What two sides of a topic are to each other: rules in the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plugins.archive.properties import Property, property_of
from plugins.archive.relation import Relation, Side
from plugins.claims.values.fit import Fit, Value, fit, read_both, rest_beside
from plugins.claims.values.names import NameList
from plugins.claims.values.quantity import Quantity
from plugins.claims.values.words import Words, plain

Found = tuple[Relation, str]
"""A relation with its reason, a sentence for readers."""

APPROXIMATE, ANNOUNCED, OPINION = "approximate", "announced", "opinion"

GIVEN_UP = {
    "retracted": "One was given up for something else; each was right in its time.",
    "replaced": "One took the place of the other; each was right in its time.",
    "cut": "One was cut from the work; each was right in its time.",
    "cancelled": "One was called off; each was right in its time.",
}
"""Statuses of what is no longer so, with the reason that a pair with one of them has."""

ASIDE = {"consulted": "One only gave advice, and the other did the job."}
"""Statuses of what stands beside the thing itself."""


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two sides and what is known of the property that they are values of."""

    one: Side
    other: Side
    known: Property

    @property
    def standings(self) -> tuple[str, str]:
        return self.one.standing, self.other.standing


def relate(one: Side, other: Side, known: Property) -> Found:
    """What two sides are to each other, by the first rule that answers.

    >>> sides = [Side("running-time", f"{one} minutes", "asserted", ()) for one in (125, 126)]
    >>> relate(*sides, property_of("running-time"))[1]
    '“125 minutes” and “126 minutes” cannot both be right.'
    """
    meeting = _Meeting(one, other, known)
    answers = (rule(meeting) for rule in _RULES)
    return next(answer for answer in answers if answer is not None)


def relate_by_standing(one: Side, other: Side) -> Found | None:
    """What follows from the standing of two sides alone, or None where they have to be compared."""
    meeting = _Meeting(one, other, property_of(one.property))
    found = (rule(meeting) for rule in (_correction, _other_object, _given_up, _overtaken))
    return next((one for one in found if one is not None), None)


def has_own_relation(side: Side) -> bool:
    """Whether a side is more than one of several values: taken back, given up, or beside the thing itself."""
    return is_corrected(side) or side.standing in {**GIVEN_UP, **ASIDE}


def is_corrected(side: Side) -> bool:
    return any(claim.corrected_by for claim in side.claims)


def _correction(meeting: _Meeting) -> Found | None:
    if is_corrected(meeting.one) or is_corrected(meeting.other):
        return Relation.CORRECTION, "The source that said so has taken it back itself."
    return None


def _other_object(meeting: _Meeting) -> Found | None:
    """Another property that is told beside this one, or what only stands beside the thing."""
    if meeting.one.property != meeting.other.property:
        why = property_of(meeting.one.property).why or property_of(meeting.other.property).why
        return Relation.OTHER_OBJECT, why
    return _by_standing(meeting, ASIDE, Relation.OTHER_OBJECT)


def _given_up(meeting: _Meeting) -> Found | None:
    return _by_standing(meeting, GIVEN_UP, Relation.SUPERSEDED)


def _by_standing(meeting: _Meeting, table: dict[str, str], relation: Relation) -> Found | None:
    reason = next((table[one] for one in meeting.standings if one in table), None)
    return (relation, reason) if reason else None


def _overtaken(meeting: _Meeting) -> Found | None:
    if meeting.standings.count(ANNOUNCED) == 1:
        return Relation.SUPERSEDED, "One was only announced; the other is told of what came."
    return None


def _opinion(meeting: _Meeting) -> Found | None:
    return (Relation.OPINION, Relation.OPINION.meaning) if OPINION in meeting.standings else None


def _several(meeting: _Meeting) -> Found | None:
    return (Relation.PARTIAL, SEVERAL) if meeting.known.several else None


def _by_value(meeting: _Meeting) -> Found:
    """What follows from the values alone."""
    one, other = read_both(meeting.known.kind, _told(meeting.one), _told(meeting.other))
    first, second = _quoted(meeting.one, one), _quoted(meeting.other, other)
    found = fit(one, other)
    if found is Fit.APART:
        return _apart(meeting, one, other)
    if found is Fit.SAME and first == second:
        return Relation.AGREEMENT, f"The same value, once {' and once '.join(meeting.standings)}."
    if found is Fit.SAME:
        return Relation.AGREEMENT, f"{first} and {second} come to the same."
    if found is Fit.UNREAD:
        return Relation.UNJUDGED, Relation.UNJUDGED.meaning
    if isinstance(one, Words):
        return Relation.PARTIAL, "One says more than the other, and takes nothing of it back."
    if isinstance(one, NameList):
        return Relation.PARTIAL, SHORTER_LIST if found is not Fit.MEETS else EACH_HAS_MORE
    if found is Fit.MEETS:
        return Relation.COMPATIBLE, f"{first} and {second} overlap, so that both can be right."
    wide, narrow = (second, first) if found is Fit.FINER else (first, second)
    return Relation.COMPATIBLE, f"{wide} covers {narrow}."


def _apart(meeting: _Meeting, one: Value, other: Value) -> Found:
    """What follows when both cannot be right, as far as they speak of the same thing."""
    first, second = _quoted(meeting.one, one), _quoted(meeting.other, other)
    rests = rest_beside(one), rest_beside(other)
    limited = [rest for rest in rests if rest.limit]
    if len(limited) == 2 and not rests[0].limit & rests[1].limit:
        return Relation.OTHER_OBJECT, f"{first} and {second} speak of different things."
    if overtaken := _overtaken(meeting):
        return overtaken
    unless = f", unless one of them is meant for {limited[0].said} alone" if len(limited) == 1 else ""
    return Relation.CONFLICT, f"{first} and {second} cannot both be right{unless}."


SEVERAL = "Several of these can be right at once."
SHORTER_LIST = "A shorter list of names denies none of the longer one."
EACH_HAS_MORE = "Each names somebody whom the other leaves out, and neither says that it is whole."

_RULES: tuple[Callable[[_Meeting], Found | None], ...] = (
    _correction,
    _other_object,
    _given_up,
    _opinion,
    _several,
    _by_value,
)


def _told(side: Side) -> tuple[str, bool]:
    return side.value, side.standing == APPROXIMATE


def _quoted(side: Side, value: Value) -> str:
    """A value as it is written, and what is read into it where that is more than one number or step."""
    written = f"“{plain(side.value)}”"
    if isinstance(value, Quantity) and value.low < value.high and value.said not in written:
        return f"{written} ({value.said})"
    return written
