"""What was measured of stated texts: by what is known of their names, and by halves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from evaluation.figures import Tally, add_up
from evaluation.floors import Floors, share_kept
from evaluation.stated_texts import StatedText


class Half(StrEnum):
    """The texts whose misses are shown, and those that only count."""

    LOOKED_AT = "looked at"
    HELD_OUT = "held out"


class OfText(Protocol):
    """What was measured in one text."""

    @property
    def stated(self) -> StatedText: ...

    @property
    def counts(self) -> Tally: ...


One = TypeVar("One", bound=OfText)


@dataclass(frozen=True)
class Measured(Generic[One]):
    """All texts of a folder, measured with their names KNOWN and with names to be FOUND."""

    digest: str
    by_names: Mapping[str, Sequence[One]]

    def of(self, names: str, half: Half) -> tuple[One, ...]:
        """The texts of one half, in the order of their names."""
        held_out = half is Half.HELD_OUT
        return tuple(one for one in self.by_names[names] if one.stated.is_held_out == held_out)

    def counts(self, names: str, half: Half) -> Tally:
        """The counts of one half, added up."""
        return add_up(one.counts for one in self.of(names, half))

    def floors(self, less_is_better: frozenset[str]) -> Floors:
        """What the texts could be held to: of counts of which less is better, what is left."""
        return Floors(
            self.digest,
            {
                f"{names}, {half}": {
                    f"not {name}" if name in less_is_better else name: share_kept(
                        ratio.rest if name in less_is_better else ratio
                    )
                    for name, ratio in self.counts(names, half).items()
                }
                for names in self.by_names
                for half in Half
            },
        )
