"""The names of several texts made one list: the same name once, short forms with the full one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.archive.assemble import filed_under
from plugins.archive.entity import Kind
from plugins.authority.names import Bearer
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.short_names import ANIMATE
from plugins.mentions.folding import folded_form
from plugins.mentions.short_forms import short_forms


@dataclass(frozen=True, slots=True)
class Discovered:
    """A name that texts introduce: what no record needs to know.

    ``variants`` are its other forms, those first that no rule makes of the name. ``confidence`` lies
    between 0 and 1; it grows with what speaks for the kind and shrinks with what speaks for another.
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


def merge_names(found: Iterable[TextName]) -> tuple[Discovered, ...]:
    """Every name once, by kind and name.

    The same full name is the same somebody in every text; a person and a part of one name are one of
    the two, whichever more speaks for. A single name goes with the only full name of its kind that it
    can be short for.
    """
    groups: dict[tuple[bool, str], list[TextName]] = defaultdict(list)
    for one in found:
        groups[one.kind in ANIMATE, _key(one.name)].append(one)
    shorter = _shorter(groups)
    for key, home in sorted(shorter.items()):
        groups[home] += groups.pop(key)
    made = [_discovered(group) for group in groups.values()]
    return tuple(sorted(made, key=lambda one: (one.kind.value, one.name)))


def _key(name: str) -> str:
    return filed_under(folded_form(name).replace(". ", ".").rstrip(".")).removeprefix("the ")


def _shorter(groups: dict[tuple[bool, str], list[TextName]]) -> dict[tuple[bool, str], tuple[bool, str]]:
    """Groups of a single name, with the one group whose full name they shorten."""
    owners: dict[tuple[Kind, str], set[tuple[bool, str]]] = defaultdict(set)
    for key, group in groups.items():
        name = _head(group)
        if key[0] and " " in name:
            forms = short_forms(Bearer("", Kind.PERSON, name))
            for form in (*forms.surnames, *forms.given):
                owners[_kind(group), _key(form)].add(key)
    found: dict[tuple[bool, str], tuple[bool, str]] = {}
    for key, group in groups.items():
        if key[0] and " " not in _head(group):
            homes = owners.get((_kind(group), key[1]), set())
            if len(homes) == 1:
                found[key] = next(iter(homes))
    titles = [key for key in groups if not key[0]]
    for key in titles:
        longer = [one for one in titles if one != key and " " in key[1] and f" {key[1]} " in f" {one[1]} "]
        if len(longer) == 1 and not any(sign.isdigit() for sign in longer[0][1]):
            found[key] = longer[0]
    return {key: home for key, home in found.items() if home not in found}


def _kind(group: list[TextName]) -> Kind:
    weights: dict[Kind, float] = defaultdict(float)
    for one in group:
        weights[one.kind] += one.weight
    return max(sorted(weights, key=lambda one: one.value), key=lambda one: weights[one])


def _head(group: list[TextName]) -> str:
    """The fullest of the names: most words, then the one that most texts have."""
    counts: dict[str, int] = defaultdict(int)
    for one in group:
        counts[one.name] += len(one.sightings)
    return min(counts, key=lambda name: (-len(name.split()), name.isupper(), -counts[name], name))


def _discovered(group: list[TextName]) -> Discovered:
    kind, name = _kind(group), _head(group)
    weight = sum(one.weight for one in group if one.kind is kind)
    rival = sum(one.rival for one in group) + sum(one.weight for one in group if one.kind is not kind)
    forms = {form for one in group for form in one.surfaces} - {name}
    reasons = dict.fromkeys(reason for one in group if one.kind is kind for reason in one.reasons)
    return Discovered(
        name=name,
        kind=kind,
        variants=tuple(sorted(forms)),
        sightings=tuple(sorted({sighting for one in group for sighting in one.sightings})),
        reasons=tuple(reasons)[:3],
        confidence=round(weight / (weight + rival + 2.0), 2),
    )
