"""The rules of ``phrases.toml``, read: where the words of a date stand in a sentence, and what they hold."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.archive.span import Span
from plugins.dates.words import WORDS, one_of
from plugins.lexicon.words_needed import Wanted, needs_of

WINDOW = 64
"""Code points on either side of some words that a rule looks at; no cue of the table is longer."""

_LETTERS = r"[\w$£€¥#%@]"


@dataclass(frozen=True, slots=True)
class Rule:
    """One form of a date: its patterns, and what must and must not stand beside them.

    ``needs`` is something without which none of the patterns finds anything; it is looked for first.
    """

    name: str
    makes: str
    patterns: tuple[re.Pattern[str], ...]
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


def find_phrases(text: str, sentence: Span) -> Iterator[Phrase]:
    """The words of a sentence that say when, in order and none inside others.

    Of those that overlap the one that begins first is taken, then the longest, then the first of the table.
    """
    if not _may_tell_when(text, sentence) or _TRIGGER.search(text, sentence.start, sentence.end) is None:
        return
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        if rule.needs is None or rule.needs.search(text, sentence.start, sentence.end) is not None
        for pattern in rule.patterns
        for match in pattern.finditer(text, sentence.start, sentence.end)
        if match.end() > match.start() and rule.fits(text, sentence, match.start(), match.end())
    ]
    place = sentence.start
    for start, _, _, rule, match in sorted(found, key=lambda one: one[:3]):
        if start >= place:
            held = {name: words for name, words in match.groupdict().items() if words}
            held["whole"] = match.group()
            yield Phrase(rule.name, rule.makes, Span(*match.span()), held)
            place = match.end()


_SPACES = re.compile(r"\[[^\]]*\]| (?:[?*+]|\{)?")
"""A class of characters, or a space with what says how often it stands."""


def _filled(pattern: str, fragments: Mapping[str, str]) -> str:
    """A pattern of the table as a regular expression."""

    def named(match: re.Match[str]) -> str:
        bare, name = match[1] == ":", match[2]
        if name in fragments:
            return f"(?:{_filled(fragments[name], fragments)})"
        words = WORDS[name.rstrip("0123456789")]
        return f"(?:{words})" if bare else f"(?P<{name}>{words})"

    filled = re.sub(r"(?<!\?P)<(:?)(\w+)>", named, pattern)
    return _SPACES.sub(lambda match: match[0].replace(" ", r"\s") if match[0] != " " else r"\s{1,4}", filled)


def _compiled(words: str | None, fragments: Mapping[str, str]) -> re.Pattern[str] | None:
    return re.compile(_filled(words, fragments), re.IGNORECASE) if words else None


_BESIDE = ("needs", "after", "not_after", "before", "not_before")
"""The keys of a rule that hold one pattern each, in the order in which ``Rule`` has them."""


def _read() -> tuple[Rule, ...]:
    table: dict[str, Any] = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    fragments = table["fragments"]
    return tuple(
        Rule(
            row["name"],
            row["makes"],
            tuple(
                re.compile(
                    rf"(?<!{_LETTERS})(?<![0-9][.,:/])(?:{_filled(one, fragments)})(?!\w)", re.IGNORECASE
                )
                for one in row["patterns"]
            ),
            *(_compiled(row.get(key), fragments) for key in _BESIDE),
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

WANTED = Wanted()
"""The words that patterns need: hardly a sentence has them, and to know it takes a tenth of a search."""

_NEEDED = WANTED.bits_of(needs_of(_TOLD))


def _may_tell_when(text: str, sentence: Span) -> bool:
    """Whether a sentence may have one of the words without which no rule finds anything."""
    if _DIGIT.search(text, sentence.start, sentence.end):
        return True
    return not _NEEDED & ~WANTED.had_by(sentence.of(text))
