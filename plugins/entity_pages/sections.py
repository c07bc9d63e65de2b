"""The pages that gather: home, cast and crew, timeline, reviews, A to Z, listings, search, not found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plugins.archive.entity import Event, Kind
from plugins.archive.source import Rights
from plugins.authority.entities import HOME, INDEX
from plugins.entity_pages.draft import HOME_CRUMB, Draft
from plugins.entity_pages.lists import letters, listing, ways_in
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import review_card, verdict_card
from plugins.entity_pages.views import Card, PageView, Ref

MOST_NAMED = 12
"""How many names the home page lists: two lines on a wide screen."""


@dataclass(frozen=True, slots=True)
class Section:
    """A gathering page: its address, its title, and a line that says what is on it."""

    url: str
    title: str
    line: str

    @property
    def ref(self) -> Ref:
        return Ref(self.url.removesuffix(".html"), self.url, self.title, Kind.PAGE.value)


CREDITS = Section(
    "credits.html",
    "Cast and crew",
    "Everybody who worked on the film, with what became of their part and who says so.",
)
TIMELINE = Section(
    "timeline.html",
    "Timeline",
    "How the film came to be, as its sources date it, and what they only announced.",
)
REVIEWS = Section(
    "reviews.html",
    "Reviews",
    "What each review praises and minds, in our words, with its paragraphs.",
)
A_TO_Z = Section(INDEX, "A to Z", "Every name in the archive, with or without a page of its own.")
SEARCH = Section("search.html", "Search", "Search every page of the archive.")
NOT_FOUND = Section("404.html", "Not found", "There is no page at this address.")

LISTS = {
    Kind.PERSON: Section(
        "people.html", "People", "Who made the film, who is in it, and whom the sources name beside them."
    ),
    Kind.CHARACTER: Section(
        "characters.html", "Characters", "Everybody in the story who has a name, and those who have none."
    ),
    Kind.WORK: Section("works.html", "Works", "Films, videos, songs and pictures that the sources speak of."),
    Kind.SOURCE: Section(
        "sources.html", "Sources", "The texts that everything here rests on, and what each may show."
    ),
}
"""The listing of each kind."""

FINDABLE = (CREDITS, TIMELINE, REVIEWS, A_TO_Z, *LISTS.values())
"""The gathering pages that the search may lead to."""

GATHERING = frozenset({HOME_CRUMB.url, *(section.url for section in (*FINDABLE, SEARCH, NOT_FOUND))})
"""The addresses at which no record may stand."""


def section_pages(site: Site) -> Iterator[PageView]:
    """Every gathering page, in no order."""
    yield _home(site)
    for section, build in _BUILDERS:
        yield build(section, Draft(section.url, site))
    for kind, section in LISTS.items():
        cards = listing(kind, site)
        yield _view(section, Draft(section.url, site), "listing.html", cards=cards)


def _home(site: Site) -> PageView:
    draft = Draft("index.html", site)
    film = site.film
    home = site.archive.entities.get(HOME)
    opening = home or film
    events = [event for event in site.archive.events if film is None or film.id in event.works]
    return PageView(
        url=draft.url,
        template="home.html",
        title=opening.name if opening else "The archive",
        description=opening.summary if opening else "",
        lead=opening.summary if opening else "",
        body=site.prose(HOME, draft.url) if home else PageView.body,
        film=draft.film,
        cards=ways_in(site),
        events=tuple(draft.facts.event_row(event) for event in _turning_points(events)),
        reviews=tuple(verdict_card(source, site) for source in _reviews_in(site)),
        names=_most_named(site),
        counts=_counts(site),
        notes=draft.notes.notes(),
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


def _credits(section: Section, draft: Draft) -> PageView:
    film = draft.film.id if draft.film else ""
    cast = draft.facts.cast(film)
    return _view(section, draft, "credits.html", cast=cast, crew=draft.facts.crew(film))


def _timeline(section: Section, draft: Draft) -> PageView:
    return _view(section, draft, "timeline.html", timeline=draft.facts.timeline())


def _reviews(section: Section, draft: Draft) -> PageView:
    cards = tuple(review_card(source, draft.facts) for source in _reviews_in(draft.site))
    return _view(section, draft, "reviews.html", reviews=cards)


def _index(section: Section, draft: Draft) -> PageView:
    return _view(section, draft, "a-z.html", letters=letters(draft.site, draft.facts))


def _search(section: Section, draft: Draft) -> PageView:
    return _view(section, draft, "search.html", letters=letters(draft.site))


def _not_found(section: Section, draft: Draft) -> PageView:
    return _view(section, draft, "404.html")


_BUILDERS: tuple[tuple[Section, Callable[[Section, Draft], PageView]], ...] = (
    (CREDITS, _credits),
    (TIMELINE, _timeline),
    (REVIEWS, _reviews),
    (A_TO_Z, _index),
    (SEARCH, _search),
    (NOT_FOUND, _not_found),
)


def _view(section: Section, draft: Draft, template: str, **parts: object) -> PageView:
    return PageView(
        url=section.url,
        template=template,
        title=section.title,
        description=section.line,
        lead=section.line,
        crumbs=(HOME_CRUMB,),
        film=draft.film,
        notes=draft.notes.notes(),
        **parts,  # type: ignore[arg-type]
    )


def _reviews_in(site: Site) -> list[str]:
    """The reviews by name, those that the archive shows whole, its own among them, after the others."""
    reviews = [entity.id for entity in site.archive.of(Kind.SOURCE) if entity.type == "review"]
    return sorted(reviews, key=lambda source: site.rights(source) is Rights.FULL)
