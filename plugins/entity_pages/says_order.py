"""Which of somebody's words stand first on their page: long ones that speak of something."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.entity_pages.site import Site
from plugins.entity_pages.voices import Voice

SCRAP = 4
"""Words below which a passage tells nobody anything by itself: “All right.”"""

SHORT = 12
"""Words below which a passage comes after longer ones, whatever it names."""


def is_scrap(voice: Voice, site: Site) -> bool:
    """Whether a passage is a few words that name nothing."""
    return not voice.topics and _length(voice, site) < SCRAP


def best_first(voices: Iterable[Voice], site: Site) -> list[Voice]:
    """Passages that name something before those that do not, the longest first; short ones last."""

    def place(one: Voice) -> tuple[bool, bool, bool, int]:
        length = _length(one, site)
        return is_scrap(one, site), length < SHORT, not one.topics, -length

    return sorted(voices, key=place)


def _length(voice: Voice, site: Site) -> int:
    return voice.length(site.documents.by_id[voice.source].text)
