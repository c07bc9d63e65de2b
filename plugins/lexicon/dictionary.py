"""An English dictionary, simplemma's: opened when a word is first looked up, closed when no more are.

It takes some 25 MB of memory.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

_LANGUAGE = "en"


def lemma(word: str) -> str:
    """The form under which a word is filed (*letters*: letter); in small letters where it is not known."""
    return str(_opened()[0].lemmatize(word, _LANGUAGE))


@cache
def headword(word: str) -> str:
    """``letters`` is filed as ``letter``; a word that is not known, as it stands.

    In small letters, as given. Read from the dictionary, so nothing is guessed from endings alone: ``press``
    is no plural.
    """
    return lemma(word).lower()


def is_known(word: str) -> bool:
    """Whether it has a word as it is written."""
    return _opened()[1].get_lemma(unicodedata.normalize("NFC", word), _LANGUAGE) is not None


def close() -> None:
    """Give its memory back; whoever looks up another word opens it again, in a fifth of a second."""
    if _opened.cache_info().currsize:
        _opened()[2].words = {}
    _opened.cache_clear()
    headword.cache_clear()


class _Dictionary:
    """The words as simplemma asks for them.

    What it has itself for that holds on to itself, and so to all words until Python looks for garbage.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def get_dictionary(self, lang: str) -> Mapping[str, str]:  # noqa: ARG002 simplemma calls it so
        return self.words


@cache
def _opened() -> tuple[Any, Any, _Dictionary]:
    from simplemma import Lemmatizer
    from simplemma.strategies import DefaultDictionaryFactory, DefaultStrategy, DictionaryLookupStrategy

    # Not simplemma's own functions: what they have opened stays open.
    known = _Dictionary(DefaultDictionaryFactory(cache_max_size=0).get_dictionary(_LANGUAGE))
    # Who asks remembers what was told.
    lemmas = Lemmatizer(cache_max_size=0, lemmatization_strategy=DefaultStrategy(dictionary_factory=known))
    return lemmas, DictionaryLookupStrategy(known), known
