"""Which pages have come since somebody began to keep an archive's changes, as far as its log can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.changes.change import ChangeKind
from plugins.changes.log import ChangeLog, Entry, lines_of
from plugins.entity_pages.news import urn_of
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import Ref

PAGES = "pages.xml"
"""The address of the feed of new pages, which is there when the page of changes is."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page that is new. ``day`` is the day as the log has it, ``who`` kept it, ``urn`` is its name."""

    ref: Ref
    day: str
    who: str
    urn: str


@dataclass(frozen=True, slots=True)
class NewPages:
    """The new pages, the newest day first, and what stood there before, which nobody tells one by one.

    ``since`` is the day on which the log began, ``who`` began it. ``known`` counts what it had claims about.
    """

    urn: str
    since: str
    who: str
    known: int
    pages: tuple[NewPage, ...]


def new_pages(log: ChangeLog, site: Site) -> NewPages | None:
    """The pages of a site that are new by its log; None where nobody keeps one.

    A page is new on the day with which the log first has a claim about what it is about. So a page without
    any claim is never told, nor is one whose first claims became known only because a text was at hand that
    had not been. Stubs are told when somebody has written them. Of one day, pages stand by name.
    """
    if log.begun is None:
        return None
    known = set(_subjects(log.begun))
    count, found = len(known), []
    for entry in log.entries[1:]:
        here = {change.topic[0] for change in entry.changes if change.kind is ChangeKind.ADDED} - known
        known |= set(_subjects(entry))
        found += [one for subject in here if (one := _page(subject, entry, site))]
    found.sort(key=lambda one: (one.ref.name.casefold(), one.ref.id))
    found.sort(key=lambda one: one.day, reverse=True)
    begun = log.begun
    return NewPages(
        urn_of("pages", lines_of(begun, is_first=True)), begun.when, begun.who, count, tuple(found)
    )


def _subjects(entry: Entry) -> Iterator[str]:
    return (change.topic[0] for change in entry.changes if change.after)


def _page(subject: str, entry: Entry, site: Site) -> NewPage | None:
    entity = site.archive.entities.get(subject)
    if entity is None or entity.is_stub or not entity.has_page:
        return None
    return NewPage(site.ref(subject), entry.when, entry.who, urn_of("page", subject))
