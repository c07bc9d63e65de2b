"""Citing: every source, every page and every claim as a reference, and as data for bibliographies.

A source or a page becomes an item of the Citation Style Language (CSL 1.0.2), and that becomes BibTeX, RIS,
CSL-JSON and a formatted reference:

    >>> from plugins.archive.edtf import Edtf
    >>> from plugins.citing.item import Item
    >>> from plugins.citing.names import names_of
    >>> from plugins.citing.reference import reference
    >>> fog = Item("fog", "review", "The Fog", names_of("Ada Lark"), "The Quay", Edtf.parse("1962-06"))
    >>> reference(fog).text
    'Lark, Ada. ‘The Fog’. The Quay, June 1962.'
"""


def register() -> None:
    """Add the stage, the generator and what templates ask for (called by Pelican)."""
    from plugins.citing.plugin import register as connect

    connect()
