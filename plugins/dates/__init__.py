"""Dates: the EDTF of the records, the dates that texts speak of, and dates in words that add nothing.

>>> from plugins.archive.edtf import Edtf
>>> from plugins.dates.english import in_words
>>> in_words(Edtf.parse("2003-21~"))
'about spring 2003'
"""


def register() -> None:
    """Add the stages that read dates (called by Pelican)."""
    from plugins.dates.plugin import register as connect

    connect()
