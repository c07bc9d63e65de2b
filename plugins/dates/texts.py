"""The dates that the archive's texts speak of, each counted from its own text's date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from plugins.archive.annotation import Link
from plugins.archive.date_expression import DateExpression
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.span import Span
from plugins.authority.record import Records
from plugins.dates.finding import find_dates
from plugins.sources.library import Documents


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


def read_texts(documents: Documents, recorded: Records, links: Named) -> DatesOfTexts:
    """The dates of every text that is at hand.

    A date that is part of a name is none. A source's date that is no EDTF is passed over here; the stage
    ``dates`` reports it.
    """
    published: dict[str, Edtf] = {}
    for record in recorded.sources:
        written = record.text("published")
        if written and (date := _readable(written)) is not None:
            published[record.id] = date
    names: dict[str, list[Span]] = {}
    for link in links.made:
        names.setdefault(link.source, []).append(link.span)
    return DatesOfTexts(
        {
            source: find_dates(document, published.get(source), names.get(source, ()))
            for source, document in documents.by_id.items()
        },
        published,
    )


def _readable(written: str) -> Edtf | None:
    try:
        return Edtf.parse(written)
    except UnreadableDate:
        return None
