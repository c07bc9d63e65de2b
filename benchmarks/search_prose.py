"""Made-up plots: the builds of learned sentences, filled with words of a topic and a page's own people."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from math import log

from benchmarks.film_prose import made_up_names
from benchmarks.search_material import NAME, WORD, Material
from benchmarks.search_words import TOPICS, Vocabulary

MEAN_WORDS, SPREAD = 430, 0.6
"""The words of a page: their mean, and the standard deviation of their logarithm."""

WORDS, WORDS_TAIL = 400_000, 3_500
"""Words that may come, most so rarely that ten thousand pages do not have them; where the tail begins."""

NAMES, NAMES_TAIL = 150_000, 600
"""The same of the words of names."""

TOPICAL, REPEATED = 0.33, 0.05
"""Shares of the words: those of the page's topics, and those that the page has already used."""

OTHER_NAMES = 0.15
"""The share of names that are of no character: towns, ships, songs."""


class Language:
    """Everything that plots are made of, the same for all pages: ``sentences``, ``words`` and ``names``."""

    def __init__(self, material: Material) -> None:
        invented = {word for name in made_up_names(2_000).forms for word in name.form.split()}
        spelling = (*material.words, *material.names, *sorted(invented))
        self.sentences = material.sentences
        self.words = Vocabulary(material.words, spelling, WORDS, WORDS_TAIL)
        self.names = Vocabulary(material.names, spelling, NAMES, NAMES_TAIL, varied=False)

    def name(self, chance: random.Random) -> str:
        """One word of a name."""
        name = self.names.draw(chance)
        return f"{name[:1].upper()}{name[1:]}"


class Plot:
    """One made-up story: its topics, its characters, and the words that it has used so far.

    ``characters`` are names in two parts, of which the second is a surname; some are made up without them.
    """

    def __init__(
        self, language: Language, chance: random.Random, characters: Sequence[list[str]] = ()
    ) -> None:
        self._language = language
        self._chance = chance
        self._topics = chance.sample(range(TOPICS), chance.randint(1, 2))
        self._characters = list(characters) or [
            [language.name(chance), language.name(chance)] for _ in range(chance.randint(3, 7))
        ]
        self._used: list[str] = []

    def paragraphs(self) -> Iterator[str]:
        left = self._length()
        while left > 0:
            sentences = [self._sentence() for _ in range(self._chance.randint(3, 8))]
            left -= sum(one.count(" ") + 1 for one in sentences)
            yield " ".join(sentences)

    def title(self) -> str:
        """One to five words of what the film is about."""
        words = [self.word().capitalize() for _ in range(self._chance.choice((1, 1, 2, 2, 2, 3)))]
        style = self._chance.random()
        if style < 0.3:
            return f"The {' '.join(words)}"
        if style < 0.45:
            return f"{' '.join(words[:2])} of {self._language.name(self._chance)}"
        return " ".join(words)

    def word(self) -> str:
        """A word of a topic, of this page, or any."""
        chance, style = self._chance, self._chance.random()
        if style < REPEATED and self._used:
            return chance.choice(self._used)
        words = self._language.words
        if style < REPEATED + TOPICAL:
            # The first of two topics is what the page is mostly about.
            word = words.draw_of_topic(self._topics[0 if chance.random() < 0.7 else -1], chance)
        else:
            word = words.draw(chance)
        self._used.append(word)
        return word

    def _length(self) -> int:
        """Words, less the half paragraph by which the last one is too long."""
        words = self._chance.lognormvariate(log(MEAN_WORDS) - SPREAD**2 / 2, SPREAD)
        return max(30, round(words) - 45)

    def _sentence(self) -> str:
        pieces = list(self._chance.choice(self._language.sentences))
        character: list[str] | None = None
        for place in range(1, len(pieces), 2):
            if pieces[place] == NAME:
                goes_on = character is not None and pieces[place - 1] == " "
                character = (character or [])[1:] if goes_on else self._called()
                pieces[place] = character[0] if character else self._language.name(self._chance)
                continue
            character = None
            if pieces[place] == WORD:
                pieces[place] = self.word()
        sentence = "".join(pieces).strip()
        return f"{sentence[:1].upper()}{sentence[1:]}"

    def _called(self) -> list[str]:
        """The words of a name, the next ones for the slots that follow it."""
        style = self._chance.random()
        if style < OTHER_NAMES:
            return [self._language.name(self._chance), self._language.name(self._chance)]
        given, surname = self._chance.choice(self._characters)
        return [surname] if style < 0.35 else [given, surname]
