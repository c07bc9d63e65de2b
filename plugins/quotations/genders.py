"""Of which gender somebody is, as the same text calls them in sentences that leave no doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from plugins.quotations.people_named import Sentence, base
from plugins.quotations.people_words import FEMALE, MALE

_FORMS = {
    **dict.fromkeys(("he", "him", "his", "himself"), MALE),
    **dict.fromkeys(("she", "her", "hers", "herself"), FEMALE),
}

LEAST = 2
"""Sentences that must call somebody so; one alone may speak of another who is not named in it."""

MAJORITY = 4
"""So many times as many sentences for one gender as for the other."""

_TITLE = 2
"""Sentences that a title is worth: ``Ms. Bell``."""


def genders_of(sentences: Iterable[Sentence]) -> Mapping[str, str]:
    """The gender of whoever a text calls ``he`` or ``she``, by their key; nobody of whom it is not sure.

    A sentence counts that names one person and nobody else, and has pronouns of one gender after the name.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for one in sentence.named:
            if one.gender is not None:
                votes[one.key][one.gender] += _TITLE
        keys = {one.key for one in sentence.named}
        if len(keys) == 1 and not sentence.others:
            (key,) = keys
            start = sentence.named[0].span.end
            called = {_FORMS.get(base(token)) for token in sentence.tokens if token.start > start} - {None}
            if len(called) == 1:
                votes[key].update(one for one in called if one)
    return {key: sure for key, counted in votes.items() if (sure := _sure(counted)) is not None}


def _sure(votes: Counter[str]) -> str | None:
    gender, most = votes.most_common(1)[0]
    others = votes.total() - most
    return gender if most >= LEAST and most >= MAJORITY * others else None
