"""What the page of changes and its feed print: entries of the log, and a sentence for each change."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plugins.entity_pages.views import DateWords, Ref


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One change. ``kind`` is its kind as the log has it, ``word`` the kind in a word for readers.

    ``sentence`` has its links. ``claims`` are the ids of the claims that it tells of and that still stand.
    """

    kind: str
    word: str
    sentence: Markup
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NewsGroup:
    """What is new of one subject. A subject that the archive no longer has is a name without an address."""

    subject: Ref
    items: tuple[NewsItem, ...]


@dataclass(frozen=True, slots=True)
class NewsEntry:
    """What one person kept on one day, as far as it is news.

    ``day`` is the day as the log has it, ``title`` what is new in numbers. ``anchor`` is its id on the page
    and ``urn`` its name anywhere: both stay when later entries are added. Of the entry that a log begins
    with, ``begins`` says in a sentence what the archive held; it has no groups.
    """

    anchor: str
    urn: str
    day: str
    date: DateWords
    who: str
    title: str
    groups: tuple[NewsGroup, ...]
    begins: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """All entries with news, the newest first, and the day since which changes are kept.

    ``urn`` is the name of the log, wherever the site stands.
    """

    urn: str
    since: DateWords
    entries: tuple[NewsEntry, ...]
