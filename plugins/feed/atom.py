"""The news of an archive as an Atom feed (RFC 4287): the same bytes for the same news.

A log says on which day something was kept, and Atom wants a moment. Every day is written as its first moment
in UTC: that is a form for programs, and no page shows it. Names of entries are made of what they say, so that
a feed reader knows them again when the site moves, and in a site without an address of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from feedgenerator import Atom1Feed
from markupsafe import Markup

from plugins.entity_pages.gathering import CHANGES
from plugins.entity_pages.news import FEED
from plugins.entity_pages.news_views import News, NewsEntry, NewsGroup

MOST_ENTRIES = 30
"""Entries in a feed. A reader who was away for longer finds the others on the page."""

MOST_ITEMS = 40
"""Changes of one entry that a feed tells, about two screens; how many more there are, it says."""


def atom_feed(news: News, title: str, root: str, language: str) -> bytes:
    """The feed of some news. ``root`` is the site's address with a slash at its end, or nothing.

    Without an address every link is relative to the feed itself, which stands at the site's root; RFC 4287
    allows it in section 4.2.7.1, and readers resolve such links against where they had the feed from.
    """
    feed = Atom1Feed(
        title=f"{title}: {CHANGES.title.lower()}",
        link=root + CHANGES.url,
        description=CHANGES.line,
        language=language,
        author_name=title,
        feed_url=root + FEED,
        feed_guid=news.urn,
    )
    for entry in news.entries[:MOST_ENTRIES]:
        feed.add_item(
            title=f"{entry.date.words}: {entry.title}",
            link=f"{root}{CHANGES.url}#{entry.anchor}",
            description=None,
            content=readable(str(content_of(entry, root))),
            author_name=readable(entry.who),
            updateddate=first_moment(entry.day),
            unique_id=entry.urn,
        )
    return f"{feed.writeString('utf-8')}\n".encode()


def first_moment(day: str) -> datetime:
    """The first moment of a day in UTC, for programs that cannot do without one.

    It bears no zone: the library then writes ``Z``, the plainest of the forms that RFC 3339 has for UTC.

    >>> first_moment("2026-11-27").isoformat()
    '2026-11-27T00:00:00'
    """
    return datetime.combine(date.fromisoformat(day), time())


def content_of(entry: NewsEntry, root: str) -> Markup:
    """An entry as HTML: its subjects with their changes, the first ``MOST_ITEMS`` of them."""
    parts = [Markup("<p>{}</p>").format(entry.begins)] if entry.begins else []
    parts += [_group(group, root) for group in _first(entry.groups, MOST_ITEMS)]
    rest = sum(len(group.items) for group in entry.groups) - MOST_ITEMS
    if rest > 0:
        link = Markup('<a href="{}{}#{}">and {} more</a>').format(root, CHANGES.url, entry.anchor, rest)
        parts.append(Markup("<p>{}</p>").format(link))
    return Markup("\n").join(parts)


def _first(groups: tuple[NewsGroup, ...], most: int) -> Iterator[NewsGroup]:
    """The groups with as many items as there is room for; groups for which none is left are not there."""
    for group in groups:
        if most > 0:
            yield NewsGroup(group.subject, group.items[:most])
        most -= len(group.items)


def _group(group: NewsGroup, root: str) -> Markup:
    subject = group.subject
    name = Markup('<a href="{}{}">{}</a>').format(root, subject.url, subject.name)
    items = Markup("\n").join(Markup("<li>{}</li>").format(one.sentence) for one in group.items)
    heading = name if subject.url else Markup("{}").format(subject.name)
    return Markup("<h3>{}</h3>\n<ul>\n{}\n</ul>").format(heading, items)


def readable(text: str) -> str:
    """A text without the characters that XML 1.0 has no form for (section 2.2): a log may hold any.

    >>> readable("a bell\\x07 and a line\\nfeed")
    'a bell and a line\\nfeed'
    """
    return "".join(sign for sign in text if _is_xml(ord(sign)))


def _is_xml(code: int) -> bool:
    return (
        code in {0x9, 0xA, 0xD}
        or 0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
    )
