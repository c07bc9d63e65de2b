"""Two records of one id: one fault, and none of what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain

from plugins.archive.errors import Code, Problem
from plugins.authority.entries import AUTHORITY
from plugins.authority.record import Record
from plugins.authority.schema import RecordKind
from plugins.incremental.workers import spread

Check = Callable[[Record, RecordKind, Mapping[str, Record]], list[Problem]]
"""The faults of a record's values as one of a kind, beside all records by id."""

_MANY = 1_000
"""Records whose values take a fifth of a second to check: of fewer, no process is begun for it."""


def doubled_id(record: Record, first: Record) -> Problem:
    """The fault of a record that has the id of another, which was read before it."""
    short = first.folder == AUTHORITY != record.folder
    advice = "take its entry out there, if both are one; else rename" if short else "rename or delete"
    message = f"{record.id!r} is the id of {first.path} too; {advice} one of the two"
    return record.fault(Code.DUPLICATE_ID, message, "id")


def faults_whichever_is_meant(
    records: Sequence[Record], by_id: Mapping[str, Record], doubles: Mapping[str, list[Record]], check: Check
) -> list[Problem]:
    """The faults of values that stay whichever of the doubles is renamed or deleted.

    A page that was copied into another folder lacks the keys of its new kind, and whoever names it names
    a record of the wrong kind: all that is gone with the copy. ``doubles`` are all records of an id that
    several have.
    """
    of_kinds = {
        record_id: list({one.kind.kind: one for one in same}.values()) for record_id, same in doubles.items()
    }
    most = max(map(len, of_kinds.values()), default=1)
    others = [
        {**by_id, **{record_id: same[turn % len(same)] for record_id, same in of_kinds.items()}}
        for turn in range(most if of_kinds else 0)
    ]

    def faults_of(record: Record) -> list[Problem]:
        faults = check(record, record.kind, by_id)
        kinds = [one.kind for one in of_kinds.get(record.id, [record])]
        for kind in kinds if faults else ():
            for other in others:
                places = {(one.line, one.col, one.code) for one in check(record, kind, other)}
                faults = [one for one in faults if (one.line, one.col, one.code) in places]
        return faults

    found = spread(faults_of, records, joins_in=True, least=_MANY)
    return list(chain.from_iterable(found))
