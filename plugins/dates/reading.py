"""The dates of one sentence: resolved one after another, since each may count from the one before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from plugins.archive.date_expression import (
    DateBasis,
    DateStatus,
    Precision,
)
from plugins.archive.edtf import LATEST
from plugins.archive.source import Segment
from plugins.archive.span import Span
from plugins.dates.absolute import is_yearly
from plugins.dates.course import COVER_DATE, SAID, SCENE, Anchor, Course, anchor_of
from plugins.dates.cues import Tenses
from plugins.dates.entries import HEADING, begin_entry, begins_line, is_head
from plugins.dates.extents import Shape
from plugins.dates.found import Found
from plugins.dates.joining import ends_a_stretch, join, with_shared_year
from plugins.dates.levels import Levels
from plugins.dates.makes import ABSOLUTE, MAKES, RELATIVE
from plugins.dates.milestones import Known
from plugins.dates.modified import in_apposition, modified
from plugins.dates.modifiers import Modifiers, modifiers_of
from plugins.dates.passing import is_in_passing
from plugins.dates.periods import BeyondCalendar
from plugins.dates.phrases import Phrase
from plugins.dates.relative import from_date
from plugins.dates.resolved import Circumstances, Resolved, YearNamed

COUNTED = frozenset({"ago", "apart", "event"})
"""What begins with a number of units."""

UNDATED = frozenset({"apart", "anaphoric", "event"})
"""What may stay words until a date behind it tells when."""

SPOKEN_NOW = frozenset({"deictic", "day word"})
"""What only somebody says who speaks of his own time, even where no date follows from it."""

MANY = 40
"""Dates of one sentence beyond which it is a list: what governs one of them stands between its neighbours."""

LONGEST_EVENT = 32
"""Code points between a count and the date of what it counts from: “a month before the premiere of 3 May”."""

_ENDS_EVENT = re.compile(r"[,.;:!?()—]")
_BESIDE = re.compile(r",\s(?:(?:in|on|by|at|early in|late in)\s)?", re.I)
_OTHER_PART = re.compile(r"[;:—]|\b(?:then|while|where|which|who)\b|,\s$", re.I)
_NEAR = 2_000
"""Code points before a date in which another part of its sentence may begin: some texts have no full stop."""

_DETERMINER = re.compile(r"(?:\b(?:the|his|her|its|their|a|an|this)|[’']s) $", re.I)
_REPORTS = re.compile(
    r"\b(?:wrote|said|told|asked|recalled|explained|announced|declared|noted|observed|argued|admitted)\b",
    re.I,
)


@dataclass(slots=True)
class SentenceReading:
    """One sentence with its phrases in order; ``course`` changes as they are read.

    ``known`` says when the milestones were that some of the phrases speak of, by where these begin;
    ``opens`` is the segment, None where no date heads one, ``is_first`` says that the sentence begins it, and
    ``is_only`` that no other date of the text heads anything.
    """

    levels: Levels
    sentence: Span
    phrases: Sequence[Phrase]
    course: Course
    known: Mapping[int, Known] = field(default_factory=dict)
    opens: Segment | None = None
    is_first: bool = True
    is_only: bool = False
    found: list[Found] = field(default_factory=list)
    named: YearNamed | None = None
    _stretches: Mapping[int, Span] = field(default_factory=dict)

    def read(self) -> list[Found]:
        """The dates of the sentence."""
        self.phrases = with_shared_year(self.text, self.phrases)
        self.named = _year_named(self.phrases)
        self._stretches = _stretches(self.sentence, self.phrases)
        self.course.begin_sentence()
        place = 0
        while place < len(self.phrases):
            one, read = self._next(place)
            place += read
            if one is not None:
                if not self._joined(one):
                    self._date_the_last(one)
                    self.found.append(one)
                self._go_on(self.found[-1])
        return self.found

    @property
    def text(self) -> str:
        return self.levels.text

    def _stretch(self, phrase: Phrase) -> Span:
        """The words that may govern a date."""
        return self._stretches.get(phrase.span.start, self.sentence)

    def _next(self, place: int) -> tuple[Found | None, int]:
        """The date of a phrase, and how many phrases it took: two where it counts from the next."""
        phrase = self.phrases[place]
        if phrase.makes == "event" and place + 1 < len(self.phrases):
            following = self.phrases[place + 1]
            between = self.text[phrase.span.end : following.span.start]
            near = len(between) <= LONGEST_EVENT and not _ENDS_EVENT.search(between)
            if near and following.makes in ABSOLUTE and (one := self._before_or_after(phrase, following)):
                return one, 2
        clear = self.phrases[place - 1].span.end if place else self.sentence.start
        return self._one(phrase, clear), 1

    def _one(self, phrase: Phrase, clear: int) -> Found | None:
        """The date of a phrase; modifiers are looked for as far back as ``clear``."""
        place = Span(clear, self.sentence.end)
        modifiers = modifiers_of(
            self.text, place, phrase.span, is_count=phrase.makes in COUNTED, is_long=_is_long(phrase)
        )
        if self.found and ends_a_stretch(self.text, self.found[-1].phrase, phrase):
            modifiers = modifiers.unbound()
        quotation = self.levels.quotation_at(phrase.span)
        tenses = self.levels.tenses(self._stretch(phrase), modifiers.span)
        self.course.said = self._said(quotation) if quotation else None
        self.course.speaks = quotation is not None
        begins = quotation is None and tenses.begins_scene
        circumstances = Circumstances(
            phrase,
            modifiers,
            self.course,
            self._said_of(phrase, modifiers, tenses),
            tenses,
            sets_scene=begins and tenses.is_present,
            year_named=None if phrase.get("event") else self.named,
            known=self.known.get(phrase.span.start),
            is_quoted=quotation is not None,
            heads=self._may_head(phrase),
            is_added=self._is_added(phrase),
            names_thing=self.text.startswith(" of ", phrase.span.end),
        )
        try:
            resolved = MAKES[phrase.makes](circumstances)
            if resolved is None:
                return None
            belongs = self._belongs(phrase)
            resolved = modified(resolved, circumstances, belongs=belongs)
        except BeyondCalendar:
            return None
        span = phrase.span if belongs else modifiers.span
        found = Found(phrase, span, self.sentence, resolved, circumstances.status, begins)
        found.is_earlier = tenses.is_earlier
        known = circumstances.known
        found.status = self._status(found, tenses, known)
        if known is not None and known.status is DateStatus.ANNOUNCED and resolved.extent is not None:
            # What is counted from a plan is part of the plan.
            found.status = DateStatus.ANNOUNCED
        if circumstances.heads and begin_entry(
            self.course, resolved.extent, found.span, is_only=self.is_only
        ):
            found.status, found.heads = DateStatus.HAPPENED, True
        elif begins:
            self._set_scene(found, tenses)
        return found

    def _is_added(self, phrase: Phrase) -> bool:
        """Whether another part of the sentence begins between the date before and a phrase."""
        start = self.found[-1].span.end if self.found else self.sentence.start
        start = max(start, phrase.span.start - _NEAR)
        return _OTHER_PART.search(self.text, start, phrase.span.start) is not None

    def _may_head(self, phrase: Phrase) -> bool:
        """Whether a date is the first of its paragraph, and stands where one heads an entry."""
        if self.opens is None or phrase is not self.phrases[0] or phrase.makes not in HEADING:
            return False
        only_year = Precision.YEAR if phrase.makes == "year" else None
        paragraph = Span(self.sentence.start, self.opens.span.end)
        if not self.is_first:
            return begins_line(self.text, paragraph, phrase.span)
        return is_head(self.text, paragraph, phrase.span, only_year, self.opens.label)

    def _said_of(self, phrase: Phrase, modifiers: Modifiers, tenses: Tenses) -> DateStatus:
        """How the words have a date: a day or month that somebody names, or what follows a promise, is one.

        “The profile expected the premiere on 12 October. The interview named 20 November.”
        """
        if modifiers.bound() == "since":
            # What has been out since October is out.
            return DateStatus.HAPPENED
        if modifiers.bound() == "until" and tenses.is_scheduled:
            # What goes on until April is not over yet.
            return DateStatus.ANNOUNCED
        is_promise = tenses.names_date and (phrase.makes != "year" or self.course.promised is not None)
        return DateStatus.ANNOUNCED if is_promise and phrase.makes in ABSOLUTE else tenses.status

    def _before_or_after(self, phrase: Phrase, following: Phrase) -> Found | None:
        """So long before or after a date that stands in what the phrase counts from."""
        inner = self._one(following, following.span.start)
        anchor = inner.anchor if inner else None
        if inner is None or anchor is None:
            return None
        modifiers = modifiers_of(self.text, self.sentence, phrase.span, is_count=True)
        span = Span(modifiers.span.start, inner.span.end)
        try:
            tenses = self.levels.tenses(self._stretch(phrase), span)
            resolved = from_date(Circumstances(phrase, modifiers, self.course, inner.status, tenses), anchor)
            if resolved is None:
                return None
            if self.found and self.text[self.found[-1].span.end : span.start].strip() == ",":
                resolved = in_apposition(self.found[-1].resolved, resolved, self.found[-1].span)
        except BeyondCalendar:
            return None
        return Found(phrase, span, self.sentence, resolved, inner.status)

    def _belongs(self, phrase: Phrase) -> bool:
        """Whether a year tells which of several is meant: ``2009’s thriller``, ``the 1931 picture``."""
        if self.text[phrase.span.end : phrase.span.end + 1] in {"’", "'"} or phrase.get("event"):
            return True
        before = self.text[max(phrase.span.start - 24, self.sentence.start) : phrase.span.start]
        noun = re.match(r"\s[a-zA-Z]", self.text[phrase.span.end : phrase.span.end + 2])
        return phrase.makes == "year" and noun is not None and _DETERMINER.search(before) is not None

    def _said(self, quotation: Span) -> Anchor | None:
        """When a quotation was said: by the words beside it, or in a scene told in the past."""
        before = self.course.before
        is_ahead = before is not None and before.span is not None and before.span.end <= quotation.start
        if before and is_ahead and _REPORTS.search(self.text, self.sentence.start, quotation.start):
            return replace(before, kind=SAID)
        for phrase in self.phrases:
            if phrase.makes in ABSOLUTE and phrase.span.start >= quotation.end:
                reports = _REPORTS.search(self.text, quotation.end, phrase.span.start) is not None
                behind = self._one(phrase, quotation.end) if reports else None
                return replace(behind.anchor, kind=SAID) if behind and behind.anchor else None
        if self.course.scene is not None and not self.course.is_present:
            return replace(self.course.scene, kind=SAID)
        return None

    def _status(self, found: Found, tenses: Tenses, known: Known | None) -> DateStatus:
        """How the words have a date, set right where the calendar knows better.

        What lies behind the text's own date was to come, what is counted back was not; a present form
        that announces may also tell what was long past.
        """
        said, anchor, published = found.status, found.anchor, self.course.own
        announces_only = tenses.announces_only
        if tenses.has_no_verb:
            # A line of a chronology goes on from its entry.
            published = self.course.published
            if found.phrase.get("word") in {"tonight", "tomorrow"}:
                return DateStatus.ANNOUNCED
        is_bound = known is not None and known.extent is not None and known.extent.shape is Shape.NOT_AFTER
        if said is DateStatus.HAPPENED and anchor is None and not is_bound and self._ends_ahead(found):
            # What is closed until 2015 opens then; a film's year bounds its making from above.
            return DateStatus.ANNOUNCED
        if said is DateStatus.CANCELLED or anchor is None:
            return said
        moment = self.course.moment()
        looks_back = found.phrase.makes in RELATIVE and not found.resolved.moves
        if looks_back and moment is not None and anchor.last < moment.first:
            return DateStatus.HAPPENED
        if tenses.is_future_in_past and published is not None and anchor.last < published.first:
            return DateStatus.HAPPENED
        if published is None:
            # Stories open in 1922; what is still to open has a day or a month.
            long = anchor.precision.rank >= Precision.YEAR.rank
            return DateStatus.HAPPENED if announces_only and long else said
        if said is DateStatus.HAPPENED and anchor.first > published.last:
            return DateStatus.ANNOUNCED
        if announces_only and (published.first - anchor.last).days > COVER_DATE:
            return DateStatus.HAPPENED
        return said

    def _ends_ahead(self, found: Found) -> bool:
        """Whether a date with an open beginning ends behind the text's own date."""
        edtf = found.resolved.extent.edtf if found.resolved.extent else None
        own = self.course.own
        if edtf is None or own is None or edtf.last[0] >= LATEST[0]:
            return False
        return edtf.last > (own.last.year, own.last.month, own.last.day)

    def _set_scene(self, found: Found, tenses: Tenses) -> None:
        """Set the passage in a time that a sentence begins with or says that it is."""
        extent, makes = found.resolved.extent, found.phrase.makes
        in_brackets = self.levels.brackets_at(self.sentence, found.phrase.span) is not None
        if extent is None or in_brackets or makes not in ABSOLUTE or found.status is not DateStatus.HAPPENED:
            return
        anchor = anchor_of(SCENE, extent.edtf, found.span)
        is_present = tenses.is_present
        if anchor is None or makes in {"decade", "days"}:
            return
        if tenses.says_it_is or (is_present and makes != "year"):
            self.course.set_scene(anchor, is_present=is_present)

    def _joined(self, one: Found) -> bool:
        """Whether a date and the last one are one; the last then is both."""
        last = self.found[-1] if self.found else None
        if (
            last is None
            or last.status is DateStatus.CANCELLED
            or last.resolved.extent is None
            or one.resolved.extent is None
        ):
            return False
        both = (last.phrase, last.resolved.extent), (one.phrase, one.resolved.extent)
        extent = join(self.text, self.sentence, *both)
        if extent is None:
            return False
        bases = {last.resolved.basis, one.resolved.basis}
        basis = DateBasis.STATED if bases == {DateBasis.STATED} else DateBasis.INFERRED
        last.resolved = Resolved(extent, basis, (*last.resolved.steps, *one.resolved.steps))
        last.span = Span(last.span.start, one.span.end)
        last.phrase = replace(one.phrase, span=last.span)
        return True

    def _date_the_last(self, one: Found) -> None:
        """“A year earlier, in 1998,” has the date that stands behind it."""
        last = self.found[-1] if self.found else None
        if last is None or last.resolved.extent is not None or last.phrase.makes not in UNDATED:
            return
        between = self.text[last.span.end : one.span.start]
        if one.phrase.makes in ABSOLUTE and one.anchor is not None and _BESIDE.fullmatch(between):
            last.is_now(one.anchor)

    def _go_on(self, found: Found) -> None:
        """What a date changes for the words behind it."""
        anchor, is_told = found.anchor, self.levels.quotation_at(found.phrase.span) is None
        if anchor is None and is_told and found.phrase.makes in {"apart", "anaphoric"}:
            self.course.story, self.course.is_lost = None, True
        if anchor is None and found.phrase.makes in SPOKEN_NOW:
            self.course.come_back()
        if anchor is None or self.levels.brackets_at(self.sentence, found.phrase.span) is not None:
            return
        in_passing = self._belongs(found.phrase) and not found.phrase.get("event")
        in_passing = in_passing or is_in_passing(self.text, self._stretch(found.phrase), found.span)
        in_passing = in_passing or found.heads
        line = self.course.line
        if line is not None and found.is_earlier and anchor.last < line.first:
            # What had been before is told of what is told.
            in_passing = True
        self.course.before = anchor
        if found.resolved.from_text:
            self.course.line_before = None
        elif not in_passing:
            self.course.line_before = anchor
        if found.status is not DateStatus.HAPPENED:
            self.course.planned = self.course.promised = anchor
        if self.course.is_present and self.course.scene is not None and self.course.scene.span == found.span:
            return
        happened = found.status is DateStatus.HAPPENED or self.course.is_long_past(anchor)
        if not is_told and found.resolved.moves and happened and not in_passing:
            self.course.quoted = anchor
        if is_told and found.resolved.moves and happened:
            # A history tells what was planned in its order, too.
            self.course.go_on(anchor, in_passing=in_passing)
        elif is_told and found.resolved.from_text:
            self._come_back(found, anchor)

    def _come_back(self, found: Found, anchor: Anchor) -> None:
        """What is seen from the text's own date brings the telling back to it, unless it lies far behind."""
        if found.status is DateStatus.HAPPENED and self.course.is_long_past(anchor):
            self.course.line = anchor
        else:
            self.course.come_back()


def _is_long(phrase: Phrase) -> bool:
    """Whether a time is a season, a year or longer."""
    if phrase.makes in {"year", "decade", "century", "season beside", "of year"}:
        return True
    return bool(phrase.get("season")) or phrase.get("longunit") in {"year", "decade", "century"}


def _stretches(sentence: Span, phrases: Sequence[Phrase]) -> dict[int, Span]:
    """Where the words stand that may govern a date, by where it begins, in a sentence that is a list."""
    if len(phrases) <= MANY:
        return {}
    ends = [sentence.start, *(one.span.end for one in phrases[:-1])]
    starts = [*(one.span.start for one in phrases[1:]), sentence.end]
    return {
        one.span.start: Span(min(end, one.span.start), max(start, one.span.end))
        for one, end, start in zip(phrases, ends, starts, strict=True)
    }


def _year_named(phrases: Sequence[Phrase]) -> YearNamed | None:
    """The year that a sentence names with an event of every year."""
    for one in phrases:
        if one.get("event") and is_yearly(one.get("event")):
            return YearNamed(int(one.get("year")), one.span, one.held["whole"])
    return None
