"""What people decided about disagreements: ``content/authority/settlements.yaml``, checked and applied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

from plugins.archive.claim import EDITOR
from plugins.archive.errors import Code, Problem
from plugins.archive.properties import property_of
from plugins.archive.relation import Comparison, Relation, Settlement, Topic
from plugins.archive.settings import Settings
from plugins.authority.entries import read_decisions
from plugins.authority.record import Record, Records
from plugins.authority.schema import SETTLEMENTS_FILE, Key, Shape
from plugins.claims.values.fit import key_of

_DECIDED = tuple(one.value for one in Relation if one is not Relation.UNJUDGED)

SETTLEMENT_KEYS = {
    "subject": Key(Shape.ID, "the record whose property it is", required=True),
    "property": Key(Shape.TEXT, "the property on which its sources differ", required=True),
    "of": Key(Shape.TEXT, "of a credit, the job or the part: producer, cast: odile"),
    "value": Key(Shape.TEXT, "the value that holds, as the record has it"),
    "claims": Key(Shape.TEXTS, "ids of the claims that hold, in the place of a value"),
    "relation": Key(Shape.TEXT, "what the difference means", choices=_DECIDED),
    "who": Key(Shape.TEXT, "who decided", required=True),
    "when": Key(Shape.DATE, "when", required=True),
    "why": Key(Shape.TEXT, "for what reason", required=True),
}
"""What an entry takes. One of ``value``, ``claims`` and ``relation`` must be there."""


@dataclass(frozen=True)
class Settlements:
    """The entries that are sound by themselves, in the order of the file."""

    entries: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()


NO_SETTLEMENTS = Settlements()
"""Of an archive in which nobody has decided anything."""


def read_settlements(records: Records, settings: Settings) -> Settlements:
    """The settlements of an archive; none where the file is not there."""
    example = "{subject: pilot, property: age}"
    sound, problems = read_decisions(
        settings.content, SETTLEMENTS_FILE, SETTLEMENT_KEYS, records.by_id, _faults, example
    )
    return Settlements(tuple(sound), tuple(problems))


def _faults(entry: Record) -> list[Problem]:
    """What the keys alone do not tell of an entry."""
    found = []
    if not (entry.text("value") or entry.texts("claims") or entry.text("relation")):
        message = "a settlement needs a 'value' or 'claims' that hold, or the 'relation' of all values"
        found.append(entry.fault(Code.MISSING_KEY, message))
    if entry.text("value") and entry.texts("claims"):
        message = "a settlement names a value or claims, not both"
        found.append(entry.fault(Code.WRONG_VALUE, message, "claims"))
    return found


def settle(
    comparisons: Iterable[Comparison], entries: Iterable[Record]
) -> tuple[tuple[Comparison, ...], tuple[Problem, ...]]:
    """The comparisons in the same order, with what people decided; all sides stay.

    An entry that fits nothing is a fault: it was written for values that have changed since.
    """
    by_topic = {one.topic: one for one in comparisons}
    problems: list[Problem] = []
    settled: set[Topic] = set()
    for entry in entries:
        topic, fault = _topic(entry, by_topic)
        if topic is None:
            problems += [fault] if fault else []
        elif topic in settled:
            message = "this was settled further up; keep one of the two settlements"
            problems.append(entry.fault(Code.WRONG_VALUE, message, "property"))
        else:
            settled.add(topic)
            by_topic[topic], faults = _settled(by_topic[topic], entry)
            problems += faults
    return tuple(by_topic.values()), tuple(problems)


def _topic(entry: Record, by_topic: dict[Topic, Comparison]) -> tuple[Topic | None, Problem | None]:
    """What an entry settles, or why there is nothing of the kind."""
    subject, name, of = (entry.text(key) or "" for key in ("subject", "property", "of"))
    topic = (subject, name, of or None)
    if topic in by_topic:
        if len(by_topic[topic].sides) > 1:
            return topic, None
        message = f"the {name} of {subject} has one value; there is nothing to settle, so remove the entry"
        return None, entry.fault(Code.WRONG_VALUE, message, "property")
    names = [one[1] for one in by_topic if one[0] == subject]
    if name not in names:
        message = f"{subject} has no {name!r}; {_nearest(name, names)}"
        return None, entry.fault(Code.WRONG_VALUE, message, "property")
    parts = [one[2] or "" for one in by_topic if one[:2] == (subject, name)]
    message = (
        f"each job and part is settled by itself, and {of!r} is none of {subject}; {_nearest(of, parts)}"
    )
    return None, entry.fault(Code.WRONG_VALUE, message, "of")


def _settled(comparison: Comparison, entry: Record) -> tuple[Comparison, list[Problem]]:
    sides, problems = _sides(comparison, entry)
    if problems:
        return comparison, problems
    relation = Relation(entry.text("relation")) if entry.text("relation") else None
    who, when, why = (entry.text(key) or "" for key in ("who", "when", "why"))
    settlement = Settlement(
        comparison.topic,
        entry.text("value"),
        entry.texts("claims"),
        relation,
        who,
        when,
        why,
        entry.path,
        *entry.at(),
    )
    judged = replace(comparison, settled=sides, settlement=settlement)
    if relation is None:
        return judged, []
    pairs = tuple(
        replace(pair, relation=relation, reason=why) if pair.relation is comparison.relation else pair
        for pair in comparison.pairs
    )
    return replace(judged, pairs=pairs, relation=relation, reason=why), []


def _sides(comparison: Comparison, entry: Record) -> tuple[tuple[int, ...], list[Problem]]:
    """The places of the sides that an entry holds to be right, none where it names none."""
    subject, name, _ = comparison.topic
    if value := entry.text("value"):
        own = [(place, side) for place, side in enumerate(comparison.sides) if side.property == name]
        said = key_of(property_of(name).kind, value)
        if sides := tuple(place for place, side in own if said == key_of(property_of(name).kind, side.value)):
            return sides, []
        nearest = _nearest(value, (side.value for _, side in own))
        message = f"no source gives {value!r} for the {name} of {subject}; {nearest}"
        return (), [entry.fault(Code.WRONG_VALUE, message, "value")]
    place_of = {claim.id: place for place, side in enumerate(comparison.sides) for claim in side.claims}
    by_people = {claim.id for side in comparison.sides for claim in side.claims if claim.maker == EDITOR}
    problems = []
    for number, one in enumerate(entry.texts("claims")):
        way = ("claims", number) if isinstance(entry.values["claims"], list) else ("claims",)
        if one not in place_of:
            message = f"no claim of the {name} of {subject} has the id {one!r}; {_nearest(one, place_of)}"
            problems.append(entry.fault(Code.UNKNOWN_ID, message, *way))
        elif one not in by_people:
            message = (
                f"{one!r} was read by a program and needs its original; name a claim that a record makes"
            )
            problems.append(entry.fault(Code.WRONG_VALUE, message, *way))
    return tuple(sorted({place_of[one] for one in entry.texts("claims") if one in place_of})), problems


def _nearest(word: str, among: Iterable[str]) -> str:
    choice = sorted(set(among))
    close = get_close_matches(word, choice, n=1)
    return f"did you mean {close[0]!r}?" if close else f"the choice is {', '.join(choice) or 'empty'}"
