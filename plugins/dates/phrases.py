"""The rules of ``phrases.toml``, read: where the words of a date stand in a sentence, and what they hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.archive.span import Span
from plugins.dates.words import WORDS, one_of
from plugins.lexicon.words_needed import Needs, Wanted, needs_of

WINDOW = 64
"""Code points on either side of some words that a rule looks at; no cue of the table is longer."""

WANTED = Wanted()
"""The words that patterns need: hardly a sentence has them, and to know it takes a tenth of a search."""

_LETTERS = r"[\w$£€¥#%@]"


class Pattern:
    """A pattern of a rule. It is made when it is first tried: that takes long, and most texts need few.

    ``needs`` are the words without which it finds nothing, as ``words_had`` tells of them.
    """

    def __init__(self, written: str, fragments: Fragments) -> None:
        self._written, self._fragments = written, fragments
        self.needs = WANTED.bits_of(fragments.needs_of(written))

    @cached_property
    def made(self) -> re.Pattern[str]:
        filled = self._fragments.filled(self._written)
        return re.compile(rf"(?<!{_LETTERS})(?<![0-9][.,:/])(?:{filled})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date: its patterns, and what must and must not stand beside them.

    ``needs`` is something without which none of the patterns finds anything; it is looked for first.
    """

    name: str
    makes: str
    patterns: tuple[Pattern, ...]
    needs: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    not_before: re.Pattern[str] | None

    def fits(self, text: str, sentence: Span, start: int, end: int) -> bool:
        """Whether the words beside a match allow it."""
        left = text[max(sentence.start, start - WINDOW) : start]
        right = text[end : min(sentence.end, end + WINDOW)]
        return (
            (self.after is None or self.after.search(left) is not None)
            and (self.not_after is None or self.not_after.search(left) is None)
            and (self.before is None or self.before.match(right) is not None)
            and (self.not_before is None or self.not_before.match(right) is None)
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that a rule found, and what its groups hold; ``whole`` holds them all."""

    rule: str
    makes: str
    span: Span
    held: Mapping[str, str]

    def get(self, name: str) -> str:
        """The words of a group in small letters, without an abbreviation’s full stop; none are empty."""
        return " ".join(self.held.get(name, "").casefold().replace("'", "’").split()).rstrip(".")


def words_had(text: str, sentence: Span) -> int:
    """What a sentence has of the words that patterns need."""
    return WANTED.had_by(sentence.of(text))


def find_phrases(text: str, sentence: Span, had: int) -> Iterator[Phrase]:
    """The words of a sentence that say when, in order and none inside others; ``had`` are its ``words_had``.

    Of those that overlap the one that begins first is taken, then the longest, then the first of the table.
    """
    if not _may_tell_when(text, sentence, had):
        return
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule, patterns in _tried(text, sentence, had)
        for pattern in patterns
        for match in pattern.made.finditer(text, sentence.start, sentence.end)
        if match.end() > match.start() and rule.fits(text, sentence, match.start(), match.end())
    ]
    place = sentence.start
    for start, _, _, rule, match in sorted(found, key=lambda one: one[:3]):
        if start >= place:
            held = {name: words for name, words in match.groupdict().items() if words}
            held["whole"] = match.group()
            yield Phrase(rule.name, rule.makes, Span(*match.span()), held)
            place = match.end()


def _tried(text: str, sentence: Span, had: int) -> Iterator[tuple[int, Rule, list[Pattern]]]:
    """The rules whose words a sentence has, with their numbers and those of their patterns."""
    for order, rule in enumerate(RULES):
        patterns = [one for one in rule.patterns if not one.needs & ~had]
        if patterns and (rule.needs is None or rule.needs.search(text, sentence.start, sentence.end)):
            yield order, rule, patterns


_SPACES = re.compile(r"\[[^\]]*\]| (?:[?*+]|\{)?")
"""A class of characters, or a space with what says how often it stands."""

_NAMED = re.compile(r"(?<!\?P)<(:?)(\w+)>")
"""The name of a fragment, or of a pattern of ``WORDS``, which may have a number to tell two of them apart."""


class Fragments:
    """What the names in patterns of the table stand for."""

    def __init__(self, fragments: Mapping[str, str]) -> None:
        self._fragments = fragments
        self._needs: dict[str, Needs] = {}

    def filled(self, pattern: str) -> str:
        """A pattern of the table as a regular expression."""
        filled = _NAMED.sub(self._meant, pattern)
        return _SPACES.sub(
            lambda match: match[0].replace(" ", r"\s") if match[0] != " " else r"\s{1,4}", filled
        )

    def compiled(self, words: str | None) -> re.Pattern[str] | None:
        return re.compile(self.filled(words), re.IGNORECASE) if words else None

    def needs_of(self, pattern: str) -> Needs:
        """What a sentence must have for a pattern of the table to find anything; it finds whole words."""
        slots = _NAMED.sub(lambda match: f"{{{_bare(match[2]).replace('_', '-')}}}", pattern)
        return needs_of(rf"\b(?:{slots})\b", self._needs_of_name)

    def _meant(self, match: re.Match[str]) -> str:
        name = match[2]
        if name in self._fragments:
            return f"(?:{self.filled(self._fragments[name])})"
        words = WORDS[_bare(name)]
        return f"(?:{words})" if match[1] else f"(?P<{name}>{words})"

    def _needs_of_name(self, slot: str) -> Needs:
        name = slot.replace("-", "_")
        if name not in self._needs:
            is_fragment = name in self._fragments
            self._needs[name] = self.needs_of(self._fragments[name]) if is_fragment else needs_of(WORDS[name])
        return self._needs[name]


def _bare(name: str) -> str:
    return name.rstrip("0123456789")


_BESIDE = ("needs", "after", "not_after", "before", "not_before")
"""The keys of a rule that hold one pattern each, in the order in which ``Rule`` has them."""


def _read() -> tuple[Rule, ...]:
    table: dict[str, Any] = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    fragments = Fragments(table["fragments"])
    return tuple(
        Rule(
            row["name"],
            row["makes"],
            tuple(Pattern(one, fragments) for one in row["patterns"]),
            *(fragments.compiled(row.get(key)) for key in _BESIDE),
        )
        for row in table["rules"]
    )


RULES = _read()

_DIGIT = re.compile("[0-9]")

_TOLD = (
    rf"\b(?:{WORDS['month']}|(?:{WORDS['season']})s?|{WORDS['weekday']}|{WORDS['holiday']}|{WORDS['decade']}"
    rf"|(?:{WORDS['unit']})s?|{one_of(['centuries', 'century', 'millennium'])}"
    rf"|{WORDS['spoken']}|{WORDS['twodigits']}|today|tonight|yesterday|tomorrow)\b"
)

_TRIGGER = re.compile(rf"[0-9]{{2}}|[0-9](?:st|nd|rd|th)|{_TOLD}", re.IGNORECASE)
"""One of the words without which no rule finds anything."""

_NEEDED = WANTED.bits_of(needs_of(_TOLD))


def _may_tell_when(text: str, sentence: Span, had: int) -> bool:
    """Whether a sentence has one of the words without which no rule finds anything."""
    if _NEEDED & ~had and _DIGIT.search(text, sentence.start, sentence.end) is None:
        return False
    return _TRIGGER.search(text, sentence.start, sentence.end) is not None
