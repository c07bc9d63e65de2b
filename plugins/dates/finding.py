"""The dates that a text speaks of: its words, what they come to, and the steps between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from plugins.archive.date_expression import DateExpression, Precision
from plugins.archive.edtf import Edtf
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.dates.absolute import year_of
from plugins.dates.course import ENTRY, TEXT, Anchor, Course, anchor_of
from plugins.dates.cues import calls_off_the_last, tells_in_present
from plugins.dates.datings import find_datings
from plugins.dates.entries import HEADING, HEADINGS, is_date_line, is_head
from plugins.dates.found import Found
from plugins.dates.happenings import Happening, find_happenings, may_tell_when, phases_told
from plugins.dates.levels import Levels, Spans
from plugins.dates.milestones import Dating, Known, KnowsMilestones, Milestones
from plugins.dates.occasions import Occasion, find_occasions
from plugins.dates.phases import Milestone
from plugins.dates.phrases import Phrase, find_phrases, words_had
from plugins.dates.reading import SentenceReading
from plugins.dates.refusals import is_refused, is_title
from plugins.dates.works_named import WorksNamed, own_film, sections
from plugins.quotations.finding import UNREAD, find_quoted_spans
from plugins.quotations.sentences import find_sentences

BESIDE = frozenset(
    {
        *(Label.BYLINE, Label.CAPTION, Label.PHOTO_CREDIT, Label.CREDIT_BLOCK),
        *(Label.FILM_FACTS, Label.ERRATUM, Label.NOTE),
    }
)
"""Labels of segments that stand beside the story: they know the text’s own date, and no scene."""

NO_ENTRY = BESIDE | {Label.QUESTION, Label.ANSWER, Label.COMMENT}
"""Labels of segments that no date heads: whoever is asked when answers with a date."""

STARTS_ANEW = HEADINGS
"""Labels of segments before which the course of the story ends. What is told in turns is one story."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def find_dates(
    document: Document, published: Edtf | None = None, names: Iterable[Span] = ()
) -> tuple[DateExpression, ...]:
    """The words of a document that say when, in order, none inside another.

    ``published`` is the text's own date, None where nobody knows it; nothing else outside the text is
    asked, least of all today's date. ``names`` are spans that name something, in which a number is no date.
    Of residue and metadata only lines are read that may tell when the text is from.

        >>> from plugins.archive.source import Original, Rights
        >>> from plugins.sources.segments import segment
        >>> text = "It opened in June 2004. A year later, Varga left."
        >>> review = Document("review", Rights.FULL, Original("", text), segment("review", text))
        >>> [(one.quote, str(one.edtf)) for one in find_dates(review)]
        [('June 2004', '2004-06'), ('A year later', '2005~')]
    """
    text = TextReading(document, published, names)
    return text.expressions(Milestones(text.datings))


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What a sentence holds before anything is resolved."""

    span: Span
    phrases: Sequence[Phrase]
    happenings: Sequence[Happening]


@dataclass(frozen=True)
class _Paragraph:
    segment: Segment
    span: Span
    levels: Levels
    sentences: Sequence[_Sentence]

    def tells_in_present(self) -> bool:
        return self._has_present

    @cached_property
    def _has_present(self) -> bool:
        return tells_in_present(self.levels.told(self.span))


class TextReading:
    """One text, read once for what it dates by itself, and again where milestones date more.

    ``named`` tells which works it names; without it the text is about one film, that has no record.
    """

    def __init__(
        self,
        document: Document,
        published: Edtf | None = None,
        names: Iterable[Span] = (),
        named: WorksNamed | None = None,
    ) -> None:
        self._document, self._published = document, anchor_of(TEXT, published)
        self._text = document.text
        self._levels = Levels(self._text, Spans(find_quoted_spans(self._text, document.segments)))
        self._names = Spans(names)
        self._named = named or WorksNamed(self._text, own_film(document.source))
        self._paragraphs = list(self._each_paragraph())
        self._by_itself = list(self._read(None))

    @cached_property
    def datings(self) -> tuple[Dating, ...]:
        """The dates that the text gives to milestones of works, in order. Readers' comments give none."""
        return tuple(one for _, one in self._dated if one is not None)

    @property
    def occasions(self) -> frozenset[tuple[Milestone, bool]]:
        """The milestones that may date words of the text, each with whether its work's title is there."""
        return frozenset((one.milestone, one.is_named) for each in self._occasions.values() for one in each)

    def expressions(self, milestones: KnowsMilestones) -> tuple[DateExpression, ...]:
        """The dates of the text, with what milestones date that are told here or elsewhere."""
        found = self._read(milestones) if self._is_dated_by(milestones) else self._by_itself
        return tuple(one.expression(self._document.source, self._text) for one in found)

    def _first_year(self) -> Anchor | None:
        """The beginning of the year that the first heading date with a year gives to those before it."""
        if not self._has_entries:
            return None
        for paragraph in self._paragraphs:
            if (
                paragraph.segment.label not in NO_ENTRY
                and paragraph.sentences
                and paragraph.sentences[0].phrases
            ):
                first = paragraph.sentences[0].phrases[0]
                year, _ = year_of(first, self._published)
                if first.makes in HEADING and year and self._heads(paragraph):
                    return anchor_of(ENTRY, Edtf.parse(f"{year:04}-01-01"), first.span)
        return None

    def _heads(self, paragraph: _Paragraph) -> bool:
        """Whether a paragraph begins with a date that heads it."""
        sentence = paragraph.sentences[0]
        first = sentence.phrases[0]
        whole = Span(sentence.span.start, paragraph.segment.span.end)
        only_year = Precision.YEAR if first.makes == "year" else None
        return is_head(self._text, whole, first.span, only_year, paragraph.segment.label)

    @property
    def _has_entries(self) -> bool:
        return self._entries > 0

    @cached_property
    def _entries(self) -> int:
        """How many paragraphs dates head: several in a diary or a chronology, one in a report."""
        heads = 0
        for paragraph in self._paragraphs:
            if paragraph.segment.label in NO_ENTRY or not paragraph.sentences:
                continue
            sentence = paragraph.sentences[0]
            if sentence.phrases and sentence.phrases[0].makes in HEADING:
                heads += self._heads(paragraph)
        return heads

    @cached_property
    def _dated(self) -> list[tuple[Happening, Dating | None]]:
        """The milestones that the text dates itself, with each date; None for one that others cannot use."""
        dates: dict[Span, list[Found]] = {}
        for one in self._by_itself:
            dates.setdefault(one.sentence, []).append(one)
        source = self._document.source
        return [
            each
            for paragraph in self._paragraphs
            for one in paragraph.sentences
            if one.happenings and one.span in dates
            for each in find_datings(self._levels, one.span, one.happenings, dates[one.span], source)
        ]

    @cached_property
    def _occasions(self) -> dict[Span, list[Occasion]]:
        """The phrases that milestones may date, by sentence."""
        dated = {one.span for one, _ in self._dated}
        found: dict[Span, list[Occasion]] = {}
        for paragraph in self._paragraphs:
            if paragraph.segment.label is not Label.COMMENT:
                for one in paragraph.sentences:
                    undated = [each for each in one.happenings if each.span not in dated]
                    occasions = list(find_occasions(self._named, one.span, undated, one.phrases))
                    if occasions:
                        found[one.span] = occasions
        return found

    def _known(self, milestones: KnowsMilestones, one: Occasion) -> Known | None:
        return milestones.known(one.milestone, self._document.source, by_record=one.is_named)

    def _is_dated_by(self, milestones: KnowsMilestones) -> bool:
        occasions = (one for each in self._occasions.values() for one in each)
        return any(self._known(milestones, one) is not None for one in occasions)

    def _each_paragraph(self) -> Iterator[_Paragraph]:
        homes, question = sections(self._document, self._named), None
        for number, segment in enumerate(self._document.segments):
            if segment.label in UNREAD and not self._is_date_line(number):
                continue
            home = homes[segment.span.start]
            for paragraph in _paragraphs(self._text, segment):
                passage = paragraph.start
                if segment.label is Label.ANSWER and question is not None:
                    passage = question
                sentences = [
                    self._sentence(segment, one, home, passage)
                    for one in find_sentences(self._text, paragraph)
                ]
                yield _Paragraph(segment, paragraph, self._levels, sentences)
            question = segment.span.start if segment.label is Label.QUESTION else None

    def _is_date_line(self, number: int) -> bool:
        """Whether a line that is not the text's may tell when the text is from."""
        segments = self._document.segments
        beside = frozenset(
            one.label for one in (*segments[max(number - 2, 0) : number], *segments[number + 1 : number + 2])
        )
        return is_date_line(self._text, segments[number], beside)

    def _sentence(self, segment: Segment, sentence: Span, home: str | None, passage: int) -> _Sentence:
        had = words_had(self._text, sentence)
        found = find_phrases(self._text, sentence, had)
        phrases = [one for one in found if not self._is_refused(sentence, one)]
        if segment.label is Label.COMMENT:
            return _Sentence(sentence, phrases, ())
        if sentence.of(self._named.masked) != sentence.of(self._text):
            had = words_had(self._named.masked, sentence)
        phases = phases_told(had)
        if not phases or not (phrases or may_tell_when(self._text, sentence)):
            return _Sentence(sentence, phrases, ())
        happenings = find_happenings(self._named, home, passage, sentence, had, phases)
        return _Sentence(sentence, phrases, happenings)

    def _read(self, milestones: KnowsMilestones | None) -> Iterator[Found]:
        main, last = Course(self._published, last_entry=self._first_year()), None
        for paragraph in self._paragraphs:
            is_new, last = paragraph.segment is not last, paragraph.segment
            if is_new:
                course = self._course(paragraph.segment, main)
            yield from self._paragraph(paragraph, course, milestones)

    def _course(self, segment: Segment, main: Course) -> Course:
        """A comment knows no date but those of its own words; notes and captions know the text's."""
        if segment.label is Label.COMMENT:
            return Course()
        if segment.label in BESIDE:
            return Course(self._published)
        if segment.label in STARTS_ANEW:
            main.start_anew()
        return main

    def _paragraph(
        self, paragraph: _Paragraph, course: Course, milestones: KnowsMilestones | None
    ) -> list[Found]:
        course.begin_paragraph(paragraph.tells_in_present)
        found: list[Found] = []
        for place, one in enumerate(paragraph.sentences):
            scene = course.scene
            phrases, known = self._with_milestones(one, milestones)
            here = self._read_sentence(paragraph, place, phrases, course, known) if phrases else []
            if found and calls_off_the_last(one.span.of(self._text)):
                found[-1].call_off()
            if course.scene is not scene and course.scene is not None and found:
                _date_opening(found[-1], course.scene)
            found += here
        return found

    def _read_sentence(
        self,
        paragraph: _Paragraph,
        place: int,
        phrases: Sequence[Phrase],
        course: Course,
        known: Mapping[int, Known],
    ) -> list[Found]:
        may_head = self._has_entries and paragraph.segment.label not in NO_ENTRY
        opens = paragraph.segment if may_head else None
        return SentenceReading(
            self._levels,
            paragraph.sentences[place].span,
            phrases,
            course,
            known,
            opens,
            place == 0,
            self._entries == 1,
        ).read()

    def _with_milestones(
        self, sentence: _Sentence, milestones: KnowsMilestones | None
    ) -> tuple[Sequence[Phrase], Mapping[int, Known]]:
        """The phrases of a sentence, those among them that milestones date, and when these were."""
        occasions = self._occasions.get(sentence.span, ()) if milestones is not None else ()
        phrases, known = {one.span.start: one for one in sentence.phrases}, {}
        for one in occasions:
            found = self._known(milestones, one) if milestones is not None else None
            if found is not None:
                phrases[one.phrase.span.start] = one.whole if found.extent else one.phrase
                known[one.phrase.span.start] = found
        return [phrases[start] for start in sorted(phrases)], known

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
