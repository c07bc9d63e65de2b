"""Mentions: where the names of the records stand in the texts."""


def register() -> None:
    """Add the stage that finds names (called by Pelican)."""
    from plugins.mentions.plugin import register as connect

    connect()
