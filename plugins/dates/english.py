"""EDTF in English words, with exactly the precision it has."""

from __future__ import annotations

import re
from functools import lru_cache

from plugins.archive.edtf import Edtf, UnreadableDate

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}

_MARKS = "?~%"

_OF_HTML = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")


def in_words(date: Edtf) -> str:
    """The date as a sentence has it.

    >>> in_words(Edtf.parse("2012-06-21"))
    '21 June 2012'
    >>> in_words(Edtf.parse("[..2009]"))
    '2009 or earlier'
    >>> in_words(Edtf.parse("2013-21~"))
    'about spring 2013'
    """
    return _in_words(date.written)


_DATE_AT_ONCE = re.compile(r"(?!\d{4}/\d{4}\Z)\[?(?:\.\.)?\d{3}[\dX][^\s\w]")
"""How a date begins as records have it. A year alone is its own words; of two nobody knows whether they are
a time from one to the other."""


def date_in(value: str) -> Edtf | None:
    """The date that the value of a fact is; None for one in words, and for a year alone.

    >>> date_in("1948-11-24").last, date_in("24 November"), date_in("1948")
    ((1948, 11, 24), None, None)
    """
    if not _DATE_AT_ONCE.match(value):
        return None
    try:
        return Edtf.parse(value)
    except UnreadableDate:
        return None


def said(value: str) -> str:
    """The value of a fact as a sentence has it: a date in words, anything else as it stands.

    >>> said("1948-11-24"), said("89 minutes")
    ('24 November 1948', '89 minutes')
    """
    return in_words(date) if (date := date_in(value)) else value


@lru_cache(maxsize=10_000)
def _in_words(written: str) -> str:
    # The dates of an archive are few, and each stands on many pages.
    if written[0] in "[{":
        return _set(written)
    if "/" in written:
        first, last = written.split("/")
        if first in {"", ".."}:
            return f"until {_one(last)}"
        if last in {"", ".."}:
            return f"from {_one(first)} on"
        return f"{_one(first)} to {_one(last)}"
    return _one(written)


def machine_form(date: Edtf) -> str | None:
    """The value for HTML's ``<time datetime>``: a day, a month or a year that is not in doubt.

    None for everything that HTML has no form for; a season is not squeezed into a month.
    """
    return date.written if _OF_HTML.fullmatch(date.written) else None


def _set(written: str) -> str:
    inner = written[1:-1]
    if written[0] == "{":
        return " and ".join(_one(part.strip()) for part in inner.split(","))
    if inner.startswith(".."):
        return f"{_one(inner[2:])} or earlier"
    if inner.endswith(".."):
        return f"{_one(inner[:-2])} or later"
    if ".." in inner:
        first, last = inner.split("..", 1)
        return f"some time from {_one(first)} to {_one(last)}"
    parts = [_one(part.strip()) for part in inner.split(",")]
    return f"{', '.join(parts[:-1])} or {parts[-1]}" if len(parts) > 1 else parts[0]


def _one(written: str) -> str:
    doubt, about = any(mark in written for mark in "?%"), any(mark in written for mark in "~%")
    marked_year = bool(re.match(r"[?~%]?\d{4}[?~%]-", written))
    year, *rest = "".join(sign for sign in written if sign not in _MARKS).split("-")
    words = _plain(year, rest)
    if about:
        words = f"about {words}"
    if doubt:
        words += " (the year is inferred)" if marked_year else " (uncertain)"
    return words


def _plain(year: str, rest: list[str]) -> str:
    of_year = " of an unknown year" if year == "XXXX" else f" {_year(year)}"
    year = _year(year)
    if not rest:
        return year
    part = rest[0]
    if part in SEASONS:
        return f"{SEASONS[part]} {year}"
    month = MONTHS[int(part) - 1] if part.isdigit() else None
    if len(rest) == 1:
        return f"{month}{of_year}" if month else f"an unknown month of {year}"
    day = str(int(rest[1])) if rest[1].isdigit() else None
    if month is None:
        return f"an unknown day of {year}"
    return f"{day} {month}{of_year}" if day else f"a day in {month} {year}"


def _year(year: str) -> str:
    if year.endswith("XX"):
        return f"an unknown year from {year[:2]}00 to {year[:2]}99"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    return year
