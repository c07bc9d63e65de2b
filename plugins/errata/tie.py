"""Where a correction belongs in an article: the sentence that it corrects, and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from plugins.archive.span import Span
from plugins.errata.compared_words import Word, words_of
from plugins.errata.contrasts import Contrast
from plugins.errata.corrections import Correction
from plugins.errata.figures import AGE, counts_the_same, is_long, other_figures
from plugins.errata.passages_by_words import FEW, MOST, Article
from plugins.errata.ties import ALREADY, MOST_SHARED, NOWHERE, ONE, SEVERAL, SILENT, STATED, TWO, Tie
from plugins.quotations.sentences import clause_around

TAKEN_BACK, REPEATED = 0.5, 0.75
"""How much of a statement's words a passage must share. What takes it back often has a pronoun for a name
and another form of the verb; what is only said again must be almost the same."""

_EDITORIAL = re.compile(
    r"articl|version|stor(?:y|i)|earli.*|origin.*|previou.*|incorrect.*|correct.*|wrong.*|error|mistaken.*"
    r"|mis(?:stat|spell|spelt|identifi|attribut|quot|nam|report|labell?).*|stat|report|amend|updat|edit.*|publish"
    r"|print|online|regret|clear|mak|review|interview|profil|post|piec|caption|headlin|du|becaus"
    r"|films?|movi|pictur",
    re.IGNORECASE,
)
"""Stems that tell of the correction itself, or of what the whole article is about."""

_NEGATION = re.compile(r"\b(?:not|never|no|neither|nor|without)\b|n['’]t\b", re.IGNORECASE)
_PRONOUN_FIRST = re.compile(r"\W*(?:it|he|she|they|that|this|his|her|its|their)\b", re.IGNORECASE)
_NOTE_MARKS = "*†‡§"


class Tying:
    """One correction, looked for in one article. ``erratum`` is the span of the segment that holds it."""

    def __init__(self, text: str, article: Article, erratum: Span, correction: Correction) -> None:
        self.text = text
        self.article = article
        self.correction = correction
        self.mark = text[erratum.start] if text[erratum.start] in _NOTE_MARKS else ""

    def tie(self) -> Tie:
        """The passage of the correction, or why there is none."""
        if self.correction.contrast is not None:
            return self._by_contrast(self.correction.contrast)
        if self.correction.claim is not None:
            return self._by_claim(self.correction.claim, self.correction.statement)
        if self.correction.right is None:
            return Tie(SILENT)
        if self.correction.right == self.correction.statement:
            return self._by_statement(self.correction.right)
        return self._by_topic(self.correction.right)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The stems of what the correction speaks of, without those that are right or wrong."""
        contrast = self.correction.contrast
        sides = [contrast.phrase, contrast.right] if contrast else [self.correction.right]
        said = {word.stem for side in sides if side for word in words_of(self.text, side)}
        if contrast is None and self.correction.right == self.correction.statement:
            said = set()
        about = {word for piece in self.correction.about for word in words_of(self.text, piece)}
        stems = {word.stem for word in about if not word.is_empty and not _EDITORIAL.fullmatch(word.stem)}
        return frozenset(stems - said)

    def _allowed(self, places: Collection[int]) -> list[int]:
        label = self.correction.label
        found = sorted(set(places))
        return [at for at in found if label is None or self.article.sentence(at).label is label]

    def _by_contrast(self, contrast: Contrast) -> Tie:
        wrong = words_of(self.text, contrast.wrong)
        phrase = words_of(self.text, contrast.phrase)
        right = words_of(self.text, contrast.right) if contrast.right else []
        exactly = [word.key for word in wrong] == [word.key for word in right]
        hits = self.article.with_phrase(phrase, exactly) or self.article.with_phrase(wrong, exactly)
        hits = [hit for hit in hits if self._speaks_of(hit, phrase, right)]
        places = self._allowed([place for place, _ in hits])
        if not places:
            return self._already(right) if right else Tie(NOWHERE)
        place, reason = self._chosen(places, ONE)
        if place is None:
            return Tie(reason)
        return Tie(reason, self._span(place), self._struck(place, wrong, exactly))

    def _speaks_of(self, hit: tuple[int, int], phrase: Sequence[Word], right: Sequence[Word]) -> bool:
        """Whether a sentence with the wrong words is on the correction's subject, as far as can be told.

        A figure must count the same as the right one, and be on the subject or an age. A name is enough
        by itself where the correction says in what kind of text it stands; and a name or a year where it
        stands once in an article that has neither the right one nor a word of the subject.
        """
        place, at = hit
        sentence = self.article.sentence(place)
        words = sentence.words[at : at + len(phrase) + 1]
        if phrase[-1].is_number and not counts_the_same(self.text, words, self.correction, self.topic):
            return False
        if self.correction.misspelled or self._bears_mark(place) or self._shares_enough(place):
            return True
        if phrase[0].is_number and (self.topic & AGE or sentence.stems & self.topic):
            return True
        if phrase[0].is_name and self.correction.label is not None:
            return True
        if not right or any(map(self.article.with_stem, sorted(self.topic))):
            return False
        known = any(self.article.frequency(word.key) for word in right)
        rare = phrase[0].is_name or (phrase[0].is_number and is_long(phrase[0]))
        return rare and not known and self.article.frequency(phrase[0].key) == 1

    def _shares_enough(self, place: int) -> bool:
        """Whether a sentence has two of the words of the subject, or all of them that the article has."""
        known = [stem for stem in self.topic if self.article.with_stem(stem)]
        return len(self.article.sentence(place).stems & self.topic) >= max(1, min(2, len(known)))

    def _chosen(self, places: Sequence[int], reason: str) -> tuple[int | None, str]:
        """The one place, or the best of several; None with the reason where they cannot be told apart."""
        if len(places) == 1:
            return places[0], reason
        marked = [at for at in places if self._bears_mark(at)] if len(places) <= MOST else []
        if len(marked) == 1:
            return marked[0], MOST_SHARED
        best = self.article.best(places, self.topic) if len(places) <= MOST else None
        return best, MOST_SHARED if best is not None else (TWO if len(places) == 2 else SEVERAL)

    def _bears_mark(self, place: int) -> bool:
        words = self._span(place).of(self.text)
        return bool(self.mark) and re.search(rf"\S{re.escape(self.mark)}", words) is not None

    def _already(self, right: Sequence[Word]) -> Tie:
        """The one sentence that has the right words, and speaks of the same."""
        hits = [place for place, _ in self.article.with_phrase(right)]
        places = [at for at in self._allowed(hits) if self._shares_enough(at)]
        if not places:
            return Tie(NOWHERE)
        place, reason = self._chosen(places, ALREADY)
        return Tie(reason) if place is None else Tie(ALREADY, self._span(place))

    def _struck(self, place: int, wrong: Sequence[Word], exactly: bool) -> Span:
        """The wrong words in a sentence: where they stand there twice, those after a word of the subject.

        The stretch that holds them all, where that does not tell.
        """
        words = self.article.sentence(place).words
        found = [at for number, at in self.article.with_phrase(wrong, exactly) if number == place]
        if len(found) > 1:
            after_subject = [at for at in found if at and words[at - 1].stem in self.topic]
            found = after_subject if len(after_subject) == 1 else found
        return Span(words[found[0]].span.start, words[found[-1] + len(wrong) - 1].span.end)

    def _by_claim(self, claim: Span, statement: Span | None) -> Tie:
        """The sentence that makes a statement which the correction takes back as a whole."""
        claimed = [word for word in words_of(self.text, claim) if not word.is_empty]
        stated = [word for word in words_of(self.text, statement) if not word.is_empty] if statement else []
        moved = {word.key for word in claimed if word.is_strong} & {
            word.key for word in stated if word.is_strong
        }
        place = self._stating(claimed, stated, TAKEN_BACK, moved)
        if isinstance(place, Tie):
            return place
        sentence = self.article.sentence(place)
        contested = {word.stem for word in claimed} - {word.stem for word in stated}
        if statement and _PRONOUN_FIRST.match(self.text, statement.start):
            contested -= {word.stem for word in claimed if word.is_name}
        contested = {stem for stem in contested if not _EDITORIAL.fullmatch(stem)}
        mended = {word.stem for word in stated} - {word.stem for word in claimed}
        if contested - sentence.stems and mended & sentence.stems:
            return Tie(ALREADY, sentence.span)
        if contested and not contested & sentence.stems and len(moved) < 2:
            return Tie(NOWHERE)
        if moved and self._is_set_as(place, moved, stated) and not self._is_set_as(place, moved, claimed):
            return Tie(ALREADY, sentence.span)
        keys = moved or {word.key for word in claimed if word.stem in contested}
        named = [word.span for word in sentence.words if word.key in keys]
        struck = (
            clause_around(self.text, self._span(place), Span(named[0].start, named[-1].end))
            if named
            else sentence.span
        )
        return Tie(STATED, sentence.span, struck)

    def _stating(
        self, claimed: Sequence[Word], stated: Sequence[Word], share: float, moved: Collection[str] = ()
    ) -> int | Tie:
        """The sentence that shares most with a statement: a share of its words, its rarest among them.

        Names that the right statement has too, in other places, are enough where all of them stand there.
        """
        strong = {word.key for word in claimed if word.is_strong and self.article.frequency(word.key)}
        known = strong or {word.key for word in claimed if self.article.frequency(word.key)}
        if not known:
            return Tie(NOWHERE)
        rarest = min(known, key=lambda key: (self.article.frequency(key), key))
        stems = {word.stem for word in claimed}
        places = [
            at
            for at in self._allowed(self.article.with_key(rarest))
            if len(self.article.sentence(at).stems & stems) >= max(2, share * len(stems))
            or (len(moved) > 1 and {word.key for word in self.article.sentence(at).words} >= set(moved))
        ]
        if not places:
            return Tie(NOWHERE)
        best = (
            self.article.best(places, stems | {word.stem for word in stated}) if len(places) <= MOST else None
        )
        return best if best is not None else Tie(TWO if len(places) == 2 else SEVERAL)

    def _is_set_as(self, place: int, keys: Collection[str], words: Sequence[Word]) -> bool:
        """Whether a sentence has quotation marks around the same names as some words have, where any has."""
        there = {word.key: word.quoted for word in self.article.sentence(place).words if word.key in keys}
        here = {word.key: word.quoted for word in words if word.key in keys}
        return any(here.values()) and there == here

    def _by_statement(self, statement: Span) -> Tie:
        """The sentence that a clarification is about: one that says the same, or the contrary of a denial."""
        words = [word for word in words_of(self.text, statement) if not word.is_empty]
        denied = _NEGATION.search(statement.of(self.text)) is not None
        place = self._stating(words, (), TAKEN_BACK if denied else REPEATED)
        if isinstance(place, Tie):
            return place
        passage = self._span(place)
        if denied and _NEGATION.search(passage.of(self.text)) is None:
            keys = {word.key for word in words}
            named = [word.span for word in self.article.sentence(place).words if word.key in keys]
            return Tie(
                STATED,
                passage,
                clause_around(self.text, self._span(place), Span(named[0].start, named[-1].end)),
            )
        return Tie(ALREADY, passage)

    def _by_topic(self, right: Span) -> Tie:
        """Where a correction gives what is right and not what was wrong: the other figure, the near name."""
        words = words_of(self.text, right)
        already = self._already(words)
        if already.reason != NOWHERE:
            return already
        if self.correction.misspelled:
            found = self.article.with_near_name(words[0].key) if len(words) == 1 else []
        else:
            found = other_figures(self.text, self.article, words, self.topic)
        places = self._allowed([place for place, _ in found])
        if not places:
            return Tie(NOWHERE)
        place, reason = (None, SEVERAL) if len(places) >= FEW else self._chosen(places, ONE)
        struck = [span for number, span in found if number == place]
        if place is None or len(struck) != 1:
            return Tie(reason if place is None else SEVERAL)
        figure = None if self.correction.misspelled else next(word.span for word in words if word.is_number)
        return Tie(reason, self._span(place), struck[0], figure)

    def _span(self, place: int) -> Span:
        return self.article.sentence(place).span
