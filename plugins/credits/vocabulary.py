"""The words of long lists that a text has: patterns are made for them alone where few texts are read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from plugins.lexicon.words_needed import small

FEW = 4
"""Texts that each have patterns of their own: of more it costs less to make patterns for all words once."""

_WORD = re.compile(r"\w+")


class Vocabulary:
    """The words of a text, as far as lists can have them; without a text, any word."""

    def __init__(self, text: str | None = None) -> None:
        self._text = None if text is None else small(text)

    def among(self, words: Iterable[str]) -> list[str]:
        """Those of some words that the text may have, and no other can match any of it.

        >>> Vocabulary("Two set designers").among(["set designer", "sets", "editor"])
        ['set designer']
        """
        text = self._text
        if text is None:
            return list(words)
        return [one for one in words if all(part in text for part in _WORD.findall(small(one)))]


ALL_WORDS = Vocabulary()

_read = count()


def vocabulary_of(text: str) -> Vocabulary:
    """What the patterns for a text are made of: its own words if it is one of the first few, else all.

    What patterns find is the same either way. Those for a few words are made in a tenth of the time, which
    counts where one text has changed; those for all words serve every text.
    """
    return Vocabulary(text) if next(_read) < FEW else ALL_WORDS
