"""Names of pages, authors and the like in the HTML of articles, for sites that are no archive."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Name
from plugins.lexicon.words import is_common
from plugins.mentions.finding import find_mentions
from plugins.mentions.matching import NameMatcher
from plugins.web_pages.page import read_web_page

_OPENING, _CLOSING = "<article>", "</article>"
_APART = re.compile(r"<(a|h[1-6]|pre|code|kbd|button|figcaption)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""Where no link is put: links, headings, and what is to be read letter by letter."""


@dataclass(frozen=True, slots=True)
class Named:
    """What names stand for. ``forms`` are its names, the first of them the usual one.

    ``link`` is its address as Pelican's own links are written (``{filename}/pages/lamp.md``), and ``url`` as
    templates print it behind ``SITEURL``. The surname of a ``person`` is found after the whole name.
    ``listed`` names were chosen by a maintainer: they are looked for even if they are words of every day.
    """

    forms: tuple[str, ...]
    link: str
    url: str
    is_person: bool = False
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A name in HTML, and what it means."""

    span: Span
    named: Named


class Namer:
    """Finds some names in any number of articles."""

    def __init__(self, all_named: Iterable[Named]) -> None:
        self._named = {str(number): one for number, one in enumerate(all_named)}
        ids: dict[str, set[str]] = {}
        for key, one in self._named.items():
            for form in one.forms:
                if one.is_listed or " " in form or not is_common(form):
                    ids.setdefault(form, set()).add(key)
        self._matcher = NameMatcher(Name(form, tuple(sorted(keys))) for form, keys in sorted(ids.items()))
        self._bearers = {key: _bearer(key, one) for key, one in self._named.items()}

    def places(self, html: str) -> list[Place]:
        """Every name in a piece of HTML that can mean one thing only, in order."""
        page = read_web_page(f"{_OPENING}{html}{_CLOSING}".encode())
        segments = tuple(
            Segment("article", block.span, number, Label.BODY, "paragraph")
            for number, block in enumerate(page.blocks, 1)
        )
        text = Document("article", Rights.FULL, Original("", page.text, page.blocks), segments)
        found = find_mentions(text, self._matcher, self._bearers)
        sure = (
            (one.span, one.candidates[0]) for one in found if len(one.candidates) == 1 and not one.familiar
        )
        return [Place(_inside(page.page_span(span)), self._named[key]) for span, key in sure]


def _bearer(key: str, one: Named) -> Bearer:
    return Bearer(key, Kind.PERSON if one.is_person else Kind.TERM, one.forms[0])


def _inside(span: Span) -> Span:
    return Span(span.start - len(_OPENING), span.end - len(_OPENING))


def with_links(html: str, places: Sequence[Place]) -> str:
    """The HTML with a link at the first place of each name at which one can stand."""
    apart = [Span(*one.span()) for one in _APART.finditer(html)]
    linked: set[str] = set()
    made, at = [], 0
    for place in places:
        words = place.span.of(html)
        if place.named.link in linked or "<" in words or any(one.overlaps(place.span) for one in apart):
            continue
        linked.add(place.named.link)
        made += [html[at : place.span.start], f'<a href="{escape(place.named.link)}">{words}</a>']
        at = place.span.end
    return "".join((*made, html[at:]))


def counted(places: Iterable[Place]) -> Mapping[Named, int]:
    """How often each is named, in the order in which they are named first."""
    counts: dict[Named, int] = {}
    for place in places:
        counts[place.named] = counts.get(place.named, 0) + 1
    return counts
