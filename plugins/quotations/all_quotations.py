"""The quotations of all texts of an archive, found once for whoever writes or counts them."""

from __future__ import annotations

from plugins.archive.assemble import Archive
from plugins.incremental.workers import spread
from plugins.quotations.said import Attributed, Voices
from plugins.sources.library import Documents

Quotations = dict[str, tuple[Attributed, ...]]
"""By the id of each source: its quotations in the order of its text."""


def find_all_quotations(archive: Archive, documents: Documents) -> Quotations:
    """Those of each text, with the entity that its speaker's name was linked to."""
    voices = Voices(archive)
    found = spread(lambda one: tuple(voices.quotations(one)), list(documents.by_id.values()), "quotations")
    return dict(zip(documents.by_id, found, strict=True))
