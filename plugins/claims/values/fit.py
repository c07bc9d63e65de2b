"""Whether two values of one kind can both be right, and which of them says more."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from plugins.archive.properties import ValueKind
from plugins.claims.values.amounts import read_amount
from plugins.claims.values.dates import DateRange, read_date
from plugins.claims.values.durations import read_duration
from plugins.claims.values.marital import read_marital
from plugins.claims.values.names import NameList, read_names
from plugins.claims.values.numbers import read_number
from plugins.claims.values.quantity import Quantity
from plugins.claims.values.words import NO_REST, Rest, Words, read_words

Value = Quantity | DateRange | NameList | Words

_READERS: dict[ValueKind, Callable[[str, bool], Value | None]] = {
    ValueKind.DURATION: read_duration,
    ValueKind.DATE: read_date,
    ValueKind.AMOUNT: read_amount,
    ValueKind.NUMBER: read_number,
    ValueKind.NAMES: lambda value, _: read_names(value),
    ValueKind.MARITAL: lambda value, _: read_marital(value),
    ValueKind.WORDS: lambda value, _: read_words(value),
}

_IN_OTHER_WORDS = frozenset({ValueKind.MARITAL})
"""Kinds whose reading leaves most of the words aside: two wordings of one state are not folded into one."""

_IN_ORDER = frozenset({ValueKind.DURATION, ValueKind.DATE, ValueKind.AMOUNT, ValueKind.NUMBER})
"""Kinds of which one value is less than another, or before it."""

LONGEST = 200
"""Code points of a value that is read as anything but words. A length or a date is told in a few words, and
what is longer is a sentence, in which patterns would look for one at every place."""


class Fit(Enum):
    """What one value is to another of its kind."""

    SAME = "the same"
    FINER = "more exact, or a part"
    COARSER = "less exact, or the whole"
    MEETS = "neither holds the other, and both can be right"
    APART = "both cannot be right"
    UNREAD = "nothing tells"


@lru_cache(maxsize=4_096)
def read_value(kind: ValueKind, value: str, about: bool = False) -> Value:
    """A value as its kind has it; as words where the kind cannot read it."""
    # Kept, as each value of a fact is compared with all others.
    return (_READERS[kind](value, about) if len(value) <= LONGEST else None) or read_words(value)


def key_of(kind: ValueKind, value: str, about: bool = False) -> object:
    """What two values have in common when they say the same, so that they are folded into one."""
    return read_words(value).key if kind in _IN_OTHER_WORDS else read_value(kind, value, about).key


def place_of(kind: ValueKind, value: str, about: bool = False) -> tuple[str, tuple[object, ...]]:
    """Where a value stands among others: the least first, the earliest day first, and what is not read last.

    All words have one place: who sorts by it keeps their order.

        >>> lengths = ["107 minutes", "63 minutes", "an hour"]
        >>> sorted(lengths, key=lambda one: place_of(ValueKind.DURATION, one))
        ['an hour', '63 minutes', '107 minutes']
    """
    if kind not in _IN_ORDER:
        return "words", ()
    read = read_value(kind, value, about)
    if isinstance(read, Quantity):
        return f"a {read.unit}", (read.low, read.high)
    if isinstance(read, DateRange):
        return "a date", (read.first, read.last)
    return "words", ()


def read_both(kind: ValueKind, one: tuple[str, bool], other: tuple[str, bool]) -> tuple[Value, Value]:
    """Two values, each with whether it is approximate, in a form in which they can be compared."""
    first, second = read_value(kind, *one), read_value(kind, *other)
    if type(first) is type(second) and getattr(first, "unit", "") == getattr(second, "unit", ""):
        return first, second
    return read_words(one[0]), read_words(other[0])


def fit(one: Value, other: Value) -> Fit:
    """What the first of two values from ``read_both`` is to the second."""
    if isinstance(one, Quantity | DateRange) and isinstance(other, Quantity | DateRange):
        return _of_stretches(one, other)
    if isinstance(one, NameList) and isinstance(other, NameList):
        return _of_names(one, other)
    if isinstance(one, Words) and isinstance(other, Words):
        return _of_words(one, other)
    return Fit.UNREAD


def rest_beside(value: Value) -> Rest:
    """What a value says besides; nothing for names and words, which are read whole."""
    return value.rest if isinstance(value, Quantity | DateRange) else NO_REST


def _of_stretches(one: Quantity | DateRange, other: Quantity | DateRange) -> Fit:
    # Both are of one type: ``read_both`` sees to it.
    inside, around = one.lies_in(other), other.lies_in(one)  # type: ignore[arg-type]
    if inside and around:
        return Fit.SAME
    if inside or around:
        return Fit.FINER if inside else Fit.COARSER
    return Fit.MEETS if one.meets(other) else Fit.APART  # type: ignore[arg-type]


def _of_names(one: NameList, other: NameList) -> Fit:
    inside, around = other.holds(one), one.holds(other)
    if inside and around:
        return Fit.SAME
    if inside:
        return Fit.APART if one.alone else Fit.FINER
    if around:
        return Fit.APART if other.alone else Fit.COARSER
    return Fit.MEETS if one.shares(other) and not (one.alone or other.alone) else Fit.APART


def _of_words(one: Words, other: Words) -> Fit:
    if one.said == other.said:
        return Fit.SAME
    if one.holds(other):
        return Fit.FINER
    return Fit.COARSER if other.holds(one) else Fit.UNREAD
