"""What a text that fits a regular expression can begin or end with: most expressions need not be tried.

A rule asks for certain words directly beside a name. Which of some sixty rules can fit is told from the few
code points there, by one look into a table, instead of trying sixty expressions at a hundred places each.
"""

from __future__ import annotations

import importlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import product
from typing import Any

LENGTH = 4
"""Code points at an edge that are looked at: enough for “with ”, and the table stays small."""

_ANY = "\0"
"""A sign that may be any."""

_NOTHING = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
"""Parts of an expression that take up no code point. They only narrow what fits, and are passed over."""


class Edges:
    """Some groups of expressions, by what they can begin with or, where ``at_end``, end with.

    A group without any expression fits everything.
    """

    def __init__(self, groups: Sequence[str | None], *, at_end: bool) -> None:
        self._step = -1 if at_end else 1
        self._all = (1 << len(groups)) - 1
        self._open = sum(1 << place for place, one in enumerate(groups) if one is None)
        self._by_edge: dict[str, int] = defaultdict(int)
        for place, pattern in enumerate(groups):
            for edge in _edges(pattern, at_end=at_end) if pattern is not None else ():
                self._by_edge[edge] |= 1 << place

    def fitting(self, text: str) -> int:
        """The groups that can fit a text, as the bits of a number. Those that are left out cannot."""
        edge = text[:: self._step][:LENGTH].lower()
        if not edge.isascii() or len(edge) > len(text):
            # Letters that ignore capitals in ways of their own.
            return self._all
        found = self._open
        for form in _forms(edge):
            found |= self._by_edge.get(form, 0)
        return found


def _forms(edge: str) -> Iterator[str]:
    """All that may stand in the table for an edge: as much of it as an expression says, signs left open."""
    for length in range(len(edge) + 1):
        for signs in product(*((sign, _ANY) for sign in edge[:length])):
            yield "".join(signs)


def _edges(pattern: str, *, at_end: bool) -> frozenset[str]:
    """The edges of all that fits an expression, in small letters, from its edge inwards."""
    parsed: Iterable[Any] = importlib.import_module("re._parser").parse(pattern)
    return _read(parsed, at_end=at_end)


def _read(parts: Iterable[Any], *, at_end: bool) -> frozenset[str]:
    found = frozenset({""})
    for part in reversed(list(parts)) if at_end else parts:
        if all(len(one) == LENGTH for one in found):
            break
        found = _joined(found, _of_part(str(part[0]), part[1], at_end=at_end))
    return found


def _joined(first: Iterable[str], second: Iterable[str]) -> frozenset[str]:
    return frozenset((one + other)[:LENGTH] for one, other in product(first, second))


def _of_part(name: str, value: Any, *, at_end: bool) -> frozenset[str]:
    """The edges of one part; names and values are those of Python's own parser."""
    read = partial(_read, at_end=at_end)
    if name == "LITERAL":
        return frozenset({chr(value).lower()})
    if name == "IN" and all(str(one) == "LITERAL" for one, _ in value):
        return frozenset(chr(one).lower() for _, one in value)
    if name in {"IN", "ANY", "NOT_LITERAL"}:
        return frozenset({_ANY})
    if name in _NOTHING:
        return frozenset({""})
    if name == "SUBPATTERN":
        return read(value[-1])
    if name == "BRANCH":
        return frozenset().union(*map(read, value[1]))
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return _repeated(read(value[2]), *value[:2])
    raise ValueError(f"no edge is known of {name}")


def _repeated(one: frozenset[str], least: int, most: int) -> frozenset[str]:
    """The edges of a part that stands there several times."""
    found: frozenset[str] = frozenset()
    here = frozenset({""})
    for count in range(min(int(most), LENGTH) + 1):
        if count >= least or count == LENGTH:
            found |= here
        here = _joined(here, one)
    return found
