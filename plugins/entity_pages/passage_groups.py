"""The notes of a page as its foot lists them: under the sources that their passages stand in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # Views have these groups: the other way round would be a circle.
    from plugins.entity_pages.views import Note, Ref


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """The notes of a page whose passages stand in one source: those with their words, and the others.

    ``withheld`` are the sentences that say why no words are shown, each once.
    """

    source: Ref
    quoted: tuple[Note, ...]
    bare: tuple[Note, ...]
    withheld: tuple[str, ...]


def passage_groups(notes: Iterable[Note]) -> tuple[PassageGroup, ...]:
    """Notes under the sources of their passages, in the order of these sources' ids."""
    by_source: dict[str, list[Note]] = {}
    for note in notes:
        by_source.setdefault(note.source.id, []).append(note)
    return tuple(
        PassageGroup(
            source=group[0].source,
            quoted=tuple(one for one in group if one.quote),
            bare=tuple(one for one in group if not one.quote),
            withheld=tuple(dict.fromkeys(one.withheld for one in group if one.withheld is not None)),
        )
        for _, group in sorted(by_source.items())
    )
