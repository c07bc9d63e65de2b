"""The short forms of a full name: the surname with its particles, and the given name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.archive.entity import ANIMATE, Kind
from plugins.authority.names import Bearer
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name
from plugins.quotations.saying import PARTICLES, PRONOUNS

SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV|M\.?D\.?|Ph\.?D\.?|CBE|OBE")

ADDRESSES = ENGLISH.honorifics | ENGLISH.ranks
"""What stands before a name and is no part of it."""

JOINED = PARTICLES | {"st", "st.", "saint", "san", "santa"}
"""Words that belong to the surname behind them."""

_GIVEN_LAST = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NICKNAME = re.compile(r"\s*[“\"‘(][^”\"’)]+[”\"’)]\s*")
_INITIALS = re.compile(r"(?:\w\.)+")


@dataclass(frozen=True, slots=True)
class ShortForms:
    """What a text may call somebody once it has given the full name; either may be empty."""

    surnames: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def short_forms(bearer: Bearer) -> ShortForms:
    """The short forms of a person's or a character's name of two words or more; of all others none.

    A record's ``sort-name`` tells which part is the surname; without one the last word is, but in names
    like ``Bong Joon-ho`` the first. Nicknames in quotation marks are given names. Refuses descriptions
    (``the Pilot``, ``Theodore’s date``, ``Old Man``) and scripts in which any sign may be a word.

        >>> short_forms(Bearer("v", Kind.PERSON, "Hoyte van Hoytema")).surnames
        ('van Hoytema', 'Van Hoytema')
        >>> short_forms(Bearer("d", Kind.PERSON, "Robert Downey Jr.")).surnames
        ('Downey Jr.', 'Downey')
    """
    if bearer.kind not in ANIMATE:
        return ShortForms()
    nicknames = [one.strip(' “”"‘’()') for one in _NICKNAME.findall(bearer.name)]
    written = (word.rstrip(",") for word in _NICKNAME.sub(" ", bearer.name).split())
    words = [word for word in written if word]
    suffix = words.pop() if len(words) > 1 and SUFFIX.fullmatch(words[-1]) else ""
    surname, given = _parts(words, bearer.sort_name) if _is_a_name(words) else ([], [])
    if surname and surname[-1].lower() in PRONOUNS:
        surname = []
    if bearer.kind is Kind.CHARACTER:
        # Characters are called by what they are: “Blind Date”, “Old Man”, “Standard Gabriel”.
        surname = [] if is_common(surname[-1] if surname else "") and not _is_called(given) else surname
        given = [word for word in given if not is_common(word) or is_given_name(word)]
    return ShortForms(
        tuple(_surnames(" ".join(surname), suffix)),
        tuple(one for one in (_first(given), *nicknames) if len(one) > 1 and one[0].isupper()),
    )


def _is_a_name(words: Sequence[str]) -> bool:
    """Whether words are a name and no description: all but particles have capitals, none is possessive."""
    return (
        len(words) > 1
        and words[0].lower() not in {"the", "a", "an"}
        and all(word[0].isupper() or word.lower() in JOINED for word in words)
        and words[-1][0].isupper()
        and not any(word.endswith(("'s", "’s")) or word.lower() in {"the", "of", "and"} for word in words)
    )


def _is_called(given: Sequence[str]) -> bool:
    return bool(given) and (is_given_name(given[0]) or not is_common(given[0]))


def _parts(words: list[str], sort_name: str | None) -> tuple[list[str], list[str]]:
    """The surname's words and the given name's. Behind a title alone the one word is the surname."""
    sorted_by, comma, _ = (sort_name or "").partition(",")
    if sort_name and not comma and sort_name.split() == words and words[0].lower() not in ADDRESSES:
        return words[:1], words[1:]
    named = list(words)
    while len(named) > 1 and named[0].lower() in ADDRESSES:
        named = named[1:]
    family = sorted_by.split() if comma else []
    place = next((at for at in range(len(named)) if family and named[at : at + len(family)] == family), -1)
    if place >= 0 and place + len(family) < len(named):
        return named[place : place + len(family)], named[:place] or named[place + len(family) :]
    if (
        place < 0
        and len(named) > 1
        and _GIVEN_LAST.fullmatch(named[-1])
        and named[-1].split("-")[1].islower()
    ):
        return named[-2:-1], named[:-2] or named[-1:]
    start = place if place >= 0 else len(named) - 1
    while start > 1 and named[start - 1].lower() in JOINED - {"y", "i", "e"}:
        start -= 1
    return named[start:], named[:start]


def _surnames(surname: str, suffix: str) -> list[str]:
    """A surname as it stands in a sentence and at its start, with the addition and without."""
    if sum(sign.isalpha() for sign in surname) < 2:
        return []
    forms = [surname] if surname[0].isupper() else [surname, surname[0].upper() + surname[1:]]
    return [f"{surname} {suffix}", *forms] if suffix else forms


def _first(given: Sequence[str]) -> str:
    """The given name that somebody is called by: the first that is no initial, or all the initials."""
    names = [word for word in given if not _INITIALS.fullmatch(word)]
    return names[0] if names else " ".join(given)
