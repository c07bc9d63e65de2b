"""An article as sentences that can be found by their words, for whoever looks for what a correction means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.errata.compared_words import Word, differ_little, words_of
from plugins.quotations.sentences import find_sentences

MARGIN = 1.3
"""How many times the shared words of the second best sentence those of the best must weigh. Below it the
two differ by a common word or so, and either may be meant."""

MOST = 50
"""Sentences with the same words that are looked at; where more have them, none can be told from the rest."""


FEW = 3
"""Sentences that are kept of a word that is not sought: enough to know that it does not stand once."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, with the label of its segment, its words, and their stems."""

    span: Span
    label: Label
    words: tuple[Word, ...]
    stems: frozenset[str]


class Article:
    """The sentences of the segments with certain labels, in order, found by the words that are sought.

    Only those words are indexed, and sentences are parted into words again when they are asked for: an
    article may be long, and what is looked for in it is short.
    """

    def __init__(
        self, text: str, segments: Iterable[Segment], labels: Collection[Label], sought: Iterable[Word]
    ) -> None:
        self._text = text
        self._spans: list[tuple[Span, Label]] = []
        self._by_key: dict[str, list[int]] = {word.key: [] for word in sought}
        self._by_stem: dict[str, list[int]] = {word.stem: [] for word in sought}
        self._near: dict[int, Sentence] = {}
        self._first: dict[str, list[int]] = {}
        for segment in segments:
            if segment.label in labels:
                for span in find_sentences(text, segment.span):
                    self._index(span, segment.label)

    def _index(self, span: Span, label: Label) -> None:
        place = len(self._spans)
        self._spans.append((span, label))
        words = words_of(self._text, span)
        for key in {word.key for word in words}:
            if key in self._by_key:
                self._by_key[key].append(place)
            elif len(first := self._first.setdefault(key, [])) < FEW:
                first.append(place)
        for stem in _stems(words).intersection(self._by_stem):
            self._by_stem[stem].append(place)

    def sentence(self, place: int) -> Sentence:
        """The sentence with that number, counted from 0."""
        if place not in self._near:
            span, label = self._spans[place]
            words = tuple(words_of(self._text, span))
            self._near[place] = Sentence(span, label, words, _stems(words))
        return self._near[place]

    def with_near_name(self, key: str) -> list[tuple[int, Span]]:
        """Where the one word stands that differs from a name by a letter or two; the first `FEW` places.

        Nothing where there is no such word, or more than one.
        """
        near = [other for other in self._first if differ_little(other, key)]
        if len(near) != 1:
            return []
        return [
            (place, word.span)
            for place in self._first[near[0]]
            for word in self.sentence(place).words
            if word.key == near[0]
        ]

    def frequency(self, key: str) -> int:
        """In how many sentences a word stands that is sought."""
        return len(self._by_key.get(key, ()))

    def with_key(self, key: str) -> list[int]:
        """The sentences in which a word stands, `MOST` and one at most."""
        return self._by_key.get(key, [])[: MOST + 1]

    def with_stem(self, stem: str) -> list[int]:
        return self._by_stem.get(stem, [])[: MOST + 1]

    def with_phrase(self, phrase: Sequence[Word], exactly: bool = False) -> list[tuple[int, int]]:
        """The sentences in which words follow each other, each with the number of the first word there.

        ``exactly`` minds capitals. `MOST` sentences and one at most, of those that have the rarest word.
        """
        rarest = min(phrase, key=lambda word: self.frequency(word.key))
        return [
            (place, at)
            for place in self.with_key(rarest.key)
            for at in _places(self.sentence(place).words, phrase, exactly)
        ]

    def weight(self, place: int, stems: Collection[str]) -> float:
        """What the words that a sentence shares weigh: the rarer in the article, the more."""
        number = len(self._spans)
        shared = self.sentence(place).stems.intersection(stems)
        return sum(log(1 + number / len(self._by_stem[stem])) for stem in sorted(shared))

    def best(self, places: Iterable[int], stems: Collection[str]) -> int | None:
        """The sentence that shares most, None where it does so by less than the margin."""
        ranked = sorted(((self.weight(place, stems), place) for place in places), reverse=True)
        if not ranked or ranked[0][0] == 0:
            return None
        if len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]:
            return None
        return ranked[0][1]


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(word.stem for word in words if not word.is_empty)


def _places(words: Sequence[Word], phrase: Sequence[Word], exactly: bool) -> list[int]:
    first = phrase[0]
    return [
        at
        for at, word in enumerate(words)
        if word.key == first.key
        and len(words) - at >= len(phrase)
        and all(
            one.key == other.key and (not exactly or one.surface == other.surface)
            for one, other in zip(words[at:], phrase, strict=False)
        )
    ]
