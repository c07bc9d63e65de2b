"""Which surfaces of a text are forms of one name, and of what kind it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from plugins.archive.entity import Kind
from plugins.authority.names import Bearer
from plugins.discovery.evidence import Evidence
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.tally import MOST_OF_A_REASON, Surface, ranked, reasons_for, summed
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name
from plugins.mentions.short_forms import short_forms

LEAST = 2.0
"""What must speak for a name of several words."""

LEAST_SINGLE = 2.5
"""What must speak for a name of one word, which is a word of the language more often."""

LEAST_BAND = 3.5
"""What must speak for a person whose names are all words of every day: bands and places have such names."""

LEAST_PART = 1.5
"""What must speak for a part before its form, which real people's names have too, is counted for it."""

ANIMATE = frozenset({Kind.PERSON, Kind.CHARACTER})


def names_of(source: str, surfaces: dict[str, Surface], rows: list[tuple[str, ...]]) -> tuple[TextName, ...]:
    """The names that the surfaces of one text add up to, by kind and name."""
    _fold_capitals(surfaces)
    _settle_marks(surfaces)
    _tell_stories(surfaces)
    _stand_alone(surfaces)
    _spread_in_rows(surfaces, rows)
    groups = _groups(surfaces)
    found = [name for group in groups if (name := _name(source, group, surfaces)) is not None]
    return tuple(sorted(found, key=lambda one: (one.kind.value, one.name, one.surfaces)))


def _fold_capitals(surfaces: dict[str, Surface]) -> None:
    """Surfaces in capitals only are the same name as one that is written as usual."""
    usual = {words.upper(): words for words in sorted(surfaces) if not words.isupper()}
    last_words = {part for words in [*surfaces] for part in (_set_down(words).split()[0], _set_down(words).split()[-1]) if " " in words}
    for words in [one for one in surfaces if one.isupper() and len(one) > 3 and not surfaces[one].marked]:
        if words in usual:
            _merge(surfaces[usual[words]], surfaces.pop(words))
        elif " " in words or _set_down(words) in last_words:
            surface = surfaces.pop(words)
            surface.words, surface.written = _set_down(words), ""
            if surface.words in surfaces:
                _merge(surfaces[surface.words], surface)
            else:
                surfaces[surface.words] = surface


def _set_down(words: str) -> str:
    """A name in capitals as it is written otherwise: ``DAN O'BANNON`` as ``Dan O'Bannon``."""
    small = re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), words)
    return re.sub(r"\bMc(\w)", lambda part: f"Mc{part[1].upper()}", small).replace("'S ", "'s ")


def _settle_marks(surfaces: dict[str, Surface]) -> None:
    """A title in marks is also the title without them, unless the bare word is somebody: “Paddington”."""
    marked = [key for key, one in surfaces.items() if one.marked]
    style = sum(not surfaces[key].is_single and surfaces[key].weights[Kind.WORK] >= 2.5 for key in marked)
    for key in marked:
        title = surfaces[key]
        if title.is_single and style >= 2:
            title.add([Evidence(Kind.WORK, 1.0, "the text marks its titles")])
        bare = surfaces.get(title.words)
        if bare is None:
            surfaces[title.words] = surfaces.pop(key)
            continue
        somebody = max(bare.weights.get(Kind.PERSON, 0.0), bare.weights.get(Kind.CHARACTER, 0.0))
        named = bare.possessives + bare.in_sentences >= 2 and is_given_name(bare.words)
        if title.weights[Kind.WORK] < 2.0 or (somebody <= bare.weights.get(Kind.WORK, 0.0) and not named):
            surfaces.pop(key)
            _merge(bare, title)
            bare.marked = True


def _merge(into: Surface, other: Surface) -> None:
    into.spans += [span for span in other.spans if span not in into.spans]
    for kind, weight in other.weights.items():
        into.weights[kind] += weight
    into.reasons.update(other.reasons)
    into.openings += other.openings
    into.headlines += other.headlines


