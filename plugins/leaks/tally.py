"""The account of a scan: for each text what is shown of it, for each file the longest runs from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plugins.leaks.facts import Facts
from plugins.leaks.limits import BY_CHANCE
from plugins.leaks.markup import part_of_markup
from plugins.leaks.protected import Protected, ProtectedText, Run
from plugins.leaks.reading import Place, Reading, joined
from plugins.leaks.report import QUOTED, Leak, Shown
from plugins.leaks.search_files import IndexText
from plugins.leaks.words import offset_of_term, terms_of

TOLD = 3
"""Runs of one text in one file that are told with their places; the others are counted."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A run that is too long; ``at`` counts terms of the reading, ``words`` are as its text has them."""

    at: int
    start: int
    end: int
    words: int
    comment: bool

    def overlaps(self, other: _Found) -> bool:
        return self.start < other.end and other.start < self.end


class Tally:
    """Collects readings, file by file. What is told of a run is worked out at once: no reading is kept."""

    def __init__(self, protected: Protected, facts: Facts) -> None:
        self._protected = protected
        self._facts = facts
        self._texts = {text.source: text for text in protected.texts}
        self._shown = {text.source: bytearray(text.words) for text in protected.texts}
        self._longest: Counter[str] = Counter()
        self._file = ""
        self._in_file: dict[str, bytearray] = {}
        self._most: dict[str, Counter[str]] = defaultdict(Counter)
        self._told: dict[tuple[str, str], dict[_Found, Leak]] = defaultdict(dict)
        self._places: dict[tuple[str, str], set[tuple[int, int]]] = defaultdict(set)

    def read(self, file: str, reading: Reading) -> None:
        """Account for one reading of a file. All readings of a file follow each other."""
        self._turn_to(file)
        codes = self._protected.codes_of(terms_of(reading.text))
        for source, runs in self._too_long(codes).items():
            for found in self._chosen(file, source, runs):
                self._tell(file, source, found, *_place_and_name(reading, found.at))

    def read_index(self, text: IndexText) -> None:
        """Account for a field of the search index that was put together again."""
        name = f"search index, document {text.document} {text.field}, put together again"
        self._turn_to(next(text.files[code] for code in text.codes if code in text.files))
        for source, runs in self._too_long(text.codes).items():
            for found in runs:
                file = text.files[text.codes[found.at]]
                for one in self._chosen(file, source, [found]):
                    self._tell(file, source, one, Place(), name, index=True)

    def _turn_to(self, file: str) -> None:
        if file != self._file:
            for source, shown in self._in_file.items():
                self._most[source][self._file] = max(self._most[source][self._file], shown.count(1))
            self._file, self._in_file = file, {}

    def _too_long(self, codes: str) -> dict[str, list[_Found]]:
        """The runs beyond a limit, by the source of their text; all others are counted."""
        found: dict[str, list[_Found]] = defaultdict(list)
        for run in self._protected.runs_in(codes):
            if not self._facts.explain(run):
                text = self._protected.text_of(run)
                self._count(run, text)
                found[text.source] += self._beyond(run, text)
        return found

    def _count(self, run: Run, text: ProtectedText) -> None:
        units = self._protected.units_of(run.start, run.end)
        in_file = self._in_file.setdefault(text.source, bytearray(text.words))
        for shown in (in_file, self._shown[text.source]):
            shown[units.start : units.stop] = b"\1" * len(units)
        words = self._protected.length_of(run.start, run.end, text.limit)
        self._longest[text.source] = max(self._longest[text.source], words)

    def _beyond(self, run: Run, text: ProtectedText) -> Iterator[_Found]:
        """The run if it is too long, and each part of it that is too much of a reader's comment."""
        for start, end in self._protected.comment_parts(run):
            words = self._protected.length_of(start, end, BY_CHANCE)
            if words > BY_CHANCE.words:
                yield _Found(run.at + start - run.start, start, end, words, comment=True)
        words = self._protected.length_of(run.start, run.end, text.limit)
        if words > text.limit.words:
            yield _Found(run.at, run.start, run.end, words, comment=False)

    def _chosen(self, file: str, source: str, runs: Iterable[_Found]) -> list[_Found]:
        """Those of the new runs that are told: the longest of a file, none that overlaps a longer one."""
        told, before = self._told[file, source], list(self._told[file, source])
        self._places[file, source].update((one.start, one.end) for one in runs)
        chosen: list[_Found] = []
        for one in sorted([*before, *runs], key=lambda one: -one.words):
            if len(chosen) < TOLD and not any(one.overlaps(other) for other in chosen):
                chosen.append(one)
        for one in before:
            if one not in chosen:
                del told[one]
        return [one for one in chosen if one not in told]

    def _tell(
        self, file: str, source: str, found: _Found, place: Place, name: str, index: bool = False
    ) -> None:
        first = self._protected.words_at(found.start, found.start + QUOTED)
        last = self._protected.words_at(found.end - QUOTED, found.end)
        self._told[file, source][found] = Leak(
            file=file,
            place=place,
            reading=name,
            source=source,
            words=found.words,
            limit=self._texts[source].limit.words,
            quoted=f"{' '.join(first)} … {' '.join(last)}",
            comment=found.comment,
            index=index,
        )

    def leaks(self) -> tuple[Leak, ...]:
        """Every leak that is told, in the order of files and sources, the longest of a file first."""
        return tuple(leak for key in sorted(self._told) for leak in self._with_count(key))

    def _with_count(self, key: tuple[str, str]) -> Iterator[Leak]:
        """The leaks of one text in one file; the last says how many others there are."""
        told = sorted(self._told[key].values(), key=lambda one: (-one.words, one.place))
        more = _count_apart(self._places[key]) - len(told)
        yield from told[:-1]
        yield from (replace(last, more=max(0, more)) for last in told[-1:])

    def shown(self) -> tuple[Shown, ...]:
        """How much of each text the readings show together, in the order of sources."""
        self._turn_to("")
        return tuple(self._shown_of(text) for _, text in sorted(self._texts.items()))

    def _shown_of(self, text: ProtectedText) -> Shown:
        return Shown(
            source=text.source,
            rights=text.rights,
            words=text.words,
            shown=self._shown[text.source].count(1),
            longest=self._longest[text.source],
            limit=text.limit.words,
            share=text.limit.share,
            files=tuple(file for file, _ in self._most[text.source].most_common()),
        )


def _place_and_name(reading: Reading, term: int) -> tuple[Place, str]:
    """Where a term of a reading stands, and what it was found in."""
    offset = offset_of_term(reading.text, term)
    name = joined(reading.name, _part_of(reading.text, offset)) if reading.plain else reading.name
    return reading.place(offset), name


def _part_of(text: str, offset: int) -> str:
    """What somebody who looks into the file would call the place."""
    begins = text.lstrip()[:1]
    if begins == "<":
        return part_of_markup(text, offset)
    return "json string" if begins in {"{", "["} else "text"


def _count_apart(places: set[tuple[int, int]]) -> int:
    """How many stretches there are when those that overlap are one."""
    count, reached = 0, 0
    for start, end in sorted(places):
        count += start >= reached
        reached = max(reached, end)
    return count
