"""What an import did or would do, told to the person who called it and to programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from plugins.archive.errors import Problem
from plugins.archive.source import Document, Label, Segment
from plugins.archive.span import Span
from plugins.importing.detected import Field, on_one_line
from plugins.importing.places import Lines
from plugins.importing.plan import Entry, Outcome, Place, Plan
from plugins.importing.saved_files import Found
from plugins.quotations.finding import find_quotations
from plugins.web_pages.page import WebPage

VERSION = 1

KEPT = frozenset({Label.HEADING, Label.BODY, Label.QUESTION, Label.ANSWER})
"""The labels of the text proper. All others are set apart: they belong to the page, the pictures, the film
or to readers, and stay in the original where they stand."""

FIRST_WORDS = 6
"""Words of a passage that a report shows: enough to know it again."""

LONGEST_SHOWN = 60
"""Code points of a value or of first words in a line of the report."""

RECORDED = (
    Field.HEADLINE,
    Field.AUTHOR,
    Field.OUTLET,
    Field.PUBLISHED,
    Field.KIND,
    Field.LANGUAGE,
)
"""The fields of which a report says it when they are not recorded: those of a source's record."""


@dataclass(frozen=True, slots=True)
class Report:
    """An import to tell of: its plan, and what was found of the files that it was called for."""

    plan: Plan
    found: Found
    dry_run: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every fault, of files that cannot be opened and of those that are no texts."""
        return tuple(sorted((*self.found.problems, *self.plan.problems)))


def as_text(report: Report) -> Iterator[str]:
    """The report as lines: each original with what was found in it, what was skipped, faults, the sum."""
    for entry in report.plan.entries:
        yield from _entry_lines(entry)
    yield from (f"{path}: skipped, {reason}" for path, reason in report.found.skipped)
    yield from (str(one) for one in report.problems)
    yield _sum(report)


def _sum(report: Report) -> str:
    counted = Counter(entry.outcome for entry in report.plan.entries)
    parts = [f"{counted[outcome]} {outcome.value}" for outcome in Outcome if counted[outcome]]
    faulty, skipped = len({one.path for one in report.problems}), len(report.found.skipped)
    parts += [f"{faulty} with a fault, not imported"] if faulty else []
    parts += [f"{skipped} skipped"] if skipped else []
    told = f"{', '.join(parts) or 'No originals'}."
    if report.dry_run:
        return f"Nothing was written, this was a dry run: {told}"
    return f"{told} Next: fill in the new records, then invoke check." if counted[Outcome.NEW] else told


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"{', '.join(entry.reading.paths)}: {_told(entry)}"
    if entry.outcome is not Outcome.NEW:
        return
    document = entry.reading.document
    lines = Lines(document.text)
    yield f"  {'name':<14} {_short(entry.name)}"
    for one in entry.reading.detected:
        where = "{}:{}".format(*lines.at(one.span.start)) if one.span else "the page's markup"
        yield f"  {one.field.value:<14} {_short(one.value)}  {where}  {one.rule}"
    missing = _not_recorded(entry)
    yield f"  not recorded:  {', '.join(missing)}" if missing else "  nothing is missing"
    yield from _segment_lines(document)
    yield from _mark_lines(document)


def _told(entry: Entry) -> str:
    """What becomes of an original, in a sentence's second half."""
    shelved = " and ".join(one.name for one in entry.files if one.place is Place.LIBRARY)
    if entry.outcome is Outcome.NEW:
        return f"new, record sources/{entry.id}.md, original {shelved or 'in the library already'}"
    if entry.outcome is Outcome.RESTORED:
        return f"{entry.id} has it already; what was missing of its original is put back as {shelved}"
    if entry.outcome is Outcome.SAME_TEXT:
        return (
            f"warning: {entry.id} has the same text in other bytes (line ends, a byte order mark, its page); "
            "one text has one record, and nothing is changed"
        )
    return f"{entry.id} has it already; nothing is changed"


def _not_recorded(entry: Entry) -> list[str]:
    found = {one.field for one in entry.reading.detected}
    return [field.value for field in RECORDED if field not in found]


