"""Facts of a life: days that can be read, a place in a fact of its own, and birth before death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plugins.archive.edtf import Edtf
from plugins.archive.errors import Code, Problem
from plugins.archive.nearest_date import date_fault, is_date, is_impossible, nearest_dates
from plugins.archive.properties import ValueKind, property_of
from plugins.authority.cites import cite_faults
from plugins.authority.day_and_place import PLACE_OF, day_and_place, each_of, told_in
from plugins.authority.meant_entries import is_plain
from plugins.authority.nearest import form_of
from plugins.authority.record import Record
from plugins.authority.spot import Spot
from plugins.authority.words_for_keys import FACTS
from plugins.authority.written_out import entry

_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})")
"""A day of which nobody knows whether its month comes first."""


def life_faults(value: str, spot: Spot) -> Iterator[Problem]:
    """A fact that is a date: a day that nobody can read, or that never was, or that has a place beside it."""
    said = spot.values.get("property")
    if spot.name != "value" or not isinstance(said, str):
        return
    name = FACTS.get(form_of(said), said)
    if property_of(name).kind is not ValueKind.DATE:
        return
    written = value.strip()
    sentence = told_in(written)
    if _SLASHED.fullmatch(written) or is_impossible(written):
        yield spot.wrong(Code.BAD_DATE, date_fault(written))
    elif len(facts := sentence or each_of(name, written)) > 1:
        of_day, of_place = facts
        cite = spot.values.get("cite")
        beside = {"cite": cite} if is_plain(cite) and not any(cite_faults(cite, spot)) else {}
        told = f"write value: {of_day['value']}, and for the place - {entry(spot.keys, of_place | beside)}"
        yield spot.wrong(Code.BAD_DATE, f"{value!r} is a day and a place; {told}")
    elif sentence:
        told = f"write value: {sentence[0]['value']}"
        yield spot.wrong(Code.BAD_DATE, f"{value!r} is a sentence, and a day stands here; {told}")


def lifetime_faults(record: Record) -> Iterator[Problem]:
    """A death before every birth that the record tells. Sources that differ on either are left alone."""
    days = {
        said: [
            (number, day)
            for number, fact in enumerate(record.items("facts"))
            if fact.get("property") == said and (day := _day(fact.get("value")))
        ]
        for said in PLACE_OF
    }
    births = [day for _, day in days["born"]]
    if (
        births
        and days["died"]
        and all(day.last < min(one.first for one in births) for _, day in days["died"])
    ):
        number, day = days["died"][0]
        message = f"{day} is before the birth, {births[0]}; mend the one that is wrong, or take it out"
        yield record.fault(Code.WRONG_VALUE, message, "facts", number, "value")


def _day(value: object) -> Edtf | None:
    """The days that a value allows, in whatever form; None where nobody can tell."""
    if not isinstance(value, str):
        return None
    placed = day_and_place(value)
    dates = (value,) if is_date(value) else (placed[0],) if placed else nearest_dates(value)
    return Edtf.parse(dates[0]) if len(dates) == 1 else None
