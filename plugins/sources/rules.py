"""The table of ``rules.toml``, read: what a block shows to be by its own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.archive.source import Label

LONGEST_RESIDUE = 300
"""Code points of a block that most rules look at. Forms and buttons are short; paragraphs are not."""

LONGEST_NOTE = 2000
"""Code points of a correction or an editor's note that is looked at."""

_FOLDED = str.maketrans(
    dict.fromkeys("’‘‛`´", "'")
    | dict.fromkeys("“”„‟", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


def fold(words: str) -> str:
    """A block as the rules see it: marks and dashes straight, white space single, soft hyphens gone."""
    return " ".join(words.translate(_FOLDED).split())


@dataclass(frozen=True, slots=True)
class Rule:
    """What a whole folded block must be, and the label that it then gets."""

    name: str
    label: Label
    phrases: frozenset[str]
    pattern: str


class RuleTable:
    """Rules in the order in which they are tried. Most blocks fit none, which one look decides.

    Their patterns are compiled when a block is first looked at: where no text has changed, none is.
    """

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._phrases = {phrase for rule in rules for phrase in rule.phrases}

    @cached_property
    def _patterns(self) -> list[re.Pattern[str] | None]:
        return [_compiled([rule.pattern]) if rule.pattern else None for rule in self.rules]

    @cached_property
    def _any(self) -> re.Pattern[str]:
        return _compiled(rule.pattern for rule in self.rules if rule.pattern)

    def find(self, folded: str) -> Rule | None:
        """The first rule that fits a folded block, or None."""
        phrase = folded.casefold()
        forms = {phrase, phrase.rstrip(".:!…").rstrip()}
        if forms.isdisjoint(self._phrases) and self._any.fullmatch(folded) is None:
            return None
        for rule, pattern in zip(self.rules, self._patterns, strict=True):
            if not forms.isdisjoint(rule.phrases) or (pattern is not None and pattern.fullmatch(folded)):
                return rule
        return None


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(patterns)})[.:!]?", re.IGNORECASE)


def _read() -> tuple[dict[str, str], dict[str, frozenset[str]], list[dict[str, Any]]]:
    table = tomllib.loads((Path(__file__).parent / "rules.toml").read_text("utf-8"))
    words: dict[str, str] = {}
    for name, alternatives in table["words"].items():
        words[name] = _filled(alternatives, words)
    lists = {name: frozenset(listed) for name, listed in table["lists"].items()}
    return words, lists, table["rules"]


def _filled(pattern: str, words: dict[str, str]) -> str:
    """A pattern with the words that it names in their place."""
    return re.sub(r"<(\w+)>", lambda match: words[match[1]], pattern)


def _rule(row: dict[str, Any], words: dict[str, str]) -> Rule:
    pattern = "|".join(f"(?:{_filled(one, words)})" for one in row.get("patterns", ()))
    phrases = frozenset(str(one).casefold() for one in row.get("phrases", ()))
    return Rule(row["name"], Label(row["label"]), phrases, pattern)


WORDS, LISTS, _ROWS = _read()

DATE, TIME, AGO = (f"(?:{WORDS[name]})" for name in ("date", "time", "ago"))
"""Patterns of a date, a time of day and a span of time as mastheads and comments write them."""

_RULES = tuple(_rule(row, WORDS) for row in _ROWS if not row.get("last"))

RULES = RuleTable(_RULES)
"""The rules for any block."""

LONG_RULES = RuleTable(tuple(rule for rule in _RULES if rule.label in {Label.ERRATUM, Label.NOTE}))
"""The rules that a paragraph's length does not speak against."""

CLOSING_RULES = RuleTable(tuple(_rule(row, WORDS) for row in _ROWS if row.get("last")))
"""The rules for the last blocks of a text."""
