"""Dates as pages print them, as EDTF: only what stands there, at the precision that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.archive.edtf import Edtf, UnreadableDate
from plugins.archive.span import Span

_MONTHS = (
    "january jan janvier janv januar jänner enero ene gennaio gen",
    "february feb février fevrier févr fév februar febrero febbraio febb",
    "march mar mars märz maerz mrz marzo",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio",
    "june jun juin juni junio giugno giu",
    "july jul juillet juil juli julio luglio lug",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre setiembre settembre sett",
    "october oct octobre oktober okt octubre ottobre ott",
    "november nov novembre noviembre",
    "december dec décembre decembre déc dezember dez diciembre dic dicembre",
)
"""The months in English, French, German, Spanish and Italian, whole and shortened."""

MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}

_SEASONS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23", "winter": "24"}

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
_SEASON = rf"(?:{'|'.join(_SEASONS)})"
_YEAR = r"(?:1[89]|20)[0-9][0-9](?![0-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"

_DATE = re.compile(
    # One alternative for each way of writing; a day that stands there is never left unread.
    rf"(?<!\w)(?:(?P<iso>(?P<y1>{_YEAR})(?P<s1>[-/.])(?P<m1>[0-9][0-9])(?:(?P=s1)(?P<d1>[0-9][0-9]))?(?![0-9/.-][0-9]))"
    rf"|(?P<a>[0-9]{{1,2}})(?P<s2>[./-])(?P<b>[0-9]{{1,2}})(?P=s2)(?P<y2>{_YEAR})"
    rf"|(?P<d3>{_DAY})(?:st|nd|rd|th|er|º|°|\.)?\s+(?:de\s+|of\s+)?(?P<m3>{_MONTH}),?\s+(?:de[l]?\s+)?(?P<y3>{_YEAR})"
    rf"|(?P<m4>{_MONTH})\s+(?P<d4>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y4>{_YEAR})"
    rf"|(?P<m5>{_MONTH})\s*(?:[/–—&-]|and)\s*(?P<m6>{_MONTH}),?\s+(?P<y5>{_YEAR})"
    rf"|(?P<m7>{_MONTH}),?\s+(?:de\s+)?(?P<y7>{_YEAR})"
    rf"|(?P<season>{_SEASON}),?\s+(?P<y8>{_YEAR})(?!\s?[/–-]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date with its place in the words that were searched. ``edtf`` is as precise as the words are."""

    edtf: str
    span: Span


def find_dates(words: str) -> Iterator[PrintedDate]:
    """Every date that stands in a line, in order.

    Refuses what would need a guess: two-digit years, days without a year, days that never were, and
    numbers such as 10/11/2013 that a reader overseas reads otherwise. A year alone is no date here.
    """
    for match in _DATE.finditer(words):
        written = _edtf(match)
        if written is not None and not _is_part_of_more(words, match):
            try:
                Edtf.parse(written)
            except UnreadableDate:
                continue
            yield PrintedDate(written, Span(*match.span()))


def _is_part_of_more(words: str, match: re.Match[str]) -> bool:
    """Whether a month has a day before it that the date could not hold (``32 March 2014``)."""
    before = words[max(0, match.start() - 8) : match.start()]
    starts_with_month = match["m4"] or match["m7"]
    return bool(starts_with_month and re.search(r"[0-9](?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?$", before))


def _edtf(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return "-".join(part for part in (match["y1"], match["m1"], match["d1"]) if part)
    if match["y2"]:
        return _of_numbers(int(match["a"]), int(match["b"]), match["y2"])
    if match["season"]:
        return f"{match['y8']}-{_SEASONS[match['season'].lower()]}"
    if match["y5"]:
        return f"{match['y5']}-{_month(match['m5'])}/{match['y5']}-{_month(match['m6'])}"
    if match["y7"]:
        return f"{match['y7']}-{_month(match['m7'])}"
    day, month, year = (match[name + ("3" if match["y3"] else "4")] for name in "dmy")
    return f"{year}-{_month(month)}-{int(day):02}"


def _of_numbers(first: int, second: int, year: str) -> str | None:
    """A date in numbers, where one of them is too large for a month; None where either may be it."""
    if first == second:
        return f"{year}-{first:02}-{second:02}"
    if (first > 12) == (second > 12):
        return None
    day, month = max(first, second), min(first, second)
    return f"{year}-{month:02}-{day:02}"


def _month(word: str) -> str:
    # A regular expression without case lets a dotless i pass for an i; as a month it is none.
    return f"{MONTHS.get(word.rstrip('.').casefold(), 0):02}"
