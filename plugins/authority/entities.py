"""Entities: what each record is, what it is called, and where its page is."""

from __future__ import annotations

from plugins.archive.edtf import Edtf
from plugins.archive.entity import Entity
from plugins.authority.record import Record, Records
from plugins.authority.wiki_links import page_of
from plugins.dates.dated import Dates
from plugins.markdown_it.render import LinkTarget, plain_text

INDEX = "a-z.html"
"""The page on which short authority records stand."""

HOME = "home"
"""The id of the record in ``content/pages`` whose body opens the home page."""

ARTICLES = ("The ", "A ", "An ")


def list_entities(records: Records, dates: Dates) -> tuple[Entity, ...]:
    """An entity for each record, in the order of ids."""
    return tuple(_entity(record, records, dates) for record in records.by_id.values())


def address_of(record: Record) -> str:
    """Where a record is shown, relative to the site's root."""
    if record.kind.url is None:
        return f"{INDEX}#{record.id}"
    if record.folder == "pages" and record.id == HOME:
        return "index.html"
    folder = f"{record.kind.url}/" if record.kind.url else ""
    return f"{folder}{record.id}.html"


def _entity(record: Record, records: Records, dates: Dates) -> Entity:
    kind_text = record.text("kind")
    year: Edtf | None = dates.of(record.id, "year")
    return Entity(
        id=record.id,
        kind=record.kind.kind,
        name=record.name,
        sort_name=record.text("sort-name") or _without_article(record.name),
        variants=record.texts("variants"),
        url=address_of(record),
        summary=_plain(record.text("summary") or record.text("note") or "", records),
        has_page=record.has_page,
        type=kind_text,
        lang=record.text("lang") if record.folder != "sources" else None,
        translation=record.text("translation"),
        year=year,
        is_stub=record.is_stub,
    )


def _plain(line: str, records: Records) -> str:
    """A line without its marks: it stands in titles, lists and excerpts, where no link can."""

    def find(written: str) -> LinkTarget | None:
        record = records.by_id.get(written) or records.by_id.get(page_of(written))
        return LinkTarget("", record.name) if record else None

    return plain_text(line, find) if "[[" in line or "*" in line else line


def _without_article(name: str) -> str:
    for article in ARTICLES:
        if name.startswith(article) and len(name) > len(article):
            return f"{name[len(article) :]}, {article.strip()}"
    return name
