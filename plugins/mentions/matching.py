"""All names of an archive at once: an automaton, so that time grows with the text and not with the names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from plugins.authority.names import Name
from plugins.mentions.folding import Folded, folded_form

_INITIALS = re.compile(r"(?<=\b\w\.) ?(?=\w\.)")
_INITIAL_AND_NAME = re.compile(r"(?<=\b\w\.) (?=\w{2})")
_ALNUM = re.compile(r"[^\W_]")

UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that put no space between a name and what follows it, by the first word of their letters' names."""


@dataclass(frozen=True, order=True, slots=True)
class Match:
    """A name at a folded stretch, whole words, before anybody asked whether it is meant."""

    start: int
    end: int
    name: Name


class NameMatcher:
    """Names, ready to be found in any number of texts."""

    def __init__(self, names: Iterable[Name]) -> None:
        spellings: dict[str, Name] = {}
        for name in sorted(names, key=lambda one: one.form):
            for spelling in spellings_of(name.form):
                known = spellings.get(spelling)
                spellings[spelling] = _both(known, name) if known else name
        self._names = list(spellings.values())
        self._open = [_edges(spelling) for spelling in spellings]
        self._automaton = AhoCorasick(list(spellings)) if spellings else None

    def find(self, folded: Folded) -> Iterator[Match]:
        """Every place at which a name stands as whole words, in the order of its end; they may overlap.

        A word continues over letters and digits: ``Malkovich`` is not in ``Malkoviches``. In scripts
        without spaces any place counts.
        """
        if self._automaton is None:
            return
        text = folded.text
        last = len(text)
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            opens, closes = self._open[index]
            if opens and start and text[start - 1].isalnum():
                continue
            if closes and end < last and text[end].isalnum():
                continue
            yield Match(start, end, self._names[index])


def longest(matches: Iterable[Match]) -> Iterator[Match]:
    """Matches from left to right, the longest at each place, none inside or across another."""
    position = 0
    for match in sorted(matches, key=lambda one: (one.start, -one.end)):
        if match.start >= position:
            yield match
            position = match.end


def _both(one: Name, other: Name) -> Name:
    """Two names that are spelt alike somewhere: whoever answers to either."""
    ids = tuple(sorted({*one.candidates, *other.candidates}))
    return Name(min(one.form, other.form), ids, one.quoted and other.quoted)


def _edges(spelling: str) -> tuple[bool, bool]:
    """Whether a name's first and last sign must begin and end a word."""
    return _ends_word(spelling[0]), _ends_word(spelling[-1])


@lru_cache(maxsize=10_000)
def _ends_word(sign: str) -> bool:
    return bool(_ALNUM.match(sign)) and is_spaced(sign)


def is_spaced(sign: str) -> bool:
    """Whether a sign is of a script that parts its words."""
    return not unicodedata.name(sign, "").startswith(UNSPACED)


@lru_cache(maxsize=100_000)
def spellings_of(form: str) -> tuple[str, ...]:
    """A folded form, and the ways in which papers space its initials; nothing without a letter or digit."""
    folded = folded_form(form)
    if not _ALNUM.search(folded):
        return ()
    close = _INITIALS.sub("", folded)
    found = {folded: 0, close: 0, _INITIALS.sub(" ", close): 0, _INITIAL_AND_NAME.sub("", close): 0}
    if " " in folded:
        found[folded.upper()] = 0
    return tuple(found)
