"""Runs of capital words: what may be a name, and what its form shows before anything is known of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from operator import attrgetter

from plugins.discovery.capitals import Capitals
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common, is_country, is_given_name, is_often_given, is_place, is_surname
from plugins.quotations.saying import PARTICLES

LONGEST_PERSON = 5
"""Words of a person's full name. Longer rows of capitals are lists, or titles."""

LEAST_OF_A_PLACE = 5
"""Letters of a place that makes a place of the words before it: shorter ones are names of people too."""

PLACE_STARTS = words("San Santa Santo São Saint St Los Las Mount Lake Port Fort Puerto Rio Sant Santiago")
"""First words of the names of places, as written."""

OF_PLACES = words("di de da del")
"""Particles before a place: ``Reggio di Calabria``."""

IN_INITIALS = words("l.a u.s u.k n.y d.c u.s.a")
"""Places in initials, in small letters without the last full stop."""

NUMBERED = words("stage scene act chapter part episode volume take page room reel screen row day unit")
"""Words whose number makes them a place in a building or in a book."""

_COUNTED = re.compile(r"\d+\w?|[IVXL]+|[A-Z]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten")

ENDS_OF_TITLES = words(
    "year time times season volume part chapter scene act story page pages picture image feature world god",
    "lord neon focus universal paramount columbia apple stars rating home menu share like opinion foreign",
    "sound song great cold effects design country language genre release culture arts actor actress score",
    "zoom",
)
"""Terms of film writing that end a title as well as anything."""

OFFICES = words(
    "bank bay board bureau cape coast department duke duchess earl faculty gulf head isle palace minister",
    "mayor president princess secretary sea state strait tower university bishop order school chamber court",
    "directorate hall council ministry chief",
)
"""Words that ``of`` joins to the name of an office or a place, and hardly ever to a title's end."""

NAMED_OTHERWISE = ENGLISH.organisations | OFFICES
"""Words before ``of`` that make an organisation, an office or a place of what follows."""

_ENDINGS = ENGLISH.terms - ENDS_OF_TITLES
_ELSEWHERE = ENGLISH.calendar | ENGLISH.peoples | ENGLISH.terms | ENGLISH.organisations

_GIVEN_LAST = re.compile(r"[A-Z]\w+-[a-z]\w+|[A-Z]\w{2,}-[A-Z]\w{2,}")
_DATED = re.compile(r"\b(?:in|on|since|until|by|last|next|of|this|late|early|mid|from|to) $|\d $")
_DAY = re.compile(r",? \d")
_TO_A_PLACE = re.compile(r"\b(?:[Ii]n|to|from|at|near|outside|leaving|of|for) $")


