"""What the search may find: the archive's own words on each page, and texts that are shown whole."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.dates.english import machine_form
from plugins.entity_pages.disagreements import topic_in_words
from plugins.entity_pages.facts import CAST, label_of
from plugins.entity_pages.gathering import DISAGREEMENTS, NOT_FOUND, SEARCH, Section, gathered
from plugins.entity_pages.shared_names import SharedName, title_of_name
from plugins.entity_pages.site import Site
from plugins.markdown_it.render import headings, plain_text
from plugins.mentions.finding import UNREAD
from plugins.search_index.page import SearchPage


def findable_pages(site: Site) -> tuple[SearchPage, ...]:
    """Every entity as the search sees it, in the order of ids, and the pages that gather.

    Holds no word of a text that is not shown: an index with positions is a copy of what it indexes.
    """
    named = (one for one in site.archive.entities.values() if one.id != HOME and site.has_record(one))
    entities = (_page(entity, site) for entity in named)
    sections = (
        SearchPage(one.url, one.title, Kind.PAGE.value, summary=one.line, body=_gathered(one, site))
        for one in gathered(site)
        if one not in {SEARCH, NOT_FOUND}
    )
    return (*entities, *(_shared(name, site) for name in site.shared_names), *sections)


def _gathered(section: Section, site: Site) -> str:
    """What only a gathering page says: of what the sources differ. All else is found where it stands."""
    if section != DISAGREEMENTS:
        return ""
    return "\n\n".join(
        f"{site.archive.entities[one.subject].name}: {topic_in_words(one, site)}"
        for one in site.relations.differing()
    )


def _shared(name: SharedName, site: Site) -> SearchPage:
    """The page that tells the bearers of a name apart; it comes after theirs, whose title is the name."""
    bearers = (site.archive.entities[one] for one in name.bearers)
    told = "; ".join(f"{one.name} ({one.type or one.kind.value})" for one in bearers)
    return SearchPage(name.url, title_of_name(name), Kind.PAGE.value, summary=told)


def _page(entity: Entity, site: Site) -> SearchPage:
    record = site.record(entity.id)
    return SearchPage(
        url=entity.url,
        title=entity.name,
        kind=entity.kind.value,
        type="film" if record.folder == "films" else entity.type,
        names=tuple(one for one in (*entity.variants, entity.translation, record.text("title")) if one),
        headings=() if entity.is_stub else headings(record.body),
        body="\n\n".join(part for part in _body(entity, site) if part),
        people=_people(entity, site),
        year=_year(entity, site),
        summary=entity.summary,
    )


def _body(entity: Entity, site: Site) -> Iterator[str]:
    find = site.find_target("")
    if not entity.is_stub:
        yield plain_text(site.record(entity.id).body, find)
    for name, claims in site.archive.facts.get(entity.id, {}).items():
        values = dict.fromkeys(plain_text(claim.value, find) for claim in claims)
        yield f"{label_of(name)}: {'; '.join(values)}"
    for credit in site.archive.credits_with.get(entity.id, ()):
        yield _credit(credit.person, credit.role, credit.character, credit.part, site)
    document = site.document(entity.id) if entity.kind is Kind.SOURCE else None
    if document is not None and site.shows_text(entity.id):
        for segment in document.segments:
            if segment.label not in UNREAD:
                yield segment.span.of(document.text)


def _credit(person: str, role: str, character: str | None, part: str | None, site: Site) -> str:
    played = site.archive.entities[character].name if character else part
    name = site.archive.entities[person].name
    return f"{name} as {played}" if played else f"{name}, {'part of the cast' if role == CAST else role}"


def _people(entity: Entity, site: Site) -> tuple[str, ...]:
    if entity.kind is Kind.EVENT:
        event = site.archive.event_by_id.get(entity.id)
        ids = event.people if event else ()
    else:
        ids = tuple(
            credit.person
            for credit in site.archive.credits_with.get(entity.id, ())
            if credit.person != entity.id
        )
    return tuple(
        dict.fromkeys(site.archive.entities[one].name for one in ids if one in site.archive.entities)
    )


def _year(entity: Entity, site: Site) -> str | None:
    """The year of a date that is not in doubt; an uncertain year is none to the search."""
    if entity.kind is Kind.EVENT:
        event = site.archive.event_by_id.get(entity.id)
        date = event.date if event else None
    else:
        date = entity.year
    sure = machine_form(date) if date else None
    return sure[:4] if sure else None
