"""Originals, matched to their records by sha256 and cut into numbered, labelled segments."""


def register() -> None:
    """Add the stages that read originals (called by Pelican)."""
    from plugins.sources.plugin import register as connect

    connect()
