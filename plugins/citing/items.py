"""Sources and pages of an archive as items to be cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.edtf import Edtf
from plugins.citing.item import Item
from plugins.citing.names import names_of
from plugins.entity_pages.views import PageView, Ref, SourceFacts

TYPES = {
    "interview": "article-magazine",
    "profile": "article-magazine",
    "essay": "article-magazine",
    "review": "review",
    "news": "article-newspaper",
    "obituary": "article-newspaper",
    "report": "article-newspaper",
}
"""The type of CSL for each kind of source that has one; others are ``article``."""


@dataclass(frozen=True, slots=True)
class Container:
    """An archive as what its pages appear in, which CSL calls their container.

    ``address`` is the site's own without a slash at its end, or empty.
    """

    name: str
    about: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        """Its name, and what it is about where that says more."""
        return f"{self.name}: {self.about}" if self.about and self.about != self.name else self.name


def item_of_source(source: Ref, facts: SourceFacts) -> Item:
    """A source as its record has it: nothing else of it is known here."""
    return Item(
        source.id,
        TYPES.get(facts.kind, "article"),
        (facts.title or "").strip(),
        names_of(facts.author, facts.author_sorted) if facts.author else (),
        facts.outlet or "",
        Edtf.parse(facts.published.edtf) if facts.published else None,
        facts.url,
        source.lang or "",
        description=source.name,
    )


def item_of_page(page: PageView, container: Container) -> Item:
    """A page of the archive. It has no author and no date: no page knows when it was written."""
    address = "" if page.url == "index.html" else page.url
    return Item(
        key_of(container.name, page.url),
        "webpage",
        page.title or container.name,
        container=container.title if page.title and page.title != container.name else "",
        url=f"{container.address}/{address}" if container.address else "",
    )


def key_of(name: str, url: str) -> str:
    """A key for a page that any program takes.

    >>> key_of("Intertitle", "people/ada-lark.html")
    'intertitle-people-ada-lark'
    """
    return re.sub(r"[^a-z0-9]+", "-", f"{name} {url.removesuffix('.html')}".casefold()).strip("-")
