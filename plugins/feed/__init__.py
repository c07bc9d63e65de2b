"""Atom feeds of what is new, for whoever follows an archive without looking in.

``changes.xml`` tells what the page of changes tells, an entry for each day on which somebody kept the
changes; ``pages.xml`` the pages that have come since, an entry for each.
"""


def register() -> None:
    """Add the generator that writes the feeds (called by Pelican)."""
    from plugins.feed.plugin import register as connect

    connect()
