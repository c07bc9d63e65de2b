"""The names that records answer to, as a table from each form to its candidates."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.authority.record import Record, Records

QUOTED_TYPES = frozenset({"song", "video", "music video", "essay"})
"""Types of short works. Their titles stand in quotation marks in film writing, so one that is a single
word (“Drop”, “California”) means the work only there."""


@dataclass(frozen=True, slots=True)
class Name:
    """One form and the ids that answer to it, in alphabetical order.

    ``quoted`` names count only directly after an opening quotation mark.
    """

    form: str
    candidates: tuple[str, ...]
    quoted: bool


def list_names(records: Records) -> tuple[Name, ...]:
    """Every form of every linkable record, in the order of forms.

    A candidate that another candidate's ``not`` refuses is left out. Events, sources and pages have
    titles, not names, and are not linked; awards and festivals of the authority file are.
    """
    by_form: dict[str, set[str]] = {}
    quoted: dict[str, bool] = {}
    for record in records.by_id.values():
        if not _is_linkable(record):
            continue
        short = str(record.text("kind") or "").lower() in QUOTED_TYPES
        for form in (record.name, *record.texts("variants")):
            if form.strip():
                by_form.setdefault(form.strip(), set()).add(record.id)
                quoted[form.strip()] = quoted.get(form.strip(), True) and short and " " not in form.strip()
    return tuple(Name(form, _allowed(ids, records), quoted[form]) for form, ids in sorted(by_form.items()))


def _is_linkable(record: Record) -> bool:
    kind = record.kind.kind
    if kind is Kind.EVENT:
        return not record.has_page
    return kind not in {Kind.SOURCE, Kind.PAGE}


def _allowed(ids: set[str], records: Records) -> tuple[str, ...]:
    refused = {other for one in ids for other in records.by_id[one].texts("not")}
    return tuple(sorted(ids - refused)) or tuple(sorted(ids))
