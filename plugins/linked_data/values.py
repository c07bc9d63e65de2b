"""Values as schema.org has them: exactly as precise as they are written, or not at all."""

from __future__ import annotations

import re
from calendar import monthrange

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.claims.values.dates import read_date
from plugins.claims.values.durations import read_duration
from plugins.claims.values.words import NO_REST
from plugins.dates.english import machine_form

_EDTF_SIGNS = re.compile(r"[/\[\]{}?~%]|\.\.")
"""What only EDTF writes in a date: such a value is read as a whole or not at all."""


def exact_date(written: str) -> str | None:
    """The date that an EDTF is, where that is a day, a month or a year and nothing of it is in doubt.

    >>> [exact_date(one) for one in ("2013-10", "2013-21", "2013/..", "soon")]
    ['2013-10', None, None, None]
    """
    try:
        return machine_form(Edtf.parse(written))
    except UnreadableDate:
        return None


def iso_date(value: str) -> str | None:
    """A day, a month or a year as ISO 8601 has it; None for everything that is more, less or otherwise.

    A season, a decade, a stretch of days, a date without a year and one that is in doubt have no such form,
    and none is made for them.

        >>> [iso_date(one) for one in ("2013", "October 2013", "18 December 2013")]
        ['2013', '2013-10', '2013-12-18']
        >>> [iso_date(one) for one in ("2013-21", "2013~", "early 2013", "20 November", "May 2013, Paris")]
        [None, None, None, None, None]
    """
    exact = exact_date(value)
    if exact or _EDTF_SIGNS.search(value):
        return exact
    read = read_date(value)
    if read is None or not read.has_year or read.rest != NO_REST:
        return None
    (year, month, day), last = read.first, read.last
    if not 0 < year <= 9999:
        return None
    if read.first == last:
        return f"{year:04}-{month:02}-{day:02}"
    if (month, day) == (1, 1) and last == (year, 12, 31):
        return f"{year:04}"
    if day == 1 and last == (year, month, monthrange(year, month)[1]):
        return f"{year:04}-{month:02}"
    return None


def iso_duration(value: str) -> str | None:
    """A length to the minute as ISO 8601 has it; None for one that is rounded, hedged or of another thing.

    >>> iso_duration("126 minutes"), iso_duration("2h 5m")
    ('PT126M', 'PT125M')
    >>> iso_duration("two hours"), iso_duration("about 90 minutes"), iso_duration("90 minutes abroad")
    (None, None, None)
    """
    read = read_duration(value)
    if read is None or read.rest != NO_REST or read.low != read.high or read.low != int(read.low):
        return None
    return f"PT{int(read.low)}M"