def _tell_stories(surfaces: dict[str, Surface]) -> None:
    """A single name that a text keeps using, and that nobody introduces as a real person, is a part."""
    for surface in surfaces.values():
        told = surface.in_sentences + surface.possessives
        if not surface.is_single or told < 2 or is_common(surface.words) or surface.words.lower() in ENGLISH.terms:
            continue
        if is_given_name(surface.words) or surface.possessives:
            surface.add([Evidence(Kind.CHARACTER, min(2.5, 0.5 * told), "one name in a story")])


def _stand_alone(surfaces: dict[str, Surface]) -> None:
    """A name whose last word also stands alone is somebody's: texts shorten people's names so, and no titles."""
    for surface in list(surfaces.values()):
        words = surface.words.split()
        if not 2 <= len(words) <= 4 or surface.weights.get(None, 0.0) >= 2 or words[0].lower() in ENGLISH.function:
            continue
        alone = [surfaces[one] for one in short_forms(Bearer("", Kind.PERSON, surface.words)).surnames if one in surfaces]
        told = sum(one.in_sentences + one.possessives for one in alone)
        common = is_common(words[-1]) and not is_given_name(words[0])
        if told >= (3 if common else 1) or (alone and not common):
            surface.add([Evidence(Kind.PERSON, 2.0, "the last word stands for it alone")])
            surface.personal = True
        first = surfaces.get(words[0])
        if first is not None and first.in_sentences and not is_common(words[-1]) and len(words) < 4:
            surface.add([Evidence(Kind.CHARACTER, 1.0, "the first word stands for it alone")])
        if surface.personal:
            _forget(surface, Kind.WORK, "a word of every day")


def _spread_in_rows(surfaces: dict[str, Surface], rows: list[tuple[str, ...]]) -> None:
    """Names in a row are of one kind: what a text says of one, it says of the next."""
    for row in rows:
        known = [one for words in row if (one := surfaces.get(words)) is not None]
        sure = {kind for one in known if (kind := _leaning(one)) and one.weights[kind] >= 2.0}
        if len(sure) != 1:
            continue
        kind = sure.pop()
        for one in known:
            if one.is_single and kind is not Kind.WORK and is_common(one.words):
                continue
            if max(one.weights.values(), default=0.0) < 3.0 and one.weights.get(None, 0.0) < 2.0:
                one.add([Evidence(kind, 2.0, f"in a row with a {kind.value}")])


def _groups(surfaces: dict[str, Surface]) -> list[list[Surface]]:
    """The surfaces of each name, the fullest first."""
    full = [one for one in surfaces.values() if not one.is_single]
    heads = _with_middle_names({one.words: [one] for one in full})
    by_short: dict[str, set[str]] = defaultdict(set)
    for one in full:
        kind = _leaning(one)
        if kind in ANIMATE or one.personal:
            forms = short_forms(Bearer("", Kind.PERSON, one.words))
            for form in (*forms.surnames, *forms.given, _initials(one.words)):
                if form:
                    by_short[_bare(form)].add(one.words)
    loose: list[list[Surface]] = []
    for one in [*surfaces.values()]:
        owners = by_short.get(_bare(_without_honorific(one.words)), set()) - {one.words}
        owners = owners or _longer_names(one, heads) or _nicknamed(one, heads)
        if one.is_single or owners:
            home = _home(one, owners, surfaces)
            if home == "":
                heads.pop(one.words, None)
                continue
            if home is not None and home in heads:
                if not one.is_single:
                    heads.pop(one.words, None)
                if one.words != home.split()[0]:
                    _forget(one, Kind.CHARACTER, "one name in a story")
                _forget(one, Kind.CHARACTER, "a given name alone")
                heads[home].append(one)
            elif one.is_single:
                loose.append([one])
    return [*_with_short_titles(heads), *loose]


def _with_middle_names(heads: dict[str, list[Surface]]) -> dict[str, list[Surface]]:
    """Full names, those joined that differ in middle names only: ``Peter O'Toole``, ``Peter Seamus O'Toole``."""
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for words in heads:
        parts = words.split()
        if _leaning(heads[words][0]) in ANIMATE and not any(part.islower() for part in parts):
            by_ends[parts[0], parts[-1]].append(words)
    for same in by_ends.values():
        same.sort(key=lambda one: (-len(heads[one][0].spans), len(one), one))
        for other in same[1:]:
            if {len(same[0].split()), len(other.split())} != {2, 2}:
                heads[same[0]] += heads.pop(other)
    return heads


