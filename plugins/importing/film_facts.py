"""What a page's list of facts says of the film, and the facts that close a review.

Sentences of the text are left alone: ninety minutes there may be a wait for a bus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field, on_one_line
from plugins.importing.durations import CLOCK, DURATION, minutes_of

FACT_LABELS = frozenset({Label.FILM_FACTS, Label.CREDIT_BLOCK, Label.METADATA})
"""Where facts stand as a list."""

LONGEST_LIST = 4_000
"""Code points of a segment that is read as a list of facts."""

SHORTEST_UNLABELLED = 30
"""Minutes. A shorter time that stands by itself among a page's facts may be the time to read it."""

CLOSING = 240
"""Code points at the end of a review in which its facts may stand."""

_YEAR = r"(?<![0-9])(?P<value>18[89][0-9]|19[0-9]{2}|20[0-9]{2})(?![0-9])"
_RATING = (
    r"(?P<value>NC-?17|PG-?13|PG|TV-(?:MA|14|PG|G|Y7?)|MA ?15\+|R ?18\+?|12A|14A|18A|AA|NR"
    r"|[Uu]nrated|[Nn]ot [Rr]ated|[RGXUM])(?![\w+/’'-])"
)
_WORK = (
    r"(?P<value>(?:(?:feature|short|documentary|tv|television|animated)[ -])?"
    r"(?:film|movie|documentary|series|miniseries)|short)\b"
)

_NEXT = (
    "running|run|length|duration|dur|release|year|rat|certifi|type|format|language|genre|direct|cast|studio"
    "|distribut|produc|writ"
)
"""How the next label of a list begins, where one line holds several."""

LABELLED: tuple[tuple[Field, str, str], ...] = (
    # The label makes a bare number or a clock's writing a running time too.
    (
        Field.RUNNING_TIME,
        r"running[ -]?time|run[ -]?time|length|duration|dur[ée]e|duraci[óo]n|dura[çc][ãa]o|durata|l[äa]nge"
        r"|laufzeit|(?:spiel)?dauer|speelduur|上映時間",
        rf"(?P<value>(?i:{DURATION})|{CLOCK})",
    ),
    # The day of a release holds its year; the days of single countries (Kinostart, estreno) need not.
    (
        Field.RELEASE_YEAR,
        r"release (?:year|date)|year(?: of release)?|released|a[ñn]o|ann[ée]e|(?:produktions)?jahr|anno"
        r"|製作年",
        rf"[^\n•|;:]{{0,30}}?{_YEAR}",
    ),
    # A figure is an age only where a board is named: "Rating: 8" is somebody's opinion.
    (Field.RATING, r"(?:mpaa )?rating|rated|mpaa|certifi(?:cate|cation)|classification", _RATING),
    (
        Field.RATING,
        r"certifi(?:cate|cation)|cert\.?|bbfc|fsk",
        r"(?P<value>(?:ab )?[0-9]{1,2})(?![\w/.,])",
    ),
    (
        Field.COUNTRY,
        r"countr(?:y|ies)(?: of origin)?|pa[íi]s(?:es)?|pays|(?:produktions)?land|l[äa]nder|paese|製作国",
        rf"(?P<value>[^\W\d_][^\n•|;:]{{1,80}}?)(?=\s*(?:[\n•|;]|\.?$|\.\s|\s(?i:{_NEXT})\b[^:]{{0,20}}:))",
    ),
    (Field.KIND_OF_WORK, r"type|format|kind|medium", f"(?i:{_WORK})"),
)
"""Facts that stand after a colon: the field, the words before it, what is read after it."""

_LABELLED = tuple(
    (field, re.compile(rf"(?<![^\W_])(?i:{label})\s*[:：]\s*{value}")) for field, label, value in LABELLED
)

_RATED = re.compile(rf"(?<![^\W_])(?i:rated)\s+{_RATING}")
"""A rating that needs no colon: ``Rated R for language``."""

_BULLETS = "•·▪◦‣●|"
_SIGNS = rf"\n\r{_BULLETS};,()–—"
_ALONE = rf"(?:^|(?<=[{_SIGNS}])|(?<=\.)(?=\s))\s*{{}}(?=\s*(?:[{_SIGNS}]|\.?\s*$|\.\s))"
"""A part of a list that is nothing but the pattern: between its signs, or a sentence by itself."""

_DURATION_ALONE = re.compile(_ALONE.format(rf"(?P<value>(?i:{DURATION}))"))
_RATING_ALONE = re.compile(_ALONE.format(rf"(?:(?i:rated)\s+)?{_RATING}(?:\s+for\b[^,;.()]*)?"))
_YEAR_ALONE = re.compile(_ALONE.format(rf"(?:[^\W\d_][^\d{_SIGNS}]{{1,40}}\s)?{_YEAR}"))
_WORK_ALONE = re.compile(_ALONE.format(f"(?i:{_WORK})"))
_READING = re.compile(r"\bread\b|reading|lesezeit|lesedauer|lecture\b|lectura|lettura|listen", re.IGNORECASE)

