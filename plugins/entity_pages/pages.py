"""Every page of the site as a view: which template, at which address, with what on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.authority.linking import Links
from plugins.changes.log import NO_LOG, ChangeLog
from plugins.entity_pages.draft import HOME_CRUMB, Draft
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.gathering import A_TO_Z, LISTS, TIMELINE
from plugins.entity_pages.lists import card
from plugins.entity_pages.neighbourhood import neighbourhood
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.reading_page import reading_page
from plugins.entity_pages.rests_pages import rests_of, rests_plans
from plugins.entity_pages.says import says, says_plans
from plugins.entity_pages.sections import NO_LINKS, section_plans
from plugins.entity_pages.shared_names import SharedName, title_of_name
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import review_card, source_facts
from plugins.entity_pages.telling_state import ToldWords
from plugins.entity_pages.views import PageView, Ref
from plugins.markdown_it.render import headings
from plugins.search_index.page import SearchPage

SECTION_LEVEL = 2
"""The deepest level of headings that a page tells of in its margin."""

FEWEST_SECTIONS = 3
"""A page with fewer is seen through without being told."""

PARTS: dict[str, tuple[tuple[str, Callable[[PageFacts, str], object]], ...]] = {
    "film.html": (
        ("cast", PageFacts.cast),
        ("crew", PageFacts.crew),
        ("facts", PageFacts.facts),
        ("events", PageFacts.events_with),
    ),
    "work.html": (
        ("facts", PageFacts.facts),
        ("cast", PageFacts.cast),
        ("crew", PageFacts.crew),
        ("events", PageFacts.events_with),
    ),
    "person.html": (
        ("facts", PageFacts.facts),
        ("says", says),
        ("credits", PageFacts.credits_of),
        ("events", PageFacts.events_with),
    ),
    "character.html": (
        ("facts", PageFacts.facts),
        ("cast", PageFacts.performers),
        ("events", PageFacts.events_with),
    ),
}
"""What each template prints of an entity, in the order in which its notes are numbered."""


def build_pages(
    site: Site,
    change_log: ChangeLog = NO_LOG,
    search_pages: Sequence[SearchPage] = (),
    told_words: ToldWords | None = None,
    links: Links = NO_LINKS,
) -> Pages:
    """Every page of the site, each address once, in the order of addresses; none is made yet."""
    entities = [one for one in site.archive.entities.values() if one.has_page and one.id != HOME]
    plans = [
        *section_plans(site, change_log, search_pages, told_words.words if told_words else None, links),
        *_name_plans(site),
        *says_plans(site),
        *rests_plans(site),
    ]
    plans += (_plan(one, site) for one in entities)
    return Pages(tuple(sorted(plans, key=lambda plan: plan.url)), site)


def _name_plans(site: Site) -> Iterator[PagePlan]:
    return (PagePlan(name.url, "name.html", _name, (name,)) for name in site.shared_names)


def _plan(entity: Entity, site: Site) -> PagePlan:
    is_film = entity.kind is Kind.WORK and site.record(entity.id).folder == "films"
    template = "film.html" if is_film else _TEMPLATES[entity.kind]
    return PagePlan(entity.url, template, _BUILDERS[template], (entity,))


def _described(template: str) -> Callable[[Entity, Site], PageView]:
    """The builder of pages whose parts the table names."""

    def build(entity: Entity, site: Site) -> PageView:
        draft = Draft(entity.url, site)
        parts = {name: make(draft.facts, entity.id) for name, make in PARTS[template]}
        sides = neighbourhood(entity.id, site)
        return draft.of_entity(entity, template, _crumbs(entity), neighbourhood=sides, **parts)

    return build


def _event(entity: Entity, site: Site) -> PageView:
    draft = Draft(entity.url, site)
    return draft.of_entity(
        entity,
        "event.html",
        _crumbs(entity),
        event=draft.facts.event_row(site.archive.event_by_id[entity.id]),
    )


def _source(entity: Entity, site: Site) -> PageView:
    draft = Draft(entity.url, site)
    document = site.document(entity.id)
    shown = document is not None and site.shows_text(entity.id)
    reading = reading_page(document, site, entity.url) if document is not None and shown else None
    return draft.of_entity(
        entity,
        "source.html",
        _crumbs(entity),
        facts=draft.facts.facts(entity.id),
        source=source_facts(entity.id, site),
        review=review_card(entity.id, draft.facts) if entity.type == "review" else None,
        reading=reading,
        rests=() if shown else rests_of(entity.id, site, entity.url),
    )


def _plain(entity: Entity, site: Site) -> PageView:
    written = headings(site.record(entity.id).body)
    contents = tuple((one.id, one.words) for one in written if one.level <= SECTION_LEVEL)
    return Draft(entity.url, site).of_entity(
        entity,
        "page.html",
        _crumbs(entity),
        contents=contents if len(contents) >= FEWEST_SECTIONS else (),
    )


def _name(name: SharedName, site: Site) -> PageView:
    """The page that tells the bearers of a name apart."""
    line = f"{len(name.bearers)} in this archive answer to this name."
    cards = tuple(card(site.archive.entities[one], site) for one in name.bearers)
    return PageView(
        url=name.url,
        template="name.html",
        title=title_of_name(name),
        description=line,
        crumbs=(HOME_CRUMB, A_TO_Z.ref),
        lead=line,
        cards=cards,
        stubs=sum(one.ref.is_stub for one in cards),
        film=site.ref(site.film.id) if site.film else None,
    )


_TEMPLATES = {
    Kind.WORK: "work.html",
    Kind.PERSON: "person.html",
    Kind.CHARACTER: "character.html",
    Kind.EVENT: "event.html",
    Kind.SOURCE: "source.html",
    Kind.PAGE: "page.html",
}
"""The template of each kind of page; that of a film of the archive is its own."""

_BUILDERS: dict[str, Callable[[Entity, Site], PageView]] = {
    **{template: _described(template) for template in PARTS},
    "event.html": _event,
    "source.html": _source,
    "page.html": _plain,
}
"""What makes the view of an entity, by its template."""


def _crumbs(entity: Entity) -> tuple[Ref, ...]:
    """The way from the home page to an entity: by the listing of its kind, or by the timeline."""
    above = TIMELINE if entity.kind is Kind.EVENT else LISTS.get(entity.kind)
    return (HOME_CRUMB, above.ref) if above else (HOME_CRUMB,)
