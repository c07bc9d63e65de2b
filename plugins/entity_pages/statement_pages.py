"""Where statements are told that rest on a text: at its paragraphs, of a long text on pages of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from plugins.archive.claim import Claim

MOST_STATEMENTS = 120
"""Statements on one page, about: six kilobytes as they are sent, and ten screens of a computer."""


def first_paragraphs(claims: Iterable[Claim]) -> tuple[int, ...]:
    """The paragraphs with which the second page and those after it begin; none where one page tells all.

    Pages are as few as have about ``MOST_STATEMENTS`` each, one as long as the other, and cut no paragraph.
    """
    counted = Counter(claim.pointer.paragraph if claim.pointer else None for claim in claims)
    total = counted.total()
    pages = -(-total // MOST_STATEMENTS)
    told = counted[None]
    found: list[int] = []
    for paragraph in sorted(one for one in counted if one is not None):
        if told and told * pages >= total * (len(found) + 1):
            found.append(paragraph)
        told += counted[paragraph]
    return tuple(found)


def page_telling(paragraph: int | None, firsts: Sequence[int]) -> int:
    """The number of the page that tells of a paragraph, from 1; what is cited as a whole is on the first.

    >>> [page_telling(one, (9, 20)) for one in (None, 8, 9, 40)]
    [1, 1, 2, 3]
    """
    return 1 if paragraph is None else bisect_right(firsts, paragraph) + 1


def statements_url(source: str, page: int) -> str:
    """The address of a page of statements; no record can stand there, whatever its id."""
    return f"sources/{source}/rests-{page}.html"


def place_url(page_url: str, paragraph: int | None) -> str:
    """The address of a paragraph on a page about its source; of the page itself when there is none."""
    return page_url if paragraph is None else f"{page_url}#p{paragraph}"
