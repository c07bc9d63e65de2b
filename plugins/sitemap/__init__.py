"""What search engines ask a host for: ``sitemap.xml``, the list of all pages, and ``robots.txt``."""


def register() -> None:
    """Add the generator that writes both (called by Pelican)."""
    from plugins.sitemap.plugin import register as connect

    connect()
