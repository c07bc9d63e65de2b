"""The dates that the archive's texts speak of, counted from each text's own times and from what all tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from plugins.archive.annotation import Link
from plugins.archive.date_expression import DateExpression
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Kind
from plugins.archive.source import Document
from plugins.authority.record import Records
from plugins.dates.finding import TextReading
from plugins.dates.milestones import Milestones
from plugins.dates.words import is_feast
from plugins.dates.works_named import WorksNamed, subject_of
from plugins.sources.library import Documents

NEW = 1
"""Years between a film's own and that of a text to which it is “his new film”."""


class Named(Protocol):
    """Whatever knows which spans name something: the links that `authority` makes."""

    @property
    def made(self) -> tuple[Link, ...]:
        """The links in any order."""
        ...


@dataclass(frozen=True)
class DatesOfTexts:
    """Date expressions by source, in the order of the text, and each text's own date where it is recorded."""

    by_source: dict[str, tuple[DateExpression, ...]]
    published: dict[str, Edtf]


def read_texts(documents: Documents, records: Records, links: Named) -> DatesOfTexts:
    """The dates of every text that is at hand.

    What one text dates of a work's making, or a record of its year, dates what others count from it. A date
    that is part of a name is none. A date of a record that is no EDTF is passed over here; the stage
    ``dates`` reports it.
    """
    published = dict(_dates_of(records, "published", Kind.SOURCE))
    by_source: dict[str, list[Link]] = {}
    for link in links.made:
        by_source.setdefault(link.source, []).append(link)
    readings = {
        source: _reading(document, published.get(source), records, by_source.get(source, []))
        for source, document in documents.by_id.items()
    }
    told = (one for reading in readings.values() for one in reading.datings)
    milestones = Milestones(told, dict(_dates_of(records, "year", Kind.WORK)))
    return DatesOfTexts(
        {source: reading.expressions(milestones) for source, reading in readings.items()}, published
    )


def _reading(document: Document, published: Edtf | None, records: Records, links: list[Link]) -> TextReading:
    entities = {link.entity: records.by_id.get(link.entity) for link in links}
    kinds = {key: one.kind.kind for key, one in entities.items() if one is not None}
    works = [(link.span, link.entity) for link in links if kinds.get(link.entity) is Kind.WORK]
    characters = [link.span for link in links if kinds.get(link.entity) is Kind.CHARACTER]
    record = records.by_id.get(document.source)
    subject = subject_of(document, works, record.text("film") if record else None)
    about = records.by_id.get(subject) if subject else None
    year = _readable((about.text("year") if about else None) or "")
    is_new = year is not None and published is not None and abs(year.first[0] - published.first[0]) <= NEW
    named = WorksNamed(document.text, subject, works, characters, is_new=is_new)
    # A program takes any capitals for a name; a feast is one only where somebody recorded it.
    found = {key for key, one in entities.items() if one is not None and one.is_stub}
    names = [one.span for one in links if one.entity not in found or not is_feast(one.span.of(document.text))]
    return TextReading(document, published, names, named)


def _dates_of(records: Records, key: str, kind: Kind) -> Iterable[tuple[str, Edtf]]:
    """What the records of a kind have under a key, where it is a date, by their ids."""
    for record in records.of(kind):
        if (written := record.text(key)) and (date := _readable(written)) is not None:
            yield record.id, date


def _readable(written: str) -> Edtf | None:
    try:
        return Edtf.parse(written)
    except UnreadableDate:
        return None
