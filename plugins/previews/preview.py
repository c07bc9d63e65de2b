"""What a preview tells of a page: what kind of thing it is about, a name, a line, how the archive knows it.

Only front matter and counts decide, and the prose of a page does not: an edit of words alone changes no
preview (decision 18).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.entity_pages.gathering import NOT_FOUND, SEARCH, gathered
from plugins.entity_pages.lists import in_texts
from plugins.entity_pages.mentioned import how_often
from plugins.entity_pages.shared_names import title_of_name
from plugins.entity_pages.site import SPOILER, Site, date_words
from plugins.entity_pages.source_record import date_of

UNDATED = "No date recorded"


@dataclass(frozen=True, slots=True)
class Preview:
    """The preview of the page at ``url``, an address from the site's root.

    ``told`` is how the archive knows of it: a date, who published it, how often it is named. It may be empty,
    and so may ``line``. ``lang`` is the language of a foreign name, else empty; ``is_work`` says that it is a
    title.
    """

    url: str
    kind: str
    name: str
    line: str = ""
    told: str = ""
    lang: str = ""
    is_work: bool = False


def previews(site: Site) -> tuple[Preview, ...]:
    """Of all pages but the home page, the search, and the one for addresses that do not exist."""
    pages = (one for one in site.archive.entities.values() if one.has_page and one.id != HOME)
    sections = (one for one in gathered(site) if one not in {SEARCH, NOT_FOUND})
    return (
        *(_of_entity(one, site) for one in pages),
        *(Preview(one.url, "", one.title, one.line) for one in sections),
        *(
            Preview(
                one.url, "", title_of_name(one), f"{len(one.bearers)} in this archive answer to this name."
            )
            for one in site.shared_names
        ),
    )


def _of_entity(entity: Entity, site: Site) -> Preview:
    return Preview(
        entity.url,
        entity.type or entity.kind.value,
        entity.name,
        _line(entity, site),
        _told(entity, site),
        site.ref(entity.id).lang or "",
        entity.kind is Kind.WORK,
    )


def _line(entity: Entity, site: Site) -> str:
    if entity.id in site.stub_names:
        return in_texts(len(site.stub_names[entity.id].texts))
    return SPOILER if site.gives_away(entity.id) else entity.summary


def _told(entity: Entity, site: Site) -> str:
    if entity.kind is Kind.EVENT:
        return _of_event(entity, site)
    if entity.kind is Kind.SOURCE:
        return _of_source(entity, site)
    times = how_often(entity.id, site)
    return f"Named {times} {'time' if times == 1 else 'times'}" if times else ""


def _of_event(entity: Entity, site: Site) -> str:
    event = site.archive.event_by_id.get(entity.id)
    if event is None:
        return ""
    date = date_words(event.date)
    words = date.words if date else UNDATED
    return words if event.status == "happened" else f"{words}, {event.status}"


def _of_source(entity: Entity, site: Site) -> str:
    record = site.record(entity.id)
    date = date_words(date_of(record.text("published")))
    return _listed((record.text("author"), record.text("outlet"), date.words if date else None))


def _listed(parts: Iterable[str | None]) -> str:
    return ", ".join(dict.fromkeys(one for one in parts if one))
