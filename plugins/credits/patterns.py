"""The patterns of this plugin, read from its tables and made when they are needed."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from plugins.credits.jobs import ALL_DO, ALL_DONE_BY, NOUNS
from plugins.credits.slots import Slots
from plugins.credits.vocabulary import ALL_WORDS, Vocabulary
from plugins.lexicon.words_needed import Wanted, needs_of

_KEYS = frozenset({"words", "patterns", "forms", "spoken"})
"""What a table holds besides lists of words."""

_GROUP = re.compile(r"\(\?P<(\w+)>")

_NO_WORDS = Vocabulary("")
_WANTED = Wanted()


def words_had(text: str) -> int:
    """What a text has of the words that patterns need."""
    return _WANTED.had_by(text)


def any_word(words: Iterable[str]) -> int:
    """What ``words_had`` says of texts that have one of some words.

    >>> editor = any_word(["editor", "editors"])
    >>> bool(words_had("Two editors waited.") & editor), bool(words_had("It rained.") & editor)
    (True, False)
    """
    return _WANTED.bits_of((frozenset(f"<{word}>" for word in words),))


class Pattern:
    """A pattern of a table. It is made when it is first tried: that takes long, and most texts need few."""

    def __init__(self, written: str, slots: Slots) -> None:
        self._text, self._slots = written, slots
        self._made: dict[Vocabulary, re.Pattern[str]] = {}
        self.needs = _WANTED.bits_of(needs_of(written, slots.needs))
        """The words that it needs; it matches no text whose ``words_had`` lack one."""

    @cached_property
    def groups(self) -> frozenset[str]:
        """The names of its groups."""
        return frozenset(_GROUP.findall(self._slots.filled(self._text, _NO_WORDS)))

    def of(self, vocabulary: Vocabulary) -> re.Pattern[str]:
        """The pattern for texts whose words a vocabulary has."""
        made = self._made.get(vocabulary)
        if made is None:
            made = self._made[vocabulary] = re.compile(self._slots.filled(self._text, vocabulary))
        return made

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of(ALL_WORDS).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of(ALL_WORDS).match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self.of(ALL_WORDS).fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self.of(ALL_WORDS).finditer(text, start, end)


@dataclass(frozen=True)
class Table:
    """One table: its patterns by name, and its forms as they are written, with their patterns.

    ``spoken`` forms are those in which somebody speaks of themselves.
    """

    patterns: Mapping[str, Pattern]
    forms: tuple[Mapping[str, Any], ...] = ()
    spoken: tuple[Mapping[str, Any], ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_table(name: str) -> Table:
    """A table of this folder, which uses its own words, those of ``words.toml`` and those for jobs."""
    table = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
    lists = {key: tuple(value) for key, value in table.items() if key not in _KEYS}
    slots = Slots(table.get("words", {}), lists, _shared_slots())

    def forms(key: str) -> tuple[Mapping[str, Any], ...]:
        return tuple({**one, "pattern": Pattern(one["pattern"], slots)} for one in table.get(key, ()))

    patterns = {key: Pattern(value, slots) for key, value in table.get("patterns", {}).items()}
    return Table(patterns, forms("forms"), forms("spoken"), lists)


@cache
def _shared_slots() -> Slots:
    """The words of ``words.toml``."""
    from plugins.lexicon.english import ENGLISH

    table = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    lists = {
        "whole-human": (*table["humans"].split(), *ENGLISH.ranks),
        "end-of-human": table["ends_of_humans"].split(),
        "one-noun": NOUNS,
        "done-by": ALL_DONE_BY,
        "does": ALL_DO,
    }
    return Slots(table["words"], lists)
