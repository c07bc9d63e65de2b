"""What stands around every page: the line below the archive's name, and the ways through it that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from plugins.archive.entity import Entity
from plugins.archive.settings import Settings

FILM = "{film}"
"""What stands for the id of the archive's film in the addresses that a maintainer sets."""

Menu = list[tuple[str, str]]


def existing(menu: Iterable[tuple[str, str]], film: Entity | None, addresses: Collection[str]) -> Menu:
    """The labels and addresses of a menu that lead to a page, in its order.

    >>> existing([("Reviews", "reviews.html"), ("Sources", "sources.html")], None, {"sources.html"})
    [('Sources', 'sources.html')]
    """
    named = ((label, url.replace(FILM, film.id if film else "")) for label, url in menu)
    return [(label, url) for label, url in named if url in addresses]


def subtitle(written: str, film: Entity | None, settings: Settings) -> str:
    """What the archive is, in a line: a maintainer's own words, as long as they are about its film.

    They are where the settings name the film, or leave it to the records. An archive of another film says
    its name, one of none that it is an archive.
    """
    if film is None:
        return "An archive of texts"
    if settings.film in {"", film.id}:
        return written
    return f"An archive of {film.name}"
