"""Names that are written as an index has them, or several in one text, or one that another page has left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from plugins.archive.entity import Kind
from plugins.archive.errors import Code, Problem
from plugins.archive.file_names import as_id, words_of
from plugins.authority.nearest import LONGEST_LIST, in_order
from plugins.authority.schema import FORMER_IDS, Shape
from plugins.authority.spot import Spot
from plugins.lexicon.words import is_given_name
from plugins.markdown_it.yaml_lines import in_entry

_ARTICLES = re.compile(r"the|an?|de[rnms]?|die|das|eine?|l[ea]s?|el|los|las|il|lo|gli|un[ae]?", re.IGNORECASE)
_BEHIND = re.compile(r"(?:[JS]r|I{1,3}|I?V|Esq|Ph\.? ?D|M\.? ?D|Inc|Ltd|LLC|Co)\.?")
"""What stands behind a comma, and is a part of the name before it."""

_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*|\s+/\s+")
_BETWEEN_AUTHORS = re.compile(r"\s*;\s*|\s+(?:and|und|&)\s+")
LIKE = 0.75
"""How near a word must be to one of a name to be another spelling of it: Muller is near to Mueller."""

_REMARK = re.compile(
    r"\s*\((?:(?:the )?(?:US|USA|UK|GB|U\.S\.(?:A\.)?|American|British|English|French|German|Italian|Spanish|"
    r"original|working|alternative|alternate|international|France|Germany|Italy|Spain|Japan)"
    r"(?: (?:title|name|release|version))?|birth name|born|n[ée]e|nickname|real name|stage name)\)\Z",
    re.IGNORECASE,
)
"""What a list of titles has behind one, and no text has: where it was called so."""

_INITIAL = re.compile(r"[A-Z]\.?")


def name_faults(value: str, spot: Spot) -> Iterator[Problem]:
    """What of a name is written as a name in a list is."""
    if spot.is_inside or len(value) > LONGEST_LIST:
        return
    if spot.name in {"name", "sort-name"} and _is_person(spot) and (dated := _DATED.fullmatch(value)):
        message = f"{dated[2]!r} is the life of {dated[1]}, and no part of the name"
        last, _, first = dated[1].partition(", ")
        told = in_entry(dated[1])
        if spot.name == "name" and first:
            told = f"{first} {last}, and a line sort-name: {in_entry(dated[1])}"
        yield spot.wrong(Code.WRONG_VALUE, f"{message}; write {spot.name}: {told}; a day of a life is a fact")
    elif spot.name == "name" and (said := _said(value, spot)):
        beside = "" if spot.values.get("sort-name") else f", and a line sort-name: {in_entry(value)}"
        message = f"{value!r} is the name as an index has it; write name: {said}{beside}"
        yield spot.wrong(Code.WRONG_VALUE, message)
    elif spot.name == "author" and (said := _authors(value)):
        yield spot.wrong(Code.WRONG_VALUE, f"{value!r} is turned round; write author: {said}")
    elif spot.name == "sort-name" and _is_not_turned(value, spot):
        first, _, last = value.rpartition(" ")
        message = f"{value!r} is the name as it is said; write sort-name: {in_entry(f'{last}, {first}')}"
        yield spot.wrong(Code.WRONG_VALUE, f"{message}, or take the line out")
    elif spot.name == "sort-name" and _is_of_another(value, spot):
        name = str(spot.values.get("name"))
        first, _, last = name.rpartition(" ")
        own = (
            in_entry(f"{last}, {first}") if first and spot.record.kind.kind is Kind.PERSON else in_entry(name)
        )
        message = f"{value!r} has no word of the name {name!r}; write sort-name: {own}, or take the line out"
        yield spot.wrong(Code.WRONG_VALUE, message)


_DATED = re.compile(
    r"(.*\S)(?:, |,? \()((?:b\. |born )?(?:1\d|20)\d\d(?: ?[-–] ?(?:(?:1\d|20)\d\d)?)?)\)?\.?"
)
"""A name with the years of a life, as a catalogue heads its cards: ``Hitchcock, Alfred, 1899-1980``."""


def _is_person(spot: Spot) -> bool:
    return spot.record.kind.kind is Kind.PERSON


def _is_not_turned(sort_name: str, spot: Spot) -> bool:
    """Whether a person's name in an index is the name as it is said, with the given name first."""
    is_person = spot.record.kind.kind is Kind.PERSON and sort_name == spot.values.get("name")
    first, _, last = sort_name.partition(" ")
    return is_person and bool(last) and "," not in sort_name and is_given_name(first)


