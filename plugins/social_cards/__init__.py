"""A picture for each page, for where its address is shared: its title card, drawn when a site is built."""


def register() -> None:
    """Add the generator that draws the cards (called by Pelican)."""
    from plugins.social_cards.plugin import register as connect

    connect()
