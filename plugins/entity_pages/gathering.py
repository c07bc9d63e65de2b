"""The pages that gather: what each is called, where it stands, and which of them have anything to gather."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.archive.source import Rights
from plugins.authority.entities import INDEX
from plugins.entity_pages.differing import ADDRESS
from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Ref


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
    "Who worked on the film, with what became of their part and who says so.",
)
TIMELINE = Section(
    "timeline.html",
    "Timeline",
    "How the film came to be, as its sources date it, and what they only announced.",
)
DISAGREEMENTS = Section(
    ADDRESS,
    "Where the sources differ",
    "Every value that has another beside it, who states each, and what the difference means.",
)
REVIEWS = Section(
    "reviews.html",
    "Reviews",
    "What they agree and differ on, and what each praises and minds, in our words.",
)
A_TO_Z = Section(INDEX, "A to Z", "Every name in the archive, with or without a page of its own.")
SEARCH = Section("search.html", "Search", "Search every page of the archive.")
WORDS = Section("words.html", "Index", "Words that tell of a few pages, as at the end of a book.")
"""Not among the others: whether there are such words is for the search to say."""

DATA = Section(
    "data.html",
    "The data",
    "Everything that this archive knows, as files for programs: what each of them holds, and how to use it.",
)
CHANGES = Section(
    "changes.html",
    "What is new",
    "What the archive has come to know, what it has changed its mind about, and who kept count.",
)
"""Not among the others: whether it is made is for the log of changes to say, which no record holds."""

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

_ALL = (CREDITS, TIMELINE, DISAGREEMENTS, REVIEWS, A_TO_Z, *LISTS.values(), SEARCH, DATA, NOT_FOUND)

GATHERING = frozenset({HOME_CRUMB.url, CHANGES.url, WORDS.url, *(section.url for section in _ALL)})
"""The addresses at which no record may stand."""


def gathered(site: Site) -> tuple[Section, ...]:
    """The gathering pages that are made: those with something on them, the A to Z, and those for the lost."""
    empty = set(_empty(site))
    return tuple(section for section in _ALL if section not in empty)


def _empty(site: Site) -> Iterator[Section]:
    archive, film = site.archive, site.film
    if film is None or not any(one.work == film.id for one in archive.credits_with.get(film.id, ())):
        yield CREDITS
    if not archive.events:
        yield TIMELINE
    if not site.anchors:
        yield DISAGREEMENTS
    if not site.settings.search:
        yield SEARCH
    if not reviews_in(site):
        yield REVIEWS
    if not site.settings.data:
        yield DATA
    for kind, section in LISTS.items():
        if not any(entity.has_page for entity in archive.of(kind)):
            yield section


def reviews_in(site: Site) -> list[str]:
    """The reviews by name, those that the archive shows whole, its own among them, after the others."""
    reviews = [entity.id for entity in site.archive.of(Kind.SOURCE) if entity.type == "review"]
    return sorted(reviews, key=lambda source: site.rights(source) is Rights.FULL)
