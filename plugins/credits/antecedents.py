"""Whom a pronoun means, where the sentences before leave one answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plugins.credits.passage import Named, Passage

REACH = 3
"""Sentences before a pronoun in which its name is looked for."""

_BEGINS = re.compile(r"(?:(?:And|But|So|Then|Next door|Here|There|Meanwhile|Now) )?(?:then )?(?:there )?(?:is |comes |enter )?(?:[Tt]he |[Hh]is |[Hh]er )?$")
"""What may stand before a sentence’s first name that is its subject all the same."""


def antecedent(
    passages: Sequence[Passage], passage: Passage, before: int, sign: str, played: Collection[int] = ()
) -> Named | None:
    """The name that a pronoun at an offset of a passage means: the one of its kind in the nearest sentence
    that has any, or of several the one that begins it.

    ``played`` are offsets of the passage that have their performer already. Refuses to look further than
    ``REACH`` sentences, and past a heading.
    """
    for one, start, end in _backwards(passages, passage, before):
        known = [at for at in range(start, end) if one.text[at] in sign and at in one.names and not one.names[at].is_open]
        free = [at for at in known if one is not passage or at not in played]
        for offsets in (free, known):
            found = {one.names[at].entity for at in offsets}
            if len(found) == 1:
                return one.names[offsets[-1]]
            if found and _BEGINS.fullmatch(one.text[start : offsets[0]]):
                return one.names[offsets[0]]
            if found:
                break
        if known:
            return None
    return None


def _backwards(passages: Sequence[Passage], passage: Passage, before: int) -> list[tuple[Passage, int, int]]:
    """Stretches from a pronoun back: the start of its sentence, then the sentences before."""
    place = passage.sentence_at(before)
    stretches = [(passage, passage.sentences[place].start, before)]
    stretches += [(passage, one.start, one.end) for one in reversed(passage.sentences[:place])]
    number = next(at for at, one in enumerate(passages) if one is passage)
    if number and passages[number - 1].segment.label is passage.segment.label:
        last = passages[number - 1]
        stretches += [(last, one.start, one.end) for one in reversed(last.sentences)]
    return stretches[: REACH + 1]
