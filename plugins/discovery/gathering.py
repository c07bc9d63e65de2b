"""The surfaces of one text, gathered passage by passage, each with what speaks for its kinds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from plugins.archive.entity import Kind
from plugins.archive.source import Document
from plugins.archive.span import Span
from plugins.discovery.evidence import evidence
from plugins.discovery.joining import find_runs
from plugins.discovery.pairs import paired
from plugins.discovery.passages import Passage
from plugins.discovery.reaching import reach
from plugins.discovery.runs import Run
from plugins.discovery.tally import Basis, Evidence, Surface
from plugins.discovery.titles import SMALL, MarkedTitle, titles_in
from plugins.mentions.folding import Folded, fold

SURE_TITLE = 2.0
"""From this weight on, what marks hold is a title and nothing else is looked for inside."""

CUED = 1.5
"""From this weight on, a run is looked at as the beginning of a longer title."""

_BETWEEN = re.compile(r"(?:'s)?[\"']?(?:, | and | & |, and | or |, or )[\"']?")
"""What stands between two names in a row."""

Found = tuple[Run, list[Evidence]]


class Gathered:
    """The surfaces of one text by their words, those in marks behind a “, and the rows that they stand in."""

    def __init__(self, document: Document, folded: Folded) -> None:
        self.surfaces: dict[str, Surface] = {}
        self.rows: list[tuple[str, ...]] = []
        self._document = document
        self._folded = folded

    def read(self, passage: Passage) -> None:
        """Take in what one passage names."""
        titles = list(titles_in(self._document.text, passage))
        for title in titles:
            self._add_title(title, passage)
        held = _Held(titles)
        runs = [run for run in find_runs(self._folded.text, passage) if not held.holds(self._span(run))]
        self._add_runs(_with_years([(run, [*evidence(run), *more]) for run, more in paired(runs)]), passage)

    def at(self, span: Span, words: str, *, marked: bool = False) -> Surface:
        """The surface with these words, seen at a raw span."""
        key = f"“{words}" if marked else words
        if key not in self.surfaces:
            written = " ".join(span.of(self._document.text).split())
            self.surfaces[key] = Surface(words, marked=marked, written=written)
        self.surfaces[key].spans.add(span)
        return self.surfaces[key]

    def _span(self, run: Run) -> Span:
        return self._folded.span(run.start, run.end)

    def _add_title(self, title: MarkedTitle, passage: Passage) -> None:
        words = fold(title.words).text
        if _is_role(self._document.text, title, passage):
            self.at(title.span, words).add(Evidence(Kind.CHARACTER, 3.0, "a part after a speaker"))
        else:
            found = Evidence(Kind.WORK, title.weight, title.reason)
            self.at(title.span, words, marked=True).add(found)

    def _add_runs(self, found: Iterable[Found], passage: Passage) -> None:
        """The runs that no title before them reaches over; those with only commas between are a row."""
        text, covered = self._folded.text, passage.start
        row: list[str] = []
        for run, own in found:
            if run.start < covered:
                continue
            end = _title_end(run, own, passage)
            surface = self.at(self._folded.span(run.start, end), text[run.start : end])
            surface.openings += run.opens
            surface.headlines += passage.headline
            surface.possessives += run.possessive
            surface.personal = surface.personal or (run.looks_personal and end == run.end)
            surface.add(*_reweighed(run, own, extended=end > run.end))
            if passage.headline or not _BETWEEN.fullmatch(text, covered, run.start):
                self._keep(row)
                row = []
            row.append(surface.words)
            covered = end
        self._keep(row)

    def _keep(self, row: Sequence[str]) -> None:
        if len(row) > 1:
            self.rows.append(tuple(row))


class _Held:
    """What titles in marks hold: the sure ones all that stands in them, the others only themselves."""

    def __init__(self, titles: Iterable[MarkedTitle]) -> None:
        found = list(titles)
        sure = sorted(one.span for one in found if one.weight >= SURE_TITLE)
        self._whole = {one.span for one in found}
        self._starts = [one.start for one in sure]
        self._ends = list(accumulate((one.end for one in sure), max))

    def holds(self, span: Span) -> bool:
        place = bisect_right(self._starts, span.start) - 1
        return span in self._whole or (place >= 0 and span.end <= self._ends[place])


def _is_role(text: str, title: MarkedTitle, passage: Passage) -> bool:
    """Whether brackets after a speaker's label hold the part that he plays: ``SKERRITT ("Dallas")``."""
    speaker, start = passage.segment.speaker, passage.segment.span.start
    if not speaker or not text.startswith(speaker, start) or not text.startswith(")", title.span.end + 1):
        return False
    behind = start + len(speaker)
    return text[behind : behind + 2] == " (" and title.span.start == behind + 3


def _with_years(found: list[Found]) -> list[Found]:
    """What a year in brackets says of a run, said of the run before it too where small words join them."""
    for (before, earlier), (run, own) in reversed(list(pairwise(found))):
        dated = [one for one in own if one.basis is Basis.DATED]
        if dated and _may_begin_a_title(before) and _is_joined(before, run):
            earlier += dated
    return found


def _may_begin_a_title(run: Run) -> bool:
    if run.looks_personal or run.possessive or run.is_elsewhere_named:
        return False
    return run.is_common or run.tokens[0].low in {"the", "a"}


def _is_joined(before: Run, run: Run) -> bool:
    between = before.text[before.end : run.start].split()
    return 0 < len(between) <= 3 and all(word in SMALL and word != "and" for word in between)


def _title_end(run: Run, own: Iterable[Evidence], passage: Passage) -> int:
    """How far a run reaches as a title; its own end where nothing makes it one."""
    of_work = sum(one.weight for one in own if one.kind is Kind.WORK)
    against = sum(one.weight for one in own if one.kind is None)
    if of_work < CUED or against > of_work or run.looks_personal or run.is_elsewhere_named:
        return run.end
    return reach(run, passage.tokens)


def _reweighed(run: Run, own: Iterable[Evidence], *, extended: bool) -> Iterator[Evidence]:
    """What speaks for a run's kinds once it is known how far it reaches."""
    is_band = run.is_common and not run.is_single and not run.looks_personal
    for one in own:
        if (extended and one.kind not in {Kind.WORK, None}) or (not extended and one.basis is Basis.REACH):
            continue
        # A band or a place of common words is played, made and met like a person.
        halved = is_band and one.kind is Kind.PERSON
        yield one._replace(weight=one.weight / 2) if halved else one
