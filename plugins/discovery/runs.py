"""Runs of capital words: what may be a name, with what its form shows and what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from operator import attrgetter

from plugins.discovery.capitals import Capitals
from plugins.discovery.forms import FACTS_OF_FORMS, form_of
from plugins.discovery.passages import Passage
from plugins.discovery.tokens import Token
from plugins.lexicon.english import ENGLISH

_DATED = re.compile(r"\b(?:in|on|since|until|by|last|next|of|this|late|early|mid|from|to) $|\d $")
_DAY = re.compile(r",? \d")
_TO_A_PLACE = re.compile(r"\b(?:[Ii]n|to|from|at|near|outside|leaving|of|for) $")


class Run(Capitals):
    """Capital words in a row, with what their ``form`` and the words beside them show."""

    def __init__(self, text: str, passage: Passage, tokens: tuple[Token, ...], lead: str = "") -> None:
        super().__init__(text, passage, tokens, lead)
        self.form = form_of(self.surface, tuple(token.word for token in tokens))
        self.words = self.form.words
        # Every rule asks it, and a value that is always asked for costs less at once.
        self.is_elsewhere_named = self._is_elsewhere_named()

    @property
    def is_common(self) -> bool:
        return self.form.is_common

    @property
    def is_given(self) -> bool:
        return self.form.is_given

    @property
    def is_function_word(self) -> bool:
        return self.form.is_function_word

    @property
    def looks_personal(self) -> bool:
        return self.form.looks_personal

    @property
    def is_somebodys(self) -> bool:
        return self.form.is_somebodys

    @property
    def ends_otherwise(self) -> bool:
        return self.form.ends_otherwise

    @cached_property
    def facts(self) -> frozenset[str]:
        """What rules may ask of it, by the words of ``FACTS``."""
        return self.form.facts.union(name for name, fact in FACTS_OF_PLACES.items() if fact(self))

    @property
    def may_play(self) -> bool:
        """Whether it may be a player's name, or that of whoever is played."""
        is_word = self.is_single and self.is_common
        return not self.is_elsewhere_named and not self.ends_otherwise and not is_word

    @property
    def is_unknown_pair(self) -> bool:
        """Whether it is two or three words of which no dictionary knows one, in mid-sentence."""
        return self.form.is_unknown_pair and not self.passage.headline and not self.is_elsewhere_named

    def _is_elsewhere_named(self) -> bool:
        """Whether it is known as something else than a person or a work: a place, a term, a day, a people."""
        if self.form.is_month_and_given:
            return bool(_DATED.search(self.before) or _DAY.match(self.after))
        if self.form.is_town_and_given and _TO_A_PLACE.search(self.before):
            return True
        return self.form.is_elsewhere_named or self._opens_with_work_terms

    @property
    def _opens_with_work_terms(self) -> bool:
        """Whether a sentence opens with two words for works: ``Film noir``."""
        return self.is_single and self.opens and {self.form.lows[0], self.word_after} <= ENGLISH.works


FACTS_OF_PLACES: Mapping[str, Callable[[Run], object]] = {
    "opens": attrgetter("opens"),
    "headline": attrgetter("passage.headline"),
    "possessive": attrgetter("possessive"),
    "led": attrgetter("lead"),
    "place": lambda run: run.is_elsewhere_named or run.form.ends_like_a_place,
    "may play": attrgetter("may_play"),
}
"""What ``evidence.toml`` may ask of a name at one place, by the word that it is asked with."""

FACTS = FACTS_OF_FORMS.keys() | FACTS_OF_PLACES.keys()
"""All that ``evidence.toml`` may ask of a name."""