def _segment_lines(document: Document) -> Iterator[str]:
    """How many blocks are kept and set apart, and where those are that are set apart."""
    counted = Counter(segment.label for segment in document.segments)
    for title, labels in (("kept", KEPT), ("set apart", frozenset(Label) - KEPT)):
        each = [f"{label.value} {counted[label]}" for label in Label if label in labels and counted[label]]
        number = sum(counted[label] for label in labels)
        yield f"  {title:<14} {number}" + (f" ({', '.join(each)})" if each else "")
    for segment in document.segments:
        if segment.label not in KEPT:
            span = f"{segment.span.start}-{segment.span.end}"
            first = _first_words(segment.span, document.text)
            yield f"    p{segment.number} {span} {segment.label.value} {segment.rule}  {first}"


def _mark_lines(document: Document) -> Iterator[str]:
    """Quotations that nothing closes, and errata, tied or not."""
    lines = Lines(document.text)
    for span in _unclosed(document):
        line, col = lines.at(span.start)
        first = _first_words(span, document.text)
        where = _paragraph(span, document)
        yield f"  {'unclosed mark':<14} {line}:{col} {where} {span.start}-{span.end} {first}"
    for erratum in document.errata:
        where = _paragraph(erratum.span, document)
        if erratum.passage is None:
            yield f"  erratum        {where} is not tied to a passage: {erratum.reason}"
        else:
            corrected = erratum.struck or erratum.passage
            yield f"  erratum        {where} corrects {corrected.start}-{corrected.end}: {erratum.reason}"


def _paragraph(span: Span, document: Document) -> str:
    segment = document.segment_at(span.start)
    return f"p{segment.number}" if segment else ""


def _unclosed(document: Document) -> list[Span]:
    found = find_quotations(document.text, document.segments)
    return [one.span for one in found if not one.closed]


def _first_words(span: Span, text: str) -> str:
    words = text[span.start : min(span.end, span.start + 40 * FIRST_WORDS)].split()[:FIRST_WORDS]
    return _short(" ".join(words))


def _short(words: str) -> str:
    """Words that fit into a line and hold nothing that a terminal would obey."""
    shown = "".join(sign if sign.isprintable() else "\ufffd" for sign in on_one_line(words))
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…"


def as_json(report: Report) -> str:
    """The report as one JSON object; offsets are code points of the text, half open."""
    values = {
        "version": VERSION,
        "dry-run": report.dry_run,
        "files": [_entry_values(entry) for entry in report.plan.entries],
        "skipped": [{"path": path, "reason": reason} for path, reason in report.found.skipped],
        "faults": [asdict(one) for one in report.problems],
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def _entry_values(entry: Entry) -> dict[str, Any]:
    reading = entry.reading
    lines = Lines(reading.document.text)
    return {
        "paths": list(reading.paths),
        "outcome": entry.outcome.value,
        "id": entry.id,
        "name": entry.name,
        "sha256": reading.digest,
        "format": "web page" if reading.is_page else "text",
        "writes": [f"{one.place.value}/{one.name}" for one in entry.files],
        "detected": [
            {"field": one.field.value, "value": one.value, "rule": one.rule, **_place(one.span, lines)}
            for one in reading.detected
        ],
        "not-recorded": _not_recorded(entry),
        "segments": [_segment_values(one, lines, reading.page) for one in reading.document.segments],
        "unclosed-quotations": [_place(span, lines) for span in _unclosed(reading.document)],
        "errata": [
            {
                "reason": one.reason,
                **_place(one.span, lines),
                "passage": _offsets(one.passage),
                "struck": _offsets(one.struck),
                "reads": _offsets(one.reads),
            }
            for one in reading.document.errata
        ],
    }


def _segment_values(segment: Segment, lines: Lines, page: WebPage | None) -> dict[str, Any]:
    return {
        "paragraph": segment.number,
        "label": segment.label.value,
        "rule": segment.rule,
        "kept": segment.label in KEPT,
        "speaker": segment.speaker,
        "parent": segment.parent,
        "depth": segment.depth,
        **_place(segment.span, lines),
        "html": _offsets(page.page_span(segment.span)) if page else None,
    }


def _place(span: Span | None, lines: Lines) -> dict[str, int | None]:
    if span is None:
        return {"start": None, "end": None, "line": None, "col": None}
    line, column = lines.at(span.start)
    return {"start": span.start, "end": span.end, "line": line, "col": column}


def _offsets(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None
