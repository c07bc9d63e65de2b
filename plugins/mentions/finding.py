"""Names found in texts: listed forms, and the short forms that a text earns by giving the full name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.archive.annotation import Form, Mention
from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.authority.names import Bearer, Name, Names
from plugins.mentions.folding import Folded, fold
from plugins.mentions.matching import Match, NameMatcher, longest
from plugins.mentions.short_forms import short_forms
from plugins.mentions.wholeness import Around, is_whole
from plugins.quotations.finding import find_quotations
from plugins.sources.library import Documents

MAKER = "mentions/2"

UNREAD = frozenset({Label.RESIDUE, Label.METADATA})
"""Labels of segments that are the page's own words, not the text's."""

OVER_THE_TEXT = frozenset({Label.HEADING, Label.SECTION, Label.CAPTION, Label.PHOTO_CREDIT, Label.BYLINE})
"""Segments whose words were set by somebody who knew the whole text: a short form needs no earlier name."""

TURNS = frozenset({Label.QUESTION, Label.ANSWER})

_WORD = re.compile(r"[^\W_][\w'’.-]*")


@dataclass(frozen=True)
class Reading:
    """One document as its names are looked for in it."""

    document: Document

    @cached_property
    def folded(self) -> Folded:
        return fold(self.document.text)

    @cached_property
    def said(self) -> tuple[Span, ...]:
        """The words in quotation marks, in order."""
        return tuple(one.span for one in find_quotations(self.document.text, self.document.segments))

    def segment_of(self, span: Span) -> Segment | None:
        """The segment that holds a whole span, where its words are the text's own."""
        segment = self.document.segment_at(span.start)
        if segment is None or segment.label in UNREAD or span.end > segment.span.end:
            return None
        return segment

    def is_headline(self, segment: Segment) -> bool:
        return is_headline(self.document.text, segment)

    def is_spoken(self, span: Span) -> bool:
        """Whether somebody says these words: in a turn of a conversation or in quotation marks."""
        segment = self.document.segment_at(span.start)
        if segment is not None and segment.label in TURNS:
            return True
        return any(one.start < span.start and span.end < one.end for one in self.said)


