"""Quotations: the words that a text sets in quotation marks, and whose they are where the text says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from plugins.archive.source import Label, Quotation, Segment
from plugins.archive.span import Span
from plugins.quotations.attribution import Attribution, attribute
from plugins.quotations.people_named import Known
from plugins.quotations.pronouns import Told, resolved
from plugins.quotations.quotation_marks import Quoted, find_quoted, kind_of
from plugins.quotations.spoken_names import surname

UNREAD = frozenset({Label.RESIDUE, Label.METADATA})
"""Labels of segments that are the page's own words, not the text's."""

BESIDE_THE_TEXT = UNREAD | {Label.CAPTION, Label.PHOTO_CREDIT}
"""Labels of segments that may stand between two paragraphs of one quotation."""

_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)(?=[^\S\r\n]*[\r\n])")
_LINE_END = re.compile(r"[\r\n]+")
_SENTENCE_END = re.compile(r"[.!?…][”’\"')\]]*$")


def find_quotations(
    text: str, segments: Iterable[Segment], known: Known | None = None
) -> Iterator[Quotation]:
    """The quotations of a text in order, outermost only, each inside one paragraph of its segment.

    Segments of residue and metadata are not read. ``speaker`` is the bare name, without title or role,
    where the words beside the quotation name who says it; in a turn of an interview a quotation is not its
    speaker's: it has one only where the turn names somebody. With what is ``known`` of the text's names,
    ``speaker`` is also whom a pronoun or a role beside it means, where no guess is needed: see ``pronouns``.

    A mark that nothing closes in its paragraph gives a quotation that is not ``closed``: it ends with its
    sentence, or before it where another of its kind begins, so that it takes in nothing that follows. It
    is closed where the next paragraph opens with the same mark, as quotations of several paragraphs are
    set: then it runs to the end of its paragraph, and the next has the same speaker unless it says else.

    Refuses apostrophes, and the marks of feet, inches and minutes.
    """
    heard: Iterable[tuple[Sequence[Quoted], Sequence[Attribution]]]
    if known is None:
        heard = ((quoted, said()) for _, quoted, said in _quoted(text, segments))
    else:
        told = [_told(paragraph, quoted, said()) for paragraph, quoted, said in _quoted(text, segments)]
        heard = zip((one.quoted for one in told), resolved(text, told, known), strict=True)
    for quoted, attributions in heard:
        for one, attribution in zip(quoted, attributions, strict=True):
            yield Quotation(one.span, attribution.name, one.closed, attribution.by(text))


def find_quoted_spans(text: str, segments: Iterable[Segment]) -> Iterator[Span]:
    """The spans of ``find_quotations``, found faster: who says the words is hardly ever looked for."""
    return (one.span for _, quoted, _ in _quoted(text, segments) for one in quoted)


def _told(paragraph: _Paragraph, quoted: Sequence[Quoted], said: Sequence[Attribution]) -> Told:
    label = paragraph.segment.label
    return Told(paragraph.span, quoted, said, label is Label.BODY, label in BESIDE_THE_TEXT)


def _quoted(
    text: str, segments: Iterable[Segment]
) -> Iterator[tuple[_Paragraph, Sequence[Quoted], Callable[[], Sequence[Attribution]]]]:
    """The quotations of each paragraph, with what tells who says them when it is asked."""
    paragraphs = [_read(text, segment, span) for segment in segments for span in _paragraphs(text, segment)]
    links = _links(text, paragraphs)
    later = _named_later(paragraphs, links)
    carried: dict[int, Attribution] = {}
    for number, paragraph in enumerate(paragraphs):
        if number not in carried and number not in links:
            yield paragraph, paragraph.quoted, partial(getattr, paragraph, "said")
            continue
        said = list(paragraph.said)
        if number in carried and not said[0].rule:
            said[0] = carried[number]
        quoted = list(paragraph.quoted)
        following = links.get(number)
        if following is not None:
            place = paragraph.left_open
            speaker = said[place].name or (None if said[place].rule else later.get(number))
            own = paragraphs[following].said[0].name
            if not (speaker and own) or surname(text, speaker) == surname(text, own):
                whole = replace(quoted[place], span=Span(quoted[place].span.start, paragraph.span.end))
                quoted[place:] = [replace(whole, closed=True)]
                carried[following] = Attribution("shared", speaker, None if speaker else said[place].referent)
                said[place:] = [carried[following]]
        yield paragraph, quoted, said.copy


@dataclass(frozen=True)
class _Paragraph:
    """A paragraph with its quotations, and who says each."""

    text: str
    segment: Segment
    span: Span
    quoted: tuple[Quoted, ...]

    @cached_property
    def said(self) -> tuple[Attribution, ...]:
        return tuple(attribute(self.text, self.span, self.quoted))

    @property
    def left_open(self) -> int:
        """The place of the quotation that may go on in the next paragraph, -1 where there is none."""
        kinds_after: set[str] = set()
        for place in range(len(self.quoted) - 1, -1, -1):
            one = self.quoted[place]
            if not one.closed:
                return -1 if kind_of(one.mark) in kinds_after else place
            kinds_after.add(kind_of(one.mark))
        return -1

    def opens_with(self, mark: str) -> bool:
        return (
            bool(self.quoted)
            and self.quoted[0].span.start == self.span.start
            and kind_of(self.quoted[0].mark) == kind_of(mark)
        )

    def goes_on_in(self, other: _Paragraph) -> bool:
        return self.segment.label is other.segment.label and self.segment.speaker == other.segment.speaker


def _paragraphs(text: str, segment: Segment) -> Iterator[Span]:
    """The paragraphs of a segment: one, but in a comment of several blocks."""
    blank = (
        list(_BLANK_LINE.finditer(text, segment.span.start, segment.span.end)) if segment.blocks > 1 else []
    )
    if segment.blocks > 1 and len(blank) + 1 < segment.blocks:
        blank = list(_LINE_END.finditer(text, segment.span.start, segment.span.end))
    begin = segment.span.start
    for end in (*(match.start() for match in blank), segment.span.end):
        words = text[begin:end]
        if words.strip():
            first = begin + len(words) - len(words.lstrip())
            yield Span(first, first + len(words.strip()))
        begin = end


def _read(text: str, segment: Segment, span: Span) -> _Paragraph:
    quoted = () if segment.label in UNREAD else tuple(find_quoted(text, span))
    return _Paragraph(text, segment, span, quoted)


def _links(text: str, paragraphs: Sequence[_Paragraph]) -> dict[int, int]:
    """For each paragraph whose last quotation goes on in another, the number of that one."""
    links: dict[int, int] = {}
    after: int | None = None
    for number in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[number]
        place = paragraph.left_open
        if (
            place >= 0
            and after is not None
            and _SENTENCE_END.search(text, paragraph.span.end - 4, paragraph.span.end)
        ):
            other = paragraphs[after]
            if other.opens_with(paragraph.quoted[place].mark) and paragraph.goes_on_in(other):
                links[number] = after
        if paragraph.segment.label not in BESIDE_THE_TEXT:
            after = number
    return links


def _named_later(paragraphs: Sequence[_Paragraph], links: dict[int, int]) -> dict[int, Span | None]:
    """The name that a quotation of several paragraphs gets only in a later one, by its paragraph's number."""
    later: dict[int, Span | None] = {}
    for number in sorted(links, reverse=True):
        following = paragraphs[links[number]]
        goes_on = following.left_open == 0 and not following.said[0].rule
        later[number] = following.said[0].name or (later.get(links[number]) if goes_on else None)
    return later
