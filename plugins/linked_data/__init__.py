"""Structured data in pages (JSON-LD, schema.org): what the archive holds to be so, and nothing in doubt.

Programs that read it cannot see a disagreement, a status or a source. So a value is left out where a reader
of the page would need one of them.
"""


def register() -> None:
    """Add the stage (called by Pelican)."""
    from plugins.linked_data.plugin import register as connect

    connect()
