"""What the values of a property are, and whether a subject has one of them at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ValueKind(Enum):
    """How a value is read for a comparison."""

    DURATION = "a length of time, in minutes or in larger units"
    DATE = "a day, a month, a season, a year, with a year or without"
    AMOUNT = "an amount of money"
    NUMBER = "a number or an age"
    NAMES = "one name or several"
    MARITAL = "how far a marriage has come"
    WORDS = "words that only a person can weigh"


@dataclass(frozen=True, slots=True)
class Property:
    """What is known of a property before any source is read.

    ``several`` is true where a subject can have many values and no quarrel. ``beside`` names a property
    whose object this one is easily taken for, and ``why`` says in a sentence why it is another.
    """

    kind: ValueKind = ValueKind.WORDS
    several: bool = False
    beside: str | None = None
    why: str = ""


UNLISTED = Property(several=True)
"""A property that nobody has listed: awards, collaborators, traits. Two of them are no contradiction."""

PROPERTIES = {
    "running-time": Property(ValueKind.DURATION),
    "earlier-cut": Property(
        ValueKind.DURATION, True, "running-time", "A stage of the editing is not the finished film."
    ),
    "release": Property(ValueKind.DATE),
    "release-date": Property(ValueKind.DATE),
    "release-year": Property(ValueKind.DATE),
    "year": Property(ValueKind.DATE),
    "premiere": Property(ValueKind.DATE),
    "shooting-began": Property(ValueKind.DATE),
    "shooting-ended": Property(ValueKind.DATE),
    "date-of-text": Property(ValueKind.DATE),
    "born": Property(ValueKind.DATE),
    "died": Property(ValueKind.DATE),
    "budget": Property(ValueKind.AMOUNT),
    "age": Property(ValueKind.NUMBER),
    "age-at-publication": Property(ValueKind.NUMBER),
    "screenplay": Property(ValueKind.NAMES),
    "director": Property(ValueKind.NAMES),
    "marital-status": Property(ValueKind.MARITAL),
    "naming": Property(),
    "setting-time": Property(),
    "setting-place": Property(),
    # Of what follows a subject can have several; the kind only tells whether two sources say the same.
    "gross": Property(ValueKind.AMOUNT, several=True),
    "distributor": Property(ValueKind.NAMES, several=True),
    "score": Property(ValueKind.NAMES, several=True),
}
"""Properties by name. A value that its kind cannot read (``born: Szeged``) is compared as words."""

WRITTEN_FROM = "written-from"
"""What a source says of its own sources, as links: a text that repeats another is no second witness."""

ROLES_OF_ONE = frozenset({"director"})
"""Jobs of a credit that one person or pair does for the whole work, so that two lists without a common
name contradict each other. Two lists of producers do not: neither says that it is whole."""


def property_of(name: str) -> Property:
    """What is known of a property; of one that nobody has listed, that it may have several values."""
    return PROPERTIES.get(name, UNLISTED)
