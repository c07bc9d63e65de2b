"""Names of authors as bibliographies sort them: a person's by the family name, others as they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

GROUPS = frozenset(
    {
        *("academy", "agency", "archive", "archives", "associates", "association", "band", "board"),
        *("boys", "brothers", "bureau", "club", "collective", "college", "committee", "company"),
        *("correspondent", "council", "department", "desk", "editor", "editors", "ensemble", "festival"),
        *("films", "foundation", "gallery", "group", "institute", "journal", "library", "magazine"),
        *("museum", "network", "news", "office", "orchestra", "pictures", "post", "press"),
        *("project", "quartet", "review", "school", "service", "society", "staff", "studio"),
        *("studios", "team", "theater", "theatre", "times", "tribune", "trust", "union"),
        *("university", "weekly", "wire"),
    }
)
"""Last words of names that are nobody's family name: who signs so is no person."""

ARTICLES = frozenset({"a", "an", "the", "la", "le", "les", "el", "der", "die", "das"})
"""First words of what is no person's name."""

PARTICLES = frozenset(
    {
        *(
            "van",
            "von",
            "der",
            "den",
            "de",
            "la",
            "le",
            "di",
            "da",
            "del",
            "della",
            "du",
            "dos",
            "das",
            "do",
            "e",
        ),
        *(
            "y",
            "al",
            "bin",
            "ibn",
            "ben",
            "ter",
            "ten",
            "te",
            "zu",
            "zum",
            "zur",
            "af",
            "av",
            "van't",
            "op",
            "in",
        ),
    }
)
"""Words that may be small within a person's name; any other small word makes it no person's."""

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
    if any(" " not in one and one.casefold() not in GROUPS for one in parts):
        # “Lark, Ada” is one person, “Ada Lark, Jr.” too, and “Holt and Bell” may be a company.
        parts = [author.strip()]
    return tuple(_name(one) for one in parts)


def _name(written: str) -> Name:
    if not _may_be_a_person(written):
        return Name(literal=written)
    read = HumanName(written)
    if not read.last or not read.first:
        return Name(literal=written)
    # What the library takes for a title may be a name, as in “Prince Rogers Nelson”.
    return _person(read.last, " ".join(f"{read.title} {read.first} {read.middle}".split()), read.suffix)


def _may_be_a_person(written: str) -> bool:
    words = written.replace(",", " ").split()
    if len(words) < 2 or words[0].casefold() in ARTICLES or words[-1].casefold() in GROUPS:
        return False
    small = {one for one in words if one[:1].islower()}
    return small <= PARTICLES and not re.search(r"\d|[^\w\s.,’'()-]", written)


def _person(family: str, given: str, suffix: str = "") -> Name:
    """The parts of a name; particles are small words before the family name or, as indexes have it, last."""
    words, first = family.split(), given.split()
    count = next((place for place, word in enumerate(words) if not word[:1].islower()), 0)
    particles = words[:count]
    while len(first) > 1 and first[-1][:1].islower():
        particles.insert(0, first.pop())
    return Name(" ".join(words[count:]), " ".join(first), " ".join(particles), suffix)
