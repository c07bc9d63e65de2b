"""What is wrong with the ids that records had before: each must lead from where nothing is to one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.archive.errors import Code, Problem
from plugins.archive.file_names import ID, why_unusable
from plugins.authority.record import Record
from plugins.authority.schema import FORMER_IDS


def faults_of_former_ids(by_id: Mapping[str, Record]) -> Iterator[Problem]:
    """Former ids that are no ids, that are ids of records now, and that two records had."""
    had: dict[str, Record] = {}
    for record in by_id.values():
        for number, former in enumerate(record.texts(FORMER_IDS)):
            fault = _fault(former, record, by_id.get(former), had.get(former))
            if fault:
                code, message = fault
                yield record.fault(code, message, FORMER_IDS, number)
            had.setdefault(former, record)


def _fault(former: str, record: Record, now: Record | None, had: Record | None) -> tuple[Code, str] | None:
    """What is wrong, and what to do; None for a former id that leads to one record."""
    if not ID.fullmatch(former) or why_unusable(former):
        return Code.BAD_ID, f"{former!r} can have been no id; write the name of the old file without its .md"
    if now is record:
        return (
            Code.DUPLICATE_ID,
            f"{former!r} is the record's id now, and would lead to itself; take it off",
        )
    if now:
        return (
            Code.DUPLICATE_ID,
            f"{former!r} is the id of {now.path} now, and its address leads there; take it off here",
        )
    if had:
        return (
            Code.DUPLICATE_ID,
            f"{former!r} is a former id of {had.path} too, and leads to one page; take it off one of them",
        )
    return None
