"""Authority: the records of ``content/``, the names they answer to, and which of them a mention means."""


def register() -> None:
    """Add the stages that read records and link mentions (called by Pelican)."""
    from plugins.authority.plugin import register as connect

    connect()
