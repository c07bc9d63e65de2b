"""The pages that gather, as views: home, cast and crew, timeline, disagreements, reviews and so on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from plugins.archive.entity import Event, Kind
from plugins.authority.entities import HOME
from plugins.authority.linking import Links
from plugins.changes.log import NO_LOG, ChangeLog
from plugins.entity_pages.comparing_reviews import compare_reviews
from plugins.entity_pages.data_page import data_files_shown
from plugins.entity_pages.disagreements import disagreements
from plugins.entity_pages.draft import HOME_CRUMB, Draft
from plugins.entity_pages.gathering import (
    A_TO_Z,
    CHANGES,
    CREDITS,
    DATA,
    DISAGREEMENTS,
    LISTS,
    NOT_FOUND,
    REVIEWS,
    SEARCH,
    TIMELINE,
    WORDS,
    Section,
    gathered,
    reviews_in,
)
from plugins.entity_pages.lists import letters, listing, ways_in
from plugins.entity_pages.making_drawing import draw_making
from plugins.entity_pages.news import news
from plugins.entity_pages.planning import PagePlan
from plugins.entity_pages.search_page import index_of_words, search_view
from plugins.entity_pages.site import Site
from plugins.entity_pages.source_record import review_card, verdict_card
from plugins.entity_pages.telling_words import TellingWord, telling_words
from plugins.entity_pages.timeline import build_timeline, phase_plans
from plugins.entity_pages.views import Card, PageView
from plugins.lexicon.dictionary import headword
from plugins.search_index.page import SearchPage

NO_LINKS = Links((), ())
"""Of an archive in which nobody has looked for names."""

MOST_NAMED = 12
"""How many names the home page lists: two lines on a wide screen."""

Parts = dict[str, object]
"""What a page has besides what every gathering page has, by the fields of its view."""


def section_plans(
    site: Site,
    log: ChangeLog = NO_LOG,
    findable: Sequence[SearchPage] = (),
    words: Sequence[TellingWord] | None = None,
    links: Links = NO_LINKS,
) -> Iterator[PagePlan]:
    """The home page, and every gathering page that has something on it, in no order.

    ``findable`` is what the search may find, and ``words`` are those that tell most of it, found here if
    nobody has done so. ``links`` hold what the data tell of names that were left undecided.
    """
    yield PagePlan("index.html", "home.html", _home, gathers=True)
    made = gathered(site)
    if DATA in made:
        yield _plan(DATA, "data.html", partial(_data, links))
    yield from (_plan(section, template, build) for section, template, build in _BUILDERS if section in made)
    yield from phase_plans(site)
    if SEARCH in made:
        told = telling_words(findable, headword) if words is None else words
        yield _plan(SEARCH, "search.html", partial(_search, findable, told))
        if told:
            yield _plan(WORDS, "words.html", partial(_words, told))
    if log.begun is not None:
        yield _plan(CHANGES, "changes.html", partial(_news, log))


def _plan(section: Section, template: str, build: Callable[[Draft], Parts]) -> PagePlan:
    return PagePlan(section.url, template, _view, (section, template, build), gathers=True)


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
        making=draw_making(events),
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
        ("person", "people"): len(site.archive.of(Kind.PERSON)),
        ("character", "characters"): len(site.archive.of(Kind.CHARACTER)),
        ("work", "works"): len(site.archive.of(Kind.WORK)),
        ("event", "events"): len(site.archive.events),
        ("source", "sources"): len(site.archive.of(Kind.SOURCE)),
        ("claim", "claims"): len(site.archive.claims),
    }
    return {one if number == 1 else several: number for (one, several), number in counted.items() if number}


def _credits(draft: Draft) -> Parts:
    film = draft.film.id if draft.film else ""
    return {"cast": draft.facts.cast(film), "crew": draft.facts.crew(film)}


def _timeline(draft: Draft) -> Parts:
    return {"timeline": build_timeline(draft.facts)}


def _disagreements(draft: Draft) -> Parts:
    return {"disagreements": disagreements(draft.site, draft.url)}


def _reviews(draft: Draft) -> Parts:
    reviews = reviews_in(draft.site)
    # Built first, as it stands first: notes are numbered in the order in which they are needed.
    compared = compare_reviews(reviews, draft.facts)
    return {"compared": compared, "reviews": tuple(review_card(source, draft.facts) for source in reviews)}


def _index(draft: Draft) -> Parts:
    found = letters(draft.site, draft.facts)
    stubs = sum(entry.ref.is_stub for group in found for entry in group.entries)
    return {"letters": found, "stubs": stubs}


def _listing(kind: Kind, draft: Draft) -> Parts:
    cards = listing(kind, draft.site)
    return {"cards": cards, "stubs": sum(card.ref.is_stub for card in cards)}


def _search(findable: Sequence[SearchPage], words: Sequence[TellingWord], draft: Draft) -> Parts:
    return {"search": search_view(draft.site, findable, words)}


def _words(words: Sequence[TellingWord], draft: Draft) -> Parts:
    return {"word_index": index_of_words(draft.site, words)}


def _news(log: ChangeLog, draft: Draft) -> Parts:
    return {"news": news(log, draft.site)}


def _data(links: Links, draft: Draft) -> Parts:
    return {"data": data_files_shown(draft.site, links)}


def _nothing(_: Draft) -> Parts:
    return {}


_BUILDERS: tuple[tuple[Section, str, Callable[[Draft], Parts]], ...] = (
    (CREDITS, "credits.html", _credits),
    (TIMELINE, "timeline.html", _timeline),
    (DISAGREEMENTS, "disagreements.html", _disagreements),
    (REVIEWS, "reviews.html", _reviews),
    (A_TO_Z, "a-z.html", _index),
    *((section, "listing.html", partial(_listing, kind)) for kind, section in LISTS.items()),
    (NOT_FOUND, "404.html", _nothing),
)
"""The gathering pages with their templates, and what makes the parts that are theirs alone."""


def _view(section: Section, template: str, build: Callable[[Draft], Parts], site: Site) -> PageView:
    draft = Draft(section.url, site)
    parts = build(draft)
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