class Run(Capitals):
    """Capital words in a row, with what their form shows."""

    @cached_property
    def is_common(self) -> bool:
        """Whether all its words are words of every day."""
        return all(is_common(token.word) or token.low in PARTICLES for token in self.tokens)

    @cached_property
    def is_given(self) -> bool:
        return is_given_name(self.surface)

    @cached_property
    def is_often_given(self) -> bool:
        return is_often_given(self.surface)

    @cached_property
    def is_function_word(self) -> bool:
        """Whether it is a single word that only holds sentences together."""
        return self.is_single and self.tokens[0].low in ENGLISH.function

    @cached_property
    def facts(self) -> frozenset[str]:
        """What rules may ask of it, by the words of ``FACTS``."""
        return frozenset(name for name, fact in FACTS.items() if fact(self))

    @cached_property
    def may_play(self) -> bool:
        """Whether it may be a player's name, or that of whoever is played."""
        is_word = self.is_single and self.is_common
        return not self.is_elsewhere_named and not self.ends_otherwise and not is_word

    @cached_property
    def looks_personal(self) -> bool:
        """Whether it has the form of a person's full name: a given name or initials, then another word."""
        return not self._cannot_be_personal and self._begins_like_a_person

    @cached_property
    def is_somebodys(self) -> bool:
        """Whether it looks like somebody's name, full or given."""
        return self.looks_personal or (self.is_single and self.is_given and not self.is_common)

    @property
    def _cannot_be_personal(self) -> bool:
        """Whether its length, its first or its last word are those of no person's name."""
        first, last = self.tokens[0], self.tokens[-1]
        if not 2 <= len(self.tokens) <= LONGEST_PERSON or "of" in self.words or self.ends_otherwise:
            return True
        if first.word in PLACE_STARTS:
            return True
        if first.low in ENGLISH.calendar or first.low in ENGLISH.function:
            # Of the small words only ``Will`` and its like are given names too.
            return not (first.low in ENGLISH.function and is_given_name(first.word) and is_surname(last.word))
        if is_common(last.word) and (last.is_acronym or is_country(first.word)):
            return True
        if last.low in ENGLISH.calendar and is_common(first.word):
            return True
        if last.low in ENGLISH.places and is_place(first.word) and not is_surname(last.word):
            return True
        in_a_place = is_place(last.word) and not OF_PLACES.isdisjoint(self.words[1:-1])
        return last.word[0].isdigit() or (in_a_place and not is_often_given(first.word))

    @property
    def _begins_like_a_person(self) -> bool:
        """Whether initials, particles, a form like ``Joon-ho`` or a given name make somebody of it."""
        first, last = self.tokens[0], self.tokens[-1]
        if any(token.is_initial for token in self.tokens[:-1]):
            return not last.is_initial and last.is_capital
        if any(token.word in PARTICLES for token in self.tokens[1:-1]):
            return True
        if any(token.low in ENGLISH.function for token in self.tokens[1:]):
            return False
        if _GIVEN_LAST.fullmatch(last.word) or last.word in {"Jr", "Sr"}:
            return True
        if not is_given_name(first.word):
            return False
        return not is_common(first.word) or is_often_given(first.word) or _may_be_a_surname(last.word)

    @cached_property
    def is_unknown_pair(self) -> bool:
        """Whether it is two or three words of which no dictionary knows one, in mid-sentence."""
        if not 2 <= len(self.tokens) <= 3 or self.passage.headline or self.ends_otherwise:
            return False
        if self.tokens[0].is_acronym or self.is_elsewhere_named:
            return False
        return not any(is_common(token.word) or token.word[0].isdigit() for token in self.tokens)

    @cached_property
    def ends_otherwise(self) -> bool:
        """Whether its last word is that of an organisation, a prize, an office: ``the Ministry of Fog``."""
        first, last = self.tokens[0], self.tokens[-1]
        if first.low in ENGLISH.honorifics:
            return False
        if "of" in self.words[1:]:
            head = self.tokens[: self.words.index("of")]
            return last.low in ENGLISH.terms or any(token.low in NAMED_OTHERWISE for token in head)
        if first.low in {"my", "a", "your", "our"}:
            return False
        if not self.is_single and last.low in _ENDINGS and not last.is_initial:
            return True
        if is_given_name(first.word) and not is_common(first.word) and is_surname(last.word):
            return False
        in_company = last.low in ENGLISH.organisations and not self.is_single
        return in_company or "&" in self.surface or "+" in self.surface

    @cached_property
    def ends_like_a_place(self) -> bool:
        """Whether its last word ends the names of places, papers and prizes, and of titles too."""
        return not self.is_single and self.tokens[-1].low in ENGLISH.places and not self.looks_personal

    @cached_property
    def ends_like_a_date(self) -> bool:
        """Whether its last word is a day, a month, a season, and nobody is called so."""
        return not self.is_single and self.tokens[-1].low in ENGLISH.calendar and not self.looks_personal

    @cached_property
    def is_elsewhere_named(self) -> bool:
        """Whether it is known as something else than a person or a work: a place, a term, a day, a people."""
        if self.surface.lower().rstrip(".") in ENGLISH.terms or self.words[0] == "Best":
            return True
        return self._is_a_word_elsewhere if self.is_single else self._are_words_elsewhere

    @property
    def _is_a_word_elsewhere(self) -> bool:
        word, name = self.tokens[0], self.surface
        if word.low in ENGLISH.calendar and is_often_given(name):
            return bool(_DATED.search(self.before) or _DAY.match(self.after))
        if word.low in _ELSEWHERE or (self.opens and {word.low, self.word_after} <= ENGLISH.works):
            return True
        if word.is_initial and len(word.word) > 3:
            return is_place(name) or word.low in IN_INITIALS
        if not is_place(name) or word.low in PARTICLES:
            return False
        return is_country(name) or not self.is_given or bool(_TO_A_PLACE.search(self.before))

    @property
    def _are_words_elsewhere(self) -> bool:
        first, last = self.tokens[0], self.tokens[-1]
        if first.low in ENGLISH.calendar and last.word.isdigit():
            return True
        if first.low in NUMBERED and _COUNTED.fullmatch(self.tokens[1].word):
            return True
        if self.ends_like_a_date:
            return first.low not in ENGLISH.function and not is_common(first.word)
        if first.word in PLACE_STARTS and not self.is_common:
            return True
        if first.low in PARTICLES:
            return False
        if is_place(last.word) and len(last.word) >= LEAST_OF_A_PLACE and not self.looks_personal:
            return first.low not in ENGLISH.function and not is_given_name(last.word)
        return is_place(self.surface)


def _may_be_a_surname(word: str) -> bool:
    """Whether a last word is no word of every day, or one that families have."""
    return not is_common(word) or is_surname(word)


FACTS: Mapping[str, Callable[[Run], object]] = {
    "single": attrgetter("is_single"),
    "opens": attrgetter("opens"),
    "headline": attrgetter("passage.headline"),
    "possessive": attrgetter("possessive"),
    "common": attrgetter("is_common"),
    "function": attrgetter("is_function_word"),
    "led": attrgetter("lead"),
    "given": attrgetter("is_given"),
    "often given": attrgetter("is_often_given"),
    "personal": attrgetter("looks_personal"),
    "somebody": attrgetter("is_somebodys"),
    "whole": lambda run: run.is_single or run.looks_personal,
    "otherwise": attrgetter("ends_otherwise"),
    "acronym": lambda run: run.tokens[0].is_acronym,
    "place": lambda run: run.is_elsewhere_named or run.ends_like_a_place,
    "may play": attrgetter("may_play"),
}
"""What ``evidence.toml`` may ask of a name, by the word that it is asked with."""
