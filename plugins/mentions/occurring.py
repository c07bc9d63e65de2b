"""Which names can stand in a text, told from its words alone: so nothing looks for all names in all texts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from plugins.authority.names import Name
from plugins.mentions.matching import is_spaced, spellings_of

_RUN = re.compile(r"[^\W_]+")


def words_of(text: str) -> frozenset[str]:
    """The words of a folded text: runs of letters and digits, capitals as they are.

    Of scripts that put no space between words, each sign is a word.

        >>> sorted(words_of("K.K. Barrett’s A-Z: 東京A"))
        ['A', 'Barrett', 'K', 'Z', 's', '京', '東']
    """
    return frozenset(word for run in set(_RUN.findall(text)) for word in _words_in(run))


class NamesByWord:
    """Names, each where the rarest word of each of its spellings leads."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._names = sorted(names, key=lambda one: one.form)
        spelt = [
            (words_of(spelling), place)
            for place, name in enumerate(self._names)
            for spelling in spellings_of(name.form)
        ]
        shared = Counter(word for words, _ in spelt for word in words)
        self._by_word: dict[str, list[tuple[frozenset[str], int]]] = defaultdict(list)
        for words, place in spelt:
            self._by_word[min(words, key=lambda word: (shared[word], word))].append((words, place))

    def within(self, words: frozenset[str]) -> tuple[Name, ...]:
        """Every name that a text of these words can hold, and few others, in the order of forms."""
        found = {
            place
            for word in words & self._by_word.keys()
            for needed, place in self._by_word[word]
            if needed <= words
        }
        return tuple(self._names[place] for place in sorted(found))


def _words_in(run: str) -> Iterator[str]:
    if run.isascii() or all(map(is_spaced, run)):
        yield run
        return
    word = ""
    for sign in run:
        if is_spaced(sign):
            word += sign
            continue
        yield sign
        if word:
            yield word
        word = ""
    if word:
        yield word
