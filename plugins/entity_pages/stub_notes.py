"""What a stub's page says of itself: how a program came by the name, and what makes a record of it."""

from __future__ import annotations

import re

from plugins.archive.entity import Entity
from plugins.archive.settings import Edition
from plugins.entity_pages.site import Site
from plugins.entity_pages.views import StubNote

LONGEST_CUE = 3
"""Words of a text that a public page repeats as a reason; of more, the first and the last tell enough."""

_CUE = re.compile(r"“([^“”]*)”")


def stub_note(entity: Entity, site: Site) -> StubNote | None:
    """How a stub came to be; None for what a person has recorded."""
    if not entity.is_stub:
        return None
    record, found = site.record(entity.id), site.stub_names.get(entity.id)
    if found is None:
        return StubNote(kind=entity.kind.value, file=record.path)
    is_public = site.settings.edition is Edition.PUBLIC
    reasons = (_shortened(one) if is_public else one for one in found.reasons)
    return StubNote(
        kind=entity.kind.value,
        file=record.path,
        texts=len(found.texts),
        reasons=tuple(reasons),
        confidence=found.confidence,
    )


def _shortened(reason: str) -> str:
    """A reason that repeats no more of a text than a cue.

    >>> _shortened("after “as a hayseed soldier in”")
    'after “as … in”'
    """

    def cue(match: re.Match[str]) -> str:
        words = match[1].split()
        return match[0] if len(words) <= LONGEST_CUE else f"“{words[0]} … {words[-1]}”"

    return _CUE.sub(cue, reason)