def several_names(value: str, spot: Spot) -> Iterator[Problem]:
    """Several names in one text, where each of a list is one; a name with a comma stands in brackets."""
    if spot.key.shape is not Shape.TEXTS or spot.name == FORMER_IDS or len(value) > LONGEST_LIST:
        return
    parts = [_REMARK.sub("", one) for one in _BETWEEN_NAMES.split(value) if one]
    # A small letter goes on with what stands before the comma; a name turned round is one of its bearer's.
    is_one = len(parts) < 2 or _BEHIND.fullmatch(parts[-1]) or any(one[0].islower() for one in parts)
    if is_one or as_id(in_order(value)) == as_id(spot.record.name):
        yield from remark_faults([value], spot)
        return
    several = f"[{', '.join(map(in_entry, parts))}]"
    message = f"{value!r} is one name here; write {spot.name}: {several}"
    yield spot.wrong(Code.WRONG_VALUE, f"{message}, or if it is one, {spot.name}: [{in_entry(value)}]")


def remark_faults(names: list[str], spot: Spot, *further: int) -> Iterator[Problem]:
    """A name with a remark in brackets behind it: no text has it so."""
    if spot.name != "variants":
        return
    for name in names:
        if _REMARK.search(name):
            message = f"{name!r} has a remark behind it, and no text has the name so"
            alone = _REMARK.sub("", name)
            told = in_entry(alone) if further else f"variants: [{in_entry(alone)}]"
            yield spot.wrong(Code.WRONG_VALUE, f"{message}; write {told}", *further)


def _said(value: str, spot: Spot) -> str:
    """The name as it is said, of one with the family name or without its article first; else empty."""
    said, behind = in_order(value), value.rpartition(",")[2].strip() if "," in value else ""
    if _ARTICLES.fullmatch(behind) and spot.record.kind.kind is Kind.WORK:
        return f"{behind} {value.rpartition(',')[0].strip()}"
    if said == value or _BEHIND.fullmatch(behind) or not behind[:1].isupper():
        return ""
    is_person = spot.record.kind.kind is Kind.PERSON and is_given_name(behind.split()[0])
    return said if is_person or as_id(said) == spot.record.id else ""


def _authors(value: str) -> str:
    """Authors in the order in which they are said, where each has the family name first; else empty."""
    authors = _BETWEEN_AUTHORS.split(value)
    first = [one.partition(",")[2].split()[:1] for one in authors]
    if any(in_order(one) == one for one in authors):
        return ""
    if not all(is_given_name(one[0]) or _INITIAL.fullmatch(one[0]) for one in first):
        return ""
    return in_entry(" and ".join(map(in_order, authors)))


def _is_of_another(sort_name: str, spot: Spot) -> bool:
    """Whether a name in an index has no word of any name of its record, nor one that is like one.

    Left alone are names in another script, which an index may spell in ours, and numbers, which it may
    spell out.
    """
    forms = [spot.record.name, *spot.record.texts("variants")]
    own, sorted_by = {word for form in forms for word in words_of(form)}, words_of(sort_name)
    if not words_of(spot.record.name) or not sorted_by or any(map(str.isdecimal, {*own, *sorted_by})):
        return False
    joined = "".join(sorted_by)
    return not any(get_close_matches(word, own, n=1, cutoff=LIKE) for word in [*sorted_by, joined])
