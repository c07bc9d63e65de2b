"""The names of several texts made one list: the same name once, short forms with the full one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from plugins.archive.assemble import filed_under
from plugins.archive.entity import ANIMATE, Kind
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.short_names import forms_as_person, longer_titles
from plugins.discovery.tally import MOST_REASONS
from plugins.mentions.folding import folded_form

DOUBT = 2.0
"""What is added to all that speaks for and against a kind: a name for which little speaks is never sure."""

SURE = 3.0
"""What must speak for each of two namesakes, one somebody and one a work."""

_BETWEEN_SPACES = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Discovered:
    """A name that texts introduce: what no record needs to know.

    ``variants`` are its other forms, in alphabetical order. ``confidence`` lies between 0 and 1; it grows
    with what speaks for the kind and shrinks with what speaks for another.
    """

    name: str
    kind: Kind
    variants: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    reasons: tuple[str, ...]
    confidence: float

    @property
    def texts(self) -> tuple[str, ...]:
        """The sources that name it, in alphabetical order."""
        return tuple(sorted({one.source for one in self.sightings}))


class _Filed(NamedTuple):
    """Under what names are filed that are one name: however they are spaced, somebody's and works' apart."""

    is_somebodys: bool
    form: str


_Groups = Mapping[_Filed, list[TextName]]


def merge_names(found: Iterable[TextName]) -> tuple[Discovered, ...]:
    """Every name once, by kind and name; the order of the texts changes nothing.

    The same full name is the same somebody in every text; a person and a part of one name are one of
    the two, whichever more speaks for. A single name goes with the only full name of its kind that it
    can be short for, and a title with the only longer one that holds it.
    """
    groups: dict[_Filed, list[TextName]] = defaultdict(list)
    for one in found:
        groups[_Filed(one.kind in ANIMATE, _form(one.name))].append(one)
    _settle_namesakes(groups)
    homes = dict([*_homes_of_single_names(groups), *_homes_of_short_titles(groups)])
    for key, home in homes.items():
        if home not in homes:
            groups[home] += groups.pop(key)
    made = [_discovered(group) for group in groups.values()]
    return tuple(sorted(made, key=lambda one: (one.kind.value, one.name)))


def _settle_namesakes(groups: dict[_Filed, list[TextName]]) -> None:
    """One name for somebody and a work is one of the two, unless much speaks for both.

    A program that makes two of one name is wrong more often than one that overlooks a namesake.
    """
    namesakes = {key.form for key in groups if key.is_somebodys and _Filed(False, key.form) in groups}
    for form in sorted(namesakes):
        both = [_Filed(True, form), _Filed(False, form)]
        weights = [sum(one.weight for one in groups[key]) for key in both]
        less, more = sorted(range(2), key=lambda place: weights[place])
        if weights[less] < SURE or 2 * weights[less] < weights[more]:
            groups[both[more]] += groups.pop(both[less])


def _form(name: str) -> str:
    return filed_under(folded_form(name).replace(". ", ".").rstrip(".")).removeprefix("the ")


def _homes_of_single_names(groups: _Groups) -> Iterator[tuple[_Filed, _Filed]]:
    """The groups of one single name, each with the one group whose full name it shortens."""
    names = {key: (_kind(group), _head(group)) for key, group in groups.items() if key.is_somebodys}
    owners: dict[tuple[Kind, str], set[_Filed]] = defaultdict(set)
    for key, (kind, name) in names.items():
        forms = forms_as_person(name)
        for form in (*forms.surnames, *forms.given):
            owners[kind, _form(form)].add(key)
    for key, (kind, name) in names.items():
        homes = owners.get((kind, key.form), set())
        if " " not in name and len(homes) == 1:
            yield key, min(homes)


def _homes_of_short_titles(groups: _Groups) -> Iterator[tuple[_Filed, _Filed]]:
    """The groups of a title of several words, each with the one longer title that holds it."""
    titles = sorted(key.form for key in groups if not key.is_somebodys)
    for title, longer in longer_titles(titles, _BETWEEN_SPACES).items():
        # ``Tin Harbour 2`` is another film.
        if len(longer) == 1 and not any(sign.isdigit() for sign in longer[0]):
            yield _Filed(False, title), _Filed(False, longer[0])


def _kind(group: Iterable[TextName]) -> Kind:
    """The kind that more speaks for."""
    weights: dict[Kind, float] = defaultdict(float)
    for one in group:
        weights[one.kind] += one.weight
    return min(weights, key=lambda kind: (-weights[kind], kind.value))


def _head(group: Iterable[TextName]) -> str:
    """The fullest of the names: most words, no capitals for their own sake, then the one most often seen."""
    counts: dict[str, int] = defaultdict(int)
    for one in group:
        counts[one.name] += len(one.sightings)
    return min(counts, key=lambda name: (-len(name.split()), name.isupper(), -counts[name], name))


def _discovered(group: Iterable[TextName]) -> Discovered:
    names = sorted(group, key=lambda one: one.sightings)
    kind, name = _kind(names), _head(names)
    weight = sum(one.weight for one in names if one.kind is kind)
    rival = sum(one.rival for one in names) + sum(one.weight for one in names if one.kind is not kind)
    reasons = dict.fromkeys(reason for one in names if one.kind is kind for reason in one.reasons)
    return Discovered(
        name=name,
        kind=kind,
        variants=tuple(sorted({form for one in names for form in one.surfaces} - {name})),
        sightings=tuple(sorted({sighting for one in names for sighting in one.sightings})),
        reasons=tuple(reasons)[:MOST_REASONS],
        confidence=round(weight / (weight + rival + DOUBT), 2),
    )
