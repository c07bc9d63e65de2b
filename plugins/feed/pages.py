"""The pages that are new as an Atom feed (RFC 4287), an entry for each: the same bytes for the same pages."""

from __future__ import annotations

from feedgenerator import Atom1Feed
from markupsafe import escape

from plugins.entity_pages.draft import HOME_CRUMB
from plugins.entity_pages.new_pages import PAGES, NewPages
from plugins.feed.atom import first_moment, readable

MOST_PAGES = 100
"""New pages in the feed. A record is seldom kept with more; what is older is on the site."""


def pages_feed(new: NewPages, title: str, root: str, language: str) -> bytes:
    """The feed of new pages. ``root`` is the site's address with a slash at its end, or nothing.

    Its last entry tells what the archive began with. So it is never empty, and the day of its last change is
    that of an entry and of no clock.
    """
    feed = Atom1Feed(
        title=f"{title}: new pages",
        link=root + HOME_CRUMB.url,
        description="Pages that the archive has got, and when.",
        language=language,
        author_name=title,
        feed_url=root + PAGES,
        feed_guid=new.urn,
    )
    for page in new.pages[:MOST_PAGES]:
        feed.add_item(
            title=readable(page.ref.name),
            link=root + page.ref.url,
            # The library calls it HTML.
            description=str(escape(readable(page.ref.summary))),
            author_name=readable(page.who),
            updateddate=first_moment(page.day),
            unique_id=page.urn,
        )
    feed.add_item(
        title="What the archive began with",
        link=root + HOME_CRUMB.url,
        description=f"When its log began, the archive knew something of {new.known} subjects.",
        author_name=readable(new.who),
        updateddate=first_moment(new.since),
        unique_id=f"{new.urn}#began",
    )
    return f"{feed.writeString('utf-8')}\n".encode()
