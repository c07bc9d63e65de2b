"""What a build may leave as it is: the last good site until the new one is whole, and results kept since."""


def register() -> None:
    """Add the stage that keeps results (called by Pelican)."""
    from plugins.incremental.plugin import register as connect

    connect()
