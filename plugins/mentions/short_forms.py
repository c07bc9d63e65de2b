"""The short forms of a full name: the surname with its particles, and the given name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.authority.names import Bearer
from plugins.lexicon.english import ENGLISH
from plugins.quotations.saying import PARTICLES

SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV|M\.?D\.?|Ph\.?D\.?|CBE|OBE")

_GIVEN_LAST = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_NICKNAME = re.compile(r"\s*[“\"‘(][^”\"’)]+[”\"’)]\s*")
_HONORIFIC = ENGLISH.honorifics | {"st.", "st"}


@dataclass(frozen=True, slots=True)
class ShortForms:
    """What a text may call somebody once it has given the full name; either may be empty."""

    surnames: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


def short_forms(bearer: Bearer) -> ShortForms:
    """The short forms of a person's or a character's name of two words or more; of all others none.

    A record's ``sort-name`` tells which part is the surname; without one the last word is, but in names
    like ``Bong Joon-ho`` the first. Nicknames in quotation marks are given names.

        >>> short_forms(Bearer("v", Kind.PERSON, "Hoyte van Hoytema")).surnames
        ('van Hoytema', 'Van Hoytema')
        >>> short_forms(Bearer("d", Kind.PERSON, "Robert Downey Jr.")).surnames
        ('Downey Jr.', 'Downey')
    """
    if bearer.kind not in {Kind.PERSON, Kind.CHARACTER}:
        return ShortForms()
    nicknames = tuple(one.strip(" “”\"‘’()") for one in _NICKNAME.findall(bearer.name))
    words = _NICKNAME.sub(" ", bearer.name).split()
    while words and words[0].lower() in _HONORIFIC:
        words = words[1:]
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    words = [word.rstrip(",") for word in words]
    if len(words) < 2 or words[0].lower() in {"the", "a", "an"} or any(_holds_a_sentence(one) for one in words):
        return ShortForms((), nicknames)
    surname, given = _parts(words, bearer.sort_name)
    if not surname:
        return ShortForms((), nicknames)
    joined = " ".join(surname)
    surnames = [joined] if not joined[0].islower() else [joined, joined[0].upper() + joined[1:]]
    if suffix:
        surnames = [f"{joined} {suffix}", *surnames]
    # A long story of given names is shortened to the first; initials stand for them as they are.
    first = given[0] if given else ""
    if given and all(re.fullmatch(r"(?:\w\.)+", one) for one in given):
        first = " ".join(given)
    return ShortForms(tuple(surnames), tuple(one for one in (first, *nicknames) if _is_a_name(one)))


def _parts(words: list[str], sort_name: str | None) -> tuple[list[str], list[str]]:
    """The surname's words and the given name's."""
    family, comma, _ = (sort_name or "").partition(",")
    if comma and words[-len(family.split()) :] == family.split():
        rest = len(words) - len(family.split())
        return _with_particles(words, rest)
    if sort_name and not comma and sort_name.split() == words:
        return words[:1], words[1:]
    if len(words) == 2 and _GIVEN_LAST.fullmatch(words[1]) and words[1].split("-")[1][0].islower():
        return words[:1], words[1:]
    return _with_particles(words, len(words) - 1)


def _with_particles(words: list[str], start: int) -> tuple[list[str], list[str]]:
    while start > 1 and words[start - 1].lower() in PARTICLES and words[start - 1] not in {"I", "Y", "E"}:
        start -= 1
    return words[start:], words[:start]


def _holds_a_sentence(word: str) -> bool:
    """Words that no person's name holds: ``the Pilot of the Harbour`` has no surname."""
    return word.lower() in {"of", "the", "and", "in", "on", "with", "for", "from"}


def _is_a_name(word: str) -> bool:
    return len(word) > 1 and not word[0].islower()
