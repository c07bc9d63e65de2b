"""What the words beside a date make of it: its beginning, about, not after it, the same as another."""

from __future__ import annotations

from dataclasses import replace

from plugins.archive.date_expression import DateBasis, DateStatus, DerivationStep
from plugins.archive.span import Span
from plugins.dates.extents import Extent, bounded, part_of, same_time
from plugins.dates.makes import ABSOLUTE
from plugins.dates.resolved import Circumstances, Resolved

RULE = "words beside a date"

_BOUNDED = frozenset(ABSOLUTE) | {"deictic", "anaphoric", "weekday", "ago", "same", "new year", "time told"}
"""What ``by``, ``before``, ``since`` and the like may stand before."""


def modified(resolved: Resolved, one: Circumstances, *, belongs: bool) -> Resolved:
    """A date with what its modifiers say.

    ``belongs`` tells that the date says which of several things is meant: what stands before
    ``2009’s thriller`` is no bound or part of 2009.

    Raises:
        BeyondCalendar: a bound of it is no day of the calendar.
    """
    extent, modifiers, steps = resolved.extent, one.modifiers, list(resolved.steps)
    if extent is None:
        return resolved
    if (part := modifiers.part()) is not None and not belongs:
        extent, says = _part(extent, part)
        steps.append(DerivationStep(says, RULE, modifiers.span))
    extent = replace(
        extent,
        about=extent.about or "about" in modifiers.kinds,
        doubt=extent.doubt or "doubt" in modifiers.kinds,
    )
    bound, core = modifiers.bound(), extent
    if bound is not None and one.phrase.makes in _BOUNDED and not belongs:
        if bound == "by" and one.status is DateStatus.ANNOUNCED:
            # A deadline says when something is to be there, not that it may be there long before.
            extent = replace(extent, about=True)
            steps.append(DerivationStep("a time that is aimed at, so about then", RULE, modifiers.span))
        else:
            extent = bounded(extent, bound)
            steps.append(DerivationStep(f"{bound} that time: {extent.written}", RULE, modifiers.span))
    return replace(
        resolved, extent=extent, steps=tuple(steps), core=core if bound in {"by", "until"} else None
    )


def _part(extent: Extent, part: str) -> tuple[Extent, str]:
    """The part of a time that EDTF can write, and what is said of it."""
    narrowed = extent if part == "part" else part_of(extent, part)
    if narrowed == extent:
        return extent, "a part of it, for which EDTF has no sign: it stays whole"
    return narrowed, f"the {part} of it: about {narrowed.first}"


def in_apposition(before: Resolved, one: Resolved, span: Span) -> Resolved:
    """A date right behind another, after a comma: where one can be within the other, the shorter is meant.

    ``span`` holds the words of the other.

    Raises:
        BeyondCalendar: one of them is no time of the calendar.
    """
    if before.extent is None or one.extent is None:
        return one
    shorter = same_time(before.extent, one.extent)
    if shorter is None or shorter == one.extent:
        return one
    step = DerivationStep(f"the same time as the words before it: {shorter.written}", RULE, span)
    return Resolved(shorter, DateBasis.INFERRED, (*one.steps, step), one.moves)
