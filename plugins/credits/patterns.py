"""The patterns of this plugin, read from its tables: in them ``{name}`` stands for words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

_SLOT = re.compile(r"\{([a-z][a-z-]*)\}")


_KEYS = frozenset({"words", "patterns", "forms", "spoken"})
"""What a table holds besides lists of words."""


@dataclass(frozen=True)
class Table:
    """One table: its patterns by name, and its forms as they are written, their patterns filled in.

    ``spoken`` forms are those in which somebody speaks of themselves.
    """

    patterns: Mapping[str, re.Pattern[str]]
    forms: tuple[Mapping[str, Any], ...] = ()
    spoken: tuple[Mapping[str, Any], ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first; a space in them is any hyphen too.

    >>> any_of(["set", "set designer"])
    '(?:set[ -]designer|set)'
    """
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word).replace(re.escape(' '), '[ -]') for word in longest)})"


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """A pattern with words in its slots; counts like ``{1,3}`` are none.

    >>> filled("an? {job}{1,2}", {"job": "(?:cook|clown)"})
    'an? (?:cook|clown){1,2}'
    """
    return _SLOT.sub(lambda slot: words[slot[1]], pattern)


def read_table(name: str, **more: str) -> Table:
    """A table of this folder. ``more`` are words that it uses beside its own and those of ``words.toml``."""
    table = tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
    words = {**shared_words(), **{key.replace("_", "-"): value for key, value in more.items()}}
    words |= {key: any_of(value) for key, value in table.items() if key not in _KEYS}
    _add_words(table.get("words", {}), words)

    def forms(key: str) -> tuple[Mapping[str, Any], ...]:
        written = table.get(key, ())
        return tuple({**one, "pattern": re.compile(filled(one["pattern"], words))} for one in written)

    patterns = {key: re.compile(filled(value, words)) for key, value in table.get("patterns", {}).items()}
    lists = {
        key: tuple(value) for key, value in table.items() if isinstance(value, list) and key not in _KEYS
    }
    return Table(patterns, forms("forms"), forms("spoken"), lists)


@cache
def shared_words() -> Mapping[str, str]:
    """The words of ``words.toml``, each with its slots filled."""
    from plugins.lexicon.english import ENGLISH

    table = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    whole = any_of((*table["humans"].split(), *ENGLISH.ranks))
    compound = rf"(?:[a-z]+-?){any_of(table['ends_of_humans'].split())}"
    words = {"human": f"(?:{whole}s?|{compound}s?)"}
    _add_words(table["words"], words)
    return words


def _add_words(written: Mapping[str, str], words: dict[str, str]) -> None:
    for key, value in written.items():
        words[key] = filled(value, words)
