"""Terms by their beginnings and by their ends, for words that were typed wrongly.

One slip leaves a half of a word as it is: the term that was meant stands among those with the same first
half, or among those with the same second half.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from plugins.search_index.fields import Field, Form
from plugins.search_index.inverted import Inverted, utf16_order

LEAST_LETTERS = 3
"""A shorter term is another word after any slip."""

LEAST_BEARING = 2
"""What stands in so many documents and in no name may be a slip itself."""

MOST_OFTEN = 9
"""The digit behind a term has one place."""

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
    likely = np.flatnonzero(named | (bearing > LEAST_BEARING))
    told = zip(likely.tolist(), bearing[likely].tolist(), strict=True)
    both = [one for number, often in told for one in spelt(index.terms[number], often, True)]
    return sorted(both, key=utf16_order)


def spelt(term: str, bearing: int, named: bool) -> tuple[str, ...]:
    """The strings that stand for a term which so many documents have in one field, if any do."""
    likely = named or bearing > LEAST_BEARING
    if not likely or len(term) < LEAST_LETTERS or any(one.isdigit() for one in term):
        return ()
    often = min(bearing.bit_length() - 1, MOST_OFTEN)
    return f"{term}{often}", f"{BACKWARDS}{term[::-1]}{often}"
