"""Credits that texts state in so many words: “Samantha (voiced by Scarlett Johansson)”, “her editor”."""


def register() -> None:
    """Add the stage that reads credits in texts (called by Pelican)."""
    from plugins.credits.plugin import register as connect

    connect()
