"""How alike two names are: whether they may well be one somebody's, how surely, and in what they differ."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.lexicon.words import is_given_name
from plugins.mentions.short_forms import SUFFIX
from plugins.suggestions.nicknames import are_one_given_name
from plugins.suggestions.spelling import difference, name_key

SHORTEST_WITH_A_TYPO = 9
"""Letters. Among shorter names too many differ in one letter and are two: ``Amy Dunn``, ``Amy Dunne``."""

SURE_WITH_A_TYPO = 13
"""Letters from which on hardly two names in an archive of films differ in one letter only."""

_NUMBER = re.compile(r"\d+|[ivx]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two names may be one, between 0 and 1, and why: the second half of a sentence."""

    confidence: float
    reason: str


def likeness(one: str, other: str, *, personal: bool) -> Likeness | None:
    """How alike two names are that are not the same; None where nothing speaks for one somebody.

    ``personal`` names have a given name, perhaps middle names, and a surname. Refuses different initials,
    ``Jr.`` beside none, and two numbers: ``Her 2`` is no misspelt ``Her 3``.

        >>> likeness("Paul T. Anderson", "Paul Thomas Anderson", personal=True).reason
        'an initial stands for a middle name'
    """
    first, second = name_key(one), name_key(other)
    if not first or not second:
        return None
    if first == second:
        return Likeness(0.97, f"the same but for {difference(one, other)}")
    found = _personal(first.split(), second.split()) if personal else None
    return found or _typo(first, second, personal=personal)


def _personal(one: list[str], other: list[str]) -> Likeness | None:
    if min(len(one), len(other)) < 2 or one[-1] != other[-1] or _suffix(one) or _suffix(other):
        return None
    middle = _middle(one[1:-1], other[1:-1])
    if middle is None:
        return None
    given = _given(one[0], other[0])
    if given is None:
        return None
    if given.reason and middle.reason:
        return Likeness(
            round(given.confidence * middle.confidence, 2), f"{given.reason}, and {middle.reason}"
        )
    return given if given.reason else middle


def _suffix(words: list[str]) -> bool:
    return bool(SUFFIX.fullmatch(words[-1].capitalize()) or SUFFIX.fullmatch(words[-1].upper()))


def _given(one: str, other: str) -> Likeness | None:
    if one == other:
        return Likeness(1.0, "")
    if len(one) == 1 or len(other) == 1:
        return Likeness(0.65, "an initial stands for the given name") if one[0] == other[0] else None
    if are_one_given_name(one, other):
        return Likeness(0.8, f"{one.capitalize()} and {other.capitalize()} may be one given name")
    return None


def _middle(one: list[str], other: list[str]) -> Likeness | None:
    """How alike the middle names are; None where they quarrel."""
    if one == other:
        return Likeness(1.0, "")
    if not one or not other:
        return Likeness(0.7, "with a middle name and without")
    if len(one) == len(other):
        pairs = list(zip(one, other, strict=True))
        if all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs):
            return Likeness(0.92, "an initial stands for a middle name")
    return None


def _typo(one: str, other: str, *, personal: bool) -> Likeness | None:
    """Whether one letter too many, too few, wrong or in its neighbour's place parts two long names."""
    if min(len(one), len(other)) < SHORTEST_WITH_A_TYPO or not is_one_edit(one, other):
        return None
    words = [(a, b) for a, b in zip(one.split(), other.split(), strict=False) if a != b]
    if len(one.split()) != len(other.split()):
        return Likeness(0.8, "only a space more")
    if not words or any(_NUMBER.fullmatch(word) for word in words[0]):
        return None
    a, b = words[0]
    # A plural is another word, and so is a letter in a name of three.
    if a + "s" == b or b + "s" == a or min(len(a), len(b)) < 4:
        return None
    if personal and all(is_given_name(word.capitalize()) for word in (a, b)):
        return Likeness(0.65, f"one letter differs, but {a.capitalize()} and {b.capitalize()} are both names")
    sure = min(len(one), len(other)) >= SURE_WITH_A_TYPO
    return Likeness(0.85 if sure else 0.7, "one letter differs")


def is_one_edit(one: str, other: str) -> bool:
    """Whether one insertion, deletion, replacement or exchange of neighbours makes one text the other."""
    if len(one) > len(other):
        one, other = other, one
    start = next((n for n, sign in enumerate(one) if sign != other[n]), len(one))
    if len(one) == len(other):
        swapped = one[:start] + one[start + 1 : start + 2] + one[start : start + 1] + one[start + 2 :]
        return one[start + 1 :] == other[start + 1 :] or swapped == other
    return len(other) - len(one) == 1 and one[start:] == other[start + 1 :]
