"""Tables of words as one reads and writes them: lines of words with spaces between."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """The words of some lines.

    >>> sorted(words("up down", "in"))
    ['down', 'in', 'up']
    """
    return frozenset(word for line in lines for word in line.split())
