"""The year of a month, a day or a season that is told without one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from plugins.archive.date_expression import DateStatus, DerivationStep, Precision
from plugins.archive.span import Span
from plugins.dates.course import COVER_DATE, ENTRY, SCENE, TEXT, Anchor
from plugins.dates.periods import BeyondCalendar, Period

RULE = "year of a date without one"

STEP_BACK = 31
"""Days by which a story may step back to a month or day without a sign; farther back it goes on instead."""

_YEARS, _WITHOUT_WEEKDAY = 12, 1
"""Years on either side that are looked at: no weekday of a month needs more, but for leap days."""

_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class Placed:
    """A period with its year, and how it got it; ``is_doubtful`` where the story may have gone back.

    ``from_text`` says that it is seen from the text's own date.
    """

    period: Period
    steps: tuple[DerivationStep, ...]
    is_doubtful: bool = False
    from_text: bool = False


def seen_from(
    period: Period,
    anchors: tuple[Anchor, ...],
    status: DateStatus,
    weekday: int | None,
    *,
    either: bool = False,
) -> Placed | None:
    """The nearest of its years, seen from the moments that the words may be spoken in.

    What is announced lies ahead of the moment, what happened behind it. Of several moments the one counts
    from which the date is nearest: who writes “on November 3” in October speaks to the reader of the issue,
    whatever year the passage before was set in. With ``either``, where no verb tells, the nearest lies on
    either side.
    """
    found: list[tuple[int, int, Period, Anchor]] = []
    if weekday is not None and not either:
        sided = seen_from(period, anchors, status, None)
        # A day of the week tells the year: one close by on the other side, and not one years away.
        either = sided is not None and all(
            sided.period != one for anchor in anchors for one in _years(period, anchor, weekday)
        )
    for order, anchor in enumerate(anchors):
        slack = COVER_DATE if anchor.span is None else 0
        for one in _years(period, anchor, weekday):
            if either:
                distance = max((one.first - anchor.last).days, (anchor.first - one.last).days)
                fits = True
            elif status is DateStatus.ANNOUNCED:
                distance, fits = (one.first - anchor.last).days, (anchor.first - one.last).days <= slack
            else:
                distance, fits = (anchor.first - one.last).days, one.first <= anchor.last
            if fits:
                found.append((abs(max(distance, -slack)), order, one, anchor))
    if not found:
        return None
    _, _, one, anchor = min(found, key=lambda each: each[:2])
    ahead = "nearest" if either else "next" if status is DateStatus.ANNOUNCED else "last"
    steps = (anchor.step(RULE), DerivationStep(f"the {ahead} one from there: {one}", RULE))
    return Placed(one, steps, from_text=anchor.kind in {TEXT, ENTRY})


def told_after(
    period: Period,
    anchor: Anchor,
    latest: date | None,
    *,
    back: bool = False,
    is_sure: bool = False,
    weekday: int | None = None,
) -> Placed | None:
    """Its year where a story has come to ``anchor``: the same time or the next, or the last with ``back``.

    ``latest`` is a day that what happened cannot be after. The year is in doubt unless the anchor is a scene,
    or something else makes sure of it.
    """
    years = [one for one in _years(period, anchor, weekday) if latest is None or one.first <= latest]
    if back:
        fitting = [one for one in years if one.first <= anchor.last][-1:]
    else:
        fitting = [one for one in years if (anchor.first - one.last).days <= STEP_BACK][:1]
        if anchor.precision is Precision.YEAR:
            fitting = [one for one in years if one.year == anchor.first.year]
    if not fitting:
        return None
    step = DerivationStep(f"in the order of what is told: {fitting[0]}", RULE)
    return Placed(fitting[0], (anchor.step(RULE), step), is_doubtful=not is_sure and anchor.kind != SCENE)


def of_year(period: Period, year: int, span: Span, words: str) -> Placed:
    """Its year is that of an event of the same sentence that comes once a year."""
    step = DerivationStep(f"the year of “{words}” in the same sentence: {year}", RULE, span)
    return Placed(replace(period, year=year), (step,))


def _years(period: Period, anchor: Anchor, weekday: int | None) -> list[Period]:
    """The period in the years around an anchor, in order; of a day with its weekday those that have it."""
    found = []
    is_of_each = weekday is None and (period.part, period.day) != _LEAP_DAY
    years = _WITHOUT_WEEKDAY if is_of_each else _YEARS
    for year in range(anchor.first.year - years, anchor.last.year + years + 1):
        one = replace(period, year=year)
        try:
            fits = weekday is None or one.first.weekday() == weekday
            if fits and one.first <= one.last:
                found.append(one)
        except BeyondCalendar:
            continue
    return found
