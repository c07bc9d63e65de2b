"""Every page of the site as a view: which template, at which address, with what on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from plugins.archive.assemble import Archive
from plugins.archive.entity import Entity, Event, Kind
from plugins.archive.settings import Settings
from plugins.authority.entities import HOME
from plugins.authority.record import Records
from plugins.authority.wiki_links import WikiLinks
from plugins.entity_pages.facts import PageFacts
from plugins.entity_pages.lists import letters, listing, together, ways_in
from plugins.entity_pages.mentioned import mentioned
from plugins.entity_pages.notes import NoteBook
from plugins.entity_pages.reading import cited_paragraphs, is_set_apart, paragraphs
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import review_card, source_facts, verdict_card
from plugins.entity_pages.views import Card, PageView, Ref
from plugins.sources.library import Documents

MOST_NAMED = 12
"""How many names the home page and “named together with” list: two lines on a wide screen."""

LISTS = {
    Kind.PERSON: (
        "people.html",
        "People",
        "Who made the film, who is in it, and whom the sources name beside them.",
    ),
    Kind.CHARACTER: (
        "characters.html",
        "Characters",
        "Everybody in the story who has a name, and those who have none.",
    ),
    Kind.WORK: ("works.html", "Works", "Films, videos, songs and pictures that the sources speak of."),
    Kind.SOURCE: (
        "sources.html",
        "Sources",
        "The texts that everything here rests on, and what each may show.",
    ),
}
"""The listing of each kind: address, title, and a line about it."""

TIMELINE = ("timeline.html", "Timeline")


def build_site(
    archive: Archive, records: Records, wiki_links: WikiLinks, documents: Documents, settings: Settings
) -> Site:
    """What all page builders share."""
    return Site(archive, records, wiki_links, documents, settings)


def build_pages(site: Site) -> tuple[PageView, ...]:
    """Every page of the site, each address once, in the order of addresses."""
    return tuple(sorted(_pages(site), key=lambda page: page.url))


def _pages(site: Site) -> Iterator[PageView]:
    yield _home(site)
    yield _credits(site)
    yield _timeline(site)
    yield _reviews(site)
    yield _index(site)
    for kind in LISTS:
        yield _listing(kind, site)
    yield PageView(
        "search.html",
        "search.html",
        "Search",
        "Search every page of the archive.",
        crumbs=_crumbs(),
        letters=letters(site),
    )
    yield PageView("404.html", "404.html", "Not found", "There is no page at this address.", crumbs=_crumbs())
    for entity in site.archive.entities.values():
        if entity.has_page and entity.id != HOME:
            yield _BUILDERS[entity.kind](entity, site)


def _home(site: Site) -> PageView:
    page = _Page("index.html", site)
    film = site.film
    home = HOME in site.archive.entities
    dated = [event for event in site.archive.events if film is None or film.id in event.works]
    return PageView(
        url="index.html",
        template="home.html",
        title=site.archive.entities[HOME].name if home else (film.name if film else "The archive"),
        description=site.archive.entities[HOME].summary if home else (film.summary if film else ""),
        lead=site.archive.entities[HOME].summary if home else (film.summary if film else ""),
        body=site.prose(HOME, "index.html") if home else PageView.body,
        film=site.ref(film.id) if film else None,
        cards=ways_in(site),
        events=tuple(page.facts.event_row(event) for event in _turning_points(dated)),
        reviews=tuple(verdict_card(source, site) for source in _reviews_in(site)),
        names=_most_named(site),
        counts=_counts(site),
        notes=page.notes.notes(),
    )


def _turning_points(events: list[Event]) -> list[Event]:
    """One event of each phase, the one that most passages tell, in the order of the timeline."""
    best: dict[str, Event] = {}
    for event in events:
        if event.date is not None and event.phase != "background":
            known = best.get(event.phase)
            if known is None or len(event.claims) > len(known.claims):
                best[event.phase] = event
    return [event for event in events if event in best.values()]


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


def _described(template: str) -> Callable[[Entity, Site], PageView]:
    """The builder of pages whose parts the table names."""

    def build(entity: Entity, site: Site) -> PageView:
        page = _Page(entity.url, site)
        parts = {name: make(page.facts, entity.id) for name, make in PARTS[template]}
        return page.view(entity, template, names=together(entity.id, site), **parts)

    return build


def _work(entity: Entity, site: Site) -> PageView:
    is_film = site.record(entity.id).folder == "films"
    return _described("film.html" if is_film else "work.html")(entity, site)


def _event(entity: Entity, site: Site) -> PageView:
    page = _Page(entity.url, site)
    events = site.archive.events
    place = next(number for number, event in enumerate(events) if event.id == entity.id)
    return page.view(
        entity,
        "event.html",
        event=page.facts.event_row(events[place]),
        previous=site.ref(events[place - 1].id) if place else None,
        next=site.ref(events[place + 1].id) if place + 1 < len(events) else None,
    )


def _source(entity: Entity, site: Site) -> PageView:
    page = _Page(entity.url, site)
    document = site.document(entity.id)
    shown = document is not None and site.shows_text(entity.id)
    text = paragraphs(document, site, entity.url) if document is not None and shown else ()
    is_review = entity.type == "review"
    return page.view(
        entity,
        "source.html",
        facts=page.facts.facts(entity.id),
        source=source_facts(entity.id, site),
        review=review_card(entity.id, page.facts) if is_review else None,
        paragraphs=tuple(one for one in text if not is_set_apart(one)),
        set_apart=tuple(one for one in text if is_set_apart(one)),
        rests=() if shown else cited_paragraphs(entity.id, site, entity.url),
    )


def _plain(entity: Entity, site: Site) -> PageView:
    page = _Page(entity.url, site)
    return page.view(entity, "page.html")


_BUILDERS: dict[Kind, Callable[[Entity, Site], PageView]] = {
    Kind.WORK: _work,
    Kind.PERSON: _described("person.html"),
    Kind.CHARACTER: _described("character.html"),
    Kind.EVENT: _event,
    Kind.SOURCE: _source,
    Kind.PAGE: _plain,
}


def _credits(site: Site) -> PageView:
    page = _Page("credits.html", site)
    film = site.film.id if site.film else ""
    cast, crew = page.facts.cast(film), page.facts.crew(film)
    return PageView(
        "credits.html",
        "credits.html",
        "Cast and crew",
        "Everybody who worked on the film, with what became of their part and who says so.",
        crumbs=_crumbs(),
        cast=cast,
        crew=crew,
        film=site.ref(film) if film else None,
        notes=page.notes.notes(),
    )


def _timeline(site: Site) -> PageView:
    page = _Page(TIMELINE[0], site)
    return PageView(
        TIMELINE[0],
        "timeline.html",
        TIMELINE[1],
        "How the film came to be, as its sources date it, and what they only announced.",
        crumbs=_crumbs(),
        timeline=page.facts.timeline(),
        film=site.ref(site.film.id) if site.film else None,
        notes=page.notes.notes(),
    )


def _reviews(site: Site) -> PageView:
    page = _Page("reviews.html", site)
    return PageView(
        "reviews.html",
        "reviews.html",
        "Reviews",
        "What each review praises and minds, in our words, with its paragraphs.",
        crumbs=_crumbs(),
        reviews=tuple(review_card(source, page.facts) for source in _reviews_in(site)),
        notes=page.notes.notes(),
    )


def _index(site: Site) -> PageView:
    page = _Page("a-z.html", site)
    groups = letters(site, page.facts)
    return PageView(
        "a-z.html",
        "a-z.html",
        "A to Z",
        "Every name in the archive, with or without a page of its own.",
        crumbs=_crumbs(),
        letters=groups,
        notes=page.notes.notes(),
    )


def _listing(kind: Kind, site: Site) -> PageView:
    url, title, line = LISTS[kind]
    return PageView(url, "listing.html", title, line, crumbs=_crumbs(), lead=line, cards=listing(kind, site))


def _reviews_in(site: Site) -> list[str]:
    return [entity.id for entity in site.archive.of(Kind.SOURCE) if entity.type == "review"]


def _most_named(site: Site) -> tuple[Card, ...]:
    cards = [*listing(Kind.PERSON, site), *listing(Kind.CHARACTER, site)]
    return tuple(sorted(cards, key=lambda card: (-card.count, card.ref.name))[:MOST_NAMED])


def _counts(site: Site) -> dict[str, int]:
    """What the archive holds, in words for the home page."""
    counted = {
        "people": len(site.archive.of(Kind.PERSON)),
        "characters": len(site.archive.of(Kind.CHARACTER)),
        "works": len(site.archive.of(Kind.WORK)),
        "events": len(site.archive.events),
        "sources": len(site.archive.of(Kind.SOURCE)),
        "claims": len(site.archive.claims),
    }
    return {label: number for label, number in counted.items() if number}


def _crumbs(kind: Kind | None = None) -> tuple[Ref, ...]:
    home = Ref(HOME, "index.html", "Home", "page")
    if kind in LISTS:
        url, title, _ = LISTS[kind]
        return (home, Ref(url, url, title, "page"))
    if kind is Kind.EVENT:
        return (home, Ref("timeline", *TIMELINE, "page"))
    return (home,)


class _Page:
    """A page in the making: its notes are numbered in the order in which its parts are built."""

    def __init__(self, url: str, site: Site) -> None:
        self.site = site
        self.url = url
        self.notes = NoteBook(site)
        self.facts = PageFacts(site, self.notes, url)

    def view(self, entity: Entity, template: str, **parts: object) -> PageView:
        """The finished page of an entity; called last, when all parts have cited what they rest on."""
        return PageView(
            url=self.url,
            template=template,
            title=entity.name,
            description=entity.summary,
            entity=self.site.ref(entity.id),
            crumbs=_crumbs(entity.kind),
            lead=entity.summary,
            body=self.site.prose(entity.id, self.url),
            variants=entity.variants,
            mentioned=mentioned(entity.id, self.site),
            film=self.site.ref(self.site.film.id) if self.site.film else None,
            notes=self.notes.notes(),
            **parts,  # type: ignore[arg-type]
        )
