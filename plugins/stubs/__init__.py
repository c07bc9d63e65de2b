"""Stubs: records that nobody has written yet, for unrecorded texts and for names found in texts."""


def register() -> None:
    """Add the stages that make stubs (called by Pelican)."""
    from plugins.stubs.plugin import register as connect

    connect()
