"""A day of a life and its place in one value, as encyclopedias have them, and the two facts that it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plugins.archive.nearest_date import is_date, nearest_dates
from plugins.archive.properties import ValueKind, property_of
from plugins.lexicon.english import ENGLISH

PLACE_OF = {"born": "birthplace", "died": "place-of-death"}
"""The day of each is one fact, and the place another. A premiere's or a release's may stand in one value:
sources give several of them, and the place tells which."""

_PLACED = (
    re.compile(r"(?P<date>.*\d{4}\S*?)(?:,? (?:in|at|near) |, | \()(?P<place>[^\W\d_]\D*)"),
    re.compile(r"(?P<place>[^\W\d_]\D*?)(?:,? on |, | \()(?P<date>[^,]*\d.*?)\)?"),
)
"""A day with a place behind it or before it: ``30 December 1906 in Putney``, ``Putney, 30 December 1906``."""


_CALENDARS = frozenset({"style", "julian", "gregorian", "calendar"})
"""Words that tell in which calendar a day is."""


def each_of(name: str, value: str) -> list[dict[str, str]]:
    """The facts that a value of a property tells: a day of a life, and its place where that stands beside it.

    >>> each_of("born", "Putney, 30 December 1906")
    [{'property': 'born', 'value': '1906-12-30'}, {'property': 'birthplace', 'value': 'Putney'}]
    >>> each_of("born", "March 21, 1918")
    [{'property': 'born', 'value': '1918-03-21'}]
    """
    found = day_and_place(value) if name in PLACE_OF else None
    if found is None:
        return [{"property": name, "value": _as_date(value) if _holds_dates(name) else value}]
    date, place = found
    return [{"property": name, "value": date}, {"property": PLACE_OF[name], "value": place}]


def date_meant(text: str) -> str:
    """A date as it is written behind ``date``, for one in other words; empty where nobody can tell which.

    >>> date_meant("3 June 1931"), date_meant("1931"), date_meant("the review")
    ('1931-06-03', '1931', '')
    """
    dates = (text,) if is_date(text) else nearest_dates(text)
    return dates[0] if len(dates) == 1 else ""


def date_in_parts(parts: Mapping[str, Any]) -> str:
    """The date of a year, a month and a day that have keys of their own, or of the one value that is a date.

    Empty for anything else.

    >>> date_in_parts({"year": "1931", "month": "6"}), date_in_parts({"date": "3 June 1931", "place": "Gent"})
    ('1931-06', '1931-06-03')
    """
    told = [str(parts[one]) for one in ("year", "month", "day") if parts.get(one)]
    if len(told) == len(parts):
        return date_meant("-".join(told))
    found = [date for one in parts.values() if isinstance(one, str) and (date := date_meant(one))]
    return found[0] if len(found) == 1 else ""


def told_in(sentence: str) -> list[dict[str, str]]:
    """The facts of a sentence that begins with what is said of a life; none of any other.

    >>> told_in("Born on 8 October 1949 in New York City.")[1]
    {'property': 'birthplace', 'value': 'New York City'}
    """
    name, _, rest = sentence.strip().rstrip(".").partition(" ")
    found = day_and_place(_OF_A_SENTENCE.sub("", rest)) or tuple(
        filter(None, [date_meant(_OF_A_SENTENCE.sub("", rest))])
    )
    if name.lower() not in PLACE_OF or not found:
        return []
    days = zip((name.lower(), PLACE_OF[name.lower()]), found, strict=False)
    return [{"property": one, "value": said} for one, said in days]


_OF_A_SENTENCE = re.compile(r"\A(?:on|in) (?=\W?\w*\d|[A-Z][a-z]+ \d)")
"""What stands before a day in a sentence."""


def _holds_dates(name: str) -> bool:
    return property_of(name).kind is ValueKind.DATE


def _as_date(value: str) -> str:
    """A date as it is written behind ``date``, where nobody can read another; any other text as it is."""
    return date_meant(value) or value


def day_and_place(value: str) -> tuple[str, str] | None:
    """The date and the place of a value that has both; None for any other."""
    if len(value) > 200 or is_date(value) or nearest_dates(value):
        return None
    for pattern in _PLACED:
        found = pattern.fullmatch(value)
        if found is None or any(map(_is_of_calendar, found["place"].split())):
            continue
        dates = (found["date"],) if is_date(found["date"]) else nearest_dates(found["date"])
        if found["place"][0].isupper() and len(dates) == 1:
            return dates[0], _closed(found["place"].strip())
    return None


def _closed(place: str) -> str:
    """A place without the bracket that closes what was opened before it."""
    return place.removesuffix(")") if place.count(")") > place.count("(") else place


def _is_of_calendar(word: str) -> bool:
    low = word.lower().strip("().,")
    return low in ENGLISH.calendar | _CALENDARS or bool(nearest_dates(f"1 {low} 1906"))
