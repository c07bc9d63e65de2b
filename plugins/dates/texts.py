"""The dates that the archive's texts speak of, counted from each text's own times and from what all tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from plugins.archive.annotation import Link
from plugins.archive.date_expression import DateExpression
from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.entity import Kind
from plugins.archive.source import Document
from plugins.authority.record import Records
from plugins.dates.kept_dates import DatesOfText, Occasion, TextToDate, dates_by_milestones, dates_of
from plugins.dates.milestones import Known, Milestones
from plugins.incremental.kept import Kept
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


def read_texts(
    documents: Documents, records: Records, links: Named, kept: Kept | None = None
) -> DatesOfTexts:
    """The dates of every text that is at hand, read now or, where ``kept`` has them, in an earlier build.

    What one text dates of a work's making, or a record of its year, dates what others count from it. A date
    that is part of a name is none. A date of a record that is no EDTF is passed over here; the stage
    ``dates`` reports it.
    """
    kept = kept or Kept()
    published = dict(_dates_of(records, "published", Kind.SOURCE))
    by_source: dict[str, list[Link]] = defaultdict(list)
    for link in links.made:
        by_source[link.source].append(link)
    texts = [
        _text(document, published.get(source), records, by_source.get(source, ()))
        for source, document in documents.by_id.items()
    ]
    found = dates_of(texts, kept)
    milestones = Milestones(
        (one for each in found for one in each.datings), dict(_dates_of(records, "year", Kind.WORK))
    )
    expressions = {text.document.source: each.expressions for text, each in zip(texts, found, strict=True)}
    expressions |= dates_by_milestones(list(_dated_by(milestones, texts, found)), kept)
    return DatesOfTexts(expressions, published)


def _dated_by(
    milestones: Milestones, texts: Sequence[TextToDate], found: Sequence[DatesOfText]
) -> Iterator[tuple[TextToDate, dict[Occasion, Known]]]:
    """The texts with words that milestones date, and when these were for their readers."""
    for text, each in zip(texts, found, strict=True):
        known = {
            one: when
            for one in each.occasions
            if (when := milestones.known(one[0], text.document.source, by_record=one[1])) is not None
        }
        if known:
            yield text, known


def _text(document: Document, published: Edtf | None, records: Records, links: Sequence[Link]) -> TextToDate:
    """A text with what is known of those that it names; links come in the order in which they were made."""
    named = {link.entity: records.by_id.get(link.entity) for link in links}
    kinds = {key: one.kind.kind for key, one in named.items() if one is not None}
    record = records.by_id.get(document.source)
    film = record.text("film") if record else None
    works = [(link.span, link.entity) for link in links if kinds.get(link.entity) is Kind.WORK]
    about = {work for _, work in works} | ({film} if film else set())
    years = {one: records.by_id[one].text("year") or "" for one in sorted(about) if one in records.by_id}
    stubs = {key for key, one in named.items() if one is not None and one.is_stub}
    return TextToDate(
        document,
        published,
        film,
        works,
        [link.span for link in links if kinds.get(link.entity) is Kind.CHARACTER],
        [(link.span, link.entity in stubs) for link in links],
        years,
    )


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
