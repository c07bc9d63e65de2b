"""What the timeline's templates see: its lists, its filters, and its drawing in units."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    phase: str
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
    at ``name_at``, or ends there.
    """

    event: str
    start: float
    end: float
    across: float
    shape: str
    status: str
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

    @property
    def folds(self) -> tuple[Tick, ...]:
        """Where years are left out."""
        return tuple(one for one in self.ticks if one.is_fold)

    @property
    def years(self) -> tuple[Tick, ...]:
        """The years that have their number."""
        return tuple(one for one in self.ticks if one.label)

    @property
    def months(self) -> tuple[Tick, ...]:
        """The months of long years, and the beginnings of years for whose number there is no room."""
        return tuple(one for one in self.ticks if not (one.label or one.is_fold))


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole timeline, or one phase of it, which has no drawing and nothing to be narrowed down by.

    The drawings are None where no event tells its year. ``pages`` are the addresses of the pages that
    tell the events of each phase, by phases; it is empty where the events are told here.
    """

    phases: tuple[TimelinePhase, ...]
    undated: tuple[UndatedPhase, ...]
    filters: tuple[Filter, ...] = ()
    wide: TimelineDrawing | None = None
    tall: TimelineDrawing | None = None
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def who(self) -> dict[str, int]:
        """The places in the filter of who and what takes part, from 1, by ids: shorter than the ids."""
        choices = next((one.choices for one in self.filters if one.name == "who"), ())
        return {choice.value: place for place, choice in enumerate(choices, 1)}

    @property
    def count(self) -> int:
        """How many events there are."""
        return sum(one.count for one in self.phases) + self.undated_count

    @property
    def undated_count(self) -> int:
        return sum(len(one.rows) for one in self.undated)