def is_headline(text: str, segment: Segment) -> bool:
    """Whether a segment has capitals for its own sake: a heading, or nearly every longer word with one."""
    words = [word for word in _WORD.findall(segment.span.of(text)[:400]) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    if segment.label in {Label.HEADING, Label.SECTION}:
        return not words or capitals * 2 > len(words)
    return len(words) >= 4 and capitals * 10 >= len(words) * 9 and len(segment.span) <= 300


def find_all_mentions(documents: Documents, names: Names) -> tuple[Mention, ...]:
    """The mentions of every document, in the order of sources and offsets."""
    matcher = NameMatcher(names.forms)
    return tuple(
        mention
        for document in documents.by_id.values()
        for mention in find_mentions(document, matcher, names.bearers)
    )


def find_mentions(
    document: Document, matcher: NameMatcher, bearers: dict[str, Bearer] | None = None
) -> list[Mention]:
    """The mentions of one document, in order; the page's residue is not looked at.

    After a full name the surname alone is found, in headings and captions before it too. A person's given
    name alone is found only in what somebody says, a character's everywhere. Where a listed name of one
    word is also the short form of somebody whom the text names in full, both are its candidates.
    """
    reading, known = Reading(document), bearers or {}
    listed = _listed(reading, matcher, known)
    earned = _earned(reading, listed, known)
    by_span = {mention.span: mention for mention in listed}
    for mention in earned:
        same = by_span.get(mention.span)
        if same is None:
            by_span[mention.span] = mention
        else:
            ids = tuple(sorted({*same.candidates, *mention.candidates}))
            by_span[mention.span] = replace(same, candidates=ids)
    return sorted(by_span.values())


def _listed(reading: Reading, matcher: NameMatcher, bearers: dict[str, Bearer]) -> list[Mention]:
    """The forms that records list, the longest at each place and whole."""
    folded = reading.folded
    matches: list[Match] = []
    for match in matcher.find(folded):
        if match.name.quoted and not _stands_quoted(folded.text, match.start):
            continue
        if reading.segment_of(folded.span(match.start, match.end)) is not None:
            matches.append(match)
    chosen = list(longest(matches))
    return list(_whole(reading, chosen, bearers, Form.LISTED))


def _whole(
    reading: Reading, chosen: list[Match], bearers: dict[str, Bearer], form: Form, beside: Iterable[Match] = ()
) -> Iterator[Mention]:
    folded = reading.folded
    several = [one for one in (*chosen, *beside) if " " in folded.text[one.start : one.end]]
    around = Around(
        folded.text, frozenset(one.start for one in several), frozenset(one.end for one in several)
    )
    for match in chosen:
        span = folded.span(match.start, match.end)
        segment = reading.segment_of(span)
        kinds = frozenset(bearers[one].kind for one in match.name.candidates if one in bearers)
        headline = segment is not None and reading.is_headline(segment)
        if is_whole(around, match.start, match.end, kinds, headline=headline):
            yield Mention(reading.document.source, span, match.name.candidates, MAKER, form)


def _earned(reading: Reading, listed: list[Mention], bearers: dict[str, Bearer]) -> list[Mention]:
    """The short forms of those whom the text names in full."""
    since = _named_in_full(reading, listed, bearers)
    surnames: dict[str, set[str]] = {}
    given: dict[str, set[str]] = {}
    for one in since:
        forms = short_forms(bearers[one])
        for form in forms.surnames:
            surnames.setdefault(form, set()).add(one)
        for form in forms.given:
            given.setdefault(form, set()).add(one)
    if not surnames and not given:
        return []
    forms = sorted({*surnames, *given})
    matcher = NameMatcher(
        Name(form, tuple(sorted(surnames.get(form, set()) | given.get(form, set())))) for form in forms
    )
    taken = {one.span: one for one in listed}
    found: list[Match] = []
    for match in matcher.find(reading.folded):
        span = reading.folded.span(match.start, match.end)
        segment = reading.segment_of(span)
        if segment is None or _lies_in_another(span, taken):
            continue
        found.append(match)
    chosen = list(longest(found))
    mentions: list[Mention] = []
    for mention in _whole(reading, chosen, bearers, Form.SURNAME):
        form = _form_of(mention.span.of(reading.document.text), forms)
        mentions += _allowed(reading, mention, form, since, surnames, given, taken, bearers)
    return [*mentions, *_speakers(reading, since, bearers, {*taken, *(one.span for one in mentions)})]


def _form_of(words: str, forms: list[str]) -> str:
    folded = fold(words).text
    return next((form for form in forms if fold(form).text == folded), words)


def _named_in_full(reading: Reading, listed: list[Mention], bearers: dict[str, Bearer]) -> dict[str, int]:
    """Where each person and character is first named by a name of several words that is only theirs."""
    since: dict[str, int] = {}
    for mention in listed:
        if len(mention.candidates) != 1 or mention.candidates[0] not in bearers:
            continue
        one = mention.candidates[0]
        if bearers[one].kind in {Kind.PERSON, Kind.CHARACTER}:
            if " " in fold(mention.span.of(reading.document.text)).text:
                since.setdefault(one, mention.span.start)
    return since


def _lies_in_another(span: Span, taken: dict[Span, Mention]) -> bool:
    return span not in taken and any(one.overlaps(span) for one in taken)


def _allowed(
    reading: Reading,
    mention: Mention,
    form: str,
    since: dict[str, int],
    surnames: dict[str, set[str]],
    given: dict[str, set[str]],
    taken: dict[Span, Mention],
    bearers: dict[str, Bearer],
) -> Iterator[Mention]:
    """The mention with those whom it may mean here, or nothing."""
    segment = reading.document.segment_at(mention.span.start)
    above = segment is not None and segment.label in OVER_THE_TEXT
    after = {one for one in mention.candidates if above or since[one] < mention.span.start}
    if mention.span in taken:
        # A listed name decides that somebody is meant; these are his rivals.
        if after:
            yield replace(mention, candidates=tuple(sorted(after)))
        return
    by_surname = after & surnames.get(form, set())
    by_given = after & given.get(form, set())
    spoken = reading.is_spoken(mention.span)
    characters = {one for one in by_given if bearers[one].kind is Kind.CHARACTER}
    if not by_surname and not (by_given if spoken else characters):
        return
    kind = Form.SURNAME if by_surname else Form.GIVEN
    yield replace(mention, candidates=tuple(sorted(by_surname | by_given)), form=kind)


def _speakers(
    reading: Reading, since: dict[str, int], bearers: dict[str, Bearer], taken: set[Span]
) -> Iterator[Mention]:
    """The labels of turns that are a surname or a given name in capitals: ``JONZE:``."""
    labels: dict[str, set[str]] = {}
    for one in since:
        forms = short_forms(bearers[one])
        for form in (bearers[one].name, *forms.surnames, *forms.given):
            labels.setdefault(fold(form).text.upper(), set()).add(one)
    text = reading.document.text
    for segment in reading.document.segments:
        if segment.speaker is None or not text.startswith(segment.speaker, segment.span.start):
            continue
        span = Span(segment.span.start, segment.span.start + len(segment.speaker))
        ids = labels.get(fold(segment.speaker).text.upper())
        if ids and not any(span.overlaps(one) for one in taken):
            yield Mention(reading.document.source, span, tuple(sorted(ids)), MAKER, Form.SPEAKER)


def _stands_quoted(text: str, begin: int) -> bool:
    return begin > 0 and text[begin - 1] in "\"'"


