"""An Atom feed of what is new: ``changes.xml``, for whoever follows an archive without looking in.

It tells what the page of changes tells, an entry for each day on which somebody kept the changes.
"""


def register() -> None:
    """Add the generator that writes the feed (called by Pelican)."""
    from plugins.feed.plugin import register as connect

    connect()
