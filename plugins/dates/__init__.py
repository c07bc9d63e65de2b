"""Dates: the EDTF of the records, and how a date is put into words without adding to it."""


def register() -> None:
    """Add the stage that reads dates (called by Pelican)."""
    from plugins.dates.plugin import register as connect

    connect()
