"""Which terms are forms of one word: *letter*, *letters*. Told at build time, so the browser stems nothing.

The stems are those of Snowball (Porter, 2001) for the language, by its own library. A language that it has no
stems for has no forms, and its words are found as they are. Whoosh brings an older version of the same, in
Python, which takes an *evening* for a form of *even*; that took a twelfth of the making of an index.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import Stemmer

from plugins.search_index.bits import Numbers

LANGUAGE = "en"
"""Where nothing else is said."""


def stems_of(terms: Iterable[str], language: str = LANGUAGE) -> dict[str, str]:
    """The stem of each term that is not its own stem."""
    stemmer = _stemmer(language.partition("-")[0].lower())
    if stemmer is None:
        return {}
    terms = list(terms)
    return {term: stem for term, stem in zip(terms, stemmer.stemWords(terms), strict=True) if stem != term}


def families(terms: Sequence[str], stems: Mapping[str, str]) -> Numbers:
    """For each term the number of its family; terms are of one family when they have the same stem."""
    numbers: dict[str, int] = {}
    return np.fromiter(
        (numbers.setdefault(stems.get(term, term), len(numbers)) for term in terms), np.int32, len(terms)
    )


def to_the_one_before(family: Numbers) -> Numbers:
    """For each term how many terms back the one before of its family stands, 0 where there is none."""
    order = np.argsort(family, kind="stable")
    same = (
        np.concatenate((np.zeros(1, bool), np.diff(family[order]) == 0)) if len(order) else np.zeros(0, bool)
    )
    back = np.zeros(len(family), dtype=np.int64)
    back[order] = np.where(same, order - np.roll(order, 1), 0)
    return back


def _stemmer(language: str) -> Any:
    """What gives the stems of a language, or None."""
    try:
        # Without a memory of its own: each part of an index has each of its terms once.
        return Stemmer.Stemmer(language, 0)
    except KeyError:
        return None
