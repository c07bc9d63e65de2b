"""Open data: everything that the archive knows as files, so that people and tests can use it."""


def register() -> None:
    """Add the stage that makes the data files, and the generator that writes them (called by Pelican)."""
    from plugins.open_data.plugin import register as connect

    connect()
