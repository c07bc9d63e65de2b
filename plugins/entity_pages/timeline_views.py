"""What the timeline's templates see: its lists, its filters, and its drawing in units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A page view holds a timeline: the other way round would be a circle.
    from plugins.entity_pages.views import EventRow


@dataclass(frozen=True, slots=True)
class TimelinePhase:
    """The events of one phase whose year is told, in the order of dates; what was only announced is apart.

    ``planned`` are those that were announced or called off.
    """

    phase: str
    label: str
    happened: tuple[EventRow, ...]
    planned: tuple[EventRow, ...]

    @property
    def count(self) -> int:
        return len(self.happened) + len(self.planned)


@dataclass(frozen=True, slots=True)
class UndatedPhase:
    """The events of one phase that nobody dates, in the order of their ids."""

    label: str
    rows: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a filter. ``group`` is the heading that it stands under, or empty."""

    value: str
    label: str
    count: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the timeline can be narrowed down by. ``name`` is that of the rows' data attribute."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """One event of the drawing: from ``start`` to ``end`` along the scale, ``across`` it at a height.

    ``shape`` is that of its date, or ``undated``. ``name`` is empty where there is no room for it; it begins
    at ``name_at``, or ends there. ``says`` is the whole name with its date.
    """

    event: str
    start: float
    end: float
    across: float
    shape: str
    status: str
    says: str
    name: str = ""
    name_at: float = 0.0
    ends_there: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One phase of the drawing, from ``start`` across it over ``size`` units."""

    phase: str
    label: str
    start: float
    size: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year or (without a label) of a month; ``is_fold`` where years are left out."""

    at: float
    label: str = ""
    is_fold: bool = False


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """All that is drawn, in units: ``length`` along the scale, ``size`` across it.

    ``undated`` is the room behind the scale, for what has no date; 0 where everything has one.
    """

    length: float
    undated: float
    size: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole timeline. The drawings are None where no event tells its year."""

    phases: tuple[TimelinePhase, ...]
    undated: tuple[UndatedPhase, ...]
    filters: tuple[Filter, ...]
    wide: TimelineDrawing | None
    tall: TimelineDrawing | None

    @property
    def count(self) -> int:
        """How many events there are."""
        return sum(one.count for one in self.phases) + self.undated_count

    @property
    def undated_count(self) -> int:
        return sum(len(one.rows) for one in self.undated)
