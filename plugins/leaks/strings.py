"""Words that programs keep apart: strings of JSON and scripts put together again.

The strings are found by their quotation marks, not by a parser: a leak stands in broken JSON as well.
A string ends with its line, so that a stray mark spoils no more than that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from plugins.leaks.reading import Edit, Edits

_STRING = re.compile(r"\"((?:[^\"\\\n]|\\.)*+)\"?(\s*+:)?|'((?:[^'\\\n]|\\.)*+)'?")
_JOINT = re.compile(r"([\"'`])\s*+[+,.]\s*+[\"'`]|\$\{[^{}\n]*+\}")
_KEY = re.compile(r"\"([^\"\\\n]{1,40}+)\"\s*+:")
_NUMBER = re.compile(r"(?<!\w)\d++(?:[.:,]\d++)*+(?!\w)")

STRUCTURE = 20
"""Uses from which on a key is taken for a part of the format: no text repeats its sentences so often."""

FIELDS = 40
"""Fields that are read one by one; a format with more would be read as often as it has fields."""


def joints_left_out(text: str) -> Iterator[Edit]:
    """``"a" + "b"`` and ``["a", "b"]`` as one string, and template strings without what they fill in."""
    return ((*match.span(), "") for match in _JOINT.finditer(text))


def values_with_spaces(text: str) -> Iterator[Edit]:
    """The strings alone, without the keys, a space between two."""
    return _only(_strings(text)[0], text, " ")


def values_without_spaces(text: str) -> Iterator[Edit]:
    return _only(_strings(text)[0], text, "")


def keys(text: str) -> Iterator[Edit]:
    """The keys alone, but for those of the format's own."""
    found = _strings(text)[1]
    uses = Counter(text[start:end] for start, end in found)
    return _only((one for one in found if uses[text[one[0] : one[1]]] < STRUCTURE), text, " ")


def fields(text: str) -> Iterator[tuple[str, Edits]]:
    """For each key that comes back, its name and the strings under it alone: one word in each record."""
    uses = Counter(match[1] for match in _KEY.finditer(text))
    for key, count in uses.most_common(FIELDS):
        if count > 1:
            yield key, _field(key)


def _field(key: str) -> Edits:
    pattern = re.compile(rf"\"{re.escape(key)}\"\s*+:\s*+\"((?:[^\"\\\n]|\\.)*+)")
    return lambda text: _only((match.span(1) for match in pattern.finditer(text)), text, " ")


def numbers_left_out(text: str) -> Iterator[Edit]:
    """Words without the numbers between them, as in subtitles or in a list of words with their places."""
    return ((*match.span(), " ") for match in _NUMBER.finditer(text))


@lru_cache(maxsize=1)
def _strings(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Where the values and where the keys stand. Kept for the last text, which is read in several ways."""
    values, found = list[tuple[int, int]](), list[tuple[int, int]]()
    for match in _STRING.finditer(text):
        if match[2] is not None:
            found.append(match.span(1))
        else:
            values.append(match.span(1 if match[3] is None else 3))
    return values, found


def _only(kept: Iterable[tuple[int, int]], text: str, between: str) -> Iterator[Edit]:
    """The edits that leave nothing but some stretches."""
    done = 0
    for start, end in kept:
        yield done, start, between
        done = end
    yield done, len(text), ""
