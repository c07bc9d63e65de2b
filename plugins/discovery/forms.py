"""What the words of a run show wherever they stand: whether they have the form of somebody's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from operator import attrgetter

from plugins.discovery.tokens import is_acronym, is_capital, is_initial, low
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.lexicon.words import is_common, is_country, is_given_name, is_often_given, is_place, is_surname
from plugins.quotations.saying import PARTICLES

MOST_KEPT = 8192
"""Forms that are kept for the next place: several times those of a long text, a few megabytes."""

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
_NO_TOWN = _ELSEWHERE | PARTICLES

_GIVEN_LAST = re.compile(r"[A-Z]\w+-[a-z]\w+|[A-Z]\w{2,}-[A-Z]\w{2,}")


class Form:
    """The words of a run, with what they show. ``surface`` has the signs between them too.

    Most names stand in a text several times, and in many texts: see ``form_of``.
    """

    def __init__(self, surface: str, words: tuple[str, ...]) -> None:
        self.surface = surface
        self.words = words
        self.lows = tuple(map(low, words))
        self.is_single = len(words) == 1

    @cached_property
    def facts(self) -> frozenset[str]:
        """What rules may ask of it, by the words of ``FACTS_OF_FORMS``."""
        return frozenset(name for name, fact in FACTS_OF_FORMS.items() if fact(self))

    @cached_property
    def is_common(self) -> bool:
        """Whether all its words are words of every day."""
        pairs = zip(self.words, self.lows, strict=True)
        return all(is_common(word) or small in PARTICLES for word, small in pairs)

    @cached_property
    def is_given(self) -> bool:
        return is_given_name(self.surface)

    @cached_property
    def is_often_given(self) -> bool:
        return is_often_given(self.surface)

    @cached_property
    def is_acronym(self) -> bool:
        """Whether its first word is in capitals only."""
        return is_acronym(self.words[0])

    @cached_property
    def is_function_word(self) -> bool:
        """Whether it is a single word that only holds sentences together."""
        return self.is_single and self.lows[0] in ENGLISH.function

    @cached_property
    def is_unknown_pair(self) -> bool:
        """Whether it is two or three words of which no dictionary knows one."""
        if not 2 <= len(self.words) <= 3 or self.ends_otherwise or self.is_acronym:
            return False
        return not any(is_common(word) or word[0].isdigit() for word in self.words)

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
        first, last = self.words[0], self.words[-1]
        if not 2 <= len(self.words) <= LONGEST_PERSON or "of" in self.words or self.ends_otherwise:
            return True
        if first in PLACE_STARTS:
            return True
        if self.lows[0] in ENGLISH.calendar or self.lows[0] in ENGLISH.function:
            # Of the small words only ``Will`` and its like are given names too.
            return not (self.lows[0] in ENGLISH.function and is_given_name(first) and is_surname(last))
        if is_common(last) and (is_acronym(last) or is_country(first)):
            return True
        if self.lows[-1] in ENGLISH.calendar and is_common(first):
            return True
        if self.lows[-1] in ENGLISH.places and is_place(first) and not is_surname(last):
            return True
        in_a_place = is_place(last) and not OF_PLACES.isdisjoint(self.words[1:-1])
        return last[0].isdigit() or (in_a_place and not is_often_given(first))

    @property
    def _begins_like_a_person(self) -> bool:
        """Whether initials, particles, a form like ``Joon-ho`` or a given name make somebody of it."""
        first, last = self.words[0], self.words[-1]
        if any(map(is_initial, self.words[:-1])):
            return not is_initial(last) and is_capital(last)
        if not PARTICLES.isdisjoint(self.words[1:-1]):
            return True
        if not ENGLISH.function.isdisjoint(self.lows[1:]):
            return False
        if _GIVEN_LAST.fullmatch(last) or last in {"Jr", "Sr"}:
            return True
        if not is_given_name(first):
            return False
        return not is_common(first) or is_often_given(first) or _may_be_a_surname(last)

    @cached_property
    def ends_otherwise(self) -> bool:
        """Whether its last word is that of an organisation, a prize, an office: ``the Ministry of Fog``."""
        first, last = self.lows[0], self.lows[-1]
        if first in ENGLISH.honorifics:
            return False
        if "of" in self.words[1:]:
            head = self.lows[: self.words.index("of")]
            return last in ENGLISH.terms or not NAMED_OTHERWISE.isdisjoint(head)
        if first in {"my", "a", "your", "our"}:
            return False
        if not self.is_single and last in _ENDINGS and not is_initial(self.words[-1]):
            return True
        if is_given_name(self.words[0]) and not is_common(self.words[0]) and is_surname(self.words[-1]):
            return False
        in_company = last in ENGLISH.organisations and not self.is_single
        return in_company or "&" in self.surface or "+" in self.surface

    @cached_property
    def ends_like_a_place(self) -> bool:
        """Whether its last word ends the names of places, papers and prizes, and of titles too."""
        return not self.is_single and self.lows[-1] in ENGLISH.places and not self.looks_personal

    @cached_property
    def ends_like_a_date(self) -> bool:
        """Whether its last word is a day, a month, a season, and nobody is called so."""
        return not self.is_single and self.lows[-1] in ENGLISH.calendar and not self.looks_personal

    @cached_property
    def is_month_and_given(self) -> bool:
        """Whether the words beside tell if it is a month or a day, or somebody: ``April``."""
        is_day = self.is_single and self.lows[0] in ENGLISH.calendar
        return is_day and self.is_often_given and not self._is_a_term

    @cached_property
    def is_town_and_given(self) -> bool:
        """Whether the words beside tell if it is a town or somebody: ``Austin``."""
        return self._may_be_a_town and self.is_given and not is_country(self.surface)

    @cached_property
    def is_elsewhere_named(self) -> bool:
        """Whether it is neither a person nor a work wherever it stands: a place, a term, a people."""
        if self._is_a_term:
            return True
        if not self.is_single:
            return self._are_words_elsewhere
        if self.lows[0] in _ELSEWHERE:
            return True
        if self._are_initials:
            return is_place(self.surface) or self.lows[0] in IN_INITIALS
        return self._may_be_a_town and not self.is_town_and_given

    @property
    def _is_a_term(self) -> bool:
        return self.surface.lower().rstrip(".") in ENGLISH.terms or self.words[0] == "Best"

    @property
    def _are_initials(self) -> bool:
        return is_initial(self.words[0]) and len(self.words[0]) > 3

    @property
    def _may_be_a_town(self) -> bool:
        """Whether it is the one word of a place that nothing else is called by."""
        if not self.is_single or self._is_a_term or self._are_initials:
            return False
        return self.lows[0] not in _NO_TOWN and is_place(self.surface)

    @property
    def _are_words_elsewhere(self) -> bool:
        first, last = self.words[0], self.words[-1]
        if self.lows[0] in ENGLISH.calendar and last.isdigit():
            return True
        if self.lows[0] in NUMBERED and _COUNTED.fullmatch(self.words[1]):
            return True
        if self.ends_like_a_date:
            return self.lows[0] not in ENGLISH.function and not is_common(first)
        if first in PLACE_STARTS and not self.is_common:
            return True
        if self.lows[0] in PARTICLES:
            return False
        if is_place(last) and len(last) >= LEAST_OF_A_PLACE and not self.looks_personal:
            return self.lows[0] not in ENGLISH.function and not is_given_name(last)
        return is_place(self.surface)


@lru_cache(maxsize=MOST_KEPT)
def form_of(surface: str, words: tuple[str, ...]) -> Form:
    """The form with these words, and what was found of it so far."""
    return Form(surface, words)


def _may_be_a_surname(word: str) -> bool:
    """Whether a last word is no word of every day, or one that families have."""
    return not is_common(word) or is_surname(word)


FACTS_OF_FORMS: Mapping[str, Callable[[Form], bool]] = {
    "single": attrgetter("is_single"),
    "common": attrgetter("is_common"),
    "function": attrgetter("is_function_word"),
    "given": attrgetter("is_given"),
    "often given": attrgetter("is_often_given"),
    "personal": attrgetter("looks_personal"),
    "somebody": attrgetter("is_somebodys"),
    "whole": lambda form: form.is_single or form.looks_personal,
    "otherwise": attrgetter("ends_otherwise"),
    "acronym": attrgetter("is_acronym"),
}
"""What ``evidence.toml`` may ask of a name wherever it stands, by the word that it is asked with."""
