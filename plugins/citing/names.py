"""Names of authors as bibliographies sort them: a person's by the family name, others as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

GROUPS = frozenset(
    {
        *("agency", "archive", "archives", "associates", "bureau", "club", "collective", "committee"),
        *("company", "correspondent", "desk", "editor", "editors", "films", "foundation", "group"),
        *("institute", "magazine", "museum", "network", "news", "office", "pictures", "press"),
        *("project", "service", "society", "staff", "studio", "studios", "team", "times"),
        *("trust", "university", "wire"),
    }
)
"""Last words of names that are nobody's family name: who signs so is no person."""

ARTICLES = frozenset({"a", "an", "the", "la", "le", "les", "el", "der", "die", "das"})
"""First words of what is no person's name."""

_BETWEEN = re.compile(r"\s*;\s*|\s*,?\s+(?:and|und|et|y|&|with)\s+|\s*,\s+")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, or in ``literal`` a name that is never turned around.

    ``particle`` stays before the family name and is not sorted by: ``van`` in ``Hoyte van Hoytema``.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""


@lru_cache(maxsize=4096)
def names_of(author: str, sort_name: str = "") -> tuple[Name, ...]:
    """The authors that a line names. ``sort_name`` is how an index has a recorded author: ``Lark, Ada``.

    >>> [one.family or one.literal for one in names_of("Ada Lark, Bo Ek and the Staff")]
    ['Lark', 'Ek', 'the Staff']
    >>> names_of("Hoyte van Hoytema")
    (Name(family='Hoytema', given='Hoyte', particle='van', suffix='', literal=''),)
    """
    if "," in sort_name:
        family, _, given = sort_name.partition(",")
        return (_person(family.strip(), given.strip()),)
    parts = [one for one in _BETWEEN.split(author.strip()) if one]
    if any(" " not in one for one in parts) and not re.search(r"[;&]|\b(?:and|with)\b", author):
        # “Lark, Ada” is one person, and “Ada Lark, Jr.” too.
        parts = [author.strip()]
    return tuple(_name(one) for one in parts)


def _name(written: str) -> Name:
    words = written.replace(",", " ").casefold().split()
    if (
        len(words) < 2
        or words[0] in ARTICLES
        or words[-1] in GROUPS
        or re.search(r"\d|[^\w\s.,’'()-]", written)
    ):
        return Name(literal=written)
    read = HumanName(written)
    if not read.last or not read.first:
        return Name(literal=written)
    return _person(read.last, f"{read.first} {read.middle}".strip(), read.suffix)


def _person(family: str, given: str, suffix: str = "") -> Name:
    words = family.split()
    count = next((place for place, word in enumerate(words) if not word[:1].islower()), 0)
    return Name(" ".join(words[count:]), given, " ".join(words[:count]), suffix)
