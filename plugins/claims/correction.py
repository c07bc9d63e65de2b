"""Corrections that a source printed of itself: what rests on a corrected passage is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plugins.archive.claim import Claim
from plugins.archive.errors import Problem
from plugins.archive.source import Document
from plugins.archive.span import Pointer, Span
from plugins.authority.record import Records
from plugins.claims.verification import fault_of
from plugins.sources.library import Documents, stated_errata


@dataclass(frozen=True, slots=True)
class Correction:
    """A passage of a source and the words of the same source that stand in its place."""

    passage: Pointer
    reads: Pointer


@dataclass(frozen=True)
class Corrections:
    """All corrections by source, those of its record before those that a program tied."""

    by_source: dict[str, tuple[Correction, ...]]
    problems: tuple[Problem, ...] = ()


def find_corrections(records: Records, documents: Documents) -> Corrections:
    """The corrections that records state, each verified; of other sources those that their texts show.

    A person's word stands: a record that states ``errata`` is not added to.
    """
    found: dict[str, tuple[Correction, ...]] = {}
    problems: list[Problem] = []
    for record in records.sources:
        stated = tuple(Correction(passage, reads) for passage, reads in stated_errata(record))
        for number, one in enumerate(stated):
            problems += fault_of(one.passage, record, ("errata", number, "passage"), documents)
            problems += fault_of(one.reads, record, ("errata", number, "reads"), documents)
        document = documents.by_id.get(record.id)
        if made := stated or tuple(_tied(document) if document is not None else ()):
            found[record.id] = made
    return Corrections(found, tuple(problems))


def with_corrections(claims: Iterable[Claim], corrections: Corrections) -> Iterator[Claim]:
    """The claims in the same order; those that rest on a corrected passage alone say by what.

    A claim of the correction itself, or one whose span holds more than the passage, is left as it is.
    """
    for claim in claims:
        made = corrections.by_source.get(claim.pointer.source, ()) if claim.pointer else ()
        yield replace(claim, corrected_by=_taken_back(claim, made)) if made else claim


def _taken_back(claim: Claim, made: Iterable[Correction]) -> Pointer | None:
    span = claim.pointer.span if claim.pointer else None
    for one in made:
        if span is not None and one.passage.span is not None and _is_mostly(span, one.passage.span):
            return one.reads
    return None


def _is_mostly(span: Span, passage: Span) -> bool:
    """Whether a claim's words are mostly the corrected ones."""
    shared = min(span.end, passage.end) - max(span.start, passage.start)
    return shared > 0 and 2 * shared >= len(span)


def _tied(document: Document) -> Iterator[Correction]:
    for erratum in document.errata:
        wrong, right = erratum.struck or erratum.passage, erratum.reads or erratum.span
        if wrong is not None and not erratum.is_carried_out:
            yield Correction(document.pointer_to(wrong), document.pointer_to(right))
