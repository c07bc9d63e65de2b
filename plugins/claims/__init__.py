"""Claims: every fact with the passage that it rests on, verified to the letter."""


def register() -> None:
    """Add the stages that make claims (called by Pelican)."""
    from plugins.claims.plugin import register as connect

    connect()
