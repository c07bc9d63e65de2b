"""Of what kind a name is, and whether enough speaks for it."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.archive.entity import Kind
from plugins.discovery.findings import Sighting, TextName
from plugins.discovery.tally import Basis, Surface, Weights, ranked, reasons_for, summed
from plugins.lexicon.english import ENGLISH
from plugins.lexicon.words import is_common

LEAST = 2.0
"""What must speak for a name of several words, and for a work."""

LEAST_SINGLE = 2.5
"""What must speak for somebody's name of one word, which is a word of the language more often."""

LEAST_WORD = 3.0
"""What must speak for somebody's name of one word whose capital the text gives no other reason for."""

LEAST_BAND = 3.5
"""What must speak for a person whose names are all words of every day: bands and places have such names."""

LEAST_PART = 1.5
"""What must speak for a part before its form, which real people's names have too, is counted for it."""

SURE_TITLE = 2.5
"""The weight of one reason that makes a title of a small word; else `OFTEN` places and `ENOUGH` in all do."""

OFTEN, ENOUGH = 3, 4.0


def decide(source: str, forms: Sequence[Surface]) -> TextName | None:
    """The name that surfaces of a text, the fullest first, add up to; None where too little speaks for it."""
    weights = ranked(_of_kinds(forms))
    if not weights:
        return None
    weight, kind = weights[0]
    if kind is None or not _is_enough(forms, kind, weight):
        return None
    surfaces = (forms[0].form, *sorted({one.form for one in forms[1:]} - {forms[0].form}))
    sightings = (Sighting(source, span, one.form) for one in forms for span in one.spans)
    rival = weights[1][0] if len(weights) > 1 else 0.0
    return TextName(kind, surfaces, tuple(sorted(sightings)), weight, rival, reasons_for(forms, kind))


def _of_kinds(forms: Sequence[Surface]) -> Weights:
    """What speaks for each kind. A name's form makes somebody of it, real or not: the rest says which."""
    total = summed(forms)
    of_form = sum(one.weight_of(Kind.PERSON, Basis.FORM) for one in forms)
    as_person, as_part = total[Kind.PERSON] - of_form, total[Kind.CHARACTER]
    # A critic says what a director does in the present tense too.
    told = sum(one.weight_of(Kind.CHARACTER, Basis.PRESENT) for one in forms)
    if of_form and as_part - told >= LEAST_PART and as_part > as_person:
        total[Kind.CHARACTER], total[Kind.PERSON] = as_part + of_form, as_person
    return total


def _is_enough(forms: Sequence[Surface], kind: Kind, weight: float) -> bool:
    head = forms[0]
    if not head.is_single:
        is_band = kind is Kind.PERSON and not head.personal and all(map(is_common, head.words.split()))
        return weight >= (LEAST_BAND if is_band else LEAST)
    if head.words.lower() in ENGLISH.function and not any(map(_is_a_title, forms)):
        return False
    if kind is Kind.WORK:
        return weight >= LEAST
    return len(head.words) > 1 and weight >= (LEAST_SINGLE if head.in_sentences else LEAST_WORD)


def _is_a_title(one: Surface) -> bool:
    """Whether marks, a year, its maker's name or a word like ``film`` say that a small word is a title."""
    if not one.in_sentences or len(one.words) == 1:
        return False
    sure = any(found.kind is Kind.WORK and found.weight >= SURE_TITLE for found in one.evidence)
    return sure or (one.in_sentences >= OFTEN and one.weights.get(Kind.WORK, 0.0) >= ENOUGH)
