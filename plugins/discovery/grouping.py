"""Which surfaces of a text are forms of one name: short forms go with the full name that they shorten."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from plugins.archive.entity import ANIMATE, Kind
from plugins.discovery.short_names import FullNames, bare, longer_titles, without_honorific
from plugins.discovery.tally import Basis, Surface, ranked, summed

REAL = 1.5
"""What must speak for a person, besides the form of the name, before a part may have the same first name."""

SURE = 2.5
"""From this weight on, a short form that is a part or a title by itself may be one beside a full name."""

Heads = dict[str, list[Surface]]
"""The surfaces of each full name, itself first, by its key among the surfaces."""


def group(surfaces: Mapping[str, Surface]) -> list[list[Surface]]:
    """The surfaces of each name, the fullest first. One that may be short for several names is in none."""
    heads: Heads = {key: [one] for key, one in surfaces.items() if not one.is_single}
    _join_middle_names(heads)
    homes = _Homes(surfaces)
    loose = []
    for key, one in surfaces.items():
        own = homes.of(one, heads)
        if len(own) > 1:
            heads.pop(key, None)
        elif own and own[0] in heads:
            heads.pop(key, None)
            _bring_home(one, heads[own[0]])
        elif one.is_single:
            loose.append([one])
    _join_short_titles(heads)
    return [*heads.values(), *loose]


def _bring_home(one: Surface, home: list[Surface]) -> None:
    """Add a short form to a name: what made a part of a word that stood alone is explained by the name."""
    if one.words != home[0].words.split()[0]:
        one.forget(Kind.CHARACTER, Basis.STORY)
    one.forget(Kind.CHARACTER, Basis.GIVEN)
    # A name with fewer middle names is there already.
    if not any(one is known for known in home):
        home.append(one)


class _Homes:
    """Where the short forms of a text belong."""

    def __init__(self, surfaces: Mapping[str, Surface]) -> None:
        self._surfaces = surfaces
        self._names = FullNames(surfaces.values())
        self._bare = Counter(without_honorific(words) for words in surfaces)

    def of(self, one: Surface, heads: Heads) -> Sequence[str]:
        """The full names that a surface may be short for; none where it is a name of its own.

        A short form goes to whom it may mean: to a part where it does what parts do, to a person else.
        """
        owners = sorted(self._names.shortened_by(one, heads))
        people = [words for words in owners if self._surfaces[words].leaning is not Kind.CHARACTER]
        parts = [words for words in owners if words not in people]
        as_person = one.weights.get(Kind.PERSON, 0.0)
        as_part = one.weights.get(Kind.CHARACTER, 0.0) - one.weight_of(
            Kind.CHARACTER, Basis.STORY, Basis.GIVEN
        )
        as_work = one.weights.get(Kind.WORK, 0.0) - one.weight_of(Kind.WORK, Basis.EVERYDAY)
        if not owners or (as_work >= SURE and as_work > as_person + as_part):
            return ()
        if parts and (as_part > 0 or not people):
            return parts
        if self._is_called_otherwise(one):
            return ()
        if as_part >= SURE and as_part > as_person and self._shares_a_first_name(one, people):
            return ()
        by_surname = [words for words in people if bare(words).endswith(bare(one.words))]
        return by_surname if len(by_surname) == 1 else people

    def _shares_a_first_name(self, one: Surface, people: Iterable[str]) -> bool:
        """Whether a part may have the first name of its player; a surname that is both is one somebody's."""
        by_first = [words for words in people if not bare(words).endswith(f" {bare(one.words)}")]
        return any(_is_real(self._surfaces[words]) for words in by_first)

    def _is_called_otherwise(self, one: Surface) -> bool:
        """Whether ``Mr Park`` is somebody else than the Park whom the text names in full.

        A paper that calls people Mr calls nobody by the bare surname, and no man Mrs.
        """
        name = without_honorific(one.words)
        return name != one.words and (self._bare[name] > 1 or name in self._surfaces)


def _is_real(one: Surface) -> bool:
    """Whether more than its form says that a name is a person's."""
    return one.weights.get(Kind.PERSON, 0.0) - one.weight_of(Kind.PERSON, Basis.FORM) >= REAL


def _join_middle_names(heads: Heads) -> None:
    """Join full names that differ in middle names only: ``Peter O'Toole``, ``Peter Seamus O'Toole``."""
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, (one, *_) in heads.items():
        parts = one.words.split()
        if one.leaning in ANIMATE and not any(part.islower() for part in parts):
            by_ends[parts[0], parts[-1]].append(key)
    for same in by_ends.values():
        first, *others = sorted(same, key=lambda one: (-len(heads[one][0].spans), len(one), one))
        for other in others:
            if len(first.split()) > 2 or len(other.split()) > 2:
                heads[first] += heads.pop(other)


def _join_short_titles(heads: Heads) -> None:
    """Join titles with their shorter forms: ``Wild Things`` with ``Where the Wild Things Are``."""
    works = {forms[0].words: key for key, forms in heads.items() if _kind_of(forms) is Kind.WORK}
    longer = longer_titles(works)
    for words in sorted(works, key=len):
        whole = [one for one in longer.get(words, ()) if works[one] in heads]
        # ``Tin Harbour 2`` is another film.
        if len(whole) == 1 and not re.search(r"\d", whole[0]):
            heads[works[whole[0]]] += heads.pop(works[words])


def _kind_of(forms: Iterable[Surface]) -> Kind | None:
    weights = ranked(summed(forms))
    return weights[0][1] if weights else None
