"""Dates as precise as a text makes them: EDTF (ISO 8601-2:2019, levels 0 to 2) as a value.

Plain forms are read by ``plain_dates``, all others by python-edtf; what is ours is the ordering, the refusal
to guess, and the choice of forms.
"""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from plugins.archive.plain_dates import EARLIEST as EARLIEST
from plugins.archive.plain_dates import LATEST as LATEST
from plugins.archive.plain_dates import Day as Day
from plugins.archive.plain_dates import plain_bounds

_DATE = (
    r"[?~%]?(?:[0-9]{4}[?~%]?"
    r"(?:-[?~%]?(?:0[1-9]|1[0-2]|2[1-4]|XX)[?~%]?(?:-[?~%]?(?:0[1-9]|[12][0-9]|3[01]|XX)[?~%]?)?)?"
    r"|[0-9]{3}X[?~%]?|[0-9]{2}XX[?~%]?)"
)
"""A day, month, season or year, any part of it in doubt; or a decade or century."""

_YEARLESS = r"XXXX-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?"
"""A month, or a day of a month, of a year that nobody tells."""

FORMS = (
    rf"{_DATE}|{_YEARLESS}"
    rf"|{_DATE}/(?:\.\.|{_DATE})?|(?:\.\.)?/{_DATE}"
    rf"|\[(?:\.\.{_DATE}|{_DATE}\.\.|{_DATE}\.\.{_DATE}|{_DATE}(?:, ?{_DATE})*)\]"
    rf"|\{{{_DATE}(?:, ?{_DATE})*\}}"
)
"""The forms of EDTF that sources of a film can need: a date, an interval, one of several, all of several.

python-edtf reads a date and passes over whatever follows it, so what it is given must be whole. Seldom
needed: ``re`` compiles it then.
"""

_BETWEEN = rf"\[({_DATE})\.\.({_DATE})\]"

_WHOLE_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class UnreadableDate(ValueError):
    """A date that is not EDTF."""


@dataclass(frozen=True, slots=True)
class Edtf:
    """One EDTF date. ``written`` is exactly what the contributor wrote.

    ``first`` and ``last`` are the earliest and latest day that it allows (proleptic Gregorian), open
    and unknown ends standing at EARLIEST and LATEST. They order dates and compare them; nothing prints them,
    because a year is not the first of January.

        >>> Edtf.parse("2013-21").first
        (2013, 3, 1)
    """

    written: str
    first: Day
    last: Day
    uncertain: bool
    approximate: bool

    @classmethod
    def parse(cls, written: str) -> Edtf:
        """The date that was written.

        Raises:
            UnreadableDate: it is not EDTF, or no such day exists; nothing is ever filled in. Times of
                day and years before 0 or after 9999 are refused too; so is a day without a year (``11-20``),
                but for one that leaves the year open (``XXXX-11-20``).
        """
        return _parse(written)

    @property
    def order(self) -> tuple[int, Day, str]:
        """Sorts by the middle of the days that are allowed, then by the earliest, then by the writing.

        So a whole year stands amid its days. A date with an open end stands where it begins, one with
        an open beginning where its end begins: “June 2012 or earlier” before the days of that June.
        """
        if self.first == EARLIEST:
            return (_number(Edtf.parse(self.written.strip("[]./")).first), self.first, self.written)
        last = self.first if self.last == LATEST else self.last
        return ((_number(self.first) + _number(last)) // 2, self.first, self.written)

    def __str__(self) -> str:
        return self.written


LONGEST = 500
"""Code points of a date: a set of sixty months. One of a thousand takes seconds to read."""


@lru_cache(maxsize=16384)
def _parse(written: str) -> Edtf:
    bounds = plain_bounds(written)
    if bounds is not None:
        return _marked(written, *bounds)
    if len(written) > LONGEST:
        raise UnreadableDate(written)
    if not re.fullmatch(FORMS, written):
        raise UnreadableDate(written)
    if between := re.fullmatch(_BETWEEN, written):
        return _one_of(written, *map(_parse, between.groups()))
    first, last = library_bounds(written)
    if last < first:
        raise UnreadableDate(written)
    return _marked(written, first, last)


def _marked(written: str, first: Day, last: Day) -> Edtf:
    return Edtf(
        written=written,
        first=first,
        last=last,
        uncertain="?" in written or "%" in written,
        approximate="~" in written or "%" in written,
    )


def library_bounds(written: str) -> tuple[Day, Day]:
    """The days of a date in any form of EDTF, as python-edtf has them; slow, and most builds never need it.

    Raises:
        UnreadableDate: it cannot be read, or no such day exists.
    """
    import edtf

    # Qualified seasons ("2010-24~") are outside python-edtf's grammar, though ISO 8601-2 qualifies
    # any date: the season is parsed and the mark kept by the caller.
    bare = written.rstrip("?~%") if written[5:7] in {"21", "22", "23", "24"} else written
    try:
        # It lets days pass that never were ("2003-02-29", "2013?-02-31"); the calendar does not.
        # A year that nobody tells may have been a leap year.
        for year, month, day in _WHOLE_DAY.findall(re.sub("[?~%]", "", written).replace("XXXX", "2000")):
            date(int(year), int(month), int(day))
        # What python-edtf cannot build it prints, and standard output is not its own.
        with redirect_stdout(io.StringIO()):
            parsed = edtf.parse_edtf(bare)
    except (edtf.EDTFParseException, ValueError, AttributeError, TypeError) as fault:
        raise UnreadableDate(written) from fault
    # An end that nobody knows bounds nothing; python-edtf would put it ten years from the other.
    first = EARLIEST if written.startswith("/") else _day(parsed.lower_strict, EARLIEST)
    last = LATEST if written.endswith("/") else _day(parsed.upper_strict, LATEST)
    return first, last


def _one_of(written: str, first: Edtf, last: Edtf) -> Edtf:
    """One unknown day from one date to another. python-edtf reads only ends of the same precision."""
    if last.last < first.first:
        raise UnreadableDate(written)
    return Edtf(
        written,
        first.first,
        last.last,
        first.uncertain or last.uncertain,
        first.approximate or last.approximate,
    )


def _number(day: Day) -> int:
    """A day as a number that grows with it; months of one length do for putting dates in order."""
    year, month, in_month = day
    return (year * 12 + month) * 31 + in_month


def _day(bound: Any, open_end: Day) -> Day:
    """A bound as a day; python-edtf answers an open end with an infinite float."""
    value = bound()
    if isinstance(value, float):
        return open_end
    return (value[0], value[1], value[2])
