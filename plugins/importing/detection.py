"""What a text says about itself, and nothing that it does not: unknown is a value.

Each field has rules of its own in a module of its own; this one puts their answers together. What a web
page states of itself in its markup goes before what its words show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import takewhile

from plugins.archive.source import Label, Segment
from plugins.archive.span import Span
from plugins.importing.bylines import find_authors
from plugins.importing.detected import Detected, Field, on_one_line
from plugins.importing.film_credits import find_credits
from plugins.importing.film_facts import find_film_facts
from plugins.importing.language import find_language
from plugins.importing.outlets import find_outlet
from plugins.importing.publication import find_published
from plugins.importing.text_kind import find_kind

COUNTED = "comments-counted"
"""The rule of a number of comments that is not stated but counted."""

LONGEST_HEADLINE = 300
"""Code points of a heading that is taken for the headline."""

_PROPER = frozenset({Label.BODY, Label.QUESTION, Label.ANSWER, Label.COMMENT, Label.ERRATUM})
"""With these the text itself has begun: a heading after them is a chapter's or another page's."""

_YEAR_AFTER_TITLE = re.compile(
    r".{1,120}?\s\((?P<year>(?:18[89]|19[0-9]|20[0-9])[0-9])\)(?=\s*$|\s*[:|–—-]|\s(?:(?:film|movie)\s)?review\b)",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:interview|conversation|talks?|q\s?&\s?a|profile|obituary|festival|best|top)\b", re.IGNORECASE
)

_COMMENTS_STATED = re.compile(
    r"(?:^|(?<=[|•·(/])|(?<=[|•·(/]\s))(?:(?:show|view|read|all)\s+(?:all\s+)?)?"
    r"(?:(?P<before>[0-9]{1,6}|one)\s+(?:reader\s+)?(?:comments?|responses?|replies|reply|thoughts?|kommentare?|commentaires?|comentarios?|comment[oi])"
    r"|(?:comments?|responses|replies|kommentare?|commentaires?|comentarios?|commenti)\s*[(:]\s*(?P<after>[0-9]{1,6})\)?)(?!\w)",
    re.IGNORECASE,
)


def detect(text: str, segments: tuple[Segment, ...], stated: Iterable[Detected] = ()) -> tuple[Detected, ...]:
    """Everything that the text says of itself and of its film, in the order of fields, then of the text.

    ``stated`` is what a web page says of itself in its markup, without spans. It goes before what the
    words show for the same field, and gets the span of words that say the same. Of several stated titles
    it is the one that is printed above the text, or else the first. A field without an entry is not
    recorded: nothing is ever guessed.
    """
    said = tuple(stated)
    shown_headline = find_headline(text, segments)
    headline = _headline([one for one in said if one.field is Field.HEADLINE], shown_headline)
    said = tuple(one for one in said if one.field is not Field.HEADLINE)
    authors = list(find_authors(text, segments))
    named = {one.value.casefold() for one in (*authors, *said) if one.field is Field.AUTHOR}
    shown = [
        *authors,
        *_section(text, segments),
        *find_outlet(text, segments, frozenset(named)),
        *find_published(text, segments),
        *find_kind(text, segments, headline),
        *find_language(text, segments),
        *find_film_facts(text, segments),
        *_year_of_headline(text, headline),
        *find_credits(text, segments),
        *_comments(text, segments),
    ]
    placed = [replace(one, span=_place_of(one, shown)) for one in said]
    settled = {field for one in said for field in _SETTLES.get(one.field, (one.field,))}
    rest = [one for one in shown if one.field not in settled or one.rule == COUNTED]
    found = [*([headline] if headline else ()), *placed, *rest]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.place))


_SETTLES = {
    Field.OUTLET: (Field.OUTLET, Field.OUTLET_CANDIDATE),
    Field.PUBLISHED: (Field.PUBLISHED, Field.PUBLISHED_CANDIDATE),
}
"""The fields that a statement in the markup leaves nothing open of."""


def _headline(stated: list[Detected], shown: Detected | None) -> Detected | None:
    if not stated or shown is None:
        return stated[0] if stated else shown
    words = shown.value.casefold()
    same = next((one for one in stated if _holds_title(one.value.casefold(), words)), None)
    return replace(shown, rule=same.rule) if same else stated[0]


def _holds_title(stated: str, printed: str) -> bool:
    """Whether a stated title is the printed one, or that and a site's name with a sign between them."""
    before, found, after = stated.partition(printed)
    return (
        bool(found)
        and (not before or before.rstrip()[-1] in _PARTS)
        and (not after or after.lstrip()[0] in _PARTS)
    )


_PARTS = ":|–—-·•»«/"


def _place_of(one: Detected, shown: Iterable[Detected]) -> Span | None:
    """Where the words say what the markup states, or None."""
    same = (other for other in shown if other.field is one.field)
    return next((other.span for other in same if other.value.casefold() == one.value.casefold()), None)


def find_headline(text: str, segments: tuple[Segment, ...]) -> Detected | None:
    """The first heading above the text proper; None where the text begins without one."""
    above = takewhile(lambda one: one.label not in _PROPER, segments)
    first = next((one for one in above if one.label is Label.HEADING), None)
    if first is None or len(first.span) > LONGEST_HEADLINE:
        return None
    return Detected(Field.HEADLINE, on_one_line(first.span.of(text)), first.span, "heading-above-text")


def _section(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    for segment in segments:
        if segment.label is Label.SECTION and len(segment.span) <= LONGEST_HEADLINE:
            yield Detected(Field.SECTION, on_one_line(segment.span.of(text)), segment.span, "section-line")


def _year_of_headline(text: str, headline: Detected | None) -> Iterator[Detected]:
    """The year in brackets right after a film's title; after a person's name it would be the talk's."""
    if headline is None or headline.span is None:
        return
    words = headline.span.of(text)
    match = _YEAR_AFTER_TITLE.match(words)
    if match and not _ABOUT_PEOPLE.search(words):
        span = Span(headline.span.start + match.start("year"), headline.span.start + match.end("year"))
        yield Detected(Field.RELEASE_YEAR, match["year"], span, "headline-year")


def _comments(text: str, segments: tuple[Segment, ...]) -> Iterator[Detected]:
    """How many comments there are, and how many the page says it has, which may be more."""
    comments = [segment for segment in segments if segment.label is Label.COMMENT]
    if comments:
        span = Span(comments[0].span.start, comments[-1].span.end)
        yield Detected(Field.COMMENT_COUNT, str(len(comments)), span, COUNTED)
    for segment in segments:
        if segment.label not in {Label.RESIDUE, Label.METADATA} or len(segment.span) > LONGEST_HEADLINE:
            continue
        if match := _COMMENTS_STATED.search(segment.span.of(text)):
            span = Span(segment.span.start + match.start(), segment.span.start + match.end())
            number = match["before"] or match["after"]
            yield Detected(
                Field.COMMENT_COUNT,
                "1" if number.lower() == "one" else str(int(number)),
                span,
                "comments-stated",
            )
            return
