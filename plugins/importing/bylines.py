"""Who wrote a text, as its bylines say: names of people, and nothing where a byline names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field
from plugins.importing.printed_dates import find_dates
from plugins.importing.spelling import person_spelled

LONGEST_BYLINE = 400
"""Code points. What is longer tells of its writer in sentences."""

MOST_BYLINES = 20
"""Bylines that are read. A page with more is a list of other pages."""

_LEAD = re.compile(
    r"\W*(?:(?P<by>(?:(?:an?\s+|the\s+)?(?:film\s+|movie\s+|book\s+)?"
    r"(?:interview(?:ed)?|review(?:ed)?|story|essay|profile|report|reported|text|words|written|posted|published"
    r"|reporting|article|column|entretien|interview\s+réalisée|propos\s+recueillis|texte|texto|testo|entrevista"
    r"|intervista|intervista\s+a\s+cura|geschrieben|verfasst|a\s+cura)\s+)?(?:by|par|por|von|di|de|door|av)\b\s*:?)"
    r"|(?P<label>(?:author|writer|words|text|interview|interviewer|story|review|reviewer|critic|written|autor(?:in)?"
    r"|auteur|autore|texte|texto|testo|kritik|(?:取材|写真)?・?文|取材|聞き手)\s*[:：=＝|–—-]))\s*",
    re.IGNORECASE,
)
"""What stands before the name: ``By``, ``Words:``, ``Interview by``, and the like in five languages."""

_POSTED = re.compile(
    r"\W*(?:posted|published|filed|written)\b[^|]{1,60}?(?P<by>\b(?:by|par|von|por|di)\b\s*:?)(?P<label>)\s*",
    re.IGNORECASE,
)
"""A posting line that names its writer after the day: ``Posted on 3 May 2011 by Jo Ruiz``."""

_OTHERS_WORK = re.compile(
    r"\W*(?:photo|portrait|illustration|picture|image|styling|translat|video|foto|bild|edited|art\b|design)",
    re.IGNORECASE,
)
"""A line on the work of somebody else, which a byline holds at times: ``Photographs by Tom Bell``."""

_END = re.compile(
    r"[|•·/\n\r;:：=＝@()\[\]]|\s[–—-]\s|\s+(?:photo|portrait|illustrat|(?:on|in|for|at|from|is|pour|für)\b)|[0-9]",
    re.IGNORECASE,
)
"""Where the names of a byline end: at a sign, at a number, or at the next thing that is told."""

_PARTICLES = (
    "de|da|do|dos|das|du|des|del|della|di|la|le|van|von|vom|zu|zur|der|den|ter|ten|y|e|bin|ibn|al|el|st|af|av"
)
_PART = r"[^\W\d_a-zß-öø-ÿ][\w.’'‘-]*"
_NAME = re.compile(rf"(?:(?:{_PARTICLES})\s+)*{_PART}(?:\s+(?:(?:{_PARTICLES})\s+)*{_PART}){{0,4}}")
_SMALL = re.compile(r"(?!(?:the|our|an?|my)\s)[^\W\d_]+(?:\s[^\W\d_]+){1,2}")
"""A name that its site writes without capitals, after ``by``."""

_AND = re.compile(r"\s*,\s*(?:and|AND|&|et|und|y|e)\s+|\s+(?:and|AND|&|et|und|y|e)\s+|\s*,\s*")

_NOBODY = re.compile(
    r"(?:admin(?:istrator)?|staff|editors?|editorial|editorial\s+(?:staff|board|team)|team|guest(?:\s+\w+)?|contributor|contributing"
    r"|(?:our|an?)\s.*|webmaster|newsroom|desk|anonymous|unknown|redaktion|rédaction|redacción|redazione|user|author|published|updated"
    r"|.*\s(?:staff|team|desk|editors|newsroom|correspondents?|reporters?|writers?|critics?|contributors?))",
    re.IGNORECASE,
)
"""What stands where a name would, and names no person (``Staff``, ``admin``, ``Quay Newsroom``)."""

_TRADE = re.compile(
    r"(?:\w+\s+){0,3}(?:critic|editor|writer|correspondent|reporter|columnist|contributor|journalist|staff|director|author|producer)\b",
    re.IGNORECASE,
)


def find_authors(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    """One for each person whom a byline names, in the order of the text, each name once.

    Names in capitals are given as the text has them elsewhere, or else with capital first letters.
    """
    seen: set[str] = set()
    bylines = (one for one in segments if one.label is Label.BYLINE and len(one.span) <= LONGEST_BYLINE)
    for segment in islice(bylines, MOST_BYLINES):
        words = segment.span.of(text)
        for first, last in _names_in(words):
            name = person_spelled(words[first:last], text)
            if name.casefold() not in seen:
                seen.add(name.casefold())
                span = Span(segment.span.start + first, segment.span.start + last)
                yield Detected(Field.AUTHOR, name, span, "byline")


def names_in(line: str) -> list[str]:
    """The people whom a byline names, as it has them; without its ``By``, their trades and its date.

    >>> names_in("By Jo Ruiz and Tom Bell, Film Critics | March 3, 2014")
    ['Jo Ruiz', 'Tom Bell']
    """
    return [line[first:last] for first, last in _names_in(line)]


def _names_in(words: str) -> Iterator[tuple[int, int]]:
    if _OTHERS_WORK.match(words):
        return
    lead = _POSTED.match(words) or _LEAD.match(words)
    start = lead.end() if lead else len(words) - len(words.lstrip("—–-• "))
    ends = [date.span.start for date in find_dates(words) if date.span.start >= start]
    if end := _END.search(words, start):
        if end.group() in ":：=＝":
            return  # what stands before it is a label that we do not know
        ends.append(end.start())
    until = min(ends, default=len(words))
    if lead and lead["by"] and words[start:until].islower() and _SMALL.fullmatch(words, start, until):
        yield start, until
    yield from _people(words, start, until)


def _people(words: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names between two places. Of two that only a comma parts, the second may be a paper or a town."""
    places = [start]
    commas_only = True
    for joint in _AND.finditer(words, start, end):
        commas_only = commas_only and not re.search(r"\w|&", joint.group())
        places += [joint.start(), joint.end()]
    places.append(end)
    pairs = list(zip(places[::2], places[1::2], strict=True))
    for first, last in pairs[:1] if commas_only and len(pairs) == 2 else pairs:
        trimmed = words[first:last].strip(" \t,.\u00a0*_")
        if not trimmed or _NOBODY.fullmatch(trimmed) or _TRADE.fullmatch(trimmed):
            continue
        offset = words.index(trimmed, first)
        name = _NAME.match(words, offset, offset + len(trimmed))
        if name and name.end() == offset + len(trimmed):
            yield name.span()
