"""Figures in an article and what they count: ages, minutes, years."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plugins.archive.span import Span
from plugins.errata.compared_words import Word, words_of
from plugins.errata.corrections import Correction
from plugins.errata.passages_by_words import Article

AGE = frozenset(["ag", "age", "old"])
"""Stems of which one stands wherever a correction speaks of somebody's age."""

YEAR = 4
"""Digits of a figure that may be a year or a sum, and stands before any noun: ``the 2009 premiere``."""

_AGE_BEFORE = re.compile(r"\b(?:aged?|turn(?:ed|s|ing)?)\s$", re.IGNORECASE)
_AGE_BETWEEN = re.compile(r"(?:\b(?:at|is|was|then|now)\s|,\s|\()$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[-\s‑]years?[-\s‑]olds?\b", re.IGNORECASE)
_AGE_ENDS = re.compile(r"\s?[,.;)]|\s(?:and|when|who)\b", re.IGNORECASE)


def is_age(text: str, word: Word) -> bool:
    """Whether a figure stands as an age does: ``Varga, 34, says``, ``a 34-year-old``, ``turned 34``."""
    before = text[max(0, word.span.start - 12) : word.span.start]
    between = _AGE_BETWEEN.search(before) and _AGE_ENDS.match(text, word.span.end)
    return bool(between or _AGE_AFTER.match(text, word.span.end) or _AGE_BEFORE.search(before))


def is_long(figure: Word) -> bool:
    """Whether a figure has as many digits as a year, or more."""
    return len(figure.key.partition(".")[0]) >= YEAR


def counts_the_same(text: str, words: Sequence[Word], correction: Correction, topic: Collection[str]) -> bool:
    """Whether a figure of the article may be the one that a correction calls wrong.

    ``words`` are those found, the last but one a figure, and the word after them if there is one. A figure
    is an age where the correction speaks of ages; before another noun than the right figure has, or one
    that the correction does not speak of, it counts something else.
    """
    figure = next(word for word in reversed(words) if word.is_number)
    if AGE.intersection(topic):
        return is_age(text, figure)
    after = words[-1]
    if after is figure or after.is_empty or len(text[figure.span.end : after.span.start]) > 1:
        return True
    unit = _unit_after(text, correction)
    return after.stem == unit if unit else after.stem in topic or is_long(figure)


def _unit_after(text: str, correction: Correction) -> str:
    """What the right figure of a correction counts: the stem of the word after it, empty without one."""
    contrast, statement = correction.contrast, correction.statement
    if contrast is None or contrast.right is None or statement is None:
        return ""
    after = words_of(text, Span(contrast.right.end, max(contrast.right.end, statement.end)))
    return after[0].stem if after and not after[0].is_empty and not after[0].is_number else ""


def other_figures(
    text: str, article: Article, right: Sequence[Word], topic: Collection[str]
) -> list[tuple[int, Span]]:
    """The figures that may stand where the right one should, each with the number of its sentence.

    They have the unit of the right one, or are ages where the topic is an age, in sentences that share a
    word with the topic.
    """
    figure = next((at for at, word in enumerate(right) if word.is_number), None)
    if figure is None:
        return []
    unit = right[figure + 1].key if figure + 1 < len(right) else ""
    if unit:
        places = set(article.with_key(unit))
    elif AGE.intersection(topic):
        places = {at for stem in sorted(topic) for at in article.with_stem(stem)}
    else:
        return []
    return [
        (place, word.span)
        for place in sorted(places)
        if article.sentence(place).stems.intersection(topic)
        for word, after in _with_next(article.sentence(place).words)
        if word.is_number and (after == unit if unit else is_age(text, word))
    ]


def _with_next(words: Sequence[Word]) -> list[tuple[Word, str]]:
    """Each word with the key of the one after it."""
    return list(zip(words, [*(word.key for word in words[1:]), ""], strict=True))
