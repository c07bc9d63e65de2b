"""What is new between two states: each change once, and nothing for what is only put otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from plugins.archive.relation import Topic
from plugins.changes.state import Settled, State, Stated


class ChangeKind(Enum):
    """What can happen to knowledge, in the order in which it is told."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    CONTRADICTED = "contradicted"
    RECONCILED = "reconciled"
    SETTLED = "settled"
    REOPENED = "reopened"
    BEGUN = "begun"
    MOVED = "moved"

    @property
    def is_told(self) -> bool:
        """Whether it is news. What a log begins with, and words that only moved, are kept and not told."""
        return self not in {ChangeKind.BEGUN, ChangeKind.MOVED}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one topic (of claims, only a subject and a property).

    A claim that was added, removed or begun is in ``after`` or ``before``; one that was changed or moved in
    both. ``values`` are those that contradict each other, or did.
    """

    kind: ChangeKind
    topic: Topic
    before: Stated | None = None
    after: Stated | None = None
    values: tuple[str, ...] = ()
    settled: Settled | None = None


def changes_between(before: State, after: State) -> tuple[Change, ...]:
    """Every change from one state to the next, by subject, property and kind.

    A claim is *changed* when the same passage gives another answer to the same question: another value or
    another standing. A claim whose words are pinned at another place of the same source has *moved*. What
    programs read in sources whose originals are not at hand both times is compared with nothing.
    """
    found = [
        *_of_claims(before, after),
        *_of_contradictions(before, after),
        *_of_settlements(before, after),
    ]
    order = list(ChangeKind)
    return tuple(sorted(found, key=lambda one: (one.topic[:2], order.index(one.kind), *_last(one))))


def beginning(state: State) -> tuple[Change, ...]:
    """A state as what a log begins with: all that it knows, disputes and settles, and none of it news."""
    nothing = State({}, {}, {}, state.at_hand)
    return tuple(replace(one, kind=ChangeKind.BEGUN) for one in changes_between(nothing, state))


def _last(change: Change) -> tuple[str, str, str]:
    claim = change.after or change.before
    return (claim.value, claim.place or "", claim.id) if claim else (change.topic[2] or "", "", "")


def _of_claims(before: State, after: State) -> Iterator[Change]:
    old, new = dict(before.claims), dict(after.claims)
    for one in list(new.values()):
        if one.is_read and not _is_at_hand(one, before):
            # Nobody could have read it then, so that it is no news now.
            del new[one.id]
            if one.id not in old:
                yield _change(ChangeKind.BEGUN, None, one)
    for one in list(old.values()):
        if one.is_read and not _is_at_hand(one, after):
            old.pop(one.id)
            new.pop(one.id, None)
    both = [(old.pop(id_), new.pop(id_)) for id_ in list(old) if id_ in new]
    for one, other in both:
        if one.corrected != other.corrected and _is_at_hand(one, before) and _is_at_hand(one, after):
            yield _change(ChangeKind.CHANGED, one, other)
    for kind, same in ((ChangeKind.MOVED, _knowledge), (ChangeKind.CHANGED, _passage)):
        for one, other in list(_pairs(old.values(), new.values(), same)):
            yield _change(kind, old.pop(one.id), new.pop(other.id))
    yield from (_change(ChangeKind.ADDED, None, one) for one in new.values())
    yield from (_change(ChangeKind.REMOVED, one, None) for one in old.values())


def _change(kind: ChangeKind, before: Stated | None, after: Stated | None) -> Change:
    claim = after or before
    topic = (claim.subject, claim.property, None) if claim else ("", "", None)
    return Change(kind, topic, before, after)


def _is_at_hand(claim: Stated, state: State) -> bool:
    return state.at_hand is None or claim.source is None or claim.source in state.at_hand


def _knowledge(claim: Stated) -> tuple[object, ...]:
    return claim.knowledge


def _passage(claim: Stated) -> tuple[object, ...]:
    return claim.passage


def _pairs(
    old: Iterable[Stated], new: Iterable[Stated], same: Callable[[Stated], tuple[object, ...]]
) -> Iterator[tuple[Stated, Stated]]:
    """Claims that have the same in common, each in one pair, in their order."""
    waiting: dict[tuple[object, ...], list[Stated]] = defaultdict(list)
    for one in old:
        waiting[same(one)].append(one)
    for other in new:
        if waiting[same(other)]:
            yield waiting[same(other)].pop(0), other


def _of_contradictions(before: State, after: State) -> Iterator[Change]:
    """A topic is newly contradicted when it was not before, or when more values stand against each other.

    Values that only programs read, in sources whose originals are not at hand both times, count for neither.
    """
    now, then = _Stating(after, before), _Stating(before, after)
    for topic, values in after.contradicted.items():
        if len(now.comparable(topic)) > len(then.comparable(topic)):
            yield Change(ChangeKind.CONTRADICTED, topic, values=values)
        elif topic not in before.contradicted:
            yield Change(ChangeKind.BEGUN, topic, values=values)
    for topic, values in before.contradicted.items():
        if topic not in after.contradicted and then.comparable(topic):
            yield Change(ChangeKind.RECONCILED, topic, values=values)


class _Stating:
    """Who states what in a state, as far as it can be compared with another."""

    def __init__(self, state: State, other: State) -> None:
        self._state, self._other = state, other
        self._claims: dict[tuple[str, str], list[Stated]] = defaultdict(list)
        for claim in state.claims.values():
            self._claims[claim.subject, claim.property].append(claim)

    def comparable(self, topic: Topic) -> tuple[str, ...]:
        """The values of a topic that contradict each other, but for those that cannot be compared.

        One value alone contradicts nothing.
        """
        values = tuple(one for one in self._state.contradicted.get(topic, ()) if self._is_known(one, topic))
        return values if len(values) > 1 else ()

    def _is_known(self, value: str, topic: Topic) -> bool:
        """Whether somebody says so whose words were at hand in the other state too; of a bare value, yes."""
        stating = [claim for claim in self._claims[topic[:2]] if _states(claim, value)]
        return not stating or any(not one.is_read or _is_at_hand(one, self._other) for one in stating)


def _states(claim: Stated, value: str) -> bool:
    """Whether a claim has this value, or is one of the credits in a list such as “writer: a, b”."""
    if claim.value == value:
        return True
    role, _, people = value.partition(": ")
    qualifiers = dict(claim.qualifiers)
    return qualifiers.get("role") == role and qualifiers.get("person") in people.split(", ")


def _of_settlements(before: State, after: State) -> Iterator[Change]:
    for topic, settled in after.settled.items():
        known = before.settled.get(topic)
        if known is None or known.judgement != settled.judgement:
            yield Change(ChangeKind.SETTLED, topic, settled=settled)
    for topic, settled in before.settled.items():
        if topic not in after.settled:
            yield Change(ChangeKind.REOPENED, topic, settled=settled)
