"""What each card shows: the words of the page's own title card, and the voice of its name."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.entity import Entity, Kind
from plugins.authority.entities import HOME
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.gathering import NOT_FOUND, Section
from plugins.entity_pages.planning import PagePlan, Pages
from plugins.entity_pages.sharing import card_at, has_card
from plugins.entity_pages.site import Site

FILM, PAGE, ANNOUNCED = "film", "page", "announced"
"""Looks that are no kinds: the film's own, that of pages that gather, and that of what has not happened."""

VOICES = frozenset({Kind.PERSON, Kind.CHARACTER})
"""Kinds whose names have a portrait on their pages."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card. ``voice`` is the kind whose portrait the name has, empty for a card without one.

    ``look`` is what its colours go by, ``foot`` the archive's name.
    """

    kicker: str
    name: str
    line: str
    voice: str
    look: str
    foot: str


def cards_of(pages: Pages, title: str, subtitle: str) -> dict[str, Card]:
    """The cards by their addresses: of the archive, of what gathers, and of everything that is no stub.

    ``title`` and ``subtitle`` are the archive's.
    """
    cards = {card_at(HOME_CRUMB.url): _of_the_archive(pages.site, title, subtitle)}
    for plan in pages.plans:
        if card := _of_plan(plan, pages.site, title):
            cards[card_at(plan.url)] = card
    return cards


def _of_the_archive(site: Site, title: str, subtitle: str) -> Card:
    film, home = site.film, site.archive.entities.get(HOME)
    line = home.summary if home else film.summary if film and not film.is_stub else ""
    name, voice = (film.name, film.kind.value) if film else (title, "")
    return Card(subtitle, name, line, voice, FILM, title)


def _of_plan(plan: PagePlan, site: Site, title: str) -> Card | None:
    """The card of a page; None for those that show the archive's."""
    about = plan.given[0] if plan.given else None
    if isinstance(about, Section) and about.url != NOT_FOUND.url:
        return Card(site.film.name if site.film else "", about.title, about.line, "", PAGE, title)
    if isinstance(about, Entity) and about.url == plan.url and has_card(about):
        kicker, look = _kicker(about, site)
        voice = about.kind.value if about.kind in VOICES else ""
        line = "" if site.gives_away(about.id) else about.summary
        return Card(kicker, about.name, line, voice, look, title)
    return None


def _kicker(entity: Entity, site: Site) -> tuple[str, str]:
    """What stands above a name, as on the title card of its page, and the look that goes with it."""
    if entity.kind is Kind.WORK and site.record(entity.id).folder == "films":
        return "The film", FILM
    if entity.kind is Kind.EVENT:
        event = site.archive.event_by_id[entity.id]
        phase = event.phase.replace("-", " ")
        return (phase, PAGE) if event.status == "happened" else (f"{phase} · {event.status}", ANNOUNCED)
    if entity.kind is Kind.PAGE:
        return "", PAGE
    named = entity.type if entity.kind in {Kind.WORK, Kind.SOURCE} else None
    return named or entity.kind.value, entity.kind.value
