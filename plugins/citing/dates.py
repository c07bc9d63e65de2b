"""Dates of what is cited, no more precise than they are recorded."""

from __future__ import annotations

import re
from typing import Any

from plugins.archive.edtf import Edtf
from plugins.dates.english import in_words

_PLAIN = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MARKS = re.compile(r"[?~%]")

_FIRST_SEASON = 21
"""EDTF numbers seasons from spring on as months 21 to 24; CSL counts them from 1."""


def parts_of(date: Edtf) -> tuple[tuple[int, ...], ...] | None:
    """A day, month, season or year, or the two ends of an interval; None for what is none of these.

    >>> parts_of(Edtf.parse("2012-07/2013"))
    ((2012, 7), (2013,))
    >>> parts_of(Edtf.parse("[..2009]")) is None
    True
    """
    ends = _MARKS.sub("", date.written).split("/")
    found = [_PLAIN.fullmatch(one) for one in ends]
    if not all(found):
        return None
    return tuple(tuple(int(part) for part in one.groups() if part) for one in found if one)


def csl_date(date: Edtf) -> dict[str, Any]:
    """The date as CSL-JSON has it: parts, ``circa`` where it is in doubt, or words where it has no parts."""
    parts = parts_of(date)
    if parts is None:
        return {"literal": in_words(date)}
    doubt: dict[str, Any] = {"circa": True} if date.uncertain or date.approximate else {}
    if len(parts) == 1 and len(parts[0]) > 1 and parts[0][1] >= _FIRST_SEASON:
        year, season = parts[0]
        return {"date-parts": [[year]], "season": season - _FIRST_SEASON + 1, **doubt}
    return {"date-parts": [list(_calendar(one)) for one in parts], **doubt}


def _calendar(parts: tuple[int, ...]) -> tuple[int, ...]:
    """The parts as far as a calendar has them: of a season at the end of an interval the year."""
    return parts[:1] if len(parts) > 1 and parts[1] >= _FIRST_SEASON else parts