def _longer_names(one: Surface, heads: dict[str, list[Surface]]) -> set[str]:
    """Full names that end with a name of several words: ``León de Aranoa`` of ``Fernando León de Aranoa``."""
    if one.is_single or _leaning(one) is Kind.WORK:
        return set()
    return {
        words for words in heads if words.endswith(f" {one.words}") and _leaning(heads[words][0]) in ANIMATE
    }


def _nicknamed(one: Surface, heads: dict[str, list[Surface]]) -> set[str]:
    """The people whose given name a single name begins: ``Juci`` of ``Jucimara``, ``Mzeko`` of ``Mzekala``."""
    if not one.is_single or len(one.words) < 3 or is_common(one.words):
        return set()
    found = set()
    for words, group in heads.items():
        given = words.split()[0]
        if given == one.words or _leaning(group[0]) not in ANIMATE:
            continue
        short = given.startswith(one.words) and len(given) - len(one.words) > 1
        alike = len(one.words) >= 5 and given[:4] == one.words[:4] and not is_given_name(one.words)
        if short or alike:
            found.add(words)
    return found


def _home(one: Surface, owners: set[str], surfaces: dict[str, Surface]) -> str | None:
    """The full name that a short form belongs to; None for a name of its own, empty for nobody's."""
    if not owners:
        return None
    as_part = one.weights.get(Kind.CHARACTER, 0.0)
    as_part -= _of(one, Kind.CHARACTER, "one name in a story") + _of(one, Kind.CHARACTER, "a given name alone")
    as_work = one.weights.get(Kind.WORK, 0.0) - _of(one, Kind.WORK, "a word of every day")
    people = [words for words in sorted(owners) if _leaning(surfaces[words]) is not Kind.CHARACTER]
    parts = [words for words in sorted(owners) if words not in people]
    if as_work >= 2.5 and as_work > one.weights.get(Kind.PERSON, 0.0) + as_part:
        return None
    if parts and (as_part > 0 or not people):
        return parts[0] if len(parts) == 1 else ""
    if _is_called_like_another(one, people, surfaces):
        return None
    if as_part >= 2.5 and as_part > one.weights.get(Kind.PERSON, 0.0):
        # A first name may be the part's as well as the player's; a surname that is both is one somebody's.
        by_first = [words for words in people if not _bare(words).endswith(f" {_bare(one.words)}")]
        if any(_is_real(surfaces[words]) for words in by_first):
            return None
    if len(people) == 1:
        return people[0]
    by_surname = [words for words in people if _bare(words).endswith(_bare(one.words))]
    return by_surname[0] if len(by_surname) == 1 else ""


def _of(one: Surface, kind: Kind, begins: str) -> float:
    """What reasons that begin with some words weigh together."""
    return sum(
        weight * min(count, MOST_OF_A_REASON)
        for (of_kind, reason, weight), count in one.reasons.items()
        if of_kind is kind and reason.startswith(begins)
    )


_SHAPE = ("a given name", "two words", "the last word", "the first word", "in a row")
"""Reasons that only a name's form gives; real people and parts have it alike."""


def _is_real(one: Surface) -> bool:
    """Whether more than its form says that a name is a person's."""
    of_form = sum(_of(one, Kind.PERSON, begins) for begins in _SHAPE)
    return one.weights.get(Kind.PERSON, 0.0) - of_form >= 1.5


def _is_called_like_another(one: Surface, people: list[str], surfaces: dict[str, Surface]) -> bool:
    """Whether ``Mr Park`` is somebody else than the Park whom the text names in full.

    A paper that calls people Mr calls nobody by the bare surname, and no man Mrs.
    """
    bare = _without_honorific(one.words)
    if bare == one.words or not people:
        return False
    forms = [words for words in surfaces if _without_honorific(words) == bare and words != bare]
    return len(forms) > 1 or bare in surfaces


