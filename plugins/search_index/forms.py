"""Which terms are forms of one word: *letter*, *letters*. Told at build time, so the browser stems nothing.

The stems are those that Whoosh brings for the language (Snowball: Porter, 2001). A language that it has no
stems for has no forms, and its words are found as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from plugins.search_index.bits import Numbers

LANGUAGE = "en"
"""Where nothing else is said."""

_REMEMBERED = 1 << 18
"""Stems are remembered within a process: many parts have the same terms."""


def stems_of(terms: Iterable[str], language: str = LANGUAGE) -> dict[str, str]:
    """The stem of each term that is not its own stem."""
    from whoosh.lang import has_stemmer

    tongue = language.partition("-")[0].lower()
    if not has_stemmer(tongue):
        return {}
    return {term: stem for term in terms if (stem := _stem(term, tongue)) != term}


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


@lru_cache(_REMEMBERED)
def _stem(term: str, language: str) -> str:
    return str(_stemmer(language)(term))


@lru_cache(8)
def _stemmer(language: str) -> Any:
    from whoosh.lang import stemmer_for_language

    return stemmer_for_language(language)
