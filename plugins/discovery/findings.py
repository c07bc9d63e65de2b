"""What discovery gives: a name that no record needs to know, with its forms, its kind and the reasons."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.entity import Kind
from plugins.archive.span import Span


@dataclass(frozen=True, order=True, slots=True)
class Sighting:
    """One place at which a name was seen, in one of its forms."""

    source: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class TextName:
    """A name as one text uses it: the fullest form first, then the others in alphabetical order.

    ``weight`` is what speaks for its kind, in the steps of ``evidence.py``; ``rival`` what speaks for the
    next kind. ``reasons`` are the weightiest, each once.
    """

    kind: Kind
    surfaces: tuple[str, ...]
    sightings: tuple[Sighting, ...]
    weight: float
    rival: float
    reasons: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.surfaces[0]
