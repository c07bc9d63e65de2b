"""One name or several: who wrote, who directed, with what a list says of being whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.claims.values.words import folded, plain

_BETWEEN = re.compile(r"\s*(?:,\s*(?:and\s+)?|;|&|\+|\band\b|\bwith\b)\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:\w+\s+)?by\s+", re.IGNORECASE)
"""“written by”, “by”."""

_ALONE = re.compile(
    r"\b(?:alone|only|solely|(?:all )?by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameList:
    """Names, folded, in the order of the alphabet. ``alone`` says that there are no others."""

    names: tuple[str, ...]
    alone: bool = False

    @property
    def key(self) -> object:
        """Two values with the same key say the same."""
        return "names", self.names, self.alone

    def holds(self, other: NameList) -> bool:
        """Whether every name of the other is among these; “Jonze” is, where “Spike Jonze” stands."""
        return all(any(_same(name, own) for own in self.names) for name in other.names)

    def shares(self, other: NameList) -> bool:
        return any(_same(name, own) for own in self.names for name in other.names)


def read_names(value: str) -> NameList | None:
    """The names of a value; None where it has none.

    >>> read_names("Spike Jonze alone")
    NameList(names=('spike jonze',), alone=True)
    >>> read_names("[[vincent-landay|Landay]] and Megan Ellison").names
    ('landay', 'megan ellison')
    """
    words = _BY.sub("", plain(value))
    return list_of(_BETWEEN.split(_ALONE.sub(" ", words)), alone=bool(_ALONE.search(words)))


def list_of(names: Iterable[str], alone: bool = False) -> NameList | None:
    """A list of names that are apart already; None for no names."""
    found = tuple(sorted({folded(name) for name in names} - {""}))
    return NameList(found, alone) if found else None


def _same(name: str, other: str) -> bool:
    """Whether two names can be one: all words of one are among the other's, a surname for the whole."""
    own, others = set(name.split()), set(other.split())
    return own <= others or others <= own
