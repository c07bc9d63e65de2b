"""Names found in texts: listed forms, and the short forms that a text earns by giving the full name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.archive.annotation import Form, Mention
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.authority.names import Bearer
from plugins.lexicon.tables import words
from plugins.mentions.earning import Earned, FullName, Place, earned
from plugins.mentions.folding import Folded, fold, folded_form
from plugins.mentions.matching import Match, NameMatcher, longest
from plugins.mentions.wholeness import Around, Stretch, is_whole, titles_in_marks
from plugins.quotations.finding import find_quoted_spans

MAKER = "mentions/2"

UNREAD = frozenset({Label.RESIDUE, Label.METADATA})
"""Labels of segments that are the page's own words, not the text's."""

OVER_THE_TEXT = frozenset({Label.HEADING, Label.SECTION, Label.CAPTION, Label.PHOTO_CREDIT, Label.BYLINE})
"""Segments whose words were set by somebody who knew the whole text: a short form needs no earlier name."""

SPOKEN = frozenset({Label.QUESTION, Label.ANSWER, Label.COMMENT})
"""Segments in which people are called as one calls them to their faces."""

REACH = 80
"""Code points beside a nickname in which the halves of a name are looked for; hardly a name is as long."""

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_MINOR = words("a an the and or nor but of in on at to by for from with as vs via")
"""Words that headlines leave small."""

_NICKNAME = re.compile(r"(?<=\w) ([\"'])[^\"' ][^\"']{0,30}\1(?= [^\W\d_])")


@dataclass(frozen=True)
class Reading:
    """One document as its names are looked for in it."""

    document: Document

    @cached_property
    def folded(self) -> Folded:
        return fold(self.document.text)

    @cached_property
    def said(self) -> tuple[Span, ...]:
        """The words in quotation marks, in order; none overlaps another."""
        return tuple(find_quoted_spans(self.document.text, self.document.segments))

    @cached_property
    def titles(self) -> tuple[tuple[int, int], ...]:
        """The folded stretches in marks that look like titles."""
        return tuple(titles_in_marks(self.folded.text))

    def span(self, match: Match) -> Span:
        known, stretch = self._spans, (match.start, match.end)
        if stretch not in known:
            known[stretch] = self.folded.span(*stretch)
        return known[stretch]

    @cached_property
    def _spans(self) -> dict[tuple[int, int], Span]:
        """The spans that were asked for so far, by their folded stretches."""
        return {}

    def words(self, match: Match) -> str:
        """The words of a match, folded."""
        return self.folded.text[match.start : match.end]

    def segment_of(self, span: Span) -> Segment | None:
        """The segment that holds a whole span, where its words are the text's own."""
        segment = self.document.segment_at(span.start)
        if segment is None or segment.label in UNREAD or span.end > segment.span.end:
            return None
        return segment

    @cached_property
    def _headlines(self) -> dict[int, bool]:
        """What was found of segments so far, by where they begin."""
        return {}

    def is_headline(self, segment: Segment) -> bool:
        known, start = self._headlines, segment.span.start
        if start not in known:
            known[start] = is_headline(self.document.text, segment)
        return known[start]

    def is_spoken(self, span: Span) -> bool:
        """Whether somebody says these words: in a turn, in a reader's comment, or in quotation marks."""
        segment = self.document.segment_at(span.start)
        if segment is not None and segment.label in SPOKEN:
            return True
        quotation = _last_before(self.said, span)
        return quotation is not None and quotation.start < span.start and span.end < quotation.end

    def place(self, span: Span, *, spoken: bool = True) -> Place:
        """The place of a form; where ``spoken`` is false nobody asks whether somebody says it."""
        segment = self.document.segment_at(span.start)
        over_the_text = segment is not None and segment.label in OVER_THE_TEXT
        return Place(span.start, over_the_text=over_the_text, spoken=spoken and self.is_spoken(span))


def is_headline(text: str, segment: Segment) -> bool:
    """Whether a segment has capitals for their own sake: a heading, or a short line nearly all in them."""
    is_heading = segment.label in {Label.HEADING, Label.SECTION}
    if not is_heading and len(segment.span) > 300:
        return False
    words = [word for word in _WORD.findall(segment.span.of(text)[:400]) if word.lower() not in _MINOR]
    capitals = sum(word[0].isupper() for word in words)
    if is_heading:
        return not words or capitals * 2 > len(words)
    return len(words) >= 4 and capitals * 10 >= len(words) * 9


def find_mentions(document: Document, matcher: NameMatcher, bearers: Mapping[str, Bearer]) -> list[Mention]:
    """The mentions of one document, in order; the page's residue is not looked at.

    After a full name the surname alone is found, in headings and captions before it too. A person's given
    name alone is found only in what somebody says, a character's everywhere. Where a listed name of one
    word is also the short form of somebody whom the text names in full, both are its candidates.
    """
    reading = Reading(document)
    listed = {reading.span(one): one for one in _whole(reading, _listed(reading, matcher), bearers)}
    mentions = {
        span: Mention(document.source, span, one.name.candidates, MAKER) for span, one in listed.items()
    }
    full_names = (
        FullName(one.name.candidates, one.name.form, span.start)
        for span, one in listed.items()
        if " " in reading.words(one)
    )
    short = earned(full_names, bearers)
    mentions |= {one.span: one for one in _short_forms(reading, listed, short)}
    taken = sorted(mentions)
    labels = [one for one in _speakers_labels(reading, short) if not _is_cut(taken, one.span)]
    return sorted([*mentions.values(), *labels])


