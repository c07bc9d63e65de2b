"""Terms by their beginnings and by their ends, for words that were typed wrongly.

One slip leaves a half of a word as it is: the term that was meant stands among those with the same first
half, or among those with the same second half.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.search_index.bits import bit_length
from plugins.search_index.fields import Field, Form
from plugins.search_index.inverted import Inverted, utf16_order

LEAST_LETTERS = 3
"""A shorter term is another word after any slip."""

BACKWARDS = "<"
"""Stands before a term that is written backwards; all these come before all others."""


def spellable(index: Inverted, fields: Sequence[Field]) -> list[str]:
    """The terms that a misspelt word may mean, forwards and backwards, sorted; behind each a digit.

    The digit is the logarithm to the base 2 of how many pages have it, at most 9. There are those that three
    pages have, or a title or a name; what stands in one text or two may be a slip itself. No numbers: a year
    is not a misspelt year.
    """
    names = [number for number, field in enumerate(fields) if field.form is Form.NAMES]
    named = np.zeros(len(index.terms), dtype=bool)
    named[index.term[np.isin(index.field, names)]] = True
    bearing = index.bearing()
    classes = np.minimum(bit_length(bearing) - 1, 9).tolist()
    likely = (named | (bearing > 2)).tolist()
    both = [
        f"{written}{often}"
        for term, wanted, often in zip(index.terms, likely, classes, strict=True)
        if wanted and len(term) >= LEAST_LETTERS and not any(one.isdigit() for one in term)
        for written in (term, BACKWARDS + term[::-1])
    ]
    return sorted(both, key=utf16_order)
