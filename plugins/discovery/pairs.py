"""What runs say of each other: a part with its player in brackets, a maker before a title, names in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plugins.archive.entity import Kind
from plugins.discovery.evidence import Evidence
from plugins.discovery.runs import Run
from plugins.lexicon.words import is_given_name, is_place
from plugins.quotations.saying import FINITE

_OPEN_BRACKET = re.compile(r"[\"']?,? \((?P<by>(?:[\w-]+ ){0,3}(?:played |voiced )?by )?(?:an? [\w, -]{1,40}? |the [\w -]{1,30}? |[a-z][\w, -]{1,40}? )?$")
_OWNS = re.compile(r"'s?\]? (?:(?:new|latest|own|first|second|third|last|early|upcoming|next|recent|great|forthcoming|debut|classic|beloved|celebrated|acclaimed|famous|\d{4}|[a-z]+-winning) )*(?:(?:film|movie|feature|drama|comedy|documentary|short|novel|book|play|song|album|masterpiece|debut|thriller|musical|western),? )?[\"']?$")
_DOTS = re.compile(r" ?(?:\.{2,}|…+|(?: ?\. ){2,}) ?")
_AS = re.compile(r",? as (?:the )?(?:young |older |old )?[\"']?$")
_AS_SOMEBODY = re.compile(r",? as (?:his|her|their|the|a|an|[A-Z][\w'-]+'s) (?:[\w'-]+,? ){1,5}$")
_PLAYS = re.compile(r",? (?:who )?(?:\w+ly )?(?:plays|played|portrays|portrayed|voices|voiced|is|was cast as|stars as) (?:the )?(?:young |older )?[\"']?$")
_PLAYS_SOMEBODY = re.compile(r",? (?:who )?(?:\w+ly )?(?:plays|played|portrays|voices) (?:[\w'-]+,? ){1,7}(?:named|called) $")
_PLAYED_BY = re.compile(r"[\"']?,? (?:who is |is |was )?(?:\(|\w+ly )?(?:played|voiced|portrayed|embodied) (?:[\w, -]+ )?by (?:the (?:[\w-]+ ){0,3}|newcomer |a )?$")


def paired(runs: Sequence[Run]) -> Iterator[tuple[Run, list[Evidence]]]:
    """Each run with what its neighbours in the passage say of it, in order."""
    more: dict[int, list[Evidence]] = {place: [] for place in range(len(runs))}
    for place in range(len(runs) - 2):
        player, owner, part = runs[place : place + 3]
        if owner.possessive and _can_play(player) and _AS.fullmatch(player.text[player.end : owner.start]):
            if re.fullmatch(r"'s? (?:[\w'-]+,? ){0,5}", player.text[owner.end : part.start]):
                more[place].append(Evidence(Kind.PERSON, 2.0, "plays a part"))
                more[place + 1].append(Evidence(Kind.CHARACTER, 1.0, "somebody's relation is a part"))
                more[place + 2].append(Evidence(Kind.CHARACTER, 3.0, "after “as”"))
    for place in range(len(runs) - 1):
        first, second = runs[place], runs[place + 1]
        between = first.text[first.end : second.start]
        if len(between) > 80:
            continue
        for which, found in _between(first, second, between):
            more[place + which].append(found)
    for place, run in enumerate(runs):
        yield run, more[place]


def _between(first: Run, second: Run, between: str) -> Iterator[tuple[int, Evidence]]:
    """Evidence for the first (0) or the second (1) of two runs, from the words between them."""
    bracket = _OPEN_BRACKET.fullmatch(between)
    if bracket:
        yield from _in_bracket(first, second, bool(bracket["by"]))
    elif _DOTS.fullmatch(between) and not first.ends_otherwise:
        yield 0, Evidence(Kind.CHARACTER, 3.0, "dots lead to its player")
        yield 1, Evidence(Kind.PERSON, 3.0, "dots lead from a part")
    elif first.possessive and _OWNS.fullmatch(between):
        yield from _owned(first, second)
    elif _PLAYED_BY.fullmatch(between):
        yield 0, Evidence(Kind.CHARACTER, 3.5, "“played by” follows")
        yield 1, Evidence(Kind.PERSON, 3.0, "after “played by”")
    elif _can_play(first) and between in {" is ", " was ", ", who is ", ", who was "} and not second.possessive and not second.is_common:
        if first.is_single and second.looks_personal:
            yield 0, Evidence(Kind.CHARACTER, 2.0, "is somebody of a full name")
            yield 1, Evidence(Kind.PERSON, 2.5, f"after “{between.strip(' ,')}” and a name")
        elif first.looks_personal or first.is_single:
            weight = 2.0 if second.looks_personal else 3.0
            yield 0, Evidence(Kind.PERSON, 1.5, "is somebody of another name")
            yield 1, Evidence(Kind.CHARACTER, weight, f"after “{between.strip(' ,')}” and a name")
    elif _can_play(first) and second.possessive and _AS.fullmatch(between):
        return
    elif _can_play(first) and (_AS.fullmatch(between) or _PLAYS_SOMEBODY.fullmatch(between)):
        yield 0, Evidence(Kind.PERSON, 2.5, "plays a part")
        yield 1, Evidence(Kind.CHARACTER, 3.5, f"after “{between.strip(' ,')}”")
    elif _can_play(first) and _AS_SOMEBODY.fullmatch(between) and not second.possessive:
        yield 0, Evidence(Kind.PERSON, 2.0, "plays a part")
        yield 1, Evidence(Kind.CHARACTER, 2.0, f"after “{between.strip(' ,')}”")
    elif _can_play(first) and _PLAYS.fullmatch(between) and " is" not in between:
        yield 0, Evidence(Kind.PERSON, 2.5, "plays a part")
        yield 1, Evidence(Kind.CHARACTER, 3.0, f"after “{between.strip(' ,')}”")


def _in_bracket(first: Run, second: Run, by: bool) -> Iterator[tuple[int, Evidence]]:
    closing = re.match(r"(?:[^()]{0,118})?\)", second.after)
    if closing is None or second.is_elsewhere_named or second.ends_otherwise:
        return
    full = len(second.tokens) > 1
    if not full and not second.is_common and not is_given_name(second.surface) and closing[0] == ")":
        if first.looks_personal or first.is_unknown_pair or (first.is_single and is_given_name(first.surface)):
            yield 0, Evidence(Kind.CHARACTER, 2.0, "a surname in brackets follows")
            yield 1, Evidence(Kind.PERSON, 1.5, "in brackets after a name")
        return
    if by or (full and (second.looks_personal or not second.is_common)):
        if first.is_elsewhere_named or first.ends_otherwise:
            return
        yield 0, Evidence(Kind.CHARACTER, 3.0, "a name in brackets follows")
        yield 1, Evidence(Kind.PERSON, 2.5, "in brackets after a name")
    elif first.looks_personal and not second.looks_personal and not is_given_name(second.surface):
        yield 1, Evidence(Kind.WORK, 2.5, "in brackets after a maker's name")
        yield 0, Evidence(Kind.PERSON, 1.5, "a title in brackets follows")


def _owned(first: Run, second: Run) -> Iterator[tuple[int, Evidence]]:
    if second.is_elsewhere_named or second.ends_otherwise:
        return
    if first.is_elsewhere_named or first.ends_otherwise:
        if not second.is_single and second.is_common and not is_place(first.surface):
            yield 1, Evidence(Kind.WORK, 1.0, "after its makers' name")
        return
    if second.looks_personal:
        return
    if second.is_single and not second.is_common and (is_given_name(second.surface) or second.word_after in FINITE):
        if first.looks_personal or not first.is_common:
            yield 1, Evidence(Kind.CHARACTER, 1.5, "after its player's name")
        return
    if second.is_single and second.word_after == "who":
        yield 1, Evidence(Kind.CHARACTER, 1.5, "after its player's name")
        return
    yield 1, Evidence(Kind.WORK, 2.5, "after its maker's name")
    if first.looks_personal or (first.is_single and not first.is_common):
        yield 0, Evidence(Kind.PERSON, 1.5 if first.looks_personal else 1.0, "before a title")


def _can_play(run: Run) -> bool:
    return not run.is_elsewhere_named and not run.ends_otherwise and (len(run.tokens) > 1 or not run.is_common)
