"""Surfaces that differ in their type alone made one: capitals for their own sake, titles in marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plugins.archive.entity import Kind
from plugins.discovery.tally import Evidence, Surface
from plugins.lexicon.words import is_given_name

SHORTEST = 4
"""Letters of a word in capitals that is told from an abbreviation."""

MARKING = 2
"""Titles of several words in marks that show that a text marks its titles."""

MARKS_ITS_TITLES = Evidence(Kind.WORK, 1.0, "the text marks its titles")

_WORD = re.compile(r"[^\W\d_]+")
_MC = re.compile(r"\bMc(\w)")


def settle(surfaces: dict[str, Surface]) -> dict[str, Surface]:
    """The surfaces of a text by their words; one in marks that is also somebody's name stays behind a “."""
    _set_down_capitals(surfaces)
    _join_marked(surfaces)
    return surfaces


def set_down(words: str) -> str:
    """A name in capitals as it is written otherwise.

    >>> set_down("DAN O'BANNON"), set_down("EDDA MCLUND")
    ("Dan O'Bannon", 'Edda McLund')
    """
    small = _WORD.sub(lambda part: part[0].capitalize(), words)
    return _MC.sub(lambda part: f"Mc{part[1].upper()}", small).replace("'S ", "'s ")


def _set_down_capitals(surfaces: dict[str, Surface]) -> None:
    """Surfaces in capitals only are the same name as one that is written as usual.

    A single word in capitals is a cry or an abbreviation, unless a full name begins or ends with it.
    """
    usual = {words.upper(): words for words in sorted(surfaces) if not words.isupper()}
    of_full_names = _first_and_last_words(surfaces)
    shouted = [key for key, one in surfaces.items() if key.isupper() and not one.marked]
    for words in shouted:
        quiet = usual.get(words, set_down(words))
        if len(words) < SHORTEST or not (words in usual or " " in words or quiet in of_full_names):
            continue
        surface = surfaces.pop(words)
        if quiet in surfaces:
            surfaces[quiet].take(surface)
        else:
            surface.words, surface.written = quiet, ""
            surfaces[quiet] = surface


def _first_and_last_words(surfaces: Iterable[str]) -> set[str]:
    full = (set_down(words).split() for words in surfaces if " " in words)
    return {part for words in full for part in (words[0], words[-1])}


def _join_marked(surfaces: dict[str, Surface]) -> None:
    """A title in marks is also the title without them, unless the bare word is somebody: “Paddington”."""
    marked = {key: one for key, one in surfaces.items() if one.marked}
    in_style = sum(not one.is_single and one.weights[Kind.WORK] >= 2.5 for one in marked.values())
    for key, title in marked.items():
        if title.is_single and in_style >= MARKING:
            title.add(MARKS_ITS_TITLES)
        bare = surfaces.get(title.words)
        if bare is None:
            surfaces[title.words] = surfaces.pop(key)
        elif title.weights[Kind.WORK] < 2.0 or not _is_somebody(bare):
            surfaces.pop(key)
            bare.take(title)
            bare.marked = True


def _is_somebody(bare: Surface) -> bool:
    """Whether a word without marks is a name by itself."""
    weight = {kind: bare.weights.get(kind, 0.0) for kind in (Kind.PERSON, Kind.CHARACTER, Kind.WORK)}
    if max(weight[Kind.PERSON], weight[Kind.CHARACTER]) > weight[Kind.WORK]:
        return True
    return bare.told >= 2 and is_given_name(bare.words)