def _forget(one: Surface, kind: Kind, begins: str) -> None:
    """Take back what reasons that begin with some words weigh: the surface turned out to be otherwise."""
    one.weights[kind] -= _of(one, kind, begins)
    for key in [key for key in one.reasons if key[0] is kind and key[1].startswith(begins)]:
        del one.reasons[key]


def _with_short_titles(heads: dict[str, list[Surface]]) -> Iterable[list[Surface]]:
    """Groups, titles joined with their shorter forms: ``Wild Things`` for ``Where the Wild Things Are``."""
    works = [words for words, group in heads.items() if _kind_of(group) is Kind.WORK]
    for words in sorted(works, key=len):
        longer = [one for one in works if one != words and one in heads and re.search(rf"\b{re.escape(words)}\b", one)]
        if len(longer) == 1 and len(words.split()) > 1 and words in heads and not re.search(r"\d", longer[0]):
            heads[longer[0]] += heads.pop(words)
    return heads.values()


def _without_honorific(words: str) -> str:
    first, _, rest = words.partition(" ")
    return rest.lstrip(". ") if rest and first.rstrip(".").lower() in ENGLISH.honorifics else words


def _initials(words: str) -> str:
    found = re.match(r"((?:[^\W\d_]\. ?){2,})", words)
    return found[1].strip() if found else ""


def _bare(words: str) -> str:
    return words.replace(". ", ".").rstrip(".")


def _leaning(one: Surface) -> Kind | None:
    weights = ranked(one.weights)
    return weights[0][1] if weights else None


def _kind_of(group: Iterable[Surface]) -> Kind | None:
    weights = ranked(summed(group))
    return weights[0][1] if weights else None


def _of_kinds(group: list[Surface]) -> dict[Kind | None, float]:
    """What speaks for each kind. A name's form makes somebody of it, real or not: the rest says which."""
    total = summed(group)
    of_form = sum(_of(one, Kind.PERSON, begins) for one in group for begins in _SHAPE)
    as_person, as_part = total[Kind.PERSON] - of_form, total[Kind.CHARACTER]
    # A critic says what a director does in the present tense too.
    told = sum(_of(one, Kind.CHARACTER, "acts in the present") for one in group)
    if of_form and as_part - told >= LEAST_PART and as_part > as_person:
        total[Kind.CHARACTER], total[Kind.PERSON] = as_part + of_form, as_person
    return total


def _is_a_title(group: Iterable[Surface]) -> bool:
    """Whether marks, a year, its maker's name or a word like ``film`` say that a small word is a title."""
    return any(
        one.in_sentences > 0
        and len(one.words) > 1
        and ((kind is Kind.WORK and weight >= 2.5) or (one.in_sentences >= 3 and one.weights[Kind.WORK] >= 4.0))
        for one in group
        for (kind, _, weight) in one.reasons
    )


def _name(source: str, group: list[Surface], surfaces: dict[str, Surface]) -> TextName | None:
    del surfaces
    weights = ranked(_of_kinds(group))
    if not weights or weights[0][1] is None:
        return None
    weight, kind = weights[0]
    rival = weights[1][0] if len(weights) > 1 else 0.0
    head = group[0]
    if weight < (LEAST_SINGLE if head.is_single and kind is not Kind.WORK else LEAST):
        return None
    if kind is Kind.PERSON and not head.is_single and not head.personal and weight < LEAST_BAND:
        if all(is_common(word) for word in head.words.split()):
            return None
    if head.is_single and kind is not Kind.WORK and is_common(head.words) and not head.in_sentences and weight < 3.0:
        return None
    if head.is_single and head.words.lower() in ENGLISH.function and not _is_a_title(group):
        return None
    if head.is_single and len(head.words) == 1 and kind is not Kind.WORK:
        return None
    if head.is_single and not head.in_sentences and kind is not Kind.WORK and weight < 3.0:
        return None
    assert kind is not None
    forms = (head.form, *sorted({one.form for one in group[1:]} - {head.form}))
    sightings = tuple(sorted(Sighting(source, span, one.form) for one in group for span in one.spans))
    return TextName(kind, forms, sightings, weight, rival, reasons_for(group, kind))