def _listed(reading: Reading, matcher: NameMatcher) -> Iterator[Match]:
    """The forms that records list, the longest at each place, from left to right."""
    text = reading.folded.text
    found = (*matcher.find(reading.folded), *_around_nicknames(text, matcher))
    return longest(
        one
        for one in found
        if reading.segment_of(reading.span(one)) is not None
        and not (one.name.quoted and text[max(0, one.start - 1) : one.start] not in {'"', "'"})
    )


def _around_nicknames(text: str, matcher: NameMatcher) -> Iterator[Match]:
    """Names with a nickname in them that no record holds: ``Dwayne “The Rock” Johnson``."""
    for nickname in _NICKNAME.finditer(text):
        first = text.rfind(" ", 0, max(0, nickname.start() - REACH)) + 1
        before = text[first : nickname.start()]
        for match in matcher.find(Folded(before + text[nickname.end() : nickname.end() + REACH])):
            if match.start < len(before) < match.end:
                yield replace(match, start=first + match.start, end=first + match.end + len(nickname[0]))


def _whole(
    reading: Reading,
    matches: Iterable[Match],
    bearers: Mapping[str, Bearer],
    beside: Iterable[Match] = (),
    *,
    short: bool = False,
) -> Iterator[Match]:
    """Those matches that are no halves of longer names; ``beside`` are names that stand there too."""
    chosen = list(matches)
    several = [one for one in (*chosen, *beside) if " " in reading.words(one)]
    starts, ends = frozenset(one.start for one in several), frozenset(one.end for one in several)
    around = Around(reading.folded.text, starts, ends, reading.titles)
    for match in chosen:
        segment = reading.segment_of(reading.span(match))
        stretch = Stretch(
            match.start,
            match.end,
            kinds=frozenset(bearers[one].kind for one in match.name.candidates if one in bearers),
            short=short or " " not in reading.words(match),
            headline=segment is not None and reading.is_headline(segment),
        )
        if is_whole(around, stretch):
            yield match


def _short_forms(reading: Reading, listed: Mapping[Span, Match], short: Earned) -> Iterator[Mention]:
    """The mentions by a short form, and those by a listed form of one word that is a short form too."""
    surnames = {(one.start, one.end): one for one in _matches(reading, short, short.surnames)}
    given = {(one.start, one.end): one for one in _matches(reading, short, short.given)}
    taken = sorted(listed)
    free = [one for one in (given | surnames).values() if not _is_cut(taken, reading.span(one), same=True)]
    for match in _whole(reading, longest(free), short.bearers, listed.values(), short=True):
        span, stretch = reading.span(match), (match.start, match.end)
        meant = short.meant(
            surnames[stretch].name.candidates if stretch in surnames else (),
            given[stretch].name.candidates if stretch in given else (),
            reading.place(span, spoken=stretch in given),
        )
        by_list = set(listed[span].name.candidates) if span in listed else set()
        if by_list or meant.is_called_so:
            yield Mention(
                reading.document.source,
                span,
                tuple(sorted({*by_list, *meant.by_surname, *meant.by_given})),
                MAKER,
                Form.LISTED if by_list else meant.form,
                tuple(sorted(meant.familiar - by_list)),
            )


def _matches(reading: Reading, short: Earned, forms: Mapping[str, set[str]]) -> Iterator[Match]:
    for match in NameMatcher(short.names(forms)).find(reading.folded):
        if reading.segment_of(reading.span(match)) is not None:
            yield match


def _speakers_labels(reading: Reading, short: Earned) -> Iterator[Mention]:
    """The labels of turns that are a surname or a given name in capitals: ``JONZE:``."""
    labels: dict[str, set[str]] = {}
    for form, ids in (*short.surnames.items(), *short.given.items()):
        labels.setdefault(folded_form(form).upper(), set()).update(ids)
    text = reading.document.text
    for segment in reading.document.segments:
        label = segment.speaker
        known = labels.get(folded_form(label).upper(), ()) if label else ()
        if label and known and text.startswith(label, segment.span.start):
            span = Span(segment.span.start, segment.span.start + len(label))
            yield Mention(reading.document.source, span, tuple(sorted(known)), MAKER, Form.SPEAKER)


def _is_cut(taken: Sequence[Span], span: Span, *, same: bool = False) -> bool:
    """Whether one of some spans in order overlaps another; where ``same`` is allowed, not the span itself."""
    last = _last_before(taken, span)
    return last is not None and last.overlaps(span) and not (same and last == span)


def _last_before(spans: Sequence[Span], span: Span) -> Span | None:
    """Of spans in order, none of which overlaps another, the last that begins before a span's end."""
    place = bisect_right(spans, span.end - 1, key=lambda one: one.start) - 1
    return spans[place] if place >= 0 else None