_IN_BRACKETS = re.compile(r"\(([^()]{2,120})\)[.\s]*$")
_CLOSING_SENTENCES = re.compile(
    rf"(?i:rated)\s+{_RATING.replace('?P<value>', '?P<rating>')}[^.]{{0,80}}\.\s+"
    rf"(?:(?i:running time):?\s+)?(?P<time>(?i:{DURATION}))\.?\s*$"
)
_CLOSING_TIME = re.compile(rf"(?i:running time)\s*:\s*(?P<value>(?i:{DURATION}))[.)\]\s]*$")


def find_film_facts(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    """Running time, year, rating, country and kind of work, as often as lists and endings state them."""
    if _tells_of_several(segments):
        return
    for segment in segments:
        if segment.label in FACT_LABELS and len(segment.span) <= LONGEST_LIST:
            yield from _of_list(segment, text)
    last = next((one for one in reversed(segments) if one.label is Label.BODY), None)
    if last is not None:
        yield from _of_ending(last, text)


def _tells_of_several(segments: tuple[Segment, ...]) -> bool:
    """Whether rows of facts stand apart, each under another film's title, as in a guide to a week's films."""
    rows = [place for place, one in enumerate(segments) if one.rule == "fact-line"]
    return any(second - first > 1 for first, second in pairwise(rows))


def _of_list(segment: Segment, text: str) -> Iterator[Detected]:
    words, start = segment.span.of(text), segment.span.start
    taken: list[Span] = []
    for field, pattern in (*_LABELLED, (Field.RATING, _RATED)):
        for match in pattern.finditer(words):
            span = Span(start + match.start("value"), start + match.end("value"))
            if not any(span.overlaps(one) for one in taken):
                taken.append(span)
                yield from _detected(field, span, text, "labelled-fact")
    for field, span in _unlabelled(segment, text):
        if not any(span.overlaps(one) for one in taken):
            yield from _detected(field, span, text, "fact-alone")


def _unlabelled(segment: Segment, text: str) -> Iterator[tuple[Field, Span]]:
    """Parts of a list that are nothing but a duration, a year, a rating or a kind of work.

    A rating and a year count only beside a duration, and a kind of work after a bullet: elsewhere the
    same words are tags.
    """
    words = segment.span.of(text)
    if _READING.search(words):
        return
    if segment.rule == "posting-line":
        return  # what follows a day there is the length of the page or of its recording
    is_film = segment.label is not Label.METADATA
    durations = [
        span
        for span in _values(_DURATION_ALONE, segment.span, text)
        if is_film or (minutes_of(span.of(text)) or 0) >= SHORTEST_UNLABELLED
    ]
    yield from ((Field.RUNNING_TIME, span) for span in durations)
    if durations:
        yield from ((Field.RATING, span) for span in _values(_RATING_ALONE, segment.span, text))
    if durations and is_film:
        yield from ((Field.RELEASE_YEAR, span) for span in _values(_YEAR_ALONE, segment.span, text))
    if words[0] in _BULLETS:
        yield from ((Field.KIND_OF_WORK, span) for span in _values(_WORK_ALONE, segment.span, text))


def _values(pattern: re.Pattern[str], span: Span, text: str) -> Iterator[Span]:
    for match in pattern.finditer(span.of(text)):
        yield Span(span.start + match.start("value"), span.start + match.end("value"))


def _of_ending(last: Segment, text: str) -> Iterator[Detected]:
    """``(R, 126 minutes)`` or ``Rated R. 2 hours 6 minutes.`` as the very last words of a text."""
    start = max(last.span.start, last.span.end - CLOSING)
    words = text[start : last.span.end]
    if sentences := _CLOSING_SENTENCES.search(words):
        for field, group in ((Field.RATING, "rating"), (Field.RUNNING_TIME, "time")):
            span = Span(start + sentences.start(group), start + sentences.end(group))
            yield from _detected(field, span, text, "closing-facts")
        return
    if time := _CLOSING_TIME.search(words):
        span = Span(start + time.start("value"), start + time.end("value"))
        yield from _detected(Field.RUNNING_TIME, span, text, "closing-facts")
    if brackets := _IN_BRACKETS.search(words):
        yield from _of_brackets(Span(start + brackets.start(1), start + brackets.end(1)), text)


def _of_brackets(span: Span, text: str) -> Iterator[Detected]:
    """Brackets that hold a rating and a duration; a duration alone may be anything's."""
    times, ratings = (list(_values(one, span, text)) for one in (_DURATION_ALONE, _RATING_ALONE))
    if times and ratings:
        yield from _detected(Field.RATING, ratings[0], text, "closing-facts")
        yield from _detected(Field.RUNNING_TIME, times[0], text, "closing-facts")


def _detected(field: Field, span: Span, text: str, rule: str) -> Iterator[Detected]:
    words = on_one_line(span.of(text))
    if field is not Field.RUNNING_TIME:
        yield Detected(field, words, span, rule)
    elif (minutes := minutes_of(words)) is not None:
        yield Detected(field, str(minutes), span, rule)
