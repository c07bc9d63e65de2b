"""The forms in which a sentence says who did which job on a film: the table of ``crew.toml``, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from plugins.credits.jobs import (
    ALL_DO,
    ALL_DONE_BY,
    DOES,
    NOUN,
    NOUNS,
    THING,
    THINGS,
    roles_of_label,
    roles_of_noun,
    roles_of_thing,
    roles_of_verb,
)
from plugins.credits.patterns import Pattern, any_word, read_table


@dataclass(frozen=True, eq=False)
class CrewForm:
    """One form; each field is a key of ``crew.toml``, explained there."""

    reason: str
    pattern: Pattern
    read: str = ""
    role: str = ""
    sure: bool = False
    passive: bool = False

    @cached_property
    def names_nobody(self) -> bool:
        """Whether a pronoun stands in it for whoever does the job, or a name that no record has."""
        return not self.pattern.groups.isdisjoint({"they", "name"})

    def roles(self, job: str) -> tuple[str, ...]:
        """The roles of whoever the words of a job are told of; ``job`` may be empty where the form tells."""
        return (self.role,) if self.role else _READ[self.read](job)


def _of_verbs(words: str) -> tuple[str, ...]:
    return _each(re.findall(DOES, words, re.IGNORECASE) or [words], roles_of_verb)


def _of_nouns(words: str) -> tuple[str, ...]:
    return _each(re.findall(NOUN, words, re.IGNORECASE), roles_of_noun)


def _of_things(words: str) -> tuple[str, ...]:
    return _each(re.findall(THING, words, re.IGNORECASE), roles_of_thing)


def _of_label(words: str) -> tuple[str, ...]:
    return tuple(role for role in roles_of_label(words) if role != "cast")


def _each(words: Iterable[str], read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role for word in words for role in read(word)))


_READ: dict[str, Callable[[str], tuple[str, ...]]] = {
    "verbs": _of_verbs,
    "nouns": _of_nouns,
    "things": _of_things,
    "label": _of_label,
}

_TABLE = read_table("crew")

FORMS = tuple(CrewForm(**form) for form in _TABLE.forms)

SPOKEN = tuple(CrewForm(**form, sure=True) for form in _TABLE.spoken)

_WORD = re.compile(r"\w+")
_SHORT = frozenset({"cut", "dop", "dp", "lit", "set"})
_JOB_WORDS = frozenset(
    ending
    for word in _WORD.findall(
        " ".join((*NOUNS, *ALL_DO, *ALL_DONE_BY, *THINGS, *_TABLE.lists["other_words"]))
    )
    if len(word) > 3 or word in _SHORT
    for ending in (word, f"{word}s")
)


TELLS_A_JOB = any_word(_JOB_WORDS)
"""The bit of ``words_had`` for any word of a form but the smallest; for speed alone."""


BY_A_BAND = next(form.pattern for form in FORMS if form.reason == "music by a band")

OTHER_OBJECTS = _TABLE.patterns["other-objects"]
THIS_OBJECT = _TABLE.patterns["this-object"]
KIN = _TABLE.patterns["kin"]
NOT_DONE = _TABLE.patterns["not-done"]
SOME = _TABLE.patterns["some"]
NOT_OF_THE_FILM = _TABLE.patterns["not-of-the-film"]
