"""What an archive has come to know between two of its states: claims added, removed, changed, contradicted.

A state is read from the open data of a build, or from the log of earlier states in ``content/changes.jsonl``.
Notes, summaries, the order of records and how much of a wording is shown are no knowledge, and no change.
"""


def register() -> None:
    """Add the stage that reads the log (called by Pelican)."""
    from plugins.changes.plugin import register as connect

    connect()
