"""The dates of the records: every key that takes a date, read as EDTF."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.errors import Code, Problem
from plugins.authority.record import Record, Records
from plugins.authority.schema import Shape


@dataclass(frozen=True)
class Dates:
    """Dates by record and key."""

    by_key: dict[tuple[str, str], Edtf]
    problems: tuple[Problem, ...] = ()

    def of(self, record: str, key: str) -> Edtf | None:
        """The date, or None where the record gives none (or a faulty one, which is reported)."""
        return self.by_key.get((record, key))


def read_dates(records: Records) -> Dates:
    """Every date of every record; what is no EDTF is a fault with its place."""
    by_key: dict[tuple[str, str], Edtf] = {}
    problems: list[Problem] = []
    for record in records.by_id.values():
        for key, known in record.kind.keys.items():
            written = record.values.get(key)
            if known.shape is not Shape.DATE or not isinstance(written, str):
                continue
            try:
                by_key[record.id, key] = Edtf.parse(written)
            except UnreadableDate:
                problems.append(_fault(record, key, written))
    return Dates(by_key, tuple(problems))


def _fault(record: Record, key: str, written: str) -> Problem:
    return record.fault(Code.BAD_DATE, record.told_of_date(key, written), key)
