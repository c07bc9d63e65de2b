"""What templates see of reviews beside each other: what they speak of, and who praises or minds it."""

from __future__ import annotations

from dataclasses import dataclass

from plugins.entity_pages.views import Point, Ref


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """What one review finds of a topic, in the archive's words."""

    review: Ref
    praises: tuple[Point, ...]
    minds: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ReviewTopic:
    """Something that reviews speak of. ``told`` says how many of them praise it and mind it.

    ``labels`` are several where the very same points are about all of them; an aspect of a film has no url.
    """

    anchor: str
    labels: tuple[Ref, ...]
    told: str
    sides: tuple[ReviewSide, ...]

    @property
    def is_praised(self) -> bool:
        """Whether any review praises it."""
        return any(side.praises for side in self.sides)


@dataclass(frozen=True, slots=True)
class ReviewComparison:
    """What reviews agree and differ on, and what only one of them speaks of."""

    differing: tuple[ReviewTopic, ...]
    agreed: tuple[ReviewTopic, ...]
    alone: tuple[ReviewTopic, ...]
