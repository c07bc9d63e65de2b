"""What words come to that a milestone dates: at its time, during it, before it, after it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from plugins.archive.date_expression import DateBasis, DerivationStep
from plugins.dates.extents import BOUNDS, Extent, Shape
from plugins.dates.milestones import open_ended
from plugins.dates.resolved import Circumstances, Resolved, unresolved

_ENDS = {
    "after": Shape.NOT_BEFORE,
    "before": Shape.NOT_AFTER,
    "by": Shape.NOT_AFTER,
    "until": Shape.UNTIL,
    "since": Shape.SINCE,
}


def milestone(one: Circumstances) -> Resolved | None:
    """The time of a milestone as a “when”, a “while” or a “before” makes it.

    It stays words where texts contradict each other. None where what is known says nothing of it: of what was
    after a time that is only bounded from above.

    Raises:
        BeyondCalendar: the calendar does not reach so far.
    """
    phrase, known = one.phrase, one.known
    if known is None:
        return None
    if known.extent is None:
        return unresolved(phrase, known.steps[0].says)
    join = phrase.get("join")
    extent = _seen_by(join, known.extent)
    if extent is None:
        return None
    step = DerivationStep(f"{join} that time: {extent.written}", phrase.rule, phrase.span)
    return Resolved(extent, DateBasis.RELATIVE, (*known.steps, step), moves=join == "at")


def _seen_by(join: str, extent: Extent) -> Extent | None:
    shape = extent.shape
    if join in _ENDS:
        if shape in {Shape.NOT_AFTER, Shape.NOT_BEFORE}:
            goes_on = shape is Shape.NOT_AFTER and _ENDS[join] is Shape.NOT_AFTER
            goes_on = goes_on or (shape is Shape.NOT_BEFORE and _ENDS[join] is Shape.NOT_BEFORE)
            return extent if goes_on else None
        if join in {"since", "until"} and extent.about:
            # Ends of what lasts may be about; bounds may not, and leave more.
            period = extent.first if join == "since" else extent.last or extent.first
            return Extent(period, shape=_ENDS[join], about=True)
        return open_ended(extent, _ENDS[join])
    if join == "during" and shape is Shape.LASTING and not extent.about:
        return replace(extent, shape=Shape.ONE_OF)
    return extent


def rough(extent: Extent | None, *, is_about: bool) -> Extent | None:
    """A time that was counted from one that is only about; None for days of a bound, which cannot say so."""
    if extent is None or not is_about:
        return extent
    return None if extent.shape in BOUNDS else replace(extent, about=True)


BY_MILESTONE: dict[str, Callable[[Circumstances], Resolved | None]] = {"milestone": milestone}
"""The function of this module by what a rule makes."""
