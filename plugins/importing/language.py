"""The language of a text, told by the small words that every sentence of it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from whoosh.lang.stopwords import stoplists

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field

FEWEST_WORDS = 40
"""Words below which a title and two names could tip the balance."""

LONGEST_SAMPLE = 200_000
"""Code points that are read: far more than an answer needs."""

SMALLEST_SHARE = 0.3
"""Of a text's words that must be small words of its language. In the cases of the tests it is 0.42 to 0.66;
Galician, read as Spanish, has 0.25."""

FEWEST_SMALL_WORDS = 6
"""Different small words that must be among them: a refrain is no prose."""

SMALLEST_LEAD = 1.5
"""How many words that the next language does not share it must have for each that only the next one has."""

LARGEST_FOREIGN_PART = 0.15
"""Of the words that may stand in paragraphs of another language; beyond it the text has two."""

_READ = frozenset({Label.BODY, Label.QUESTION, Label.ANSWER, Label.HEADING, Label.CAPTION, Label.NOTE})
_WORD = re.compile(r"[^\W\d_]+")

_LETTERS = {
    # The letters beyond a to z with which a language writes its own words. Without them Catalan would
    # pass for Spanish.
    "da": "æøåé",
    "de": "äöüß",
    "en": "éïöç",
    "es": "áéíóúüñ",
    "fi": "äöå",
    "fr": "àâæçèéêëîïôœùûüÿ",
    "hu": "áéíóöőúüű",
    "it": "àèéìíîòóùú",
    "nl": "éëïöüèáó",
    "no": "æøåéòôó",
    "pt": "áâãàçéêíóôõúü",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "sv": "åäöé",
}

_NEEDED = {"ru": "ы"}
"""A letter without which no text of a language gets by, where a neighbour has the same letters otherwise."""

LARGEST_STRANGE_SHARE = 0.02
"""Of the words that may have letters which the language does not write: names, mostly."""


def find_language(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    """The primary tag of the language that the text is in, by BCP 47, or nothing.

    Nothing for texts of fewer than 40 words, for those in two languages, and for every language whose
    small words are not known here (there are lists for 13): never the nearest one.
    """
    read = [segment for segment in segments if segment.label in _READ]
    paragraphs = list(_paragraphs(text, read))
    words = [word for paragraph in paragraphs for word in paragraph]
    language = language_of(words)
    if language is None:
        return
    foreign = sum(len(one) for one in paragraphs if language_of(one) not in {language, None})
    if foreign <= LARGEST_FOREIGN_PART * len(words):
        span = Span(read[0].span.start, read[len(paragraphs) - 1].span.end)
        yield Detected(Field.LANGUAGE, language, span, "small-words")


def language_of(words: list[str]) -> str | None:
    """The language of words in small letters, by the share of its small words among them, or None."""
    if len(words) < FEWEST_WORDS:
        return None
    small = _small_words()
    counts = {tag: sum(map(own.__contains__, words)) for tag, own in small.items()}
    best, after = sorted(counts, key=lambda tag: (-counts[tag], tag))[:2]
    only_best = sum(map((small[best] - small[after]).__contains__, words))
    only_after = sum(map((small[after] - small[best]).__contains__, words))
    if counts[best] < SMALLEST_SHARE * len(words) or only_best < max(1, SMALLEST_LEAD * only_after):
        return None
    if len(small[best].intersection(words)) < FEWEST_SMALL_WORDS:
        return None
    return best if _is_written_in(best, words) else None


def _paragraphs(text: str, read: list[Segment]) -> Iterator[list[str]]:
    """The words of each block in small letters, up to the length of a sample."""
    length = 0
    for segment in read:
        if length > LONGEST_SAMPLE:
            return
        words = text[segment.span.start : min(segment.span.end, segment.span.start + LONGEST_SAMPLE)]
        length += len(words)
        yield _WORD.findall(words.lower())


def _is_written_in(language: str, words: list[str]) -> bool:
    """Whether the words have the letters of a language and hardly any other."""
    own = frozenset(_LETTERS[language] + "abcdefghijklmnopqrstuvwxyz")
    strange = sum(not own.issuperset(word) for word in words)
    needed = _NEEDED.get(language, "")
    return strange <= LARGEST_STRANGE_SHARE * len(words) and any(needed in word for word in words)


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {tag: frozenset(stoplists[tag]) for tag in _LETTERS}
