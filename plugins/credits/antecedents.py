"""Whom a pronoun means, where the sentences before leave one answer."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from plugins.credits.passage import Passage

REACH = 3
"""Sentences before a pronoun's own in which its name is looked for."""

_BEGINS = re.compile(
    r"(?:(?:And|But|So|Then|Next door|Here|There|Meanwhile|Now) )?(?:then )?(?:there )?(?:is |comes |enter )?"
    r"(?:[Tt]he |[Hh]is |[Hh]er )?"
)
"""What may stand before a sentence's first name that is its subject all the same."""


def antecedent(
    passages: Sequence[Passage], passage: Passage, before: int, sign: str, played: Collection[int] = ()
) -> tuple[Passage, int] | None:
    """The name that a pronoun at an offset of a passage means, as its passage and offset.

    It is the one of its kind in the nearest sentence that has any, or of several the one that begins it.
    ``played`` are offsets of the passage that have their performer already. Refuses to look further than
    ``REACH`` sentences, and into what is no text of the same sort.
    """
    for one, start, end in islice(_backwards(passages, passage, before), REACH + 1):
        start = max(start, _end_of_label(one))
        known = [at for at in range(start, end) if one.text[at] in sign and _is_linked(one, at)]
        if known:
            free = [at for at in known if one is not passage or at not in played]
            return _one_of(one, start, free) or _one_of(one, start, known)
    return None


_LABEL = re.compile(r"ⓟ(?: \([^)]*\)|, [a-z][^:ⓟ]{1,40})? ?: ?")
"""A speaker’s name before a turn: who speaks is not whom the turn speaks of."""


def _end_of_label(passage: Passage) -> int:
    match = _LABEL.match(passage.text)
    return match.end() if match else 0


def _is_linked(passage: Passage, at: int) -> bool:
    name = passage.names.get(at)
    return name is not None and not name.is_open


def _one_of(passage: Passage, start: int, offsets: Sequence[int]) -> tuple[Passage, int] | None:
    if len({passage.names[at].entity for at in offsets}) == 1:
        return passage, offsets[-1]
    if offsets and _BEGINS.fullmatch(passage.text, start, offsets[0]):
        return passage, offsets[0]
    return None


def _backwards(
    passages: Sequence[Passage], passage: Passage, before: int
) -> Iterator[tuple[Passage, int, int]]:
    """Stretches from a pronoun back: its sentence up to it, then the sentences before."""
    place = passage.sentence_at(before)
    yield passage, passage.sentences[place].start, before
    for one in reversed(passage.sentences[:place]):
        yield passage, one.start, one.end
    number = bisect_left(passages, passage.segment.span.start, key=lambda one: one.segment.span.start)
    last = passages[number - 1] if number else None
    if last is not None and last.segment.label is passage.segment.label:
        for one in reversed(last.sentences):
            yield last, one.start, one.end
