"""What sort of text a text is, where it says or shows it; most do neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Detected, Field

LONGEST_LINE = 400
"""Code points of a line that may say what the text is."""

LONGEST_RATING = 80
"""Code points of a line that is nothing but a critic's stars or points."""

FEWEST_TURNS = 2
"""Questions, and answers, from which on a text shows a talk: one of each may be quoted in passing."""

_WORDS = {
    # The kinds of the schema, with the words by which sections and headlines name them.
    "interview": (
        r"interviews?|q\s?&\s?a|q\sand\sa|conversations?|entretiens?|entrevistas?|interviste?|gespräche?"
        r"|対談|インタビュー"
    ),
    "review": (
        r"(?:(?:film|movie|cinema)\s)?(?:reviews?|critiques?|kritik(?:en)?|filmkritik|rezension(?:en)?|reseñas?"
        r"|críticas?|recension[ei])"
    ),
    "profile": r"profiles?|portraits?|porträts?|perfil(?:es)?|ritratt[oi]",
    "obituary": r"obituar(?:y|ies)|nachruf(?:e)?|nécrologie|obituarios?|necrologi[eo]",
    "essay": r"essays?|essais?|ensayos?|saggi[o]?",
}

_SECTIONS = tuple(
    (kind, re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])", re.IGNORECASE)) for kind, words in _WORDS.items()
)

_ARTICLE = r"(?:(?:an?|the|our)\s)?(?:exclusive\s)?"
_HEADLINES = tuple(
    # At either end of a headline and set off by a sign: inside it the word may be a film's title.
    (
        kind,
        re.compile(
            rf"\A(?P<first>{_ARTICLE}(?:{words}))\s?[:|–—]|[:|–—-]\s(?P<last>{_ARTICLE}(?:{words}))\W*\Z",
            re.IGNORECASE,
        ),
    )
    for kind, words in _WORDS.items()
)
_TALK_WITH = re.compile(
    r"(?:(?i:(?:interview|q\s?&\s?a|conversation)\swith|entretien\savec|entrevista\s(?:con|a)|intervista\s(?:a|con)"
    r"|gespräch\smit|interview\smit))(?=\s(?!(?i:the|an?)\b)[A-ZÀ-Þ])"
)
"""A talk with somebody who has a name: ``Interview with the`` may begin a title."""

_LINES = (
    # (kind, labels, words that say it)
    ("interview", {Label.NOTE}, r"this (?:interview|conversation|q\s?&\s?a)\b"),
    ("review", {Label.NOTE}, r"this review\b"),
    ("profile", {Label.NOTE}, r"this profile\b"),
    ("essay", {Label.NOTE}, r"this essay\b"),
    ("obituary", {Label.NOTE}, r"this obituary\b"),
    (
        "interview",
        {Label.BYLINE},
        r"interview(?:ed)?(?:\s+by\b|\s*:)|propos recueillis par|entretien réalisé par",
    ),
    ("review", {Label.BYLINE}, r"(?:a |film |movie )?review(?:ed)?(?:\s+by\b|\s*:)"),
    ("profile", {Label.BYLINE}, r"(?:a )?profile\s+by\b"),
    ("essay", {Label.BYLINE}, r"(?:an )?essay\s+by\b"),
)
_LINE_PATTERNS = tuple((kind, labels, re.compile(words, re.IGNORECASE)) for kind, labels, words in _LINES)

_FILED = re.compile(
    r"\W*(?:filed under|posted in|categor(?:y|ies)|section)\s*:?\s*|[•·▪◦‣●]\s*", re.IGNORECASE
)
"""What stands before a page's categories. A bullet may stand before any fact of the page."""
_STARS = re.compile(
    r"[★☆✭✮⭐✩✰½⯪\s]*[★⭐✭✮][★☆✭✮⭐✩✰½⯪\s]*(?:[^\w].*)?"
    r"|(?:(?:(?:our|my|final)\s)?(?:rating|grade|score|verdict|wertung|note|voto)\s*:\s*)?"
    r"(?:(?:[0-9](?:[.,][0-9])?|10)\s?(?:/|out\sof|von|sur)\s?(?:4|5|10|100)(?:\s*stars?)?|[0-9](?:[.,][0-9])?\s+stars?"
    r"|(?<=:\s)[A-F][+-]?)\.?",
    re.IGNORECASE,
)


def find_kind(text: str, segments: tuple[Segment, ...], headline: Detected | None) -> Iterator[Detected]:
    """The kind of the schema that the text has by its own account, or nothing.

    Asked in this order, and the first answer stands: the section above the headline, the turns of a
    talk, the headline, a line of the page (byline, note, category), the stars of a review.
    """
    for evidence in (_of_section, _of_turns, _of_headline, _of_lines, _of_stars):
        found = evidence(text, segments, headline)
        if found is not None:
            yield found
            return


def _of_section(text: str, segments: tuple[Segment, ...], _headline: Detected | None) -> Detected | None:
    for segment in segments:
        if segment.label is Label.SECTION and len(segment.span) <= LONGEST_LINE:
            kinds = _kinds_in(segment.span.of(text))
            if len(kinds) == 1:
                return Detected(Field.KIND, kinds[0], segment.span, "section")
    return None


def _kinds_in(words: str) -> list[str]:
    return [kind for kind, pattern in _SECTIONS if pattern.search(words)]


def _of_turns(_text: str, segments: tuple[Segment, ...], _headline: Detected | None) -> Detected | None:
    turns = [segment for segment in segments if segment.label in {Label.QUESTION, Label.ANSWER}]
    counted = Counter(segment.label for segment in turns)
    if min(counted[Label.QUESTION], counted[Label.ANSWER]) < FEWEST_TURNS:
        return None
    return Detected(Field.KIND, "interview", Span(turns[0].span.start, turns[-1].span.end), "turns")


def _of_headline(text: str, _segments: tuple[Segment, ...], headline: Detected | None) -> Detected | None:
    if headline is None or len(headline.value) > LONGEST_LINE:
        return None
    words = headline.span.of(text) if headline.span else headline.value
    for kind, pattern in (*_HEADLINES, ("interview", _TALK_WITH)):
        if match := pattern.search(words):
            first, last = match.span(match.lastgroup or 0)
            start = headline.span.start if headline.span else None
            span = None if start is None else Span(start + first, start + last)
            return Detected(Field.KIND, kind, span, "headline")
    return None


def _of_lines(text: str, segments: tuple[Segment, ...], _headline: Detected | None) -> Detected | None:
    for segment in segments:
        if len(segment.span) > LONGEST_LINE:
            continue
        words = segment.span.of(text)
        for kind, labels, pattern in _LINE_PATTERNS:
            if segment.label in labels and (match := pattern.search(words)):
                span = Span(segment.span.start + match.start(), segment.span.start + match.end())
                return Detected(Field.KIND, kind, span, "line")
        if segment.label is Label.METADATA and (filed := _FILED.match(words)):
            kinds = {kind for part in re.split(r"[,|/•·]", words[filed.end() :]) for kind in _kinds_in(part)}
            if len(kinds) == 1:
                return Detected(Field.KIND, kinds.pop(), segment.span, "category")
    return None


def _of_stars(text: str, segments: tuple[Segment, ...], _headline: Detected | None) -> Detected | None:
    for segment in segments:
        is_short = segment.label is Label.METADATA and len(segment.span) <= LONGEST_RATING
        if is_short and _STARS.fullmatch(segment.span.of(text)):
            return Detected(Field.KIND, "review", segment.span, "star-rating")
    return None
