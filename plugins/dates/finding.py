"""The dates that a text speaks of: its words, what they come to, and the steps between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.archive.date_expression import DateExpression
from plugins.archive.edtf import Edtf
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.dates.course import TEXT, Anchor, Course, anchor_of
from plugins.dates.cues import tells_in_present
from plugins.dates.found import Found
from plugins.dates.levels import Levels, Spans
from plugins.dates.phrases import Phrase, find_phrases
from plugins.dates.reading import SentenceReading
from plugins.dates.refusals import is_refused, is_title
from plugins.quotations.finding import UNREAD, find_quoted_spans
from plugins.quotations.sentences import find_sentences

BESIDE = frozenset(
    {
        *(Label.BYLINE, Label.CAPTION, Label.PHOTO_CREDIT, Label.CREDIT_BLOCK),
        *(Label.FILM_FACTS, Label.ERRATUM, Label.NOTE),
    }
)
"""Labels of segments that stand beside the story: they know the text’s own date, and no scene."""

STARTS_ANEW = frozenset({Label.HEADING, Label.SECTION, Label.QUESTION, Label.ANSWER})
"""Labels of segments before which the course of the story ends."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def find_dates(
    document: Document, published: Edtf | None = None, names: Iterable[Span] = ()
) -> tuple[DateExpression, ...]:
    """The words of a document that say when, in order, none inside another.

    ``published`` is the text's own date, None where nobody knows it; nothing else outside the text is
    asked, least of all today's date. ``names`` are spans that name something, in which a number is no date.
    Residue and metadata are not read.

        >>> from plugins.archive.source import Original, Rights
        >>> from plugins.sources.segments import segment
        >>> text = "It opened in June 2004. A year later, Varga left."
        >>> review = Document("review", Rights.FULL, Original("", text), segment("review", text))
        >>> [(one.quote, str(one.edtf)) for one in find_dates(review)]
        [('June 2004', '2004-06'), ('A year later', '2005~')]
    """
    return tuple(_Reading(document, anchor_of(TEXT, published), names).expressions())


class _Reading:
    """One pass over a document, paragraph by paragraph."""

    def __init__(self, document: Document, published: Anchor | None, names: Iterable[Span]) -> None:
        self._document, self._published = document, published
        self._text = document.text
        self._levels = Levels(self._text, Spans(find_quoted_spans(self._text, document.segments)))
        self._names = Spans(names)
        self._main = Course(published)

    def expressions(self) -> Iterator[DateExpression]:
        for segment in self._document.segments:
            if segment.label in UNREAD:
                continue
            course = self._course(segment)
            for paragraph in _paragraphs(self._text, segment):
                for found in self._paragraph(paragraph, course):
                    yield found.expression(self._document.source, self._text)

    def _course(self, segment: Segment) -> Course:
        """A comment knows no date but those of its own words; notes and captions know the text's."""
        if segment.label is Label.COMMENT:
            return Course()
        if segment.label in BESIDE:
            return Course(self._published)
        if segment.label in STARTS_ANEW:
            self._main.story = self._main.carried = None
        return self._main

    def _paragraph(self, paragraph: Span, course: Course) -> list[Found]:
        told = self._levels.told(paragraph)
        course.begin_paragraph(tells_in_present=tells_in_present(told))
        found: list[Found] = []
        for sentence in find_sentences(self._text, paragraph):
            scene = course.scene
            phrases = [
                one for one in find_phrases(self._text, sentence) if not self._is_refused(sentence, one)
            ]
            here = SentenceReading(self._levels, sentence, phrases, course).read() if phrases else []
            if course.scene is not scene and course.scene is not None and found:
                _date_opening(found[-1], course.scene)
            found += here
        return found

    def _is_refused(self, sentence: Span, phrase: Phrase) -> bool:
        if self._names.holder_of(phrase.span) is not None:
            return True
        quotation = self._levels.quotation_at(phrase.span)
        if quotation is not None and is_title(quotation.of(self._text), phrase.held["whole"]):
            return True
        return is_refused(self._text, sentence, phrase)


def _date_opening(found: Found, scene: Anchor) -> None:
    """“Six months after the shoot, they sit …” has the date that the next sentence gives the passage."""
    if found.fronted and found.phrase.makes == "event" and found.resolved.extent is None:
        found.is_now(scene)


def _paragraphs(text: str, segment: Segment) -> Iterator[Span]:
    """The paragraphs of a segment: of a comment several, of all else one."""
    start = segment.span.start
    for match in _BLANK_LINE.finditer(text, segment.span.start, segment.span.end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, segment.span.end)
