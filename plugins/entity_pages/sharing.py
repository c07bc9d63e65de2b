"""How a page presents itself where its address is passed on: its kind, its whole address, its picture."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.archive.entity import Entity, Kind
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.gathering import GATHERING, NOT_FOUND
from plugins.entity_pages.views import PageView, Ref

CARDS = "cards"
"""The folder of the pictures that stand for pages, each at its page's address."""

FILMS = frozenset({"film", "short"})


@dataclass(frozen=True, slots=True)
class Shared:
    """What Open Graph is told of a page. ``address`` and ``image`` are whole, or empty where none is."""

    type: str
    address: str = ""
    image: str = ""


def shared(page: PageView, address: str, has_cards: bool) -> Shared:
    """How a page is shared in a site at an address, which is empty where the site does not know its own."""
    if not address or page.url == NOT_FOUND.url:
        return Shared(_type_of(page))
    image = f"{address}/{card_of(page)}" if has_cards else ""
    return Shared(_type_of(page), whole(address, page.url), image)


def public_address(settings: Mapping[str, Any]) -> str:
    """The site's own address by Pelican's settings, without a slash at its end; a private copy has none."""
    return "" if settings.get("EDITION") == "private" else str(settings.get("SITEURL") or "").rstrip("/")


def shows_cards(settings: Mapping[str, Any]) -> bool:
    """Whether pages have pictures: only where a whole address can lead to them."""
    return bool(public_address(settings)) and bool(settings.get("SOCIAL_CARDS", False))


def whole(address: str, url: str) -> str:
    """The whole address of a page. A host shows the home page at the site's own.

    >>> whole("https://archive.example", "index.html"), whole("https://archive.example", "people/a.html")
    ('https://archive.example/', 'https://archive.example/people/a.html')
    """
    return f"{address}/{'' if url == HOME_CRUMB.url else url}"


def card_of(page: PageView) -> str:
    """The card of a page; pages that have none show that of the archive, which is the home page's."""
    named = page.entity is not None and page.entity.url == page.url and has_card(page.entity)
    gathers = page.url in GATHERING and page.url != NOT_FOUND.url
    return card_at(page.url if named or gathers else HOME_CRUMB.url)


def has_card(entity: Entity | Ref) -> bool:
    """Whether something has a card of its own: a stub has none, because nobody has looked at it yet."""
    return not entity.is_stub


def card_at(url: str) -> str:
    """Where the card of a page stands.

    >>> card_at("people/ines-varga.html")
    'cards/people/ines-varga.png'
    """
    return f"{CARDS}/{url.removesuffix('.html')}.png"


def _type_of(page: PageView) -> str:
    """What a page is in the words of Open Graph, which has few."""
    entity = page.entity
    if entity is None or entity.url != page.url:
        return "website"
    if entity.kind == Kind.PERSON.value:
        return "profile"
    is_film = entity.kind == Kind.WORK.value and entity.type in FILMS
    return "video.movie" if is_film else "article"


def territory_of(language: str) -> str:
    """A language as Open Graph has it, with the country that goes with it unsaid; empty where none does.

    >>> territory_of("en"), territory_of("pt-BR"), territory_of("x-none")
    ('en_US', 'pt_BR', '')
    """
    named = locale.normalize(language.replace("-", "_")).partition(".")[0]
    tag, _, country = named.partition("_")
    return named if tag.isalpha() and len(country) == 2 and country.isupper() else ""
