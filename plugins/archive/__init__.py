"""The nouns of an archive: span, source, annotation, claim, entity, date, fault; and their fold.

Imports none of the other plugins; all of them import it.
"""


def register() -> None:
    """Add the stage that folds claims into an archive (called by Pelican)."""
    from plugins.archive.plugin import register as connect

    connect()
