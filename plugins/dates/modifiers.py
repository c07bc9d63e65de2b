"""The words before and behind a date that change it: about, early, the end of, by, since, or so."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from plugins.archive.span import Span
from plugins.dates.words import one_of

BOUNDS = ("by", "before", "after", "not before", "since", "until")
"""Kinds that make an open end of a date."""

PARTS = ("part", "beginning", "end")
"""Kinds that name a part of a period."""

_MOST = 6
"""Modifiers that are looked at before one date; people use three."""

_WINDOW = 28
"""Code points in which one of them stands."""

_PREPOSITION = re.compile(r"\b(?:in|at|by|since|until|till|from|of|on|to|was|is|for)\s+$", re.I)
"""What stands before “about” where a date follows: “in about 1968”, but “a film about 1968”."""

_BEHIND = re.compile(
    r"\s(?:or so|or thereabouts|or earlier|at the latest|or later|at the earliest|onwards?)\b", re.I
)
_NEGATED = re.compile(r"\b(?:not|never|n[’']t|\w+n[’']t|nothing|nobody|no|nor|neither)\b[^.;]*$", re.I)
_HARDLY = re.compile(
    r"\b(?:not|never|hardly|scarcely|rarely|seldom|barely|little|last|n[’']t|\w+n[’']t|nothing|nobody|no)\b[^.,;:]*$",
    re.I,
)
_SENTENCE = 64
"""Code points before “since” in which its verb is denied."""

_AFTER = {
    "or so": "about",
    "or thereabouts": "about",
    "or earlier": "by",
    "at the latest": "by",
} | dict.fromkeys(("or later", "at the earliest"), "not before")


@dataclass(frozen=True, slots=True)
class Modifiers:
    """What stands beside a date: the kinds, each once, and the stretch with these words."""

    kinds: frozenset[str]
    span: Span

    def unbound(self) -> Modifiers:
        """Without the kinds that make an open end."""
        return Modifiers(self.kinds.difference(BOUNDS), self.span)

    def bound(self) -> str | None:
        """The kind that makes an open end, if there is one."""
        return next((one for one in BOUNDS if one in self.kinds), None)

    def part(self) -> str | None:
        """The kind that names a part, if there is one."""
        return next((one for one in PARTS if one in self.kinds), None)


def _read() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads((Path(__file__).parent / "phrases.toml").read_text("utf-8"))
    return tuple(
        (
            row["kind"],
            re.compile(rf"(?<![\w’'-])(?:{one_of(row['words'])})(?:\s+|(?<=-))$".replace(" ", r"\s+"), re.I),
        )
        for row in table["modifiers"]
    )


_BEFORE = _read()


def modifiers_of(
    text: str, sentence: Span, span: Span, *, is_count: bool = False, is_long: bool = False
) -> Modifiers:
    """The modifiers of a date that stands at ``span``; their words lie inside its sentence.

    ``is_count`` says that it begins with a number of units, before which “about” is no preposition,
    ``is_long`` that “through” means all of it: a season, a year.
    """
    kinds: set[str] = set()
    start = place = span.start
    for _ in range(_MOST):
        left = text[max(sentence.start, place - _WINDOW) : place]
        kind, length = _nearest(left)
        if not length:
            break
        if kind in {"more", "less"} and not is_count:
            break
        if kind == "maybe about":
            if not is_count and _PREPOSITION.search(left[:-length]) is None:
                break
            kind = "about"
        place -= length
        if kind != "skipped":
            kinds.add(kind)
            start = place
    if "through" in kinds:
        kinds.remove("through")
        if not is_long:
            kinds.add("until")
    if "until" in kinds and _NEGATED.search(text[max(sentence.start, start - _WINDOW) : start]):
        # What was not there until May was there in May.
        kinds.remove("until")
    if "since" in kinds and _HARDLY.search(text[max(sentence.start, start - _SENTENCE) : start]):
        # What was hardly seen since then was seen then.
        kinds.remove("since")
    end = span.end
    if (match := _BEHIND.match(text, span.end, sentence.end)) is not None:
        words = " ".join(match.group().split()).casefold()
        if words.startswith("onward"):
            kinds.add("since")
        else:
            kinds.add(_AFTER[words])
        end = match.end()
    return Modifiers(frozenset(kinds), Span(start, end))


def _nearest(left: str) -> tuple[str, int]:
    """The kind and length of the longest modifier that ends some words; a length of 0 for none."""
    found = [(len(match.group()), kind) for kind, one in _BEFORE if (match := one.search(left))]
    length, kind = max(found, default=(0, ""))
    return kind, length
