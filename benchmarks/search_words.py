"""A vocabulary as large as that of real pages: known words first, invented ones in the tail, and topics.

How often a word comes follows Zipf's law in its two parts: what everybody says falls off slowly with its
place, and the long tail of what is said once or twice falls off fast.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import accumulate

TOPICS = 200
"""Topics of which a page has one or two. Each word that is not among the commonest stands in one of them."""

OF_NO_TOPIC = 60
"""The commonest words stand in texts about anything."""

ENDINGS = ("s", "s", "s", "s", "ed", "ed", "ing", "ing", "er", "ers", "ly", "ness", "less")
"""What makes another word of a word; the plural is the commonest."""

SLOPE, TAIL_SLOPE = 0.95, 1.7
"""The powers of a word's place with which shares fall off, before the tail and in it."""

SHIFT = 5.0
"""Places by which the law begins late: the first words are not that much commoner than the next."""

_END = "\n"
_SHORTEST, _LONGEST = 6, 13
"""Letters of an invented word; rare words are long."""


def zipf_weights(places: Iterable[int], tail: int) -> list[float]:
    """The weights of the words at these places, of which 0 is the commonest; ``tail`` is where it begins."""
    return [
        (place + 1 + SHIFT) ** -SLOPE * (1 + (place + 1) / tail) ** (SLOPE - TAIL_SLOPE) for place in places
    ]


class Vocabulary:
    """Words by their place. An invented word depends on its place alone, and is spelled when first drawn.

    ``spelling`` are the words whose letters teach how the invented ones are spelled. ``varied``: some are
    another word with an ending, as rare words often are; names are not.
    """

    def __init__(
        self, known: Sequence[str], spelling: Iterable[str], size: int, tail: int, varied: bool = True
    ) -> None:
        self._words = dict(enumerate(known[:size]))
        self._known = len(self._words)
        self._chain = _letter_chain(spelling)
        self._varied = varied
        self._places = range(size)
        self._heaped = list(accumulate(zipf_weights(self._places, tail)))
        # Every band of as many words as there are topics gives one to each: all topics weigh the same.
        self._bands = range((size - OF_NO_TOPIC) // TOPICS)
        first_of_bands = (OF_NO_TOPIC + TOPICS * band for band in self._bands)
        self._heaped_bands = list(accumulate(zipf_weights(first_of_bands, tail)))

    def draw(self, chance: random.Random) -> str:
        """Any word, the commoner the likelier."""
        return self.word(chance.choices(self._places, cum_weights=self._heaped)[0])

    def draw_of_topic(self, topic: int, chance: random.Random) -> str:
        """A word of one of TOPICS."""
        band = chance.choices(self._bands, cum_weights=self._heaped_bands)[0]
        return self.word(OF_NO_TOPIC + TOPICS * band + (topic + 71 * band) % TOPICS)

    def word(self, place: int) -> str:
        """The word at a place. Now and then two places have the same invented word."""
        if place not in self._words:
            self._words[place] = self._invented(place)
        return self._words[place]

    def _invented(self, place: int) -> str:
        chance = random.Random(place)
        if self._varied and chance.random() < 0.4:
            other = chance.randrange(place)
            stem = self._words[other] if other < self._known else self._spelled(random.Random(other))
            return f"{stem}{chance.choice(ENDINGS)}"
        return self._spelled(chance)

    def _spelled(self, chance: random.Random) -> str:
        """Letters in the order in which those of the known words follow each other."""
        spelled = "  "
        while len(spelled) <= _LONGEST + 2:
            letter = chance.choice(self._chain[spelled[-2:]])
            if letter != _END:
                spelled += letter
            elif len(spelled) >= _SHORTEST + 2:
                break
            else:
                spelled = "  "
        return spelled.strip()


def _letter_chain(words: Iterable[str]) -> dict[str, list[str]]:
    """Which letters follow each two, as often as they do; ``_END`` ends a word."""
    chain: dict[str, list[str]] = {}
    for word in words:
        padded = f"  {word.lower()}{_END}"
        for place in range(2, len(padded)):
            chain.setdefault(padded[place - 2 : place], []).append(padded[place])
    return chain
