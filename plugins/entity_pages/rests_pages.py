"""What rests on a long text that is not shown: an overview on its source's page, and pages of statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from plugins.archive.entity import Entity, Kind
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.gathering import LISTS
from plugins.entity_pages.planning import PagePlan
from plugins.entity_pages.reading_views import CitedParagraph
from plugins.entity_pages.rests import Resting, cited_paragraphs
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


def _page(entity: Entity, place: int, site: Site) -> PageView:
    url, source = statements_url(entity.id, place), site.ref(entity.id)
    resting = Resting(entity.id, site, url)
    parts = _parts(resting.numbers, site.statement_pages[entity.id])
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
        # Only its own: of a text with hundreds of such pages each would else tell all.
        rests=tuple(map(resting.told, parts[place - 1])),
        film=site.ref(site.film.id) if site.film else None,
        previous=refs[place - 2] if place > 1 else None,
        next=refs[place] if place < len(parts) else None,
    )


def _parts(numbers: Iterable[int | None], firsts: Sequence[int]) -> list[list[int | None]]:
    """The paragraphs that each page of statements tells of."""
    parts: list[list[int | None]] = [[] for _ in range(len(firsts) + 1)]
    for number in numbers:
        parts[page_telling(number, firsts) - 1].append(number)
    return parts


def _ref(source: str, place: int, part: Iterable[int | None]) -> Ref:
    numbers = [number for number in part if number is not None]
    return Ref(f"{source}-{place}", statements_url(source, place), _called(numbers), Kind.PAGE.value)


def _called(numbers: list[int]) -> str:
    if not numbers:
        return "The record"
    first, last = numbers[0], numbers[-1]
    return f"Paragraph {first}" if first == last else f"Paragraphs {first} to {last}"
