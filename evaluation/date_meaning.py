"""What EDTF dates mean: equal for two writings of the same, and how much time they leave open."""

from __future__ import annotations

import math
from dataclasses import dataclass

from plugins.archive.edtf import EARLIEST, LATEST, Day, Edtf, UnreadableDate

UNKNOWN = "XXXX"
"""What an annotation writes where its text tells no date at all; a date that stays words is as right."""


@dataclass(frozen=True, slots=True)
class End:
    """One end or member of a date: the days that it allows, and its marks of doubt."""

    first: Day
    last: Day
    uncertain: bool
    approximate: bool


Meaning = tuple[str, tuple[End | None, ...]]
"""The brackets or the slash of a date, and its ends or members in order; an open end is None."""


def meaning(written: str) -> Meaning | None:
    """What a date means; None for what is no EDTF.

    Ends of different precision (``[2011..2012-06-21]``), which python-edtf does not read, are read too.

        >>> meaning("?2013") == meaning("2013?"), meaning("[..2010]") == meaning("../2010")
        (True, False)
    """
    if written == UNKNOWN:
        return (UNKNOWN, ())
    shape, parts = _taken_apart(written)
    ends = tuple(_end(part) if part else None for part in parts)
    if not any(ends) or any(part and end is None for part, end in zip(parts, ends, strict=True)):
        return None
    return (shape, ends)


def days_left_open(written: str) -> float:
    """How many days a date leaves open, about; endless where an end is open or no year is told."""
    found = meaning(written)
    if found is None or None in found[1] or not found[1]:
        return math.inf
    known = [one for one in found[1] if one is not None]
    first, last = known[0].first, known[-1].last
    if first == EARLIEST or last == LATEST or (last[0] - first[0]) > _LONGEST:
        return math.inf
    return (last[0] - first[0]) * 372 + (last[1] - first[1]) * 31 + (last[2] - first[2])


_LONGEST = 1000
"""Years after which a stretch is none: a year that is not told may be any."""


def _taken_apart(written: str) -> tuple[str, list[str]]:
    inner = written.strip("[]{}")
    shape = written[:1] if written[:1] in {"[", "{"} else ""
    if "/" in inner:
        return "/", ["" if part in {"", ".."} else part for part in inner.split("/")]
    if ".." in inner:
        return f"{shape}..", inner.split("..")
    return shape, [part.strip() for part in inner.split(",")]


def _end(written: str) -> End | None:
    try:
        read = Edtf.parse(written)
    except UnreadableDate:
        return None
    return End(read.first, read.last, read.uncertain, read.approximate)
