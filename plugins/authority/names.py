"""The names that records answer to, and what is known of those who bear them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.archive.entity import Kind
from plugins.authority.record import Record, Records
from plugins.incremental.keys import digest_of, written_out

QUOTED_TYPES = frozenset({"song", "video", "music video", "essay"})
"""Types of short works. Their titles stand in quotation marks in film writing, so one that is a single
word (“Drop”, “California”) means the work only there."""


@dataclass(frozen=True, order=True, slots=True)
class Name:
    """One form and the ids that answer to it, in alphabetical order.

    ``quoted`` names count only directly after an opening quotation mark.
    """

    form: str
    candidates: tuple[str, ...]
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Bearer:
    """What linking needs to know of a record: nothing else of it can change a link.

    ``performers`` are the people who play a character; ``refused`` the records that its names must
    never be taken for. ``sort_name`` is None where the record gives none.
    """

    id: str
    kind: Kind
    name: str
    sort_name: str | None = None
    type: str = ""
    performers: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Names:
    """Every form in the order of forms, and every bearer by id."""

    forms: tuple[Name, ...]
    bearers: dict[str, Bearer]

    @cached_property
    def facts(self) -> dict[str, str]:
        """What is known of each bearer, written out, by id."""
        return {one.id: written_out(one) for one in self.bearers.values()}

    @cached_property
    def written(self) -> dict[Name, str]:
        """Each form with those who answer to it, written out."""
        return {one: written_out(one) for one in self.forms}

    @cached_property
    def digest(self) -> str:
        """The digest of all of it, whatever the order of the records."""
        return digest_of(*self.written.values(), *(self.facts[one] for one in sorted(self.facts)))

    def concerned(self, ids: Iterable[str]) -> dict[str, Bearer]:
        """The bearers of some ids and those to whom their facts refer, in the order of ids."""
        own = {one for one in ids if one in self.bearers}
        others = {it for one in own for it in (*self.bearers[one].performers, *self.bearers[one].refused)}
        return {one: self.bearers[one] for one in sorted(own | others) if one in self.bearers}


def list_names(records: Records) -> Names:
    """Every form of every linkable record.

    A candidate that another candidate's ``not`` refuses is left out. Events, sources and pages have
    titles, not names, and are not linked; awards and festivals of the authority file are.
    """
    by_form: dict[str, set[str]] = {}
    quoted: dict[str, bool] = {}
    bearers: dict[str, Bearer] = {}
    for record in records.by_id.values():
        if not _is_linkable(record):
            continue
        bearers[record.id] = _bearer(record)
        short = bearers[record.id].type in QUOTED_TYPES
        for form in (record.name, *record.texts("variants")):
            if form.strip():
                by_form.setdefault(form.strip(), set()).add(record.id)
                quoted[form.strip()] = quoted.get(form.strip(), True) and short and " " not in form.strip()
    forms = (Name(form, not_refused(ids, bearers), quoted[form]) for form, ids in sorted(by_form.items()))
    return Names(tuple(forms), bearers)


def not_refused(ids: Iterable[str], bearers: Mapping[str, Bearer]) -> tuple[str, ...]:
    """The candidates that no other candidate's record refuses, in alphabetical order."""
    known = set(ids)
    refused = {other for one in known if one in bearers for other in bearers[one].refused}
    return tuple(sorted(known - refused)) or tuple(sorted(known))


def _is_linkable(record: Record) -> bool:
    kind = record.kind.kind
    if kind is Kind.EVENT:
        return not record.has_page
    return kind not in {Kind.SOURCE, Kind.PAGE}


def _bearer(record: Record) -> Bearer:
    performers = (credit.get("person") for credit in record.items("performed-by"))
    return Bearer(
        record.id,
        record.kind.kind,
        record.name,
        record.text("sort-name"),
        str(record.text("kind") or "").lower(),
        tuple(one for one in performers if isinstance(one, str)),
        record.texts("not"),
    )
