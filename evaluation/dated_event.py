"""An event of an annotation, with the dates that are right for it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.archive.span import Span


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event of the annotation with the dates that are right for it, the most precise first.

    ``more`` are other passages that tell of it, with their sources.
    """

    id: str
    label: str
    source: str
    span: Span
    surface: str
    accepted: tuple[str, ...]
    rests_elsewhere: bool = False
    is_announced: bool = False
    more: tuple[tuple[str, Span], ...] = ()

    @property
    def evidence(self) -> tuple[tuple[str, Span], ...]:
        """All its passages, its own first."""
        return ((self.source, self.span), *self.more)
