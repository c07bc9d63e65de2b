"""The names of one text: runs and titles, what speaks for their kinds, and which of them are one name."""

from __future__ import annotations

import re
from dataclasses import replace

from plugins.archive.entity import Kind
from plugins.archive.source import Document, Label
from plugins.archive.span import Span
from plugins.discovery.evidence import LED_ON, Evidence, evidence
from plugins.discovery.findings import TextName
from plugins.discovery.grouping import names_of
from plugins.discovery.pairs import paired
from plugins.discovery.runs import Run, find_runs
from plugins.discovery.tally import Surface
from plugins.discovery.titles import SMALL, MarkedTitle, captioned_title, marked_titles, reach
from plugins.discovery.tokens import Passage, passages
from plugins.lexicon.words import is_common, is_given_name, is_place
from plugins.mentions.finding import Reading
from plugins.mentions.folding import fold
from plugins.quotations.finding import find_quotations

SURE_TITLE = 2.0
"""From this weight on, what marks hold is a title and nothing else is looked for inside."""

CUED = 1.5
"""From this weight on, a run is looked at as the beginning of a longer title."""

_BETWEEN = re.compile(r"(?:'s)?[\"']?(?:, | and | & |, and | or |, or )[\"']?")

_PLACE_IN_TITLE = re.compile(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?=[,.;:)'\"]| which| and| who|$)")


def find_names(document: Document) -> tuple[TextName, ...]:
    """The people, characters and works that a text names, by kind and name.

    Nothing is known but the text and the lexicon. Refuses what no words of the text speak for: a capital
    alone is never enough.
    """
    text = _TextSurfaces(Reading(document))
    for passage in passages(document, text.reading.folded):
        text.read(passage)
    text.hear_speakers()
    return names_of(document.source, text.surfaces, text.rows)


class _TextSurfaces:
    """The surfaces of one text as they are read, passage by passage."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.surfaces: dict[str, Surface] = {}
        self.rows: list[tuple[str, ...]] = []

    def read(self, passage: Passage) -> None:
        folded = self.reading.folded
        titles = self._titles(passage)
        runs = [run for run in find_runs(folded.text, passage) if not self._inside(run, titles)]
        found = self._with_years([(run, [*evidence(run), *more]) for run, more in paired(runs)])
        covered = -1
        row: list[str] = []
        for run, own in found:
            if run.start < covered:
                continue
            end = self._reach(run, own, passage)
            surface = self._at(folded.span(run.start, end), folded.text[run.start : end])
            surface.openings += run.opens
            surface.headlines += passage.headline
            surface.possessives += run.possessive
            surface.personal = surface.personal or (run.looks_personal and end == run.end)
            extended = end > run.end
            if not extended:
                own = [one for one in own if one.reason != LED_ON]
            if run.is_common and not run.is_single and not run.looks_personal:
                # A band or a place of common words is played, made and met like a person.
                own = [replace(one, weight=one.weight / 2) if one.kind is Kind.PERSON else one for one in own]
            surface.add(one for one in own if not extended or one.kind in {Kind.WORK, None})
            if row and not passage.headline and _BETWEEN.fullmatch(folded.text[covered : run.start]):
                row.append(surface.words)
            else:
                self._keep(row)
                row = [surface.words]
            covered = end
        self._keep(row)

    def _keep(self, row: list[str]) -> None:
        if len(row) > 1:
            self.rows.append(tuple(row))

    def hear_speakers(self) -> None:
        """Labels of turns, and those whose words are quoted."""
        text = self.reading.document.text
        for segment in self.reading.document.segments:
            speaker = segment.speaker
            if speaker and segment.label is Label.ANSWER and text.startswith(speaker, segment.span.start):
                self._speaks(Span(segment.span.start, segment.span.start + len(speaker)), "speaks in turns", 3.0)
        for quotation in find_quotations(text, self.reading.document.segments):
            if quotation.speaker is not None:
                self._speaks(quotation.speaker, "is quoted", 2.0)

    def _speaks(self, span: Span, reason: str, weight: float) -> None:
        words = fold(span.of(self.reading.document.text)).text
        known = self.surfaces.get(words) or next(
            (one for form, one in self.surfaces.items() if form.upper() == words and len(words) > 3), None
        )
        if known is None and " " in words and not all(is_common(one) for one in words.split()):
            if is_given_name(words.split()[0].capitalize()):
                known = self._at(span, words)
        if known is not None:
            if span not in known.spans:
                known.spans.append(span)
            known.add([Evidence(Kind.PERSON, weight, reason)])

    def _titles(self, passage: Passage) -> list[MarkedTitle]:
        text = self.reading.document.text
        start, end = passage.segment.span.start, passage.segment.span.end
        found = list(marked_titles(text, start, end))
        if passage.segment.label is Label.CAPTION and (captioned := captioned_title(text, start, end)):
            found.append(captioned)
        for title in found:
            if self._is_role(title, passage):
                self._at(title.span, fold(title.words).text).add([Evidence(Kind.CHARACTER, 3.0, "a part after a speaker")])
                continue
            surface = self._at(title.span, fold(title.words).text, marked=True)
            surface.add([Evidence(Kind.WORK, title.weight, title.reason)])
        return found

    def _is_role(self, title: MarkedTitle, passage: Passage) -> bool:
        """Whether marks in brackets after a speaker's label hold the part that he plays: ``SKERRITT ("Dallas")``."""
        text, speaker = self.reading.document.text, passage.segment.speaker
        start = passage.segment.span.start
        if not speaker or not text.startswith(speaker, start) or title.span.start > start + len(speaker) + 4:
            return False
        return text[start + len(speaker) : title.span.start - 1] == " (" and text[title.span.end + 1 :].startswith(")")

    def _inside(self, run: Run, titles: list[MarkedTitle]) -> bool:
        span = self.reading.folded.span(run.start, run.end)
        for title in titles:
            if title.span.contains(span) and (title.weight >= SURE_TITLE or title.span == span):
                return True
        return False

    @staticmethod
    def _with_years(found: list[tuple[Run, list[Evidence]]]) -> list[tuple[Run, list[Evidence]]]:
        """What a year in brackets says of a run, said of the run before it where small words join the two."""
        for place in range(len(found) - 1, 0, -1):
            (before, earlier), (run, own) = found[place - 1], found[place]
            dated = [one for one in own if one.kind is Kind.WORK and one.weight >= 3.0]
            between = before.text[before.end : run.start].split()
            joined = 0 < len(between) <= 3 and all(word in SMALL and word != "and" for word in between)
            personal = before.looks_personal or before.possessive or before.is_elsewhere_named
            if dated and joined and not personal and (before.is_common or before.tokens[0].low in {"the", "a"}):
                earlier += dated
        return found

    def _reach(self, run: Run, own: list[Evidence], passage: Passage) -> int:
        """How far a run reaches as a title; its own end where nothing makes it one."""
        of_work = sum(one.weight for one in own if one.kind is Kind.WORK)
        against = sum(one.weight for one in own if one.kind is None)
        personal = run.looks_personal or run.is_elsewhere_named
        if of_work < CUED or personal or against > of_work:
            return run.end
        end = reach(run, passage.tokens)
        place = _PLACE_IN_TITLE.match(run.text[: passage.end], end)
        if place and is_place(place[1]) and run.is_single and not is_place(run.surface):
            return place.end(1)
        return end

    def _at(self, span: Span, words: str, *, marked: bool = False) -> Surface:
        key = f"“{words}" if marked else words
        surface = self.surfaces.get(key)
        if surface is None:
            written = " ".join(span.of(self.reading.document.text).split())
            surface = self.surfaces[key] = Surface(words, marked=marked, written=written)
        if span not in surface.spans:
            surface.spans.append(span)
        return surface
