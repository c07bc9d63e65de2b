"""What the use of a name in the whole text says of its kind: how often, how shortened, in what company."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from plugins.archive.entity import Kind
from plugins.discovery.short_names import forms_as_person
from plugins.discovery.tally import Basis, Evidence, Surface
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common, is_given_name

MOST_OF_A_STORY = 2.5
"""What the use of a single name weighs at most: as much as a word that introduces a part."""

SURE = 2.0
"""From this weight on, a name in a row says what the others are."""

OPEN = 3.0
"""Below this weight, a name in a row takes the kind of the others."""

LAST_WORD_ALONE = Evidence(Kind.PERSON, 2.0, "the last word stands for it alone", Basis.FORM)
FIRST_WORD_ALONE = Evidence(Kind.CHARACTER, 1.0, "the first word stands for it alone")


def weigh_usage(surfaces: Mapping[str, Surface], rows: Iterable[Sequence[str]]) -> None:
    """Add to the surfaces of a text what its use of them says; rows are those with only commas between."""
    for surface in surfaces.values():
        _weigh_story(surface)
    for surface in surfaces.values():
        _weigh_short_forms(surface, surfaces)
    for row in rows:
        _weigh_row([surfaces[words] for words in row if words in surfaces])


def _weigh_story(surface: Surface) -> None:
    """A single name that a text keeps using, and that nobody introduces as a real person, is a part."""
    if not surface.is_single or surface.told < 2 or surface.words.lower() in ENGLISH.terms:
        return
    if (is_given_name(surface.words) or surface.possessives) and not is_common(surface.words):
        weight = min(MOST_OF_A_STORY, 0.5 * surface.told)
        surface.add(Evidence(Kind.CHARACTER, weight, Basis.STORY.value, Basis.STORY))


def _weigh_short_forms(surface: Surface, surfaces: Mapping[str, Surface]) -> None:
    """A name whose last word also stands alone is somebody's: texts shorten people's names so."""
    words = surface.words.split()
    if (
        not 2 <= len(words) <= 4
        or surface.weights.get(None, 0.0) >= 2.0
        or words[0].lower() in ENGLISH.function
    ):
        return
    surnames = forms_as_person(surface.words).surnames
    alone = [surfaces[one] for one in surnames if one in surfaces]
    told = sum(one.told for one in alone)
    common = is_common(words[-1]) and not is_given_name(words[0])
    if told >= (3 if common else 1) or (alone and not common):
        surface.add(LAST_WORD_ALONE)
        surface.personal = True
    first = surfaces.get(words[0])
    if first is not None and first.in_sentences and not is_common(words[-1]) and len(words) < 4:
        surface.add(FIRST_WORD_ALONE)
    if surface.personal:
        surface.forget(Kind.WORK, Basis.EVERYDAY)


def _weigh_row(row: Sequence[Surface]) -> None:
    """Names in a row are of one kind: what a text says of one, it says of the next."""
    sure = {kind for one in row if (kind := one.leaning) and one.weights[kind] >= SURE}
    if len(sure) != 1:
        return
    kind = sure.pop()
    found = Evidence(kind, 2.0, f"in a row with a {kind.value}", Basis.FORM)
    for one in row:
        is_a_word = one.is_single and kind is not Kind.WORK and is_common(one.words)
        is_open = max(one.weights.values(), default=0.0) < OPEN and one.weights.get(None, 0.0) < 2.0
        if is_open and not is_a_word:
            one.add(found)
