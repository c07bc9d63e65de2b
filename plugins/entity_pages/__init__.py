"""Pages: an archive as views, and the views as HTML through the theme."""


def register() -> None:
    """Add the stages that build views, and the generator that writes pages (called by Pelican)."""
    from plugins.entity_pages.plugin import register as connect

    connect()
