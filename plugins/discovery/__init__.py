"""Discovery: names of people, characters and works that no record knows, as film writing introduces them."""


def register() -> None:
    """Add the stages that find unrecorded names (called by Pelican)."""
    from plugins.discovery.plugin import register as connect

    connect()
