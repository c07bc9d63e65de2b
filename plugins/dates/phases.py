"""Parts of the making and the life of a work, and their beginnings and ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

OWN = "?"
"""Begins what stands for a text's own film where no record tells which it is (``own_film``)."""


class Phase(StrEnum):
    """A part of the making or the life of a work, in the order in which they mostly come."""

    WRITING = "writing"
    PREPARATION = "preparation"
    SHOOTING = "shooting"
    EDITING = "editing"
    MAKING = "making"
    PREMIERE = "premiere"
    RELEASE = "release"


PUBLIC = frozenset({Phase.PREMIERE, Phase.RELEASE})
"""What takes a day, and what a work's year is the year of: all that is before them is not after that year."""


class Aspect(StrEnum):
    """The beginning of a phase, all of it, or its end. What takes a day has only a whole.

    Of the writing there may be a draft before its end.
    """

    BEGUN = "begun"
    WHOLE = "whole"
    DRAFTED = "drafted"
    FINISHED = "finished"


@dataclass(frozen=True, order=True, slots=True)
class Milestone:
    """A point or a stretch in the making and the life of a work, by its id."""

    work: str
    phase: Phase
    aspect: Aspect

    def __str__(self) -> str:
        name = {Phase.MAKING: "the making", Phase.PREMIERE: "the premiere", Phase.RELEASE: "the release"}
        ends = {Aspect.BEGUN: "the beginning of ", Aspect.FINISHED: "the end of "}
        ends[Aspect.DRAFTED] = "a draft in "
        work = "the film" if self.work.startswith(OWN) else self.work
        return f"{ends.get(self.aspect, '')}{name.get(self.phase, f'the {self.phase}')} of {work}"
