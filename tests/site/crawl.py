"""A built site as its readers meet it: pages, what they link to, and the ids that links may name."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from tests.building import CONTENT

LINKS = {"a": "href", "area": "href", "form": "action", "link": "href", "script": "src", "img": "src"}
"""Elements that lead somewhere, and the attribute that says where."""

ELSEWHERE = frozenset({"http", "https", "mailto"})
"""What begins an address outside the archive."""


@dataclass(frozen=True)
class Link:
    """A link as written, on the page where it stands; ``element`` is its element's name."""

    page: str
    written: str
    element: str

    @property
    def leaves(self) -> bool:
        return urlsplit(self.written).scheme in ELSEWHERE

    @property
    def target(self) -> str:
        """The path of the file that it leads to, relative to the site's root."""
        path = unquote(urlsplit(self.written).path)
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.page), path)) if path else self.page

    @property
    def fragment(self) -> str:
        return unquote(urlsplit(self.written).fragment)

    def __str__(self) -> str:
        return f"{self.page}: <{self.element}> {self.written}"


@dataclass(frozen=True)
class Page:
    """One HTML file; ``url`` is its path relative to the site's root, with forward slashes."""

    url: str
    html: str

    @cached_property
    def soup(self) -> BeautifulSoup:
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(str(element["id"]) for element in self.select("[id]"))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return tuple(
            Link(self.url, str(element[LINKS[element.name]]), element.name)
            for element in self.select(",".join(f"{name}[{key}]" for name, key in LINKS.items()))
        )

    def select(self, css: str) -> Iterator[Tag]:
        yield from self.soup.select(css)

    @property
    def text(self) -> str:
        """The words of the page, one space between them."""
        return " ".join(self.soup.get_text(" ").split())

    @property
    def statements(self) -> str:
        """The words of the page without the numbers of passages, which may stand before a month."""
        markers = {id(words) for marker in self.select(".note-marker") for words in marker.strings}
        return " ".join(words.strip() for words in self.soup.strings if id(words) not in markers)

    def claims(self, css: str = "") -> Iterator[tuple[Tag, tuple[str, ...]]]:
        """Elements that carry claims, with the beginnings of the claims' ids."""
        for element in self.select(f"{css}[data-claims]"):
            yield element, tuple(str(element["data-claims"]).split())


@dataclass(frozen=True)
class Site:
    """Every file below a folder, and the records and the film that it was built from."""

    folder: Path
    content: Path = CONTENT
    film: str = "her"

    @cached_property
    def files(self) -> tuple[str, ...]:
        found = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path.as_posix() for path in found))

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """The HTML files by address."""
        return {
            url: Page(url, (self.folder / url).read_text("utf-8"))
            for url in self.files
            if url.endswith(".html")
        }

    @property
    def links(self) -> Iterator[Link]:
        for page in self.pages.values():
            yield from page.links

    def clicks_from(self, home: str) -> Mapping[str, int]:
        """How many clicks on a page's links and buttons lead to each page; nothing has to be typed."""
        clicks, edge = {home: 0}, [home]
        while edge:
            reached = {
                link.target for url in edge for link in self.pages[url].links if link.element in {"a", "form"}
            }
            edge = sorted(url for url in reached if url in self.pages and url not in clicks)
            clicks.update(dict.fromkeys(edge, max(clicks.values()) + 1))
        return clicks
