"""What runs say of each other: a part with its player in brackets, a maker before a title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plugins.archive.entity import Kind
from plugins.discovery.rules import PAIRS, PATTERNS
from plugins.discovery.runs import Run
from plugins.discovery.tally import Evidence
from plugins.lexicon.words import is_place
from plugins.quotations.saying import FINITE

FARTHEST = 80
"""Folded code points between two names that say something of each other; hardly a bracket holds more."""

ARTICLES = frozenset({"the", "a", "an"})

_CLOSING = re.compile(r"[^()]{0,118}\)")

Told = tuple[tuple[Evidence, ...], tuple[Evidence, ...]]
"""What is said of the first, and of the second of two runs."""

NOTHING: Told = ((), ())


def paired(runs: Sequence[Run]) -> Iterator[tuple[Run, list[Evidence]]]:
    """Each run with what its neighbours in the passage say of it, in order."""
    told: list[list[Evidence]] = [[] for _ in runs]
    for place in range(len(runs) - 2):
        if _are_player_owner_part(*runs[place : place + 3]):
            told[place].append(Evidence(Kind.PERSON, 2.0, "plays a part"))
            told[place + 1].append(Evidence(Kind.CHARACTER, 1.0, "somebody's relation is a part"))
            told[place + 2].append(Evidence(Kind.CHARACTER, 3.0, "after “as”"))
    for place, (first, second) in enumerate(pairwise(runs)):
        if second.start - first.end <= FARTHEST:
            of_first, of_second = _told(first, second, first.text[first.end : second.start])
            told[place] += of_first
            told[place + 1] += of_second
    yield from zip(runs, told, strict=True)


def _are_player_owner_part(player: Run, owner: Run, part: Run) -> bool:
    """``Nadia Bell as Odile's little brother Jo``."""
    return bool(
        owner.possessive
        and player.may_play
        and PATTERNS["as_part"].fullmatch(player.text, player.end, owner.start)
        and PATTERNS["relation"].fullmatch(player.text, owner.end, part.start)
    )


def _told(first: Run, second: Run, between: str) -> Told:
    bracket = PATTERNS["bracket"].fullmatch(between)
    if bracket:
        return _in_bracket(first, second, played=bool(bracket["by"]))
    if first.possessive and PATTERNS["owned"].fullmatch(between):
        return _owned(first, second)
    for rule in PAIRS:
        if found := rule.find(first, second, between):
            return (found[:1], found[1:])
    return NOTHING


def _in_bracket(first: Run, second: Run, *, played: bool) -> Told:
    """What it says that a name stands in brackets behind another: its player, or a title of its maker."""
    closing = _CLOSING.match(second.after)
    if closing is None or second.is_elsewhere_named or second.ends_otherwise:
        return NOTHING
    if second.is_single and not second.is_common and not second.is_given and closing[0] == ")":
        named = first.looks_personal or first.is_unknown_pair or (first.is_single and first.is_given)
        return _part_and_player(2.0, 1.5, "a surname in brackets follows") if named else NOTHING
    if played or (not second.is_single and (second.looks_personal or not second.is_common)):
        if first.is_elsewhere_named or first.ends_otherwise:
            return NOTHING
        return _part_and_player(3.0, 2.5, "a name in brackets follows")
    if first.looks_personal and not second.looks_personal and not second.is_given:
        return (
            (Evidence(Kind.PERSON, 1.5, "a title in brackets follows"),),
            (Evidence(Kind.WORK, 2.5, "in brackets after a maker's name"),),
        )
    return NOTHING


def _is_a_thing(run: Run) -> bool:
    """Whether an article before words of every day makes no maker of them: ``the Keeper's Lamp``."""
    return run.is_common and not ARTICLES.isdisjoint({run.word_before, run.tokens[0].low})


def _part_and_player(part: float, player: float, reason: str) -> Told:
    return (
        (Evidence(Kind.CHARACTER, part, reason),),
        (Evidence(Kind.PERSON, player, "in brackets after a name"),),
    )


def _owned(first: Run, second: Run) -> Told:
    """What it says that a name stands behind another's possessive: a title, or a part behind its player."""
    if second.is_elsewhere_named or second.ends_otherwise:
        return NOTHING
    if first.is_elsewhere_named or first.ends_otherwise:
        by_others = not second.is_single and second.is_common and not is_place(first.surface)
        return ((), (Evidence(Kind.WORK, 1.0, "after its makers' name"),)) if by_others else NOTHING
    if second.looks_personal or _is_a_thing(first):
        return NOTHING
    named = first.looks_personal or not first.is_common
    part = ((), (Evidence(Kind.CHARACTER, 1.5, "after its player's name"),))
    if second.is_single and not second.is_common and (second.is_given or second.word_after in FINITE):
        return part if named else NOTHING
    if second.is_single and second.word_after == "who":
        return part
    maker = Evidence(Kind.PERSON, 1.5 if first.looks_personal else 1.0, "before a title")
    is_maker = first.looks_personal or (first.is_single and not first.is_common)
    return ((maker,) if is_maker else (), (Evidence(Kind.WORK, 2.5, "after its maker's name"),))
