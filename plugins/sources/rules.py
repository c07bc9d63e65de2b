"""The table of ``rules.toml``, read: what a block shows to be by its own words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
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
    pattern: re.Pattern[str] | None

    def fits(self, folded: str) -> bool:
        bare = folded.rstrip(".:!…").rstrip()
        if bare.casefold() in self.phrases or folded.casefold() in self.phrases:
            return True
        return self.pattern is not None and self.pattern.fullmatch(folded) is not None


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
    patterns = [f"(?:{_filled(one, words)})" for one in row.get("patterns", ())]
    pattern = re.compile(f"(?:{'|'.join(patterns)})[.:!]?", re.IGNORECASE) if patterns else None
    phrases = frozenset(str(one).casefold() for one in row.get("phrases", ()))
    return Rule(row["name"], Label(row["label"]), phrases, pattern)


WORDS, LISTS, _ROWS = _read()

DATE, TIME, AGO = (f"(?:{WORDS[name]})" for name in ("date", "time", "ago"))
"""Patterns of a date, a time of day and a span of time as mastheads and comments write them."""

RULES = tuple(_rule(row, WORDS) for row in _ROWS if not row.get("last"))
"""The rules for any block, in the order in which they are tried."""

CLOSING_RULES = tuple(_rule(row, WORDS) for row in _ROWS if row.get("last"))
"""The rules for the last blocks of a text, tried from the end upwards until none fits."""


def rule_for(folded: str, rules: Iterable[Rule] = RULES) -> Rule | None:
    """The first rule that fits a folded block, or None."""
    return next((rule for rule in rules if rule.fits(folded)), None)
