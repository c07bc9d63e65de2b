"""The days that the plain forms of EDTF allow: nearly every date of an archive, counted and not parsed.

python-edtf reads all forms of EDTF, and takes some milliseconds for each date, and a third of a second to be
imported. What is read here comes to the same days, which a test compares.
"""

from __future__ import annotations

import re
from calendar import monthrange

Day = tuple[int, int, int]

EARLIEST = (-9999, 1, 1)
"""Stands for an open beginning when dates are put in order."""

LATEST = (9999, 12, 31)
"""Stands for an open end."""

SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
"""The first and the last month of spring, summer, autumn and winter within the year that is written."""

_WHOLE = r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"
_DATE = rf"{_WHOLE}|(?!0000)[0-9]{{4}}-2[1-4]"
_FORMS = re.compile(
    rf"({_DATE}|[0-9]{{3}}X|[0-9]{{2}}XX)[?~%]?"
    rf"|({_DATE})[?~%]?/(?:({_DATE})[?~%]?|\.\.)?"
    rf"|(?:\.\.)?/({_DATE})[?~%]?"
    rf"|\[(?:({_WHOLE})\.\.|\.\.({_WHOLE}))\]"
)
"""One date; from one to another, or without an end or a beginning; one unknown day after or before a date."""


def plain_bounds(written: str) -> tuple[Day, Day] | None:
    """The first and the last day of a date in a plain form; None for every other form of EDTF.

    Refuses nothing, and answers None too where no such day exists or the end is before the beginning.

        >>> plain_bounds("2013-21")
        ((2013, 3, 1), (2013, 5, 31))
        >>> plain_bounds("?2013-05")
    """
    form = _FORMS.fullmatch(written)
    if form is None:
        return None
    alone, begin, end, until, after, before = form.groups()
    first, last = alone or begin or after, alone or end or until or before
    try:
        bounds = (_first(first) if first else EARLIEST, _last(last) if last else LATEST)
    except ValueError:
        return None
    return bounds if bounds[0] <= bounds[1] else None


def _first(date: str) -> Day:
    year, month, day = _parts(date.replace("X", "0"))
    return _existing(year, SEASONS.get(month, (month, 0))[0] or 1, day or 1)


def _last(date: str) -> Day:
    year, month, day = _parts(date.replace("X", "9"))
    month = SEASONS.get(month, (0, month))[1] or 12
    return _existing(year, month, day or monthrange(year, month)[1])


def _parts(date: str) -> Day:
    year, month, day = (*map(int, date.split("-")), 0, 0)[:3]
    return year, month, day


def _existing(year: int, month: int, day: int) -> Day:
    if day > 28 and day > monthrange(year, month)[1]:
        raise ValueError(f"no such day: {year}-{month}-{day}")
    return year, month, day
