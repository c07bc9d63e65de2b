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
from plugins.entity_pages.statement_pages import page_telling, statements_url
from plugins.entity_pages.views import PageView, Ref

Rows = tuple[CitedParagraph, ...]


def rests_of(source: str, site: Site, page_url: str) -> Rows:
    """What rests on a source, for its own page: the statements, or the way to the pages that have them."""
    rows = cited_paragraphs(source, site, page_url)
    firsts = site.statement_pages.get(source)
    if not firsts:
        return rows
    return tuple(replace(row, url=statements_url(source, page_telling(row.number, firsts))) for row in rows)


def rests_plans(site: Site) -> Iterator[PagePlan]:
    """The pages of statements of every source that has too many for its own page, in the order of ids."""
    for source, firsts in sorted(site.statement_pages.items()):
        for place in range(1, len(firsts) + 2):
            url = statements_url(source, place)
            yield PagePlan(url, "rests.html", _page, (site.archive.entities[source], place))


def _parts(source: str, site: Site, url: str) -> list[Rows]:
    """What rests on a source, cut into its pages."""
    firsts = site.statement_pages[source]
    parts: list[list[CitedParagraph]] = [[] for _ in range(len(firsts) + 1)]
    for row in cited_paragraphs(source, site, url):
        parts[page_telling(row.number, firsts) - 1].append(row)
    return [tuple(one) for one in parts]


def _page(entity: Entity, place: int, site: Site) -> PageView:
    url, source = statements_url(entity.id, place), site.ref(entity.id)
    parts = _parts(entity.id, site, url)
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
    return Ref(f"{source}-{place}", statements_url(source, place), _called(numbers), Kind.PAGE.value)


def _called(numbers: list[int]) -> str:
    if not numbers:
        return "The record"
    first, last = numbers[0], numbers[-1]
    return f"Paragraph {first}" if first == last else f"Paragraphs {first} to {last}"
