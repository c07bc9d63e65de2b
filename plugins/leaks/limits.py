"""How much of a text may be shown, in words in a row and in all."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.settings import Settings
from plugins.archive.source import Rights
from plugins.sources.rights import LONG_WORD

CHANCE = 8
"""Words in a row that two writers on one film may share by chance; nine have not been seen to."""

PHRASE = 6
"""Words in a row from which on a match counts towards the share; shorter ones are anybody's."""

SIGNS_BY_CHANCE = 24
"""The same as CHANCE for scripts without spaces: three signs hold about as much as an English word."""


@dataclass(frozen=True, slots=True)
class Limit:
    """``words`` in a row; of a script without spaces, ``signs`` in a row. ``share`` is from 0 to 1."""

    words: int
    signs: int
    share: float

    def length_of(self, words: int, signs: int) -> int:
        """The length of a run in words, its signs turned into words at the rate of the two limits."""
        return max(words, -(-signs * self.words // self.signs))


def limit_of(rights: Rights, settings: Settings) -> Limit:
    """What a text that is not free may show.

    An excerpt shorter than CHANCE cannot be told from chance, so no limit is below it. A text that may
    not be quoted has the share of one that may: so many short phrases of it are no chance either.
    """
    if rights is Rights.EXCERPT and settings.excerpt_words > CHANCE:
        words = settings.excerpt_words
        return Limit(words, words * LONG_WORD, settings.excerpt_share)
    return Limit(CHANCE, SIGNS_BY_CHANCE, settings.excerpt_share)


BY_CHANCE = Limit(CHANCE, SIGNS_BY_CHANCE, 1.0)
"""What readers' comments may share with a page, whatever the rights of their text."""
