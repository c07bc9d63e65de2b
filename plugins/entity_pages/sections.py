"""The pages that gather, as views: home, cast and crew, timeline, disagreements, reviews and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from plugins.archive.entity import Event, Kind
from plugins.authority.entities import HOME
from plugins.changes.log import NO_LOG, ChangeLog
from plugins.entity_pages.comparing_reviews import compare_reviews
from plugins.entity_pages.disagreements import disagreements
from plugins.entity_pages.draft import HOME_CRUMB, Draft
from plugins.entity_pages.gathering import (
    A_TO_Z,
    CHANGES,
    CREDITS,
    DISAGREEMENTS,
    LISTS,
    NOT_FOUND,
    REVIEWS,
    SEARCH,
    TIMELINE,
    Section,
    gathered,
    reviews_in,
)
from plugins.entity_pages.lists import letters, listing, ways_in
from plugins.entity_pages.news import news
from plugins.entity_pages.search_page import search_view
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import review_card, verdict_card
from plugins.entity_pages.timeline import build_timeline
from plugins.entity_pages.views import Card, PageView
from plugins.search_index.page import SearchPage

MOST_NAMED = 12
"""How many names the home page lists: two lines on a wide screen."""


def section_pages(
    site: Site, log: ChangeLog = NO_LOG, findable: Sequence[SearchPage] = ()
) -> Iterator[PageView]:
    """The home page, and every gathering page that has something on it, in no order.

    ``findable`` is what the search may find: the search page has an index of it.
    """
    yield _home(site)
    yield _search(SEARCH, Draft(SEARCH.url, site), findable)
    made = gathered(site)
    for section, build in _BUILDERS:
        if section in made:
            yield build(section, Draft(section.url, site))
    for kind, section in LISTS.items():
        if section in made:
            cards = listing(kind, site)
            stubs = sum(card.ref.is_stub for card in cards)
            yield _view(section, Draft(section.url, site), "listing.html", cards=cards, stubs=stubs)
    if told := news(log, site):
        yield _view(CHANGES, Draft(CHANGES.url, site), "changes.html", news=told)


def _home(site: Site) -> PageView:
    draft = Draft("index.html", site)
    film = site.film
    home = site.archive.entities.get(HOME)
    recorded = [one for one in site.archive.events if site.archive.entities[one.id].has_page]
    events = [event for event in recorded if film is None or film.id in event.works]
    line = home.summary if home else film.summary if film and not film.is_stub else _what_there_is(site)
    return PageView(
        url=draft.url,
        template="home.html",
        title=home.name if home else "",
        description=line,
        lead=line,
        body=site.prose(HOME, draft.url) if home else PageView.body,
        film=draft.film,
        cards=ways_in(site),
        events=tuple(draft.facts.event_row(event) for event in _turning_points(events)),
        reviews=tuple(card for source in reviews_in(site) if (card := verdict_card(source, site)).verdict),
        names=_most_named(site),
        counts=_counts(site),
        stubs=sum(one.is_stub and one.kind is not Kind.EVENT for one in site.archive.entities.values()),
        notes=draft.notes.notes(),
    )


def _what_there_is(site: Site) -> str:
    """What an archive holds whose film nobody has written about yet."""
    texts = len(site.archive.of(Kind.SOURCE))
    if not texts:
        return "There is nothing in this archive yet."
    return f"{texts} {'text' if texts == 1 else 'texts'}, and the names that a program found in them."


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
    return _view(section, draft, "timeline.html", timeline=build_timeline(draft.facts))


def _disagreements(section: Section, draft: Draft) -> PageView:
    found = disagreements(draft.site, draft.url)
    return _view(section, draft, "disagreements.html", disagreements=found)


def _reviews(section: Section, draft: Draft) -> PageView:
    reviews = reviews_in(draft.site)
    # Built first, as it stands first: notes are numbered in the order in which they are needed.
    compared = compare_reviews(reviews, draft.facts)
    cards = tuple(review_card(source, draft.facts) for source in reviews)
    return _view(section, draft, "reviews.html", compared=compared, reviews=cards)


def _index(section: Section, draft: Draft) -> PageView:
    found = letters(draft.site, draft.facts)
    stubs = sum(entry.ref.is_stub for group in found for entry in group.entries)
    return _view(section, draft, "a-z.html", letters=found, stubs=stubs)


def _search(section: Section, draft: Draft, findable: Sequence[SearchPage]) -> PageView:
    return _view(section, draft, "search.html", search=search_view(draft.site, findable))


def _not_found(section: Section, draft: Draft) -> PageView:
    return _view(section, draft, "404.html")


_BUILDERS: tuple[tuple[Section, Callable[[Section, Draft], PageView]], ...] = (
    (CREDITS, _credits),
    (TIMELINE, _timeline),
    (DISAGREEMENTS, _disagreements),
    (REVIEWS, _reviews),
    (A_TO_Z, _index),
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
