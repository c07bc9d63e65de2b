"""What somebody probably meant who wrote a word that is not known: a key, a choice, an id, a pointer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.authority.record import Record

LONGEST_CHOICE = 24
"""As many words are listed where none of them is near; of more nobody would read them."""

SAID_OTHERWISE: dict[str, tuple[str, ...]] = {
    "actor": ("person", "performed-by"),
    "actress": ("person", "performed-by"),
    "alias": ("variants",),
    "also-known-as": ("variants",),
    "cast": ("credits", "performed-by"),
    "citation": ("cite",),
    "comment": ("note",),
    "crew": ("credits",),
    "day": ("date",),
    "description": ("summary", "note"),
    "film": ("work", "works"),
    "headline": ("title", "name"),
    "job": ("role",),
    "language": ("lang",),
    "link": ("url",),
    "location": ("place",),
    "magazine": ("outlet",),
    "movie": ("film", "work", "works"),
    "newspaper": ("outlet",),
    "official-name": ("name",),
    "other-names": ("variants",),
    "participants": ("people",),
    "played-by": ("performed-by", "person"),
    "publisher": ("outlet",),
    "ref": ("cite",),
    "reference": ("cite",),
    "release-date": ("year", "date"),
    "released": ("year", "date"),
    "source": ("cite",),
    "sources": ("cite",),
    "synopsis": ("summary",),
    "title": ("name",),
    "type": ("kind",),
    "website": ("url",),
    "when": ("date",),
    "where": ("place",),
    "who": ("people", "person"),
    "writer": ("author",),
}
"""Words that people write for a key, with the keys that they mean, the first that a record takes."""

_FACTS = frozenset(
    {"age", "awards", "birthplace", "born", "budget", "died", "genre", "runtime", "running-time"}
)
"""Words that people write for a key and that are facts."""

_POINTER = re.compile(
    r"\W*(?P<source>.+?)\W+(?:p|pp|par|para|paragraph|page)?\W*(?P<number>\d{1,6})\W*", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:https?:|www\.)\S+")


def nearest(word: str, among: Iterable[str], otherwise: str = "") -> str:
    """Advice that names the nearest of some words; where none is near all of them, or ``otherwise``.

    >>> nearest("Happend", ("happened", "announced"))
    "did you mean 'happened'?"
    """
    choice = sorted(among)
    if close := closest(word, choice):
        return f"did you mean {close!r}?"
    if otherwise or len(choice) > LONGEST_CHOICE or not choice:
        return otherwise or "there is none like it"
    return f"the choice is {', '.join(choice)}"


def closest(word: str, among: Iterable[str], least: float = 0.6) -> str:
    """The word that another is nearest to, whatever its capitals, spaces and underscores; empty for none."""
    by_form: dict[str, str] = {}
    for one in among:
        by_form.setdefault(_form(one), one)
    if (form := _form(word)) in by_form:
        return by_form[form]
    close = get_close_matches(form, by_form, n=1, cutoff=least)
    return by_form[close[0]] if close else ""


def nearest_key(word: str, keys: Iterable[str]) -> tuple[str, str]:
    """Advice for a key that a record does not take, and the key that it names; empty for none."""
    known = set(keys)
    form = _form(word)
    said = next((one for one in SAID_OTHERWISE.get(form, ()) if one in known), "")
    if not said and form in _FACTS and "facts" in known:
        return f"write it as a fact: facts: [{{property: {form}, value: ..., cite: ...}}]", ""
    meant = said or closest(word, known)
    return nearest(meant or word, known), meant


def nearest_id(word: str, records: Iterable[Record], otherwise: str) -> str:
    """Advice for an id that no record has; names of records lead to their ids, and several ids to a list."""
    known = {one.id: one for one in records}
    by_name = {_form(one.name): one.id for one in known.values()}
    if several := _several(word, {**by_name, **{one: one for one in known}}):
        return f"several ids stand in a list: [{', '.join(several)}]"
    bare = word.strip().removeprefix("[[").removesuffix("]]").partition("|")[0].removesuffix(".md")
    if (meant := bare if bare in known else by_name.get(_form(bare))) is not None:
        return f"did you mean {meant!r}?"
    close = closest(bare, [*known, *by_name], 0.65)
    return f"did you mean {by_name.get(close, close)!r}?" if close else otherwise


def nearest_pointer(word: str, sources: Mapping[str, Record]) -> str:
    """Advice for a text that is no pointer, or names no source."""
    if re.fullmatch(r"\W*p?(?:age|aragraph)?\W*\d+\W*", word):
        return f"it names no source; write the id of one before it, like {_example(sources)} p3"
    if _ADDRESS.match(word):
        return "an address names no text that is kept; write the id of the source's record in content/sources"
    found = _POINTER.fullmatch(word.strip())
    if found and (source := closest(found["source"], sources, 0.75)):
        return f"did you mean '{source} p{found['number']}'?"
    bare = word.strip().removeprefix("[[").removesuffix("]]")
    if bare in sources:
        return f"did you mean {bare!r}?"
    return ""


def _several(word: str, ids: Mapping[str, str]) -> list[str]:
    """The ids that a text names which has several, separated by commas; empty where it does not."""
    parts = [one.strip() for one in word.split(",") if one.strip()]
    found = [ids.get(one) or ids.get(_form(one), "") for one in parts]
    return found if len(parts) > 1 and all(found) else []


def _example(sources: Iterable[str]) -> str:
    return min(sources, default="a-source")


def _form(word: str) -> str:
    """A word as it is compared: small letters, and hyphens for what people set between words."""
    return re.sub(r"[\s_]+", "-", word.strip().casefold())
