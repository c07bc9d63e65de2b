"""How good a ranking is: the usual measures of retrieval, for questions whose answers are known.

All are between 0 and 1, and more is better, but for ``is_empty``. Relevance is binary: a page answers a
question or does not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2

FIRST_PAGE = 10
"""Places that a reader looks at before typing something else."""

Ranking = Sequence[str]
"""Addresses of pages, the best first."""

Wanted = frozenset[str]
"""Addresses of the pages that answer a question."""

Measure = Callable[[Ranking, Wanted], float]


def place_of(ranking: Ranking, wanted: Wanted) -> int | None:
    """The place of the first page that answers, counted from 1, or None where none of them does."""
    return next((place for place, url in enumerate(ranking, 1) if url in wanted), None)


def ndcg(ranking: Ranking, wanted: Wanted) -> float:
    """nDCG of the first ten places: what is found late counts less, beside the best order there is.

    >>> ndcg(["a", "b"], frozenset("a")), round(ndcg(["b", "a"], frozenset("a")), 3)
    (1.0, 0.631)
    """
    gained = sum(1 / log2(place + 1) for place, url in enumerate(ranking[:FIRST_PAGE], 1) if url in wanted)
    best = sum(1 / log2(place + 1) for place in range(1, min(len(wanted), FIRST_PAGE) + 1))
    return gained / best


def average_precision(ranking: Ranking, wanted: Wanted) -> float:
    """The mean of the precisions at each page that answers; one that is not found counts 0.

    >>> average_precision(["a", "x", "b"], frozenset("abcd"))
    0.41666666666666663
    """
    found = [place for place, url in enumerate(ranking, 1) if url in wanted]
    return sum(count / place for count, place in enumerate(found, 1)) / len(wanted)


def reciprocal_rank(ranking: Ranking, wanted: Wanted) -> float:
    """1 for a page that answers in the first place, 1/2 in the second, 0 beyond the tenth.

    >>> reciprocal_rank(["x", "a"], frozenset("a")), reciprocal_rank(["x"], frozenset("a"))
    (0.5, 0.0)
    """
    place = place_of(ranking[:FIRST_PAGE], wanted)
    return 1 / place if place else 0.0


def success(ranking: Ranking, wanted: Wanted) -> float:
    """1 where a page that answers comes first, else 0."""
    return float(place_of(ranking, wanted) == 1)


def is_empty(ranking: Ranking, _: Wanted) -> float:
    """1 where nothing at all was found: the only measure here of which less is better."""
    return float(not ranking)
