"""What rests on a long text that is not shown: an overview on its source's page, and pages of statements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plugins.archive.entity import Entity, Kind
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.gathering import LISTS
from plugins.entity_pages.planning import PagePlan
from plugins.entity_pages.reading_views import CitedParagraph
from plugins.entity_pages.rests import cited_paragraphs
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import PageView, Ref

Rows = tuple[CitedParagraph, ...]

MOST_STATEMENTS = 120
"""Statements on one page, about: six kilobytes as they are sent, and ten screens of a computer."""


def rests_of(source: str, site: Site, page_url: str) -> Rows:
    """What rests on a source, for its own page: the statements, or the way to the pages that have them."""
    rows = cited_paragraphs(source, site, page_url)
    parts = in_parts(rows)
    if len(parts) == 1:
        return rows
    return tuple(replace(row, url=_url(source, place)) for place, part in enumerate(parts, 1) for row in part)


def rests_plans(site: Site) -> Iterator[PagePlan]:
    """The pages of statements of every source that has too many for its own page, in the order of ids."""
    for source in sorted(site.archive.claims_from):
        entity = site.archive.entities[source]
        if len(site.archive.claims_from[source]) > MOST_STATEMENTS and not site.shows_text(source):
            parts = in_parts(cited_paragraphs(source, site, _url(source, 1)))
            for place in range(1, len(parts) + 1) if len(parts) > 1 else ():
                yield PagePlan(_url(source, place), "rests.html", _page, (entity, place))


def in_parts(rows: Rows) -> tuple[Rows, ...]:
    """Rows cut into as few parts as have about ``MOST_STATEMENTS`` each, one as long as the other.

    A paragraph is never cut. Few statements are one part.
    """
    total = sum(len(row.notes) for row in rows)
    count = -(-total // MOST_STATEMENTS)
    if count <= 1:
        return (rows,)
    parts: list[list[CitedParagraph]] = [[]]
    told = 0
    for row in rows:
        if parts[-1] and told * count >= total * len(parts):
            parts.append([])
        parts[-1].append(row)
        told += len(row.notes)
    return tuple(tuple(part) for part in parts)


def _page(entity: Entity, place: int, site: Site) -> PageView:
    url, source = _url(entity.id, place), site.ref(entity.id)
    parts = in_parts(cited_paragraphs(entity.id, site, url))
    refs = [_ref(entity.id, number, part) for number, part in enumerate(parts, 1)]
    here = refs[place - 1]
    line = f"{here.name} of the original, and what the archive takes from each."
    return PageView(
        url=url,
        template="rests.html",
        title=f"{site.titles[entity.id]}: {here.name}",
        description=line,
        entity=source,
        crumbs=(HOME_CRUMB, LISTS[Kind.SOURCE].ref, source, here),
        lead=line,
        rests=parts[place - 1],
        film=site.ref(site.film.id) if site.film else None,
        previous=refs[place - 2] if place > 1 else None,
        next=refs[place] if place < len(parts) else None,
    )


def _ref(source: str, place: int, part: Rows) -> Ref:
    numbers = [row.number for row in part if row.number is not None]
    return Ref(f"{source}-{place}", _url(source, place), _called(numbers), Kind.PAGE.value)


def _called(numbers: list[int]) -> str:
    if not numbers:
        return "The record"
    first, last = numbers[0], numbers[-1]
    return f"Paragraph {first}" if first == last else f"Paragraphs {first} to {last}"


def _url(source: str, place: int) -> str:
    """The address of a part, counted from 1; no record can stand there, whatever its id."""
    return f"sources/{source}/rests-{place}.html"
