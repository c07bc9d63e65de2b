"""Quotations in a text, with their speakers where the text names who says them.

>>> from plugins.quotations.finding import find_quotations
>>> from plugins.sources.segments import segment
>>> text = "“Fog first,” says Nadia Bell."
>>> [one.speaker and one.speaker.of(text) for one in find_quotations(text, segment("review", text))]
['Nadia Bell']
"""


def register() -> None:
    """Add the stage that finds all quotations (called by Pelican)."""
    from plugins.quotations.plugin import register as connect

    connect()
