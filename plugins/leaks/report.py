"""What a scan found: leaks with their places, and how much of each text a site shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.archive.errors import Code, Problem, problem
from plugins.archive.source import Rights
from plugins.incremental.changeover import MARK
from plugins.leaks.limits import PHRASE
from plugins.leaks.reading import Place

QUOTED = 3
"""Words that a report has of the beginning and of the end of a run: enough to find it, no copy of it."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A run of words that is longer than its text's rights allow.

    ``file`` is relative to the site's folder; ``reading`` says how the words are got out of it.
    ``comment`` is true where they are a reader's comment, ``index`` where the search index gives them
    away. ``more`` counts the other runs of the same text in the file, which are no longer than this one.
    """

    file: str
    place: Place
    reading: str
    source: str
    words: int
    limit: int
    quoted: str
    comment: bool = False
    index: bool = False
    more: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of one text the site shows: ``shown`` of its ``words``, ``longest`` of them in a row.

    ``files`` are those that show of it, the one with most first.
    """

    source: str
    rights: Rights
    words: int
    shown: int
    longest: int
    limit: int
    share: float
    files: tuple[str, ...] = ()

    @property
    def part(self) -> float:
        """The part of the text that is shown, from 0 to 1."""
        return self.shown / self.words if self.words else 0.0

    @property
    def too_much(self) -> bool:
        return self.part > self.share


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file, or what stands at a place in it, that was not read; ``reason`` is a sentence's end."""

    file: str
    place: Place
    reason: str


@dataclass(frozen=True)
class Report:
    """A scan of a site. ``absent`` are the sources that were not compared: their text is not at hand.

    ``edition`` is what the site's mark says it is, None without a mark.
    """

    files: int
    bytes: int
    edition: str | None
    sources: tuple[Shown, ...]
    leaks: tuple[Leak, ...]
    unreadable: tuple[Unreadable, ...]
    absent: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything for which the site must not be published, in the order of files."""
        return tuple(sorted(self._problems()))

    def _problems(self) -> Iterator[Problem]:
        if self.edition == "private":
            message = "this is the private edition, which must not be published; publish the public one"
            yield problem(MARK, 1, 1, Code.PRIVATE_EDITION, message)
        yield from map(_leaked_run, self.leaks)
        yield from (_leaked_share(one) for one in self.sources if one.too_much)
        for one in self.unreadable:
            message = f"{one.reason}{_at_byte(one.place)}; leave it out of the site, or publish it unpacked"
            yield problem(one.file, one.place.line, one.place.col, Code.UNSEARCHED_FILE, message)


def _leaked_run(leak: Leak) -> Problem:
    code = Code.LEAKED_INDEX if leak.index else Code.LEAKED_RUN
    allowed = f"more than the {leak.limit} that {leak.source} allows"
    if leak.comment:
        allowed = f"of a reader's comment in {leak.source}, which are not ours to show"
    again = f", and {leak.more} runs more" if leak.more else ""
    message = (
        f"{leak.reading}{_at_byte(leak.place)}: {leak.words} words in a row ({leak.quoted}), "
        f"{allowed}{again}; find what wrote them and take them out"
    )
    return problem(leak.file, leak.place.line, leak.place.col, code, message)


def _leaked_share(text: Shown) -> Problem:
    message = (
        f"all files together show {_percent(text.part)} of {text.source}, {text.shown} of {text.words} "
        f"words, more than {_percent(text.share)}; most of it here{_then(text.files[1:3])}; quote less of it"
    )
    return problem(text.files[0], 1, 1, Code.LEAKED_SHARE, message)


def _then(files: tuple[str, ...]) -> str:
    return f", then in {' and '.join(files)}" if files else ""


def _at_byte(place: Place) -> str:
    return "" if place.byte is None else f" at byte {place.byte}"


def _percent(part: float) -> str:
    return f"{part * 100:.1f} %"


def summary(report: Report) -> Iterator[str]:
    """What was scanned and compared, in lines for the person who asked."""
    size = f"{report.files} files, {report.bytes / 1e6:.1f} MB"
    named = f"{report.edition} edition" if report.edition else "a folder without a mark of its edition"
    yield f"Scanned {size}, {named}, for words of {len(report.sources)} texts that are not free."
    width = max((len(one) for one in (*report.absent, *(text.source for text in report.sources))), default=0)
    for text in report.sources:
        run = f"longest run {text.longest} words" if text.longest else f"no run of {PHRASE} words"
        yield (
            f"  {text.source:{width}}  {text.rights.value:7}  {run} (limit {text.limit}), "
            f"{_percent(text.part)} shown (limit {_percent(text.share)})"
        )
    for source in report.absent:
        yield f"  {source:{width}}  not at hand, not compared"
    if report.absent and not report.sources:
        yield "Nothing was compared. Name the folder of the originals with --library."


def as_data(report: Report) -> dict[str, Any]:
    """The report for programs: the same as its problems and its summary, in plain values."""
    keys = ("path", "line", "col", "code", "message")
    return {
        "edition": report.edition,
        "files": report.files,
        "bytes": report.bytes,
        "sources": [
            {
                "id": one.source,
                "rights": one.rights.value,
                "words": one.words,
                "shown": one.shown,
                "longest": one.longest,
                "limit": one.limit,
                "share": one.share,
            }
            for one in report.sources
        ],
        "absent": list(report.absent),
        "problems": [{key: getattr(one, key) for key in keys} for one in report.problems],
    }
